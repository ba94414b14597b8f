package io.depinsim.reports;

import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.core.scenario.Evidence;
import io.depinsim.core.scenario.HistorySpec;
import io.depinsim.core.scenario.LevelChange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report takes from the scenario rather than from the run: words, pictures wanted, grades of
 * evidence. Everything here is shown, nothing of it changes a number.
 *
 * @param name name of the scenario
 * @param question what the scenario asks
 * @param description what it models, in a few sentences; empty for none
 * @param notice what a reader must know before the answer; empty for nothing
 * @param questions names of what the scenario asks of metrics
 * @param changes in which values policies and regimes differ from the base
 * @param charts pictures by file name without ending, in page order
 * @param history measured histories by name
 * @param evidence how well each input is known
 * @param leavesOut what the model leaves out, one sentence each
 * @param reproduceCommand what to type to get this run again
 * @param uncertain paths of the inputs that a comparison may draw, by what the scenario calls them
 */
public record ReportInput(
    String name,
    String question,
    String description,
    String notice,
    List<String> questions,
    List<LevelChange> changes,
    Map<String, ChartSpec> charts,
    Map<String, HistorySpec> history,
    List<Evidence> evidence,
    List<String> leavesOut,
    String reproduceCommand,
    Map<String, String> uncertain) {

  /** Of a scenario that asks no question of metrics and calls no input uncertain. */
  public ReportInput(
      String name,
      String question,
      String description,
      String notice,
      List<LevelChange> changes,
      Map<String, ChartSpec> charts,
      Map<String, HistorySpec> history,
      List<Evidence> evidence,
      List<String> leavesOut,
      String reproduceCommand) {
    this(
        name,
        question,
        description,
        notice,
        List.of(),
        changes,
        charts,
        history,
        evidence,
        leavesOut,
        reproduceCommand,
        Map.of());
  }

  /** Copies maps and lists; the order of the maps is kept. */
  public ReportInput {
    questions = List.copyOf(questions);
    changes = List.copyOf(changes);
    charts = Collections.unmodifiableMap(new LinkedHashMap<>(charts));
    history = Collections.unmodifiableMap(new LinkedHashMap<>(history));
    evidence = List.copyOf(evidence);
    leavesOut = List.copyOf(leavesOut);
    uncertain = Collections.unmodifiableMap(new LinkedHashMap<>(uncertain));
  }
}
