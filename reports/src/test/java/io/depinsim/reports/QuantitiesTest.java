package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.reports.Quantities.Scale;
import org.junit.jupiter.api.Test;

class QuantitiesTest {

  private static String plain(String text) {
    return text.replace('\u202f', '_').replace('\u00a0', ' ').replace('\u2212', '-');
  }

  @Test
  void printsSensibleDigitsWithUnit() {
    assertEquals("286_800 FIL", plain(Quantities.withUnit(286_800, "FIL")));
    assertEquals("1.96 billion FIL", plain(Quantities.withUnit(1.96e9, "FIL")));
    assertEquals("132.46 million FIL", plain(Quantities.withUnit(132_456_789, "FIL")));
    assertEquals("0.11177", plain(Quantities.withUnit(0.111_773, "")));
    assertEquals("-12.5 EiB", plain(Quantities.withUnit(-12.5, "EiB")));
    assertEquals("0 FIL", plain(Quantities.withUnit(0, "FIL")));
    assertEquals("3.2 × 10⁻⁷ FIL", plain(Quantities.withUnit(3.2e-7, "FIL")));
    assertEquals("5 × 10¹⁸", plain(Quantities.withUnit(5e18, "")));
  }

  @Test
  void oneRowHasOneScaleAndOneNumberOfDecimals() {
    Scale scale = Scale.of(720.32e6, 590e6);
    assertEquals("million FIL", scale.unit("FIL"));
    assertEquals("720.32", Quantities.format(720.32e6, scale));
    assertEquals("590.00", Quantities.format(590e6, scale));
    assertEquals("0.000123", Quantities.format(123, scale));
  }

  @Test
  void wholeNumbersKeepNoDecimals() {
    assertEquals("12", Quantities.format(12, Scale.of(12, 7)));
    assertEquals("4_431_600", plain(Quantities.count(4_431_600)));
  }

  @Test
  void percentHasTwoDigitsBelowTenAndThreeAbove() {
    assertEquals("+1.3_%", plain(Quantities.signedPercent(0.01324)));
    assertEquals("-0.71_%", plain(Quantities.signedPercent(-0.00708)));
    assertEquals("12.3_%", plain(Quantities.percent(0.12345)));
    assertEquals("100_%", plain(Quantities.percent(1)));
    assertEquals("0_%", plain(Quantities.percent(0)));
    assertEquals("1.2 × 10⁻⁷_%", plain(Quantities.percent(1.2e-9)));
  }
}
