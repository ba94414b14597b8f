package io.depinsim.reports;

import io.depinsim.core.run.ComparisonRecord.MapRow;
import io.depinsim.reports.ComparisonCharts.Captioned;
import io.depinsim.reports.Quantities.Scale;
import io.depinsim.reports.chart.ComparisonChart.Cell;
import io.depinsim.reports.chart.ComparisonChart.Named;
import io.depinsim.reports.chart.ComparisonChart.VerdictMap;
import io.depinsim.reports.chart.TickLabels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verdict map of one question. */
final class MapChart {
  /** Numbers are printed in fewer cells than this. */
  private static final int MOST_NUMBERS = 60;

  private static final Pattern QUANTITY =
      Pattern.compile("([-+]?[0-9][0-9_.]*(?:[eE][-+]?\\d+)?) ?(.*)");

  private final ComparisonCharts charts;
  private final AskedQuestion question;
  private final List<MapRow> rows;
  private final List<String> xs;
  private final List<String> ys;

  MapChart(ComparisonCharts charts, List<MapRow> all, AskedQuestion question) {
    this.charts = charts;
    this.question = question;
    this.rows = all.stream().filter(row -> row.question().equals(question.name())).toList();
    this.xs = rows.stream().map(MapRow::x).distinct().toList();
    this.ys = rows.stream().map(MapRow::y).distinct().toList();
  }

  /** The map; empty where none was made, or where neither side is better. */
  Optional<Captioned> chart(ReportInput input) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> won = new LinkedHashMap<>();
    charts.policies().forEach(policy -> won.put(policy, 0));
    List<List<Cell>> cells = new ArrayList<>();
    int undecided = 0;
    int small = 0;
    for (String y : ys) {
      List<Cell> line = new ArrayList<>();
      for (String x : xs) {
        List<MapRow> among = at(x, y).stream().filter(MapRow::amongBest).toList();
        boolean one = among.size() == 1;
        int colour = one ? charts.colour(among.get(0).policy()) : Cell.UNDECIDED;
        line.add(new Cell(colour, number(x, y)));
        if (one) {
          won.merge(among.get(0).policy(), 1, Integer::sum);
          small += among.get(0).lead() < matters() ? 1 : 0;
        } else {
          undecided++;
        }
      }
      cells.add(line);
    }
    return Optional.of(captioned(input, cells, said(won, undecided, small)));
  }

  private List<MapRow> at(String x, String y) {
    return rows.stream().filter(row -> row.x().equals(x) && row.y().equals(y)).toList();
  }

  private boolean numbers() {
    return xs.size() * ys.size() < MOST_NUMBERS;
  }

  /** The lead at a point, in the decimals that give the largest of all three digits. */
  private String number(String x, String y) {
    Optional<MapRow> lead = at(x, y).stream().max(Comparator.comparingDouble(MapRow::lead));
    if (lead.isEmpty() || !numbers()) {
      return "";
    }
    double value = question.factor() * lead.get().lead();
    double largest = question.factor() * rows.stream().mapToDouble(MapRow::lead).max().orElse(0);
    if (largest >= 1000 || largest < 0.1) {
      return TickLabels.compact(value);
    }
    int decimals = largest >= 100 ? 0 : largest >= 10 ? 1 : 2;
    return Quantities.rounded(value, new Scale(0, "", decimals));
  }

  private double matters() {
    return question.rows().get(0).matters().orElse(0);
  }

  private Captioned captioned(ReportInput input, List<List<Cell>> cells, String said) {
    String name = "map-" + ComparisonCharts.file(question.name());
    String xInput = rows.get(0).xInput();
    String yInput = rows.get(0).yInput();
    String unit = question.differenceUnit();
    VerdictMap map =
        new VerdictMap(
            RunCharts.id(name),
            charts.about(question) + ": which policy is best where",
            "Grid over " + xInput + " and " + yInput + ". " + said,
            charts.mapFooter(),
            axis(input, xInput, xs),
            labels(xs),
            axis(input, yInput, ys),
            labels(ys),
            charts.policies().stream()
                .map(policy -> new Named(policy, charts.colour(policy)))
                .toList(),
            cells,
            numbers() ? "numbers: lead over the next" + (unit.isEmpty() ? "" : ", " + unit) : "");
    return new Captioned(
        name,
        map,
        charts.about(question)
            + ", over "
            + xInput
            + " and "
            + yInput
            + " with all other inputs as written, under the base regime. "
            + said
            + " A cell has the colour of a policy that is best there with 95 %, by simultaneous"
            + " intervals over the same replicates at each point.");
  }

  private String said(Map<String, Integer> won, int undecided, int small) {
    List<String> parts = new ArrayList<>();
    won.forEach(
        (policy, count) -> {
          if (count > 0) {
            parts.add(policy + " is best at " + count);
          }
        });
    int points = won.values().stream().mapToInt(Integer::intValue).sum() + undecided;
    String first =
        parts.isEmpty()
            ? "No policy is best beyond doubt at any of " + points + " points"
            : "Of " + points + " points " + String.join(", ", parts);
    return first
        + (undecided > 0 && !parts.isEmpty() ? ", " + undecided + " undecided" : "")
        + (small > 0
            ? "; where one is best, its lead is less than what matters at " + small + "."
            : ".");
  }

  /** Values without the unit they share, which the axis tells. */
  private static List<String> labels(List<String> values) {
    List<Matcher> read = values.stream().map(QUANTITY::matcher).toList();
    boolean alike =
        read.stream().allMatch(Matcher::matches)
            && read.stream().map(m -> m.group(2)).distinct().count() == 1;
    return alike
        ? read.stream()
            .map(m -> TickLabels.compact(Double.parseDouble(m.group(1).replace("_", ""))))
            .toList()
        : values;
  }

  private static String axis(ReportInput input, String name, List<String> values) {
    Matcher first = QUANTITY.matcher(values.get(0));
    String unit = !labels(values).equals(values) && first.matches() ? first.group(2) : "";
    String path = input.uncertain().getOrDefault(name, "");
    return name + (path.isEmpty() ? "" : " (" + path + ")") + (unit.isEmpty() ? "" : ", " + unit);
  }
}
