package io.depinsim.experiments;

import io.depinsim.core.run.DecisionSeal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the replicates of one policy and regime left behind, in order of replicates: numbers in
 * columns, and sums. Beyond a few hundred replicates a digest and a few numbers of each stay in
 * memory.
 */
final class CaseResults {
  private ReplicateColumns summaries;
  private ReplicateColumns answers;
  private ReplicateColumns readings;
  private final List<double[]> expectations = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();
  private final List<List<double[]>> series = new ArrayList<>();
  private final Map<String, long[]> clamps = new LinkedHashMap<>();
  private final Map<Integer, DecisionSeal> decisions = new LinkedHashMap<>();
  private long ledgerScans;
  private long eventChecks;

  /** Takes the next replicate's. */
  void add(ReplicateResult result) {
    if (digests.isEmpty()) {
      summaries = new ReplicateColumns(result.summaries().length);
      answers = new ReplicateColumns(result.answers().length);
      readings = new ReplicateColumns(result.readings().length);
    }
    summaries.add(result.summaries());
    answers.add(result.answers());
    readings.add(result.readings());
    expectations.add(result.expectations());
    digests.add(result.digest());
    if (!result.series().isEmpty()) {
      series.add(result.series());
    }
    result
        .clamps()
        .forEach(
            (name, counts) -> {
              long[] sum = clamps.computeIfAbsent(name, key -> new long[2]);
              sum[0] += counts[0];
              sum[1] += counts[1];
            });
    result.decisions().ifPresent(seal -> decisions.put(result.replicate(), seal));
    ledgerScans += result.ledgerScans();
    eventChecks += result.eventChecks();
  }

  /** How many replicates there are. */
  int count() {
    return digests.size();
  }

  /** A statistic of a metric, one per replicate; its place among all of a replicate. */
  double[] summary(int place) {
    return summaries.column(place);
  }

  /** Answers to a question, one per replicate. */
  double[] answers(int question) {
    return answers.column(question);
  }

  /** What a finding reads, one per replicate. */
  double[] readings(int claim) {
    return readings.column(claim);
  }

  /** What expectations speak of, by replicate. */
  List<double[]> expectations() {
    return expectations;
  }

  /** Digests by replicate. */
  List<String> digests() {
    return digests;
  }

  /** Series of the first replicates, as many as are kept, by metric and measurement. */
  List<List<double[]>> series() {
    return series;
  }

  /** How often each limiter {bound, could have bound}, added up. */
  Map<String, long[]> clamps() {
    return clamps;
  }

  /** What logs of decisions came to, by replicate; only of those that logged any. */
  Map<Integer, DecisionSeal> decisions() {
    return decisions;
  }

  /** How often every balance and claim was tested. */
  long ledgerScans() {
    return ledgerScans;
  }

  /** How often running totals and touched rows were tested. */
  long eventChecks() {
    return eventChecks;
  }
}
