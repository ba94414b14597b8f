package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies {@code set} and {@code replace} to a tree. */
final class Changes {
  private final Problems problems;

  Changes(Problems problems) {
    this.problems = problems;
  }

  /** The tree with an override of the command line, {@code path=value}. */
  ConfigMap override(ConfigMap root, String override) {
    int equals = override.indexOf('=');
    Place place = new Place("--set " + override, 1, 1);
    if (equals <= 0) {
      problems.add(place, "", "", "must read path=value", "");
      return root;
    }
    ConfigNode value =
        ConfigParser.parse(
            place.file(), " ".repeat(equals + 1) + override.substring(equals + 1), false);
    return set(root, override.substring(0, equals).trim(), place, value);
  }

  /** The tree with everything a level changes: first the replaced blocks, then the set values. */
  ConfigMap apply(ConfigMap root, ConfigMap level) {
    ConfigMap changed = root;
    for (String verb : List.of("replace", "set")) {
      Optional<ConfigMap> block = level.findMap(verb);
      if (block.isPresent()) {
        for (String path : block.get().keys()) {
          ConfigMap.Entry entry = block.get().entries().get(path);
          changed =
              verb.equals("set")
                  ? set(changed, path, entry.keyPlace(), entry.value())
                  : replace(changed, path, entry.keyPlace(), entry.value());
        }
      }
    }
    return changed;
  }

  private ConfigMap replace(ConfigMap root, String path, Place place, ConfigNode value) {
    return exists(root, path, place).isPresent()
        ? (ConfigMap) ConfigPath.swap(root, ConfigPath.full(root, path), value)
        : root;
  }

  private ConfigMap set(ConfigMap root, String path, Place place, ConfigNode value) {
    Optional<ConfigNode> old = exists(root, path, place);
    if (old.isEmpty()) {
      return root;
    }
    boolean block = old.get() instanceof ConfigMap && !EvidenceReader.wraps(old.get());
    if (!block) {
      return (ConfigMap) ConfigPath.swap(root, ConfigPath.full(root, path), value);
    }
    if (!(value instanceof ConfigMap map) || EvidenceReader.wraps(value)) {
      problems.add(
          place,
          path,
          value.describe(),
          "this is a block; `set` changes single values",
          "`replace`");
      return root;
    }
    ConfigMap changed = root;
    for (String key : map.keys()) {
      ConfigMap.Entry entry = map.entries().get(key);
      changed = set(changed, path + "." + key, entry.keyPlace(), entry.value());
    }
    return changed;
  }

  private Optional<ConfigNode> exists(ConfigMap root, String path, Place place) {
    String full = ConfigPath.full(root, path);
    Optional<ConfigNode> node = ConfigPath.find(root, full);
    if (node.isEmpty()) {
      problems.add(place, path, "", "no such path in the scenario", ConfigPath.suggest(root, full));
    }
    return node;
  }

  /** Paths a level touches, in full, with their places. */
  static List<Touched> touched(ConfigMap root, ConfigMap level) {
    List<Touched> all = new ArrayList<>();
    for (String verb : List.of("set", "replace")) {
      level
          .findMap(verb)
          .ifPresent(
              block ->
                  block
                      .entries()
                      .forEach(
                          (path, entry) ->
                              all.add(new Touched(ConfigPath.full(root, path), entry.keyPlace()))));
    }
    return all;
  }

  /** A path that a level changes. */
  record Touched(String path, Place place) {
    /** Whether one path is, or holds, the other. */
    boolean meets(Touched other) {
      return (path + ".").startsWith(other.path + ".") || (other.path + ".").startsWith(path + ".");
    }
  }
}
