package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.run.SummaryRow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run directory, read once.
 *
 * @param manifest what the run was
 * @param series every metric over time
 * @param summary statistics over replicates
 * @param expectations statements of the scenario and how they came out
 * @param findings claims of the scenario and how they came out
 * @param metrics definitions by key, in the order of the series
 * @param comparison answers to the questions of the scenario; empty for an ordinary run
 */
record RunRecord(
    Manifest manifest,
    SeriesTable series,
    List<SummaryRow> summary,
    List<ExpectationRow> expectations,
    List<FindingRow> findings,
    Map<String, MetricDefinition> metrics,
    Optional<ComparisonRecord> comparison) {

  /** A run that compares nothing. */
  RunRecord(
      Manifest manifest,
      SeriesTable series,
      List<SummaryRow> summary,
      List<ExpectationRow> expectations,
      List<FindingRow> findings,
      Map<String, MetricDefinition> metrics) {
    this(manifest, series, summary, expectations, findings, metrics, Optional.empty());
  }

  static RunRecord read(RunDirectory run) {
    Manifest manifest = run.manifest();
    Map<String, MetricDefinition> metrics = new LinkedHashMap<>();
    for (MetricDefinition metric : manifest.metrics()) {
      metrics.put(metric.key(), metric);
    }
    List<ExpectationRow> expectations =
        run.has("expectations.csv") ? run.expectations() : List.of();
    List<FindingRow> findings = run.has("findings.csv") ? run.findings() : List.of();
    return new RunRecord(
        manifest, run.series(), run.summary(), expectations, findings, metrics, run.comparison());
  }

  /** What a chart or table calls a metric; its key if the manifest does not define it. */
  String label(String metric) {
    MetricDefinition definition = metrics.get(metric);
    return definition == null ? metric : definition.label();
  }

  /** Unit of a metric as printed; empty for a pure number or an undefined metric. */
  String unit(String metric) {
    MetricDefinition definition = metrics.get(metric);
    return definition == null || definition.unit().equals("1") ? "" : definition.unit();
  }

  /** Whether a metric is a share of something, to be read as percent. */
  boolean isShare(String metric) {
    MetricDefinition definition = metrics.get(metric);
    return definition != null && isShare(metric, definition.unit());
  }

  /**
   * By the names of metrics: {@code servedShare} and {@code busyShare.eu.09} are shares, {@code
   * gini} is not.
   */
  static boolean isShare(String metric, String unit) {
    return unit.equals("1") && (metric.endsWith("Share") || metric.contains("Share."));
  }

  /** How far measurements lie apart, as an adjective. */
  String step() {
    List<Instant> times = series.times();
    if (times.size() < 3) {
      return "measured";
    }
    long days = Duration.between(times.get(1), times.get(2)).toDays();
    return days == 1
        ? "daily"
        : days == 7 ? "weekly" : days >= 28 && days <= 31 ? "monthly" : "measured";
  }

  /** Whether there is more than one policy or regime. */
  boolean severalCases() {
    return manifest.policies().size() > 1 || manifest.regimes().size() > 1;
  }

  /** What a case is called: without its regime where there is only one. */
  String caseName(String policy, String regime) {
    if (manifest.regimes().size() == 1) {
      return policy;
    }
    return manifest.policies().size() == 1 ? regime : policy + ", " + regime;
  }

  /** First eight digits of the digest of the base case's first replicate. */
  String shortDigest() {
    if (manifest.digests().isEmpty()) {
      return "none";
    }
    String digest = manifest.digests().get(0).digest();
    return digest.substring(0, Math.min(8, digest.length()));
  }
}
