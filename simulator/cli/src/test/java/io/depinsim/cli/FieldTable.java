package io.depinsim.cli;

import io.depinsim.cli.ScenarioTree.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a change of each field of a scenario must change. */
final class FieldTable {
  private static final Set<String> ECONOMIC =
      Set.of(
          "assets",
          "hardware",
          "regions",
          "providers",
          "consumers",
          "outside",
          "networks",
          "shocks");

  private static final Set<String> ECONOMIC_OF_RUN = Set.of("RunSpec.seed", "RunSpec.start");

  /** Which output changes with what no economy reads; a digest must change with all else. */
  static final Map<String, String> OUTPUTS = new LinkedHashMap<>();

  static {
    outputs(FieldOutputs.EXIT_CODE, "ScenarioSpec", "depinsim");
    outputs("manifest.json", "ScenarioSpec", "name");
    outputs("report.html", "ScenarioSpec", "question", "description");
    outputs("series.csv", "RunSpec", "replicates", "horizon", "end", "measure");
    outputs("summary.csv", "RunSpec", "warmUp");
    outputs("manifest.json", "DecisionLogSpec", "rate", "replicates");
    outputs("series.csv", "LevelSpec", "set", "replace");
    outputs("series.csv", "NetworkSpec.UnitSpec", "size");
    outputs("charts", "HistorySpec", "metric", "label");
    outputs("expectations.csv", "HistorySpec", "points", "hour");
    outputs("charts", "ChartSpec", "title", "kind", "metrics", "history", "fittedUntil");
    outputs("charts", "ChartSpec", "logarithmic");
    outputs("report.html", "ChartSpec", "caption");
    outputs("expectations.csv", "ExpectSpec", "name", "basis", "metric", "statistic", "history");
    outputs("expectations.csv", "ExpectSpec", "from", "to", "step", "within");
    outputs("expectations.csv", "ExpectSpec", "policy", "regime", "across");
    outputs("findings.csv", "FindingSpec", "claim", "source", "metric", "statistic", "from", "to");
    outputs("findings.csv", "FindingSpec", "between", "relative", "above", "below");
    outputs("report.html", "NotesSpec", "leavesOut");
    outputs(FieldOutputs.COMPARISON, "MetricSpec", "metric", "statistic", "from", "to", "better");
    outputs(FieldOutputs.COMPARISON, "MetricSpec", "matters");
    outputs(FieldOutputs.COMPARISON, "UncertaintySpec", "path", "uniform", "logUniform");
  }

  /** Blocks that no scenario can ship, since their effect is that the program refuses or stops. */
  static final Map<String, Map<String, String>> STOPS =
      Map.of(
          "AssetSpec.cap", Map.of("assets.SPACE.cap", "\"1_000_000 SPACE\""),
          "AssetSpec.outside", Map.of("assets.SPACE.outside", "true"),
          "NetworkSpec.service", Map.of("networks.space.service", "\"jobs\""));

  /** Fields whose effect is none of a value in a scenario alone, and the tests that show it. */
  static final Map<String, String> GATES =
      Map.of(
          "MetricSpec.gate", "anInformationalQuestionNeverFails",
          "TraceArrivals.Spec.file", "arrivalsOnRecordComeFromTheFileThatIsNamed",
          "TraceArrivals.Spec.csv", "arrivalsOnRecordComeFromTheFileThatIsNamed");

  private static void outputs(String output, String owner, String... names) {
    for (String name : names) {
      OUTPUTS.put(owner + "." + name, output);
    }
  }

  private FieldTable() {}

  /**
   * Whether the digest of some scenario must change with a field: it stands in a section that
   * describes the world, and the table names no other output.
   */
  static boolean changesDigests(Field field, Set<String> sections) {
    boolean world =
        sections.stream().anyMatch(ECONOMIC::contains)
            || ECONOMIC_OF_RUN.contains(field.toString());
    return world && !names().contains(field.toString());
  }

  /** Fields that the table names. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>(OUTPUTS.keySet());
    names.addAll(STOPS.keySet());
    names.addAll(GATES.keySet());
    return names;
  }
}
