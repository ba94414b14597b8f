package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies {@code set} and {@code replace} to a tree. */
final class Changes {
  private final UnaryOperator<ConfigMap> defaults;
  private final Problems problems;

  /**
   * Changes to trees.
   *
   * @param defaults fills in what a replaced block leaves out
   */
  Changes(UnaryOperator<ConfigMap> defaults, Problems problems) {
    this.defaults = defaults;
    this.problems = problems;
  }

  /** The tree with an override of the command line, {@code path=value}. */
  ConfigMap override(ConfigMap root, String override) {
    int equals = override.indexOf('=');
    Place place = Place.ofOption("--set " + override);
    if (equals <= 0) {
      problems.add(place, "", "", "must read PATH=VALUE", "");
      return root;
    }
    Optional<ConfigNode> value = value(override.substring(equals + 1), place);
    return value.isEmpty()
        ? root
        : set(root, override.substring(0, equals).trim(), place, value.get());
  }

  /** What stands behind the equals sign; all of it is in one place, the option. */
  private Optional<ConfigNode> value(String text, Place place) {
    Problems own = new Problems();
    Optional<ConfigNode> value = ConfigParser.read(place.file(), text, false, own);
    for (Problem problem : own.list()) {
      boolean empty = text.isBlank();
      problems.add(
          place,
          "",
          "",
          empty ? "a value must stand behind the =" : problem.rule(),
          empty ? "" : problem.maybe());
    }
    return own.count() > 0 ? Optional.empty() : value.map(node -> moved(node, place));
  }

  /** The same piece, all of it at one place. */
  static ConfigNode moved(ConfigNode node, Place place) {
    if (node instanceof ConfigMap map) {
      Map<String, ConfigMap.Entry> entries = new LinkedHashMap<>();
      map.entries()
          .forEach(
              (key, entry) ->
                  entries.put(key, new ConfigMap.Entry(place, moved(entry.value(), place))));
      return new ConfigMap(place, entries);
    }
    if (node instanceof ConfigList list) {
      return new ConfigList(place, list.items().stream().map(item -> moved(item, place)).toList());
    }
    ConfigScalar scalar = (ConfigScalar) node;
    return new ConfigScalar(place, scalar.form(), scalar.text());
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
        changed = defaults.apply(changed);
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
    if (node.isEmpty() && !unread(root, full)) {
      problems.add(place, path, "", "no such path in the scenario", ConfigPath.suggest(root, full));
    }
    return node;
  }

  /** Whether a path may lead into what could not be read. */
  private boolean unread(ConfigMap root, String path) {
    boolean network =
        root.findMap("networks").isEmpty() && !root.entries().containsKey(path.split("\\.", 2)[0]);
    boolean otherKind =
        problems.list().stream()
            .anyMatch(
                problem ->
                    problem.rule().startsWith("is no kind of ")
                        && path.startsWith(problem.path() + "."));
    return network || otherKind || problems.isSpoilt(ConfigPath.deepest(root, path).place());
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
