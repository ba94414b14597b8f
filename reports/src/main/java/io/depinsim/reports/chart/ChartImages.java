package io.depinsim.reports.chart;

import javax.imageio.ImageIO;

/**
 * Charts as files. SVG text is equal byte for byte for equal charts, on any machine; PNG bytes
 * depend on the JDK.
 */
public final class ChartImages {
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
    return Raster.png(chart.id(), painter.height(chart), canvas -> painter.paint(chart, canvas));
  }
}
