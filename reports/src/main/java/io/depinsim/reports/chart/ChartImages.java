package io.depinsim.reports.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Charts as files. SVG text is equal byte for byte for equal charts, on any machine; PNG bytes
 * depend on the JDK.
 */
public final class ChartImages {

  private static final int PNG_SCALE = 2;

  private final ChartPainter painter;

  private ChartImages(ChartPainter painter) {
    this.painter = painter;
  }

  /** Prepares fonts, loads the style. */
  public static ChartImages load() {
    HeadlessFonts.prepare();
    ImageIO.setUseCache(false);
    return new ChartImages(new ChartPainter(ChartStyle.load()));
  }

  /** The chart as an {@code svg} element without XML prolog, fit for a file and for a page. */
  public String svg(Chart chart) {
    SvgCanvas canvas = new SvgCanvas(chart.id());
    painter.paint(chart, canvas.graphics());
    return canvas.text(ChartStyle.WIDTH, painter.height(chart), chart.title(), chart.description());
  }

  /** The chart as PNG at twice the size. */
  public byte[] png(Chart chart) {
    int height = painter.height(chart);
    BufferedImage image =
        new BufferedImage(
            PNG_SCALE * ChartStyle.WIDTH, PNG_SCALE * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.scale(PNG_SCALE, PNG_SCALE);
      painter.paint(chart, graphics);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("chart " + chart.id() + ": cannot encode PNG", e);
    }
    return out.toByteArray();
  }
}
