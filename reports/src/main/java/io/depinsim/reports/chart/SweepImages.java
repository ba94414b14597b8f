package io.depinsim.reports.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/** Pictures of sweeps as SVG, in the style of all charts. */
public final class SweepImages {
  private static final int LEFT = 24;
  private static final int RIGHT = 24;
  private static final int TOP = 56;
  private static final int BOTTOM = 64;
  private static final int ROW = 34;
  private static final int LABELS = 260;
  private static final int PRINTED = 200;
  private static final int PANEL = 130;
  private static final int GAP = 18;
  private static final int FEWEST_BARS = 12;
  private static final int MOST_BARS = 48;
  private static final double TAIL = 0.01;

  /** Room for the axis's name at the right of its ticks. */
  private static final double AXIS_NAME = 110;

  /** Height of the highest bar; the label of its panel stands above. */
  private static final double ROOM = PANEL - 28;

  private final ChartStyle style;

  private SweepImages(ChartStyle style) {
    this.style = style;
  }

  /** Prepares fonts, loads the style. */
  public static SweepImages load() {
    return new SweepImages(ChartStyle.load());
  }

  /** The picture as an {@code svg} element without XML prolog. */
  public String svg(SweepChart chart) {
    SvgCanvas canvas = new SvgCanvas(chart.id());
    paint(chart, canvas.graphics());
    return canvas.text(ChartStyle.WIDTH, height(chart), chart.title(), chart.description());
  }

  static int height(SweepChart chart) {
    int rows =
        chart instanceof SweepChart.Effects effects
            ? (PANEL + GAP) * effects.panels().size() - GAP
            : ROW * ((SweepChart.Shares) chart).dots().size();
    return TOP + rows + BOTTOM;
  }

  void paint(SweepChart chart, Graphics2D graphics) {
    int height = height(chart);
    graphics.setPaint(ChartStyle.PAPER);
    graphics.fill(new Rectangle2D.Double(0, 0, ChartStyle.WIDTH, height));
    Pen pen = new Pen(graphics);
    Font title = style.bold(ChartStyle.TITLE_PX);
    pen.write(chart.title(), LEFT, 28, Pen.Anchor.START, title, ChartStyle.INK);
    Font foot = style.font(ChartStyle.FOOTER_PX);
    pen.write(chart.footer(), LEFT, height - 14.0, Pen.Anchor.START, foot, ChartStyle.MUTED);
    if (chart instanceof SweepChart.Shares shares) {
      shares(shares, graphics, pen);
    } else if (chart instanceof SweepChart.Effects effects) {
      effects(effects, graphics, pen);
    }
  }

  private void shares(SweepChart.Shares chart, Graphics2D graphics, Pen pen) {
    double left = LEFT + labels(chart);
    double right = ChartStyle.WIDTH - RIGHT - PRINTED;
    double bottom = TOP + (double) ROW * chart.dots().size();
    for (int percent = 0; percent <= 100; percent += 25) {
      double x = left + (right - left) * percent / 100;
      line(graphics, x, TOP, x, bottom, ChartStyle.GRID, false);
      tick(pen, percent + " %", x, bottom);
    }
    for (int i = 0; i < chart.dots().size(); i++) {
      SweepChart.Dot dot = chart.dots().get(i);
      double y = TOP + ROW * (i + 0.5);
      Font font = style.font(ChartStyle.TEXT_PX);
      double text = y + Pen.MIDDLE_TO_BASELINE * ChartStyle.TEXT_PX;
      pen.write(fit(dot.label(), font), LEFT, text, Pen.Anchor.START, font, ChartStyle.INK);
      pen.write(dot.printed(), right + 16, text, Pen.Anchor.START, font, ChartStyle.INK);
      if (!Double.isNaN(dot.share())) {
        double low = left + (right - left) * dot.low();
        double high = left + (right - left) * dot.high();
        line(graphics, low, y, high, y, ChartStyle.line(0), true);
        double x = left + (right - left) * dot.share();
        graphics.setPaint(ChartStyle.line(0));
        graphics.fill(new Ellipse2D.Double(x - 4.5, y - 4.5, 9, 9));
      }
    }
  }

  /** Room for the labels: as wide as the widest, within limits. */
  private double labels(SweepChart.Shares chart) {
    Font font = style.font(ChartStyle.TEXT_PX);
    double widest = 0;
    for (SweepChart.Dot dot : chart.dots()) {
      widest = Math.max(widest, Pen.width(dot.label(), font));
    }
    return Math.min(LABELS, Math.ceil(widest) + 32);
  }

  private static String fit(String label, Font font) {
    if (Pen.width(label, font) <= LABELS - 16) {
      return label;
    }
    String shorter = label;
    while (Pen.width(shorter + "…", font) > LABELS - 16) {
      shorter = shorter.substring(0, shorter.length() - 1);
    }
    return shorter + "…";
  }

  private void effects(SweepChart.Effects chart, Graphics2D graphics, Pen pen) {
    double[] all =
        chart.panels().stream().flatMapToDouble(p -> Arrays.stream(p.effects())).sorted().toArray();
    double least = Math.min(chart.limit(), all[(int) Math.floor(TAIL * (all.length - 1))]);
    double most = Math.max(chart.limit(), all[(int) Math.ceil((1 - TAIL) * (all.length - 1))]);
    Bars bars = Bars.of(least, most, chart.limit(), all.length);
    ValueScale scale = bars.scale();
    double left = LEFT;
    double right = ChartStyle.WIDTH - RIGHT;
    double perUnit = (right - left) / (scale.high() - scale.low());
    double limit = left + (chart.limit() - scale.low()) * perUnit;
    for (int i = 0; i < chart.panels().size(); i++) {
      double bottom = TOP + PANEL + (double) (PANEL + GAP) * i;
      SweepChart.Panel panel = chart.panels().get(i);
      bars(chart, panel, bars, bottom, graphics, pen);
      line(graphics, left, bottom, right, bottom, ChartStyle.AXIS, false);
      line(graphics, limit, bottom - PANEL + 20, limit, bottom, ChartStyle.INK, false);
      Font font = style.bold(ChartStyle.TEXT_PX);
      pen.write(panel.label(), left, bottom - PANEL + 10, Pen.Anchor.START, font, ChartStyle.INK);
    }
    double bottom = height(chart) - (double) BOTTOM;
    for (Tick tick : scale.ticks()) {
      double x = left + (tick.position() - scale.low()) * perUnit;
      line(graphics, x, bottom, x, bottom + 4, ChartStyle.AXIS, false);
      if (x < right - AXIS_NAME) {
        tick(pen, tick.label(), x, bottom + 2);
      }
    }
    Font font = style.font(ChartStyle.TEXT_PX);
    String axis = "effect" + (chart.unit().isEmpty() ? "" : ", " + chart.unit());
    pen.write(axis, right, bottom + 20, Pen.Anchor.END, font, ChartStyle.MUTED);
  }

  /**
   * Bars of equal width, so that the limit lies between two of them and the outermost are whole.
   *
   * @param low where the first begins
   * @param width of each
   * @param below how many lie below the limit, at least one
   * @param count how many there are
   */
  private record Bars(double low, double width, int below, int count) {
    /** Enough bars for this many values, those beyond the ends in the outermost. */
    static Bars of(double least, double most, double limit, int values) {
      int wanted = Math.max(FEWEST_BARS, Math.min(MOST_BARS, (int) (2 * StrictMath.sqrt(values))));
      double span = most > least ? most - least : Math.max(1, Math.abs(limit));
      double width = span / wanted;
      int below = (int) Math.max(1, Math.ceil((limit - least) / width - 1e-9));
      int above = (int) Math.max(1, Math.ceil((most - limit) / width - 1e-9));
      return new Bars(limit - below * width, width, below, below + above);
    }

    ValueScale scale() {
      double high = low + count * width;
      List<Tick> ticks =
          ValueScale.linear(low, high, false).ticks().stream()
              .filter(tick -> tick.position() >= low && tick.position() <= high)
              .toList();
      return new ValueScale(false, low, high, ticks);
    }
  }

  /** The outermost bars hold what lies beyond the axis too. */
  private void bars(
      SweepChart.Effects chart,
      SweepChart.Panel panel,
      Bars bars,
      double bottom,
      Graphics2D graphics,
      Pen pen) {
    int[][] counts = new int[bars.count()][2];
    for (double effect : panel.effects()) {
      boolean met = chart.above() ? effect > chart.limit() : effect < chart.limit();
      int bar = bars.below() + (int) Math.floor((effect - chart.limit()) / bars.width());
      counts[Math.max(0, Math.min(bars.count() - 1, bar))][met ? 0 : 1]++;
    }
    int highest = Arrays.stream(counts).mapToInt(c -> c[0] + c[1]).max().orElse(1);
    double right = ChartStyle.WIDTH - (double) RIGHT;
    double step = (right - LEFT) / bars.count();
    for (int bar = 0; bar < bars.count(); bar++) {
      double from = LEFT + bar * step;
      double met = ROOM * counts[bar][0] / highest;
      double other = ROOM * counts[bar][1] / highest;
      bar(graphics, from, bottom - met, step, met, ChartStyle.line(0));
      bar(graphics, from, bottom - met - other, step, other, ChartStyle.AXIS);
    }
    String most = "highest bar: " + highest + (highest == 1 ? " point" : " points");
    Font font = style.font(ChartStyle.FOOTER_PX);
    pen.write(most, right, bottom - PANEL + 10, Pen.Anchor.END, font, ChartStyle.MUTED);
  }

  private static void bar(
      Graphics2D graphics, double x, double top, double width, double height, Color colour) {
    if (height > 0 && width > 1.5) {
      graphics.setPaint(colour);
      graphics.fill(new Rectangle2D.Double(x + 0.75, top, width - 1.5, height));
    }
  }

  private void tick(Pen pen, String label, double x, double bottom) {
    Font font = style.font(ChartStyle.TEXT_PX);
    pen.write(label, x, bottom + 18, Pen.Anchor.MIDDLE, font, ChartStyle.MUTED);
  }

  private static void line(
      Graphics2D graphics,
      double x1,
      double y1,
      double x2,
      double y2,
      Color colour,
      boolean thick) {
    graphics.setPaint(colour);
    graphics.setStroke(thick ? ChartStyle.lineStroke(0) : ChartStyle.hairline());
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }
}
