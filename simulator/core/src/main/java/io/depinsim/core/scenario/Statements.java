package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a scenario that say something about results and change none: without those that are
 * wrong, the rest can be checked further.
 */
final class Statements {
  private static final List<String> SECTIONS =
      List.of("metrics", "history", "charts", "expect", "findings", "notes");

  private Statements() {}

  /** Whether problems are about statements alone, as far as they name a path. */
  static boolean only(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.path().split("\\.", 2)[0])
        .allMatch(section -> section.isEmpty() || SECTIONS.contains(section));
  }

  /** The tree without the statements that some problem speaks of or that could not be read. */
  static ConfigMap sound(ConfigMap root, List<Problem> found, Problems problems) {
    Set<String> bad = new HashSet<>();
    for (Problem problem : found) {
      bad.add(problem.path());
      bad.add(problem.path() + "." + problem.value());
    }
    ConfigMap sound = root;
    for (String section : SECTIONS) {
      if (root.find(section).isPresent()) {
        ConfigNode node = root.find(section).get();
        boolean unread =
            node instanceof ConfigScalar
                || problems.isSpoilt(node.place())
                || bad.contains(section + ".");
        sound = unread ? sound.without(section) : sound.with(section, sound(node, section, bad));
      }
    }
    return sound;
  }

  private static ConfigNode sound(ConfigNode node, String section, Set<String> bad) {
    if (node instanceof ConfigMap map) {
      Map<String, ConfigMap.Entry> kept = new LinkedHashMap<>(map.entries());
      kept.keySet().removeIf(name -> isBad(section + "." + name, bad));
      return new ConfigMap(map.place(), kept);
    }
    if (node instanceof ConfigList list) {
      List<ConfigNode> kept = new ArrayList<>();
      for (int i = 0; i < list.items().size(); i++) {
        if (!isBad(section + "." + i, bad)) {
          kept.add(list.items().get(i));
        }
      }
      return new ConfigList(list.place(), kept);
    }
    throw new IllegalArgumentException(section + ": is a single value.");
  }

  private static boolean isBad(String path, Set<String> bad) {
    return bad.contains(path) || bad.stream().anyMatch(each -> each.startsWith(path + "."));
  }
}
