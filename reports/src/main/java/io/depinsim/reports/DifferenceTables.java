package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.reports.Html.Cell;
import io.depinsim.reports.Quantities.Scale;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** By how much the metrics of two runs differ, by family; which do not. */
final class DifferenceTables {
  private static final int COLUMNS = 4;

  private final RunRecord differences;
  private final List<String> same = new ArrayList<>();
  private final Map<String, List<String>> moved = new LinkedHashMap<>();

  /**
   * Tables of differences.
   *
   * @param differences what one run has more than another
   */
  DifferenceTables(RunRecord differences) {
    this.differences = differences;
    for (String metric : differences.series().metrics()) {
      if (moves(metric)) {
        MetricDefinition definition = differences.metrics().get(metric);
        String family = definition == null ? "Other" : definition.family();
        moved.computeIfAbsent(family, f -> new ArrayList<>()).add(metric);
      } else {
        same.add(metric);
      }
    }
  }

  /** Metrics that are the same at every time in every replicate. */
  List<String> same() {
    return List.copyOf(same);
  }

  private boolean moves(String metric) {
    for (String policy : differences.series().policies()) {
      for (String regime : differences.series().regimes()) {
        for (double[] values : replicates(policy, regime, metric)) {
          for (double value : values) {
            if (value != 0) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private List<double[]> replicates(String policy, String regime, String metric) {
    SeriesTable series = differences.series();
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < series.replicates(); k++) {
      series.find(policy, regime, metric, k).ifPresent(all::add);
    }
    return all;
  }

  void write(Html html) {
    html.raw("<section id=\"results\">\n<h2>Metrics</h2>\n");
    html.element(
        "p",
        "Mean difference over the matched replicates, and the lowest and the highest of them; the"
            + " largest difference of any replicate and when it was. Descriptions, no intervals:"
            + " a comparison gives those.");
    moved.forEach(
        (family, keys) -> {
          html.raw("<details open class=\"family\">\n<summary>").text(family);
          html.raw(" <small>").text(Quantities.count(keys.size())).raw("</small></summary>\n");
          html.openTable(
              family,
              Cell.text("Case"),
              Cell.number("At the end").note("lowest to highest"),
              Cell.number("Largest"),
              Cell.text("When"));
          keys.forEach(metric -> metric(html, metric));
          html.closeTable().raw("</details>\n");
        });
    if (!same.isEmpty()) {
      html.element(
          "p", "The same at every time in every replicate: " + DifferencePage.some(same) + ".");
    }
    html.raw("</section>\n");
  }

  private void metric(Html html, String metric) {
    boolean share = differences.isShare(metric);
    double factor = share ? 100 : 1;
    String unit = share ? "points" : differences.unit(metric);
    html.group(COLUMNS, Cell.text(differences.label(metric)).beside(metric), unit);
    for (String regime : differences.series().regimes()) {
      for (String policy : differences.series().policies()) {
        List<double[]> replicates = replicates(policy, regime, metric);
        if (!replicates.isEmpty()) {
          html.row(cells(name(policy, regime), replicates, factor));
        }
      }
    }
  }

  private String name(String policy, String regime) {
    return differences.series().regimes().size() == 1 ? policy : policy + ", " + regime;
  }

  private Cell[] cells(String name, List<double[]> replicates, double factor) {
    double sum = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double largest = 0;
    int when = 0;
    for (double[] values : replicates) {
      double end = factor * values[values.length - 1];
      sum += end;
      low = Math.min(low, end);
      high = Math.max(high, end);
      for (int t = 0; t < values.length; t++) {
        if (Math.abs(factor * values[t]) > Math.abs(largest)) {
          largest = factor * values[t];
          when = t;
        }
      }
    }
    Scale scale = Scale.of(low, high);
    String word = scale.word().isEmpty() ? "" : "\u00a0" + scale.word();
    String range = Quantities.format(low, scale) + " to " + Quantities.format(high, scale) + word;
    return new Cell[] {
      Cell.text(name),
      Cell.number(signed(sum / replicates.size())).note(replicates.size() == 1 ? "" : range),
      Cell.number(signed(largest)),
      Cell.text(
          largest == 0
              ? "–"
              : differences
                  .series()
                  .times()
                  .get(when)
                  .atOffset(ZoneOffset.UTC)
                  .toLocalDate()
                  .toString())
    };
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + Quantities.withUnit(value, "");
  }
}
