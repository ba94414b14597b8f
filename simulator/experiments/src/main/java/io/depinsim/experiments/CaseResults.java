package io.depinsim.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the replicates of one policy and regime left behind, in order of replicates: numbers in
 * columns, and sums. Grows by a few hundred bytes to a few kilobytes a replicate, as there are
 * metrics.
 */
final class CaseResults {
  private final Rows summaries = new Rows();
  private final Rows answers = new Rows();
  private final Rows readings = new Rows();
  private final List<double[]> expectations = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();
  private final List<List<double[]>> series = new ArrayList<>();
  private final Map<String, long[]> clamps = new LinkedHashMap<>();
  private long ledgerScans;
  private long eventChecks;

  /** Rows of equally many numbers, growing. */
  private static final class Rows {
    private double[] values = {};
    private int width;
    private int count;

    void add(double[] row) {
      width = row.length;
      int start = count * width;
      if (start + width > values.length) {
        values = Arrays.copyOf(values, Math.max(start + width, values.length * 3 / 2));
      }
      System.arraycopy(row, 0, values, start, width);
      count++;
    }

    double[] column(int place) {
      double[] column = new double[count];
      for (int r = 0; r < count; r++) {
        column[r] = values[r * width + place];
      }
      return column;
    }
  }

  /** Takes the next replicate's. */
  void add(ReplicateResult result) {
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

  /** How often every balance and claim was tested. */
  long ledgerScans() {
    return ledgerScans;
  }

  /** How often running totals and touched rows were tested. */
  long eventChecks() {
    return eventChecks;
  }
}
