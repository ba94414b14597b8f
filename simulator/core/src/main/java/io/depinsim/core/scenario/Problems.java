package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong, each thing once.
 *
 * <p>Places whose text could not be read at all are spoilt: what is said of them later only follows
 * from that, so it is counted and not told.
 */
final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();
  private final Set<Place> spoilt = new HashSet<>();
  private int count;

  void add(Place place, String path, String value, String rule, String maybe) {
    add(new Problem(place, path, shorten(value), rule, maybe));
  }

  void add(ConfigNode node, String path, String rule, String maybe) {
    add(node.place(), path, node.describe(), rule, maybe);
  }

  void add(Problem problem) {
    count++;
    if (!spoilt.contains(problem.place())) {
      found.add(problem);
    }
  }

  /** Tells no more of this place, whose own problem has been added. */
  void spoil(Place place) {
    spoilt.add(place);
  }

  /** Whether the text at a place could not be read. */
  boolean isSpoilt(Place place) {
    return spoilt.contains(place);
  }

  /** Whether some part of the text could not be read, so that names may be declared there. */
  boolean anySpoilt() {
    return !spoilt.isEmpty();
  }

  /** How often something was added, the same thing again and what is not told included. */
  int count() {
    return count;
  }

  /** Says in one sentence what is missing of a file that is a piece for others to extend. */
  void tellPiece(ConfigMap root) {
    List<String> head = List.of("depinsim", "name", "question", "run");
    if (head.stream().noneMatch(root.keys()::contains)) {
      found.removeIf(
          problem ->
              problem.path().isEmpty()
                  && head.stream().anyMatch(key -> problem.rule().equals(missing(key))));
      add(
          root.place(),
          "",
          "",
          "the keys `depinsim`, `name`, `question` and `run` are missing",
          "this is a piece for other files to extend");
    }
  }

  /** What is said of a key that must be there. */
  static String missing(String key) {
    return "the key `" + key + "` is missing";
  }

  /** In the order found. */
  List<Problem> list() {
    return new ArrayList<>(found);
  }

  /** By file in the order given, other places last; then by line and column. */
  List<Problem> sorted(List<String> files) {
    return sorted(found, files);
  }

  /** Some problems, sorted so. */
  static List<Problem> sorted(Collection<Problem> problems, List<String> files) {
    List<Problem> all = new ArrayList<>(problems);
    all.sort(
        Comparator.<Problem>comparingInt(
                p -> files.contains(p.place().file()) ? files.indexOf(p.place().file()) : 1 << 20)
            .thenComparingInt(p -> p.place().line())
            .thenComparingInt(p -> p.place().column()));
    return all;
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
