package io.depinsim.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import javax.imageio.ImageIO;

/** Pictures of comparisons as files, in the style of all charts. */
public final class ComparisonImages {
  static final int MARGIN = 24;

  /** Where a picture's content begins. */
  static final int TOP = 56;

  private static final int TITLE_BASELINE = 32;
  private static final int FOOTER_FROM_BOTTOM = 16;

  private final ChartStyle style;

  private ComparisonImages(ChartStyle style) {
    this.style = style;
  }

  /** Prepares fonts, loads the style. */
  public static ComparisonImages load() {
    HeadlessFonts.prepare();
    ImageIO.setUseCache(false);
    return new ComparisonImages(ChartStyle.load());
  }

  /** The picture as an {@code svg} element without XML prolog. */
  public String svg(ComparisonChart chart) {
    SvgCanvas canvas = new SvgCanvas(chart.id());
    paint(chart, canvas.graphics());
    return canvas.text(ChartStyle.WIDTH, height(chart), chart.title(), chart.description());
  }

  /** The picture as PNG at twice the size. */
  public byte[] png(ComparisonChart chart) {
    return Raster.png(chart.id(), height(chart), canvas -> paint(chart, canvas));
  }

  private int height(ComparisonChart chart) {
    if (chart instanceof ComparisonChart.Differences differences) {
      return DifferencePainter.height(differences);
    }
    if (chart instanceof ComparisonChart.HeatMap heat) {
      return HeatPainter.height(heat);
    }
    if (chart instanceof ComparisonChart.Values values) {
      return ValuesPainter.height(values);
    }
    return chart instanceof ComparisonChart.Front front
        ? FrontPainter.height(front)
        : MapPainter.height((ComparisonChart.VerdictMap) chart);
  }

  private void paint(ComparisonChart chart, Graphics2D graphics) {
    int height = height(chart);
    graphics.setPaint(ChartStyle.PAPER);
    graphics.fill(new Rectangle2D.Double(0, 0, ChartStyle.WIDTH, height));
    Sketch sketch = new Sketch(style, graphics);
    sketch.bold(chart.title(), MARGIN, TITLE_BASELINE, ChartStyle.TITLE_PX);
    sketch.small(chart.footer(), MARGIN, height - FOOTER_FROM_BOTTOM, Pen.Anchor.START);
    if (chart instanceof ComparisonChart.Differences differences) {
      new DifferencePainter(sketch).paint(differences);
    } else if (chart instanceof ComparisonChart.Front front) {
      new FrontPainter(sketch).paint(front);
    } else if (chart instanceof ComparisonChart.HeatMap heat) {
      new HeatPainter(sketch).paint(heat);
    } else if (chart instanceof ComparisonChart.Values values) {
      new ValuesPainter(sketch).paint(values);
    } else {
      new MapPainter(sketch).paint((ComparisonChart.VerdictMap) chart);
    }
  }
}
