package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.DecisionIndex;
import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.run.SummaryRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a run measured.
 *
 * @param metrics what was recorded, in definition order
 * @param series values of every policy, regime, metric and replicate whose series are kept
 * @param summary statistics of all replicates
 * @param expectations statements of the scenario and how they came out
 * @param findings claims of the scenario and how they came out
 * @param digests one per policy, regime and replicate, in that order
 * @param clamps how often limiters bound, added up over replicates
 * @param invariants how often each was tested, in all replicates; empty if none was
 * @param decisions logs of decisions, policies first, then regimes, then replicates
 * @param replicates how many there are
 * @param comparison answers to the scenario's questions; empty if none were asked for
 */
public record RunResult(
    List<MetricDefinition> metrics,
    SeriesTable series,
    List<SummaryRow> summary,
    List<ExpectationRow> expectations,
    List<FindingRow> findings,
    List<Manifest.Digest> digests,
    List<Manifest.Clamp> clamps,
    Map<String, Long> invariants,
    DecisionIndex decisions,
    int replicates,
    Optional<ComparisonRecord> comparison) {

  /** The same with what a comparison says. */
  RunResult with(ComparisonRecord compared) {
    return new RunResult(
        metrics,
        series,
        summary,
        expectations,
        findings,
        digests,
        clamps,
        invariants,
        decisions,
        replicates,
        Optional.of(compared));
  }
}
