package io.depinsim.cli;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.PlainNumbers;
import io.depinsim.core.run.SeriesTable;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How a number of a run came about: its definition, its values, and those of what it speaks of. */
final class MetricExplanation {
  private final Manifest manifest;
  private final SeriesTable series;
  private final String key;
  private final Predicate<Column> wanted;
  private final int point;

  /**
   * An explanation.
   *
   * @param key one of the manifest's metrics
   * @param at day of the measurement
   * @param wanted which replicates are shown
   */
  MetricExplanation(
      Manifest manifest, SeriesTable series, String key, LocalDate at, Predicate<Column> wanted) {
    this.manifest = manifest;
    this.series = series;
    this.key = key;
    this.wanted = wanted;
    this.point = point(at);
  }

  /** A replicate whose series is kept. */
  record Column(String policy, String regime, int replicate) {}

  /** The last measurement before the end of a day, if it lies on that day. */
  private int point(LocalDate at) {
    Instant end = at.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant start = at.atStartOfDay(ZoneOffset.UTC).toInstant();
    int last = -1;
    for (int t = 0; t < series.times().size(); t++) {
      Instant time = series.times().get(t);
      if (time.isBefore(end) && !time.isBefore(start)) {
        last = t;
      }
    }
    return last;
  }

  /** Whether anything was measured on the day. */
  boolean measured() {
    return point >= 0;
  }

  /** What is measured when, in a sentence. */
  String whenMeasured() {
    List<Instant> times = series.times();
    return "nothing was measured on this day. The run was measured "
        + times.size()
        + " times, first "
        + times.get(0)
        + (times.size() > 1 ? ", then " + times.get(1) : "")
        + ", last "
        + times.get(times.size() - 1)
        + ".";
  }

  /** Prints it. */
  void print(PrintWriter out) {
    MetricDefinition definition = definition(key);
    describe(definition, "", out);
    print(definition, "", out);
    List<MetricDefinition> parts =
        manifest.metrics().stream().filter(other -> isPart(definition, other)).toList();
    for (MetricDefinition part : parts) {
      out.println();
      describe(part, "  ", out);
      print(part, "  ", out);
    }
  }

  private MetricDefinition definition(String of) {
    return manifest.metrics().stream().filter(d -> d.key().equals(of)).findFirst().orElseThrow();
  }

  /** Whether a formula names another metric of the same network, by label or last part of key. */
  private static boolean isPart(MetricDefinition whole, MetricDefinition other) {
    boolean same = network(whole.key()).equals(network(other.key()));
    return same
        && !whole.key().equals(other.key())
        && (names(whole.formula(), other.label()) || names(whole.formula(), name(other.key())));
  }

  private static String network(String metric) {
    return metric.substring(0, Math.max(0, metric.lastIndexOf('.')));
  }

  private static String name(String metric) {
    return metric.substring(metric.lastIndexOf('.') + 1);
  }

  private static boolean names(String formula, String words) {
    int at = formula.indexOf(words);
    while (at >= 0 && !words.isBlank()) {
      int end = at + words.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(formula.charAt(at - 1));
      boolean ends = end == formula.length() || !Character.isLetterOrDigit(formula.charAt(end));
      if (begins && ends) {
        return true;
      }
      at = formula.indexOf(words, at + 1);
    }
    return false;
  }

  private static void describe(MetricDefinition metric, String indent, PrintWriter out) {
    out.println(indent + metric.key() + ": " + metric.label());
    out.println(indent + "  unit: " + metric.unit());
    out.println(indent + "  formula: " + metric.formula());
  }

  private void print(MetricDefinition metric, String indent, PrintWriter out) {
    out.println(indent + "  at: " + series.times().get(point));
    for (String policy : series.policies()) {
      for (String regime : series.regimes()) {
        for (int r = 0; r < series.replicates(); r++) {
          Optional<double[]> values = series.find(policy, regime, metric.key(), r);
          if (values.isPresent() && wanted.test(new Column(policy, regime, r))) {
            out.println(
                indent
                    + "  "
                    + policy
                    + ", "
                    + regime
                    + ", replicate "
                    + r
                    + ": "
                    + PlainNumbers.format(values.get()[point]));
          }
        }
      }
    }
  }
}
