package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the evidence that stands beside values.
 *
 * <p>A map with {@code value} and {@code grade} and no keys but {@code source}, {@code date},
 * {@code range} and {@code note} stands for its value. Numbers without such a map, in the parts of
 * a scenario that describe the world, count as assumed; a list of values, or a map of them by date,
 * counts as one.
 */
final class EvidenceReader {
  private static final Set<String> KEYS =
      Set.of("value", "grade", "source", "date", "range", "note");
  private static final Set<String> WORLD =
      Set.of("networks", "providers", "consumers", "hardware", "outside", "assets", "shocks");

  private final Problems problems;
  private final List<Evidence> found = new ArrayList<>();

  EvidenceReader(Problems problems) {
    this.problems = problems;
  }

  /** Whether a node is a value with its evidence. */
  static boolean wraps(ConfigNode node) {
    return node instanceof ConfigMap map
        && map.entries().containsKey("value")
        && map.entries().containsKey("grade")
        && KEYS.containsAll(map.keys());
  }

  /** The value itself, whether or not evidence stands beside it. */
  static ConfigNode unwrap(ConfigNode node) {
    return wraps(node) ? ((ConfigMap) node).entries().get("value").value() : node;
  }

  /** Why a map with a {@code value} is no evidence: a clause, or nothing. */
  static String guess(ConfigNode node) {
    if (!(node instanceof ConfigMap map) || !map.entries().containsKey("value")) {
      return "";
    }
    if (!map.entries().containsKey("grade")) {
      return "evidence is meant, which needs a `grade`";
    }
    String odd = map.keys().stream().filter(key -> !KEYS.contains(key)).findFirst().orElse("");
    return "evidence is meant, which has no `" + odd + "`";
  }

  /** All evidence in a scenario, in file order; what is wrong with it goes to the problems. */
  List<Evidence> read(ConfigMap root) {
    for (Map.Entry<String, ConfigMap.Entry> entry : root.entries().entrySet()) {
      boolean levels = entry.getKey().equals("policies") || entry.getKey().equals("regimes");
      int before = found.size();
      walk(entry.getValue().value(), entry.getKey(), WORLD.contains(entry.getKey()));
      if (levels) {
        // Values of a policy speak only where the policy is applied.
        found.subList(before, found.size()).clear();
      }
    }
    return List.copyOf(found);
  }

  private void walk(ConfigNode node, String path, boolean world) {
    if (wraps(node)) {
      wrapped((ConfigMap) node, path);
    } else if (node instanceof ConfigMap map) {
      if (world && isSeries(map)) {
        assume(path, series(map));
        return;
      }
      map.entries().forEach((key, entry) -> walk(entry.value(), path + "." + key, world));
    } else if (node instanceof ConfigList list) {
      if (world
          && !list.items().isEmpty()
          && list.items().stream().allMatch(EvidenceReader::isNumber)) {
        assume(path, list.describe());
        return;
      }
      for (int i = 0; i < list.items().size(); i++) {
        walk(list.items().get(i), path + "." + i, world);
      }
    } else if (world && isNumber(node)) {
      assume(path, node.describe());
    }
  }

  private void assume(String path, String value) {
    found.add(new Evidence(path, value, Evidence.Grade.assumed, "", "", List.of()));
  }

  /** Whether a value in this section of a scenario counts as assumed where nothing says more. */
  static boolean assumes(String section, ConfigNode node) {
    return WORLD.contains(section) && isNumber(node);
  }

  private static boolean isNumber(ConfigNode node) {
    return node instanceof ConfigScalar scalar
        && (scalar.form() == ConfigScalar.Form.NUMBER || Quantity.matches(scalar.text()));
  }

  /** Whether a map holds values by date. */
  static boolean isSeries(ConfigMap map) {
    return !map.keys().isEmpty()
        && map.keys().stream().allMatch(key -> key.matches("\\d{4}-\\d{2}-\\d{2}"))
        && map.entries().values().stream().allMatch(e -> e.value() instanceof ConfigScalar);
  }

  /** A value in one short line: a series by its length and ends. */
  static String shown(ConfigNode value) {
    return value instanceof ConfigMap map && isSeries(map) ? series(map) : value.describe();
  }

  private static String series(ConfigMap map) {
    List<String> days = List.copyOf(map.keys());
    return days.size() + " values, " + days.get(0) + " to " + days.get(days.size() - 1);
  }

  private void wrapped(ConfigMap map, String path) {
    Optional<Evidence.Grade> grade = grade(map, path);
    String source = text(map, "source", path);
    String date = text(map, "date", path);
    String note = text(map, "note", path);
    List<String> range = range(map, path);
    if (grade.isEmpty()) {
      return;
    }
    if (grade.get() == Evidence.Grade.documented && source.isEmpty()) {
      ConfigMap.Entry entry = map.entries().get("grade");
      problems.add(
          entry.value().place(), path, "documented", "needs a `source`", "the grade is `assumed`");
    }
    String shown = shown(map.entries().get("value").value());
    found.add(new Evidence(path, shown, grade.get(), source, date, range, note));
  }

  private Optional<Evidence.Grade> grade(ConfigMap map, String path) {
    ConfigNode node = map.entries().get("grade").value();
    List<String> grades = Arrays.stream(Evidence.Grade.values()).map(Enum::name).toList();
    if (node instanceof ConfigScalar scalar && grades.contains(scalar.text())) {
      return Optional.of(Evidence.Grade.valueOf(scalar.text()));
    }
    problems.add(
        node,
        path + ".grade",
        "must be a grade of evidence",
        Nearest.suggest(node.describe(), grades));
    return Optional.empty();
  }

  private String text(ConfigMap map, String key, String path) {
    Optional<ConfigNode> node = map.find(key);
    if (node.isEmpty()) {
      return "";
    }
    if (node.get() instanceof ConfigScalar scalar && !scalar.text().isBlank()) {
      return scalar.text();
    }
    problems.add(node.get(), path + "." + key, "must be text", "");
    return "";
  }

  private List<String> range(ConfigMap map, String path) {
    Optional<ConfigNode> node = map.find("range");
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof ConfigList list
        && list.items().size() == 2
        && list.items().stream().allMatch(ConfigScalar.class::isInstance)) {
      return list.items().stream().map(item -> ((ConfigScalar) item).text()).toList();
    }
    problems.add(node.get(), path + ".range", "must be [lowest, highest]", "");
    return List.of();
  }
}
