package io.depinsim.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.reports.chart.Chart.Form;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ChartImagesTest {

  private static ChartImages images;

  @BeforeAll
  static void load() {
    images = ChartImages.load();
  }

  private static Chart chart(Form form, int lines, int replicates, double fittedUntil) {
    double[] days = new double[100];
    for (int t = 0; t < days.length; t++) {
      days[t] = 18_550 + 10.0 * t;
    }
    List<Chart.Line> drawn = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      double[][] values = new double[replicates][days.length];
      for (int r = 0; r < replicates; r++) {
        for (int t = 0; t < days.length; t++) {
          values[r][t] = 1e6 * (i + 1) + 1e3 * t * (r + 1);
        }
      }
      drawn.add(new Chart.Line("Line " + i, "Panel " + i, "FIL", i, i % 3, days, values));
    }
    Chart.Dots dots = new Chart.Dots("Measured", "Panel 0", days, drawn.get(0).values()[0]);
    return new Chart(
        "chart-a",
        "Title <&> one",
        "What \"it\" shows",
        form,
        false,
        true,
        drawn,
        List.of(dots),
        fittedUntil,
        "footer · seed 1");
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document, String tag) {
    NodeList nodes = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void svgIsWellFormedAndItsTextIsText() throws Exception {
    Document document = parse(images.svg(chart(Form.LINES, 2, 1, 18_900)));
    assertEquals(List.of("Title <&> one"), texts(document, "title"));
    assertEquals(List.of("What \"it\" shows"), texts(document, "desc"));
    List<String> written = texts(document, "text");
    for (String expected :
        List.of(
            "Title <&> one", "FIL", "2M", "2021-01", "fitted", "predicted", "footer · seed 1")) {
      assertTrue(written.contains(expected), expected + " is not in " + written);
    }
    assertEquals("img", document.getDocumentElement().getAttribute("role"));
    assertEquals("0 0 960 540", document.getDocumentElement().getAttribute("viewBox"));
  }

  @Test
  void sameChartGivesTheSameBytesUnderAnyLocale() {
    Chart chart = chart(Form.STACKED, 4, 5, Double.NaN);
    String first = images.svg(chart);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(first, images.svg(chart));
      assertEquals(first, ChartImages.load().svg(chart));
    } finally {
      Locale.setDefault(before);
    }
    assertNotEquals(first, images.svg(chart(Form.STACKED, 4, 4, Double.NaN)));
  }

  @Test
  void bandsAreDrawnOnlyForSeveralReplicates() {
    assertFalse(images.svg(chart(Form.LINES, 1, 1, Double.NaN)).contains("fill-opacity=\"0.18"));
    String several = images.svg(chart(Form.LINES, 1, 3, Double.NaN));
    String bands = several.substring(several.indexOf("fill-opacity=\"0.18"));
    String group = bands.substring(0, bands.indexOf("</g>"));
    assertEquals(3, group.split("<path", -1).length, "one 50 % and one 90 % band: " + group);
  }

  @Test
  void fittedLineIsLeftOutWithoutADate() {
    assertFalse(images.svg(chart(Form.LINES, 1, 1, Double.NaN)).contains("predicted"));
  }

  @Test
  void idsOfTwoChartsDoNotClash() {
    String svg = images.svg(chart(Form.LINES, 1, 1, Double.NaN));
    assertTrue(svg.contains("id=\"chart-a-clipPath1\""), "clip path without the chart's id");
    assertFalse(svg.replace("chart-a-", "").matches("(?s).*id=\"chart-.*"));
  }

  @Test
  void moreThanSixLinesBecomeSmallMultiples() throws Exception {
    List<String> written = texts(parse(images.svg(chart(Form.LINES, 7, 1, 18_900))), "text");
    for (int i = 0; i < 7; i++) {
      int heading = written.indexOf("Panel " + i);
      assertTrue(heading >= 0, "no panel " + i + " in " + written);
      assertEquals("FIL", written.get(heading + 1), "no unit behind the heading");
    }
    assertFalse(
        texts(parse(images.svg(chart(Form.LINES, 6, 1, 18_900))), "text").contains("Panel 0"));
  }

  private static Chart multiples(int panels, int cases) {
    double[] days = {18_550, 18_950, 19_350};
    List<Chart.Line> lines = new ArrayList<>();
    for (int p = 0; p < panels; p++) {
      for (int c = 0; c < cases; c++) {
        double[][] values = {{1, 2, 3 + p}};
        lines.add(new Chart.Line("case " + c, "panel " + p, "FIL", c, 0, days, values));
      }
    }
    return new Chart(
        "m", "t", "d", Form.LINES, false, true, lines, List.of(), Double.NaN, "footer");
  }

  @Test
  void panelsFillTheWidth() {
    int[] columns = {2, 3, 2, 3, 3};
    for (int panels = 2; panels <= 6; panels++) {
      assertEquals(columns[panels - 2], Chart.columns(multiples(panels, 4).panels()));
    }
  }

  @Test
  void panelsOfOneAxisStandInARowAndShareTheirScale() throws Exception {
    double[] days = {18_550, 18_950, 19_350};
    List<Chart.Line> lines = new ArrayList<>();
    for (String metric : List.of("a", "b", "c")) {
      for (int regime = 0; regime < 2; regime++) {
        for (int policy = 0; policy < 4; policy++) {
          String panel = metric + regime;
          double[][] values = {{0, 1, regime == 0 ? 10 : 400}};
          lines.add(new Chart.Line("p", panel, metric, "FIL", policy, 0, days, values));
        }
      }
    }
    Chart chart =
        new Chart("s", "t", "d", Form.LINES, false, true, lines, List.of(), Double.NaN, "f");
    assertEquals(2, Chart.columns(chart.panels()));
    List<String> written = texts(parse(images.svg(chart)), "text");
    assertEquals(6, written.stream().filter("400"::equals).count(), "scales differ: " + written);
    assertFalse(written.contains("10"), "a panel has a scale of its own: " + written);
  }

  @Test
  void aLegendThatDoesNotFitTakesAnotherRow() throws Exception {
    String few = images.svg(multiples(2, 4));
    String many = images.svg(multiples(2, 24));
    assertEquals(44, heightOf(many) - heightOf(few), "two more rows of 22 px");
    assertTrue(texts(parse(many), "text").contains("case 23"));
  }

  private static int heightOf(String svg) {
    String from = svg.substring(svg.indexOf("height=\"") + 8);
    return Integer.parseInt(from.substring(0, from.indexOf('"')));
  }

  @Test
  void panelsShowMoreThanTwoDates() throws Exception {
    double[] days = new double[97];
    for (int t = 0; t < days.length; t++) {
      days[t] = 20_089 + 30.44 * t;
    }
    List<Chart.Line> lines = new ArrayList<>();
    for (int p = 0; p < 9; p++) {
      lines.add(
          new Chart.Line("l", "panel " + p, "FIL", p, 0, days, new double[][] {days.clone()}));
    }
    Chart chart =
        new Chart("x", "t", "d", Form.LINES, false, true, lines, List.of(), Double.NaN, "f");
    List<String> written = texts(parse(images.svg(chart)), "text");
    long dates = written.stream().filter(text -> text.matches("20\\d\\d-\\d\\d")).count();
    assertTrue(dates >= 9 * 3, dates + " dates on nine panels");
  }

  @Test
  void logarithmicAxisSaysSo() {
    Chart linear = chart(Form.LINES, 1, 1, Double.NaN);
    Chart logarithmic =
        new Chart(
            "l", "t", "d", Form.LINES, true, true, linear.lines(), List.of(), Double.NaN, "f");
    assertTrue(images.svg(logarithmic).contains("FIL, logarithmic scale"));
  }

  @Test
  void drawsNegativeLayersAsLinesAndSaysSo() {
    double[] days = {0, 1};
    Chart.Line up = new Chart.Line("up", "up", "FIL", 0, 0, days, new double[][] {{1, 2}});
    Chart.Line down = new Chart.Line("down", "down", "FIL", 1, 0, days, new double[][] {{-1, -2}});
    Chart chart =
        new Chart(
            "n", "t", "d", Form.STACKED, true, true, List.of(up, down), List.of(), Double.NaN, "f");
    String svg = images.svg(chart);
    assertTrue(svg.contains("f · as lines: negative values do not stack"));
    assertFalse(svg.contains("Total"));
  }

  @Test
  void survivesLinesWithoutValues() {
    double[] days = {0, 1, 2};
    double[][] nothing = {{Double.NaN, Double.NaN, Double.NaN}};
    Chart.Line line = new Chart.Line("empty", "empty", "", 0, 0, days, nothing);
    Chart chart =
        new Chart("e", "t", "d", Form.LINES, true, true, List.of(line), List.of(), Double.NaN, "f");
    assertTrue(images.svg(chart).contains("empty"));
  }

  @Test
  void pngHasTwiceTheSizeAndIsNotBlank() throws Exception {
    byte[] png = images.png(chart(Form.LINES, 1, 3, Double.NaN));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(1920, image.getWidth());
    assertEquals(1080, image.getHeight());
    assertEquals(0xffffffff, image.getRGB(2, 2));
    int blue = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        blue += image.getRGB(x, y) == 0xff0072b2 ? 1 : 0;
      }
    }
    assertTrue(blue > 1000, "the line covers only " + blue + " pixels");
  }
}
