package io.depinsim.agents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KnotsTest {
  private static final Instant START = Instant.parse("2025-01-11T00:00:00Z");

  private static Knots knots(Map<String, Double> values, double unitsPerValue) {
    TreeMap<LocalDate, Double> byDate = new TreeMap<>();
    values.forEach((date, value) -> byDate.put(LocalDate.parse(date), value));
    return new Knots(byDate, START, unitsPerValue);
  }

  @Test
  void runsStraightBetweenKnotsAndHoldsAtBothEnds() {
    Knots knots = knots(Map.of("2025-01-01", 1.0, "2025-01-21", 5.0, "2025-01-25", 3.0), 10);
    assertEquals(10, knots.at(-50));
    assertEquals(10, knots.at(-10), "1 January is ten days before the start");
    assertEquals(30, knots.at(0));
    assertEquals(32, knots.at(1), 1e-12);
    assertEquals(50, knots.at(10));
    assertEquals(45, knots.at(11), 1e-12);
    assertEquals(30, knots.at(14));
    assertEquals(30, knots.at(5_000));
  }
}
