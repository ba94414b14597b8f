package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds and changes values by dotted path.
 *
 * <p>A step names a key of a map or the index of an item, the first being 0. Keys that hold dots
 * themselves are found too. A step that evidence does not know leads on to the value it stands
 * beside.
 */
final class ConfigPath {
  private ConfigPath() {}

  /** The path in full: a leading {@code networks.} may be left out before the name of a network. */
  static String full(ConfigMap root, String path) {
    String first = path.split("\\.", 2)[0];
    boolean network =
        !root.entries().containsKey(first)
            && root.findMap("networks").map(n -> n.entries().containsKey(first)).orElse(false);
    return network ? "networks." + path : path;
  }

  /** The node at a path. */
  static Optional<ConfigNode> find(ConfigNode root, String path) {
    return find(root, Arrays.asList(path.split("\\.", -1)));
  }

  private static Optional<ConfigNode> find(ConfigNode node, List<String> steps) {
    if (steps.isEmpty()) {
      return Optional.of(node);
    }
    for (int taken = 1; taken <= steps.size(); taken++) {
      Optional<ConfigNode> child = child(node, String.join(".", steps.subList(0, taken)));
      if (child.isPresent()) {
        Optional<ConfigNode> found = find(child.get(), steps.subList(taken, steps.size()));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return EvidenceReader.wraps(node) ? find(EvidenceReader.unwrap(node), steps) : Optional.empty();
  }

  private static Optional<ConfigNode> child(ConfigNode node, String step) {
    if (node instanceof ConfigMap map) {
      return map.find(step);
    }
    if (node instanceof ConfigList list && step.matches("\\d{1,9}")) {
      int index = Integer.parseInt(step);
      return index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
    }
    return Optional.empty();
  }

  /** The same tree with the node at an existing path swapped. */
  static ConfigNode swap(ConfigNode root, String path, ConfigNode value) {
    return swap(root, Arrays.asList(path.split("\\.", -1)), value);
  }

  private static ConfigNode swap(ConfigNode node, List<String> steps, ConfigNode value) {
    if (steps.isEmpty()) {
      return value;
    }
    for (int taken = 1; taken <= steps.size(); taken++) {
      String step = String.join(".", steps.subList(0, taken));
      List<String> rest = steps.subList(taken, steps.size());
      Optional<ConfigNode> child = child(node, step);
      if (child.isEmpty() || find(child.get(), rest).isEmpty()) {
        continue;
      }
      ConfigNode changed = swap(child.get(), rest, value);
      if (node instanceof ConfigMap map) {
        return map.with(step, changed);
      }
      List<ConfigNode> items = new ArrayList<>(((ConfigList) node).items());
      items.set(Integer.parseInt(step), changed);
      return new ConfigList(node.place(), items);
    }
    ConfigMap wrapper = (ConfigMap) node;
    return wrapper.with("value", swap(EvidenceReader.unwrap(wrapper), steps, value));
  }

  /** What was probably meant by a path that does not exist: a clause, or nothing. */
  static String suggest(ConfigMap root, String path) {
    List<String> steps = Arrays.asList(path.split("\\.", -1));
    int known = 0;
    while (known < steps.size() && find(root, steps.subList(0, known + 1)).isPresent()) {
      known++;
    }
    ConfigNode last = EvidenceReader.unwrap(find(root, steps.subList(0, known)).orElse(root));
    String prefix = known == 0 ? "" : String.join(".", steps.subList(0, known)) + ".";
    if (known < steps.size() && last instanceof ConfigMap map) {
      Optional<String> near = Nearest.find(steps.get(known), map.keys());
      if (near.isPresent()) {
        return "`" + prefix + near.get() + "`";
      }
      if (known > 0 && map.entries().size() <= 12) {
        return "one of " + prefix + "{" + String.join(", ", map.keys()) + "}";
      }
    }
    TreeSet<String> all = new TreeSet<>();
    leaves(root, "", all);
    return Nearest.find(path, all).map(near -> "`" + near + "`").orElse("");
  }

  private static void leaves(ConfigNode node, String path, TreeSet<String> all) {
    if (node instanceof ConfigMap map && !EvidenceReader.wraps(node)) {
      map.entries()
          .forEach(
              (key, entry) -> leaves(entry.value(), path.isEmpty() ? key : path + "." + key, all));
    } else {
      all.add(path);
    }
  }
}
