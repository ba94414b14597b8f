package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, each thing once, in the order found. */
final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  void add(Place place, String path, String value, String rule, String maybe) {
    found.add(new Problem(place, path, shorten(value), rule, maybe));
  }

  void add(ConfigNode node, String path, String rule, String maybe) {
    add(node.place(), path, node.describe(), rule, maybe);
  }

  void add(Problem problem) {
    found.add(problem);
  }

  int count() {
    return found.size();
  }

  List<Problem> list() {
    return new ArrayList<>(found);
  }

  /** Throws everything found so far, or returns. */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ScenarioException(list());
    }
  }

  static String shorten(String text) {
    String line = text.replaceAll("\\s+", " ").trim();
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }
}
