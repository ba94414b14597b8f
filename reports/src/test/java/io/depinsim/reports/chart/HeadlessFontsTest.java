package io.depinsim.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlessFontsTest {

  /** Runs in its own Java machine: says which font the logical family became. */
  public static final class Probe {
    private Probe() {}

    /** Prints three facts, one per line. */
    public static void main(String[] args) {
      ChartStyle style = ChartStyle.load();
      System.out.println(style.font(100).getFamily());
      System.out.println(Pen.width("MWij", style.font(100)));
      System.out.println(Pen.width("MWij", new Font(Font.SERIF, Font.PLAIN, 100)));
    }
  }

  @Test
  void pointsJavaAtItsOwnFontTable() throws Exception {
    Path font = HeadlessFonts.prepare();
    assertEquals(font, HeadlessFonts.prepare());
    Path table = Path.of(System.getProperty("sun.awt.fontconfig"));
    assertTrue(Files.readString(table).contains("sansserif.plain.latin-1=Liberation Sans"));
    assertEquals("true", System.getProperty("java.awt.headless"));
  }

  @Test
  void everyLogicalFamilyIsLiberationSansInAFreshMachine() throws Exception {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    List<String> lines = output.lines().toList();
    assertEquals("Liberation Sans", lines.get(0), output);
    // advance widths of M, W, i, j in the font's table: 1706, 1933, 455, 455 of 2048 units
    assertEquals((1706 + 1933 + 455 + 455) * 100 / 2048.0, Double.parseDouble(lines.get(1)), 0.05);
    assertEquals(lines.get(1), lines.get(2), "Serif is not Liberation Sans: " + output);
  }
}
