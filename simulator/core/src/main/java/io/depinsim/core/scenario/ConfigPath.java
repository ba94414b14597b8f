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

  /**
   * Where a path stands, or the longest part of it that the author wrote: a value at its start, a
   * block at its key.
   */
  static Place place(ConfigMap root, String path) {
    List<String> steps = Arrays.asList(path.split("\\.", -1));
    for (int taken = steps.size(); taken > 0; taken--) {
      Optional<ConfigNode> node = find(root, steps.subList(0, taken));
      Optional<ConfigMap.Entry> entry = entry(root, steps.subList(0, taken));
      if (node.isPresent() && entry.map(ConfigMap.Entry::stated).orElse(true)) {
        boolean block = node.get() instanceof ConfigMap && !EvidenceReader.wraps(node.get());
        return block && entry.isPresent()
            ? entry.get().keyPlace()
            : EvidenceReader.unwrap(node.get()).place();
      }
    }
    return root.place();
  }

  /** Whether a path exists and is no default that was filled in. */
  static boolean states(ConfigMap root, String path) {
    List<String> steps = Arrays.asList(path.split("\\.", -1));
    return find(root, steps).isPresent()
        && entry(root, steps).map(ConfigMap.Entry::stated).orElse(true);
  }

  private static Optional<ConfigMap.Entry> entry(ConfigMap root, List<String> steps) {
    for (int last = steps.size() - 1; last >= 0; last--) {
      String key = String.join(".", steps.subList(last, steps.size()));
      Optional<ConfigNode> parent = find(root, steps.subList(0, last));
      if (parent.isPresent()
          && EvidenceReader.unwrap(parent.get()) instanceof ConfigMap map
          && map.entries().containsKey(key)) {
        return Optional.of(map.entries().get(key));
      }
    }
    return Optional.empty();
  }

  /** The one path in a tree that ends in these steps; nothing if there are none or several. */
  static Optional<String> endingIn(ConfigMap root, String steps) {
    List<String> found = new ArrayList<>();
    collect(root, "", "." + steps, found);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static void collect(ConfigNode node, String path, String end, List<String> found) {
    if (path.endsWith(end)) {
      found.add(path.substring(1));
    }
    if (node instanceof ConfigMap map && !EvidenceReader.wraps(node)) {
      map.entries().forEach((key, e) -> collect(e.value(), path + "." + key, end, found));
    } else if (node instanceof ConfigList list) {
      for (int i = 0; i < list.items().size(); i++) {
        collect(list.items().get(i), path + "." + i, end, found);
      }
    }
  }

  /** The node at the longest part of a path that exists, the root at least. */
  static ConfigNode deepest(ConfigNode root, String path) {
    List<String> steps = Arrays.asList(path.split("\\.", -1));
    for (int taken = steps.size(); taken > 0; taken--) {
      Optional<ConfigNode> found = find(root, steps.subList(0, taken));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return root;
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
        String start = prefix + near.get();
        String rest =
            String.join(".", steps.subList(known, steps.size()).stream().skip(1).toList());
        boolean whole = !rest.isEmpty() && find(root, start + "." + rest).isPresent();
        return "`" + start + (whole ? "." + rest : "") + "`";
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
