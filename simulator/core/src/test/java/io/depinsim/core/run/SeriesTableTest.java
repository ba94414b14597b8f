package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.InvariantException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTableTest {
  private static final List<Instant> TWO_DAYS = Samples.TIMES.subList(0, 2);

  private static SeriesTable.Builder oneMetric() {
    return SeriesTable.builder(List.of("p"), List.of("r"), List.of("m"), 1, TWO_DAYS);
  }

  @Test
  void handsOutItsOwnCopies() {
    double[] values = {1, 2};
    SeriesTable table = oneMetric().put("p", "r", "m", 0, values).build();
    values[0] = 99;
    table.values("p", "r", "m", 0)[1] = 99;
    assertArrayEquals(new double[] {1, 2}, table.values("p", "r", "m", 0));
  }

  @Test
  void isNotChangedByItsBuilderAfterwards() {
    SeriesTable.Builder builder = oneMetric();
    SeriesTable empty = builder.build();
    builder.put("p", "r", "m", 0, new double[] {1, 2});
    assertTrue(empty.find("p", "r", "m", 0).isEmpty());
    assertTrue(builder.build().find("p", "r", "m", 0).isPresent());
  }

  @Test
  void refusesValuesThatAreNotFiniteNamingMetricAndTime() {
    InvariantException refusal =
        assertThrows(
            InvariantException.class,
            () -> oneMetric().put("p", "r", "m", 0, new double[] {1, Double.NaN}));
    assertEquals(
        "Metric m of policy p, regime r, replicate 0 is NaN at 2020-10-16T00:00:00Z;"
            + " it must be finite.",
        refusal.getMessage());
  }

  @Test
  void refusesWrongNamesLengthsAndSecondSeries() {
    double[] values = {1, 2};
    assertRefused("policy 'x'", () -> oneMetric().put("x", "r", "m", 0, values));
    assertRefused("regime 'x'", () -> oneMetric().put("p", "x", "m", 0, values));
    assertRefused("metric 'x'", () -> oneMetric().put("p", "r", "x", 0, values));
    assertRefused("outside 0..0", () -> oneMetric().put("p", "r", "m", 1, values));
    assertRefused("outside 0..0", () -> oneMetric().build().values("p", "r", "m", -1));
    assertRefused("1 values for 2", () -> oneMetric().put("p", "r", "m", 0, new double[1]));
    assertRefused(
        "already", () -> oneMetric().put("p", "r", "m", 0, values).put("p", "r", "m", 0, values));
    assertRefused("No series", () -> oneMetric().build().values("p", "r", "m", 0));
  }

  @Test
  void refusesNamesThatRepeatAndTimesThatDoNotAscend() {
    List<String> one = List.of("a");
    List<String> twice = List.of("a", "a");
    assertRefused("policy", () -> SeriesTable.builder(twice, one, one, 1, TWO_DAYS));
    assertRefused("regime", () -> SeriesTable.builder(one, List.of(), one, 1, TWO_DAYS));
    assertRefused("metric", () -> SeriesTable.builder(one, one, twice, 1, TWO_DAYS));
    assertRefused("replicate", () -> SeriesTable.builder(one, one, one, 0, TWO_DAYS));
    List<Instant> reversed = List.of(TWO_DAYS.get(1), TWO_DAYS.get(0));
    assertRefused("ascend", () -> SeriesTable.builder(one, one, one, 1, reversed));
  }

  private static void assertRefused(String part, Runnable action) {
    String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
