package io.depinsim.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.reports.chart.ComparisonChart.Cell;
import io.depinsim.reports.chart.ComparisonChart.Difference;
import io.depinsim.reports.chart.ComparisonChart.DifferencePanel;
import io.depinsim.reports.chart.ComparisonChart.Dot;
import io.depinsim.reports.chart.ComparisonChart.FrontPanel;
import io.depinsim.reports.chart.ComparisonChart.Interval;
import io.depinsim.reports.chart.ComparisonChart.Named;
import io.depinsim.reports.chart.ComparisonChart.Point;
import io.depinsim.reports.chart.ComparisonChart.Standing;
import io.depinsim.reports.chart.ComparisonChart.VerdictMap;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComparisonImagesTest {
  private static ComparisonImages images;

  @BeforeAll
  static void load() {
    images = ComparisonImages.load();
  }

  private static ComparisonChart differences(double matters) {
    DifferencePanel panel =
        new DifferencePanel(
            "calm",
            matters,
            List.of(
                new Difference("half <&>", 0, -2, -3, -1, "better"),
                new Difference("double", 1, Double.NaN, Double.NaN, Double.NaN, "undecided")));
    return new ComparisonChart.Differences(
        "chart-d", "Title <&>", "What it shows", "footer", "less plan, points", List.of(panel));
  }

  private static ComparisonChart front() {
    Interval none = new Interval(0, 0, 0);
    Point base = new Point("plan", -1, none, none, Standing.FRONT);
    Point same = new Point("half", 0, none, none, Standing.FRONT);
    return new ComparisonChart.Front(
        "chart-f",
        "Front",
        "What it shows",
        "footer",
        "cost",
        "reach",
        List.of(new FrontPanel("", List.of(base, same))));
  }

  private static ComparisonChart map(int... colours) {
    List<Cell> row = Arrays.stream(colours).mapToObj(colour -> new Cell(colour, "")).toList();
    return new VerdictMap(
        "chart-m",
        "Map",
        "What it shows",
        "footer",
        "x",
        row.stream().map(cell -> "1").toList(),
        "y",
        List.of("2"),
        List.of(new Named("plan", -1), new Named("half", 0)),
        List.of(row),
        "");
  }

  private static int count(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  @Test
  void differencesHaveTheirPolicysColourVerdictAndBand() {
    String svg = images.svg(differences(1));
    for (String text : List.of("Title &lt;&amp;&gt;", "half &lt;&amp;&gt;", "better", "calm")) {
      assertTrue(svg.contains(">" + text + "<"), text);
    }
    assertTrue(svg.contains(ChartStyle.hex(ChartStyle.line(0))), "the colour of the policy");
    assertEquals(
        0,
        count(ChartStyle.hex(ChartStyle.line(1)), svg),
        "nothing can be drawn of what is undefined");
    assertTrue(svg.contains("-desc\">What it shows</desc>"));
    assertEquals(boxes(images.svg(differences(0))) + 1, boxes(svg), "one band");
  }

  private static int boxes(String svg) {
    return count("<rect", svg);
  }

  @Test
  void policiesThatDifferInNothingStillHaveAnAxis() {
    String svg = images.svg(front());
    assertTrue(svg.contains(">0.2<"), "no ticks");
    assertTrue(svg.contains(ChartStyle.hex(ChartStyle.line(0))), "no point");
  }

  @Test
  void aMapFlipsOnlyBetweenTwoDecidedWinners() {
    int legend = thick(images.svg(map(0, 0)));
    assertEquals(legend, thick(images.svg(map(0, Cell.UNDECIDED))));
    assertEquals(legend, thick(images.svg(map(Cell.UNDECIDED, 0))));
    assertEquals(legend + 1, thick(images.svg(map(0, -1))));
    assertEquals(legend + 2, thick(images.svg(map(0, -1, 0))));
  }

  /** Lines in ink as thick as those of data. */
  private static int thick(String svg) {
    String group =
        "<g[^>]*stroke=\"" + ChartStyle.hex(ChartStyle.INK) + "\"[^>]*>\n((?:<line[^>]*>\n)+)";
    Matcher matcher = Pattern.compile(group).matcher(svg);
    int lines = 0;
    while (matcher.find()) {
      lines += count("<line", matcher.group(1));
    }
    return lines;
  }

  private static ComparisonChart heat(int columns, double... row) {
    List<String> names = IntStream.range(0, columns).mapToObj(i -> "c" + i).toList();
    double[] values = Arrays.copyOf(row, columns);
    return new ComparisonChart.HeatMap(
        "chart-h",
        "Heat",
        "What it shows",
        "footer",
        "%",
        "spread",
        "hour",
        names,
        List.of("east"),
        List.of(new ComparisonChart.HeatPanel("", new double[][] {values})));
  }

  private static ComparisonChart values() {
    Dot dot = new Dot(0, 0, new Interval(2, 1, 3));
    return new ComparisonChart.Values(
        "chart-v",
        "Values",
        "What it shows",
        "footer",
        List.of("east", "west"),
        List.of(new Named("half", 0)),
        List.of(new ComparisonChart.ValuePanel("Wait", "h", List.of(List.of(dot), List.of()))));
  }

  @Test
  void cellsAreNumberedWhereTheyAreFew() {
    String few = images.svg(heat(3, 0, 37, 71));
    for (String number : List.of("37", "71", "east", "c2", "spread", "%")) {
      assertTrue(few.contains(">" + number + "<"), number);
    }
    assertFalse(images.svg(heat(60, 0, 37, 71)).contains(">37<"), "sixty cells are too many");
  }

  @Test
  void coloursOfAHeatMapRiseFromDarkToLight() {
    assertEquals("#440154", ChartStyle.hex(ChartStyle.heat(0)));
    assertEquals("#fde725", ChartStyle.hex(ChartStyle.heat(1)));
    assertTrue(ChartStyle.isDark(ChartStyle.heat(0.2)));
    assertFalse(ChartStyle.isDark(ChartStyle.heat(0.8)));
  }

  @Test
  void valuesHaveTheirCaseRowUnitAndInterval() {
    String svg = images.svg(values());
    for (String text : List.of("half", "east", "west", "Wait, h")) {
      assertTrue(svg.contains(">" + text + "<"), text);
    }
    assertTrue(svg.contains(ChartStyle.hex(ChartStyle.line(0))), "no dot");
  }

  @Test
  void sameChartGivesTheSameBytesUnderAnyLocale() throws Exception {
    Locale before = Locale.getDefault();
    for (ComparisonChart chart :
        List.of(
            differences(1), front(), map(0, -1, Cell.UNDECIDED), heat(3, 0.5, 2.5, 4), values())) {
      String first = images.svg(chart);
      try {
        Locale.setDefault(Locale.GERMANY);
        assertEquals(first, ComparisonImages.load().svg(chart));
      } finally {
        Locale.setDefault(before);
      }
      int wide = ImageIO.read(new ByteArrayInputStream(images.png(chart))).getWidth();
      assertEquals(2 * ChartStyle.WIDTH, wide);
    }
  }
}
