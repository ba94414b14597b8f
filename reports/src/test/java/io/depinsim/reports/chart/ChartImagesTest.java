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
      assertTrue(written.contains("Panel " + i + ", FIL"), "no panel " + i + " in " + written);
    }
    assertFalse(
        texts(parse(images.svg(chart(Form.LINES, 6, 1, 18_900))), "text").contains("Panel 0, FIL"));
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
