package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversion of quantities. */
final class UnitTest {

  @ParameterizedTest
  @CsvSource({
    "1 EiB, B, 1152921504606846976",
    "1 EB, B, 1000000000000000000",
    "2.88888888 EB, B, 2888888880000000000",
    "1 PiB, GiB, 1048576",
    "1 kB, B, 1000",
    "24 h, day, 1",
    "90 minutes, h, 1.5",
    "1 week, s, 604800",
    "1 PiB/day, MiB/h, 44739242.666666666666666666666666666666666666666667",
    "450 W, kW, 0.45",
    "2 kWh, Wh, 2000",
    "1 kWh, W-s, 3600000",
    "0.3 USD/kWh, USD/Wh, 0.0003",
    "12.5 %, %, 0.125",
    "12.5%, %, 0.125",
    "-20 %/year, %/year, -0.2",
    "3 points, points, 0.03",
    "900 jobs/week, jobs/day, 128.57142857142857142857142857142857142857142857143",
    "1 job/day, jobs/week, 7",
    "644_245_094 RENDER, RENDER, 644245094",
    "0.5 USD/TiB-month, USD/TiB-month, 0.5",
    "6 USD/TiB-year, USD/TiB-month, 0.5",
    "1e3, 1, 1000"
  })
  void converts(String text, String target, BigDecimal expected) {
    Quantity quantity = Quantity.parse(text);
    Unit unit = Unit.target(target);
    Unit stated = Unit.stated(quantity.unit(), unit);
    assertEquals(unit.dimension(), stated.dimension());
    assertEquals(
        0,
        expected.compareTo(unit.convert(quantity.value(), stated)),
        () -> unit.convert(quantity.value(), stated).toString());
  }

  @ParameterizedTest
  @CsvSource({"W, Wh", "B, B/day", "day, month", "%, points", "%, 1", "B/day, day/B", "jobs, 1"})
  void keepsDimensionsApart(String stated, String target) {
    Unit unit = Unit.target(target);
    String text = stated.equals("jobs") ? "day" : stated;
    assertNotEquals(unit.dimension(), Unit.stated(text, unit).dimension());
  }

  @Test
  void refusesAWordItDoesNotKnow() {
    Unit unit = Unit.target("PiB/day");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Unit.stated("PiB/dya", unit));
    assertEquals("dya", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Unit.stated("PiB//day", unit));
  }

  @ParameterizedTest
  @CsvSource({
    "010 W", "1__0 W", "_1 W", "1_ W", "0x10 W", "1.W", ".5 W", "450W", "1e W", "1 2", "W", "''",
    "1 W 2"
  })
  void readsOnlyPlainDecimalNumbers(String text) {
    boolean reads = Quantity.matches(text);
    // `1 W 2` is a number and a tail; the tail is then no unit.
    assertEquals(text.equals("1 W 2"), reads, text);
    if (reads) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Unit.stated(Quantity.parse(text).unit(), Unit.target("W")));
    }
  }

  @Test
  void conversionThereAndBackIsTheIdentity() {
    long seed = 20251122;
    SplittableRandom random = new SplittableRandom(seed);
    List<List<String>> families =
        List.of(
            List.of("B", "kB", "EB", "KiB", "GiB", "EiB"),
            List.of("s", "min", "h", "day", "week"),
            List.of("MiB/s", "PiB/day", "EB/week"),
            List.of("USD/kWh", "USD/Wh", "USD/MWh"));
    for (int i = 0; i < 2000; i++) {
      List<String> family = families.get(random.nextInt(families.size()));
      Unit one = Unit.target(family.get(random.nextInt(family.size())));
      Unit other = Unit.target(family.get(random.nextInt(family.size())));
      BigDecimal value = BigDecimal.valueOf(random.nextLong(), random.nextInt(20));
      BigDecimal back = one.convert(other.convert(value, one), other);
      BigDecimal error = back.subtract(value).abs();
      BigDecimal bound = value.abs().scaleByPowerOfTen(-45);
      int round = i;
      assertTrue(
          error.compareTo(bound) <= 0,
          () -> "seed " + seed + " round " + round + ": " + value + " " + one.text() + " " + back);
    }
  }

  @Test
  void knowsItsOwnWords() {
    assertTrue(Unit.isBuiltIn("GiB"));
    assertFalse(Unit.isBuiltIn("FIL"));
    assertEquals("USD/Wh, USD/kWh, USD/MWh, USD/GWh", Unit.target("USD/kWh").accepted());
    assertEquals("month, year", Unit.target("month").accepted());
    assertEquals(
        "USD per B, kB, MB, GB, TB, PB, EB, KiB, MiB, GiB, TiB, PiB, EiB and month, year",
        Unit.target("USD/TiB-month").accepted());
  }
}
