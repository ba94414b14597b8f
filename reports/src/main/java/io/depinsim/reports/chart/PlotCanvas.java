package io.depinsim.reports.chart;

import io.depinsim.reports.chart.Chart.Form;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** The data area: grid, bands, lines, dots, drawn by JFreeChart without any of its decoration. */
final class PlotCanvas {

  /** More dots than this are thinned evenly: they would merge into a stripe. */
  static final int MOST_DOTS = 110;

  private static final int MOST_DOTS_SMALL = 44;
  private static final double DOT_RADIUS = 2.4;
  private static final double DOT_RADIUS_SMALL = 1.8;

  private final Chart chart;
  private final PlotData data;
  private final int mostDots;
  private final double radius;

  PlotCanvas(Chart chart, PlotData data, boolean small) {
    this.chart = chart;
    this.data = data;
    this.mostDots = small ? MOST_DOTS_SMALL : MOST_DOTS;
    this.radius = small ? DOT_RADIUS_SMALL : DOT_RADIUS;
  }

  void draw(Graphics2D graphics, Rectangle2D area, TickedAxis days, TickedAxis values) {
    XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    lines.setDrawSeriesLineAsPath(true);
    DefaultXYDataset dataset = new DefaultXYDataset();
    XYPlot plot = new XYPlot(dataset, days, values, lines);
    strip(plot);
    if (data.form() == Form.STACKED) {
      addLayers(dataset, lines);
    } else {
      addLines(dataset, lines);
    }
    addDots(plot);
    plot.draw(graphics, area, null, null, null);
  }

  private static void strip(XYPlot plot) {
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setFixedDomainAxisSpace(new AxisSpace());
    plot.setFixedRangeAxisSpace(new AxisSpace());
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(ChartStyle.GRID);
    plot.setRangeGridlineStroke(ChartStyle.hairline());
  }

  private void addLines(DefaultXYDataset dataset, XYLineAndShapeRenderer renderer) {
    for (int i = 0; i < chart.lines().size(); i++) {
      Chart.Line line = chart.lines().get(i);
      Color colour = ChartStyle.line(line.colour());
      Bands bands = data.bands().get(i);
      if (line.values().length > 1) {
        addBand(renderer, bands.days(), bands.low90(), bands.high90(), colour);
        addBand(renderer, bands.days(), bands.low50(), bands.high50(), colour);
      }
      double[] median = positions(bands.median());
      dataset.addSeries(Integer.valueOf(i), new double[][] {bands.days(), median});
      renderer.setSeriesPaint(i, colour);
      renderer.setSeriesStroke(i, ChartStyle.lineStroke(line.dash()));
    }
  }

  private void addLayers(DefaultXYDataset dataset, XYLineAndShapeRenderer renderer) {
    Layers layers = data.layers();
    double[] below = new double[layers.days().length];
    for (int i = 0; i < layers.tops().length; i++) {
      double[] top = layers.tops()[i];
      renderer.addAnnotation(
          new AreaAnnotation(layers.days(), below, top, ChartStyle.layer(i)), Layer.BACKGROUND);
      below = top;
    }
    for (int i = 0; i < layers.tops().length; i++) {
      boolean total = i == layers.tops().length - 1;
      dataset.addSeries(Integer.valueOf(i), new double[][] {layers.days(), layers.tops()[i]});
      renderer.setSeriesPaint(i, total ? ChartStyle.INK : ChartStyle.PAPER);
      renderer.setSeriesStroke(i, total ? ChartStyle.lineStroke(0) : ChartStyle.hairline());
    }
    if (layers.totals().length > 1) {
      Bands total = Bands.of(layers.days(), layers.totals());
      addBand(renderer, layers.days(), total.low90(), total.high90(), ChartStyle.INK);
      addBand(renderer, layers.days(), total.low50(), total.high50(), ChartStyle.INK);
    }
  }

  private void addBand(
      XYLineAndShapeRenderer renderer, double[] days, double[] low, double[] high, Color colour) {
    renderer.addAnnotation(
        new AreaAnnotation(days, positions(low), positions(high), ChartStyle.band(colour)),
        Layer.BACKGROUND);
  }

  private void addDots(XYPlot plot) {
    for (int i = 0; i < chart.dots().size(); i++) {
      Chart.Dots dots = chart.dots().get(i);
      int stride = (dots.days().length + mostDots - 1) / mostDots;
      double[] days = every(stride, dots.days());
      double[] values = positions(every(stride, dots.values()));
      DefaultXYDataset dataset = new DefaultXYDataset();
      dataset.addSeries("history", new double[][] {days, values});
      XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
      renderer.setSeriesPaint(0, ChartStyle.HISTORY);
      renderer.setSeriesShapesFilled(0, i == 0);
      renderer.setDrawOutlines(i > 0);
      renderer.setSeriesShape(0, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
      plot.setDataset(i + 1, dataset);
      plot.setRenderer(i + 1, renderer);
    }
  }

  private double[] positions(double[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = data.scale().position(values[i]);
    }
    return result;
  }

  private static double[] every(int stride, double[] values) {
    double[] result = new double[(values.length + stride - 1) / Math.max(stride, 1)];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i * stride];
    }
    return result;
  }
}
