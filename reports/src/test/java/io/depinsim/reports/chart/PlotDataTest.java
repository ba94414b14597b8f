package io.depinsim.reports.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.reports.chart.LabelColumn.Label;
import io.depinsim.reports.chart.LabelColumn.Placed;
import io.depinsim.reports.chart.LabelColumn.Swatch;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlotDataTest {

  private static final double[] DAYS = {0, 1};

  private static Chart.Line line(double[]... values) {
    return new Chart.Line("a", "a", "FIL", 0, 0, DAYS, values);
  }

  private static Label label(double end) {
    return new Label(List.of("x"), end, ChartStyle.INK, 0, Swatch.LINE);
  }

  @Test
  void bandsAreQuantilesOverReplicates() {
    double[][] values = {{1}, {2}, {3}, {4}, {5}};
    Bands bands = Bands.of(new double[] {0}, values);
    assertArrayEquals(new double[] {3}, bands.median());
    assertArrayEquals(new double[] {2}, bands.low50());
    assertArrayEquals(new double[] {4}, bands.high50());
    assertEquals(1.2, bands.low90()[0], 1e-12);
    assertEquals(4.8, bands.high90()[0], 1e-12);
  }

  @Test
  void whereMostReplicatesHaveNoValueThereIsNoQuantile() {
    double[][] values = {{Double.NaN, Double.NaN}, {Double.NaN, 3}, {Double.NaN, 5}, {2, 7}};
    Bands bands = Bands.of(DAYS, values);
    assertTrue(Double.isNaN(bands.median()[0]) && Double.isNaN(bands.high90()[0]));
    assertEquals(5, bands.median()[1]);
  }

  @Test
  void layersAddUpToTheMeanTotal() {
    Layers layers =
        Layers.of(
            List.of(
                line(new double[] {1, 2}, new double[] {3, 4}),
                line(new double[] {10, 10}, new double[] {20, 30})));
    assertArrayEquals(new double[] {2, 3}, layers.tops()[0]);
    assertArrayEquals(new double[] {17, 23}, layers.top());
    assertArrayEquals(new double[] {11, 12}, layers.totals()[0]);
  }

  @Test
  void refusesToStackWhatIsNegative() {
    assertTrue(Layers.possible(List.of(line(new double[] {0, 1}))));
    assertFalse(Layers.possible(List.of(line(new double[] {0, -1}))));
  }

  @Test
  void thinningKeepsPeaksAndEnds() {
    double[] values = new double[10_000];
    values[4_321] = 7;
    values[9_999] = 1;
    int[] kept = Thinning.indices(values);
    assertTrue(kept.length <= 802, kept.length + " points");
    assertTrue(IntStream.of(kept).anyMatch(i -> i == 4_321), "peak lost");
    assertEquals(0, kept[0]);
    assertEquals(9_999, kept[kept.length - 1]);
    for (int i = 1; i < kept.length; i++) {
      assertTrue(kept[i] > kept[i - 1], "not ascending at " + i);
    }
  }

  @Test
  void labelsStandAtTheirLinesWhereTheyFit() {
    List<Placed> placed = LabelColumn.place(List.of(label(200), label(100)), 50, 400);
    assertEquals(100, placed.get(0).middle());
    assertEquals(200, placed.get(1).middle());
  }

  @Test
  void closeLabelsPartEqually() {
    List<Placed> placed = LabelColumn.place(List.of(label(200), label(204)), 50, 400);
    assertEquals(202, (placed.get(0).middle() + placed.get(1).middle()) / 2, 1e-9);
    assertEquals(18, placed.get(1).middle() - placed.get(0).middle(), 1e-9);
  }

  @Test
  void crowdedLabelsBecomeALegendInTheOrderOfTheEnds() {
    List<Label> many = IntStream.range(0, 6).mapToObj(i -> label(300 - i)).toList();
    List<Placed> placed = LabelColumn.place(many, 50, 400);
    assertEquals(59, placed.get(0).middle());
    assertEquals(295, placed.get(0).label().end());
    assertEquals(300, placed.get(5).label().end());
  }
}
