package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes policy factors of {@code path=a,b}: levels that give the path these values, the first of
 * which is the base. A factor is called by the last step of its path, a level by its value, or by
 * its kind where it replaces a block.
 */
final class Variation {
  private Variation() {}

  /** The tree with such factors behind those it has. */
  static ConfigMap apply(ConfigMap root, List<String> variations, Problems problems) {
    ConfigMap changed = root;
    for (String variation : variations) {
      Place place = Place.ofOption("--vary " + variation);
      int equals = variation.indexOf('=');
      if (equals <= 0) {
        problems.add(place, "", "", "must read PATH=A,B", "");
        continue;
      }
      String path = ConfigPath.full(root, variation.substring(0, equals).trim());
      if (ConfigPath.find(root, path).isEmpty()) {
        problems.add(
            place, path, "", "no such path in the scenario", ConfigPath.suggest(root, path));
        continue;
      }
      List<ConfigNode> values = values(variation.substring(equals + 1), place, problems);
      if (values.size() > 1) {
        changed = with(changed, path, values, place, problems);
      }
    }
    return changed;
  }

  private static List<ConfigNode> values(String text, Place place, Problems problems) {
    Problems own = new Problems();
    Optional<ConfigNode> read = ConfigParser.read(place.file(), "[" + text + "]", false, own);
    if (own.count() > 0 || !(read.orElse(null) instanceof ConfigList list)) {
      problems.add(place, "", "", "values must be separated by commas, as in `a,b`", "");
      return List.of();
    }
    if (list.items().size() < 2) {
      problems.add(place, "", "", "needs at least two values, the first of which is the base", "");
    }
    return list.items().stream().map(item -> Changes.moved(item, place)).toList();
  }

  private static ConfigMap with(
      ConfigMap root, String path, List<ConfigNode> values, Place place, Problems problems) {
    Map<String, ConfigMap.Entry> levels = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      ConfigNode value = values.get(i);
      boolean block = value instanceof ConfigMap && !EvidenceReader.wraps(value);
      ConfigMap change = one(place, path, value);
      ConfigMap level = one(place, block ? "replace" : "set", change);
      // Blocks that are no kinds, such as shares of fees, begin with the same key.
      String name =
          block && levels.containsKey(name(value)) ? name(value) + "-" + (i + 1) : name(value);
      if (levels.put(name, new ConfigMap.Entry(place, level)) != null) {
        problems.add(place, path, name(value), "this value stands twice", "remove one");
      }
    }
    ConfigMap factors =
        root.findMap("policies").orElseGet(() -> new ConfigMap(place, new LinkedHashMap<>()));
    Map<String, ConfigMap.Entry> all = new LinkedHashMap<>(factors.entries());
    all.put(factor(path, all), new ConfigMap.Entry(place, new ConfigMap(place, levels)));
    String base = levels.keySet().iterator().next();
    ConfigMap varied = root.with("policies", new ConfigMap(factors.place(), all));
    return varied.findMap("findings").isPresent()
        ? varied.with("findings", renamed(varied.findMap("findings").get(), base, factors))
        : varied;
  }

  /** Findings speak of policies as they were: under the base of the new factor. */
  private static ConfigMap renamed(ConfigMap findings, String base, ConfigMap factors) {
    ConfigMap changed = findings;
    for (String name : findings.keys()) {
      Optional<ConfigMap> finding = findings.findMap(name);
      Optional<ConfigNode> between = finding.flatMap(map -> map.find("between"));
      if (between.isPresent() && between.get() instanceof ConfigList list) {
        List<ConfigNode> policies =
            list.items().stream().map(item -> renamed(item, base, factors)).toList();
        changed =
            changed.with(
                name, finding.get().with("between", new ConfigList(list.place(), policies)));
      }
    }
    return changed;
  }

  private static ConfigNode renamed(ConfigNode policy, String base, ConfigMap factors) {
    boolean first = factors.entries().isEmpty();
    return policy instanceof ConfigScalar scalar
        ? new ConfigScalar(
            scalar.place(), ConfigScalar.Form.TEXT, first ? base : scalar.text() + "/" + base)
        : policy;
  }

  private static ConfigMap one(Place place, String key, ConfigNode value) {
    return new ConfigMap(place, Map.of(key, new ConfigMap.Entry(place, value)));
  }

  /** The shortest end of the path that no factor is called by. */
  private static String factor(String path, Map<String, ConfigMap.Entry> taken) {
    List<String> steps = List.of(path.split("\\."));
    List<String> end = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      end.add(0, steps.get(i));
      String name = String.join("-", end);
      if (!taken.containsKey(name) && Character.isLetter(name.charAt(0))) {
        return name;
      }
    }
    return "vary-" + String.join("-", steps);
  }

  private static String name(ConfigNode value) {
    if (EvidenceReader.unwrap(value) instanceof ConfigScalar scalar) {
      return scalar.text().replace("/", " per ").replaceAll("[^A-Za-z0-9 _.:%+-]", "-");
    }
    return value instanceof ConfigMap map && !map.entries().isEmpty()
        ? map.keys().iterator().next()
        : "list";
  }
}
