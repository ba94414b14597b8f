package io.depinsim.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxesTest {

  private static List<String> labels(List<Tick> ticks) {
    return ticks.stream().map(Tick::label).toList();
  }

  private static double day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  @Test
  void amountsStartAtZeroAndEndJustAboveTheLargestValue() {
    ValueScale scale = ValueScale.linear(1.2e9, 2e9, true);
    assertEquals(0, scale.low());
    assertEquals(2.08e9, scale.high(), 1);
    assertEquals(List.of("0", "0.5G", "1G", "1.5G", "2G"), labels(scale.ticks()));
  }

  @Test
  void pricesNeedNotStartAtZero() {
    ValueScale scale = ValueScale.linear(40, 60, false);
    assertTrue(scale.low() > 35 && scale.low() < 40, "starts at " + scale.low());
    assertEquals(List.of("40", "45", "50", "55", "60"), labels(scale.ticks()));
  }

  @Test
  void negativeAmountsKeepZeroInRange() {
    ValueScale scale = ValueScale.linear(-30, -10, true);
    assertEquals(0, scale.high());
    assertEquals("0", scale.ticks().get(scale.ticks().size() - 1).label());
  }

  @Test
  void aConstantStillHasARange() {
    for (double value : new double[] {0, 5, -5, 1e18}) {
      ValueScale scale = ValueScale.linear(value, value, false);
      assertTrue(scale.high() > scale.low(), "no range for " + value);
      assertTrue(scale.ticks().size() >= 2, "too few ticks for " + value);
    }
  }

  @Test
  void ticksNeverOvercrowdTheAxis() {
    for (double high = 1e-7; high < 1e19; high *= 1.37) {
      int count = ValueScale.linear(0, high, true).ticks().size();
      assertTrue(count >= 3 && count <= 8, count + " ticks up to " + high);
    }
  }

  @Test
  void logarithmicAxisLabelsDecadesOrOneTwoFive() {
    assertEquals(List.of("1", "10", "100", "1k"), labels(ValueScale.logarithmic(1, 1000).ticks()));
    assertEquals(List.of("5", "10", "20", "50"), labels(ValueScale.logarithmic(2.9, 60).ticks()));
    assertEquals(2, ValueScale.logarithmic(1, 1000).position(100), 1e-12);
    assertTrue(Double.isNaN(ValueScale.logarithmic(1, 1000).position(0)));
  }

  @Test
  void monthsAreIsoAndStepsFallOnRoundMonths() {
    List<Tick> ticks = TimeTicks.between(day("2020-10-15"), day("2024-12-31"), 9);
    assertEquals(
        List.of(
            "2021-01", "2021-07", "2022-01", "2022-07", "2023-01", "2023-07", "2024-01", "2024-07"),
        labels(ticks));
    assertEquals(day("2021-01-01"), ticks.get(0).position());
  }

  @Test
  void shortSpansShowDays() {
    List<Tick> ticks = TimeTicks.between(day("2024-02-26"), day("2024-03-02"), 9);
    assertEquals("2024-02-26", ticks.get(0).label());
    assertEquals("2024-02-29", ticks.get(3).label());
  }
}
