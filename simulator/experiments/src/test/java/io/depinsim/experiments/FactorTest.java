package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.scenario.UncertainInput;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactorTest {
  private static Factor factor(String low, String high, String unit, int decimals) {
    BigDecimal lowest = new BigDecimal(low);
    boolean decade =
        lowest.signum() > 0 && new BigDecimal(high).compareTo(lowest.multiply(BigDecimal.TEN)) >= 0;
    return new Factor(
        new UncertainInput("a.b", lowest, new BigDecimal(high), decade, low, unit, false),
        decimals);
  }

  @Test
  void valuesAreSpreadEvenlyBetweenLowAndHigh() {
    Factor share = factor("20", "60", "%", Factor.ANY);
    assertFalse(share.logarithmic());
    assertEquals("a.b=20 %", share.override(share.at(0)));
    assertEquals("a.b=30 %", share.override(share.at(0.25)));
    assertEquals("a.b=33.3333 %", share.override(share.at(1.0 / 3)));
    assertEquals(new BigDecimal("60"), share.at(1 - 1e-12), "never above high");
  }

  /** A quarter of the way from 1 to 10,000 by the logarithm is 10. */
  @Test
  void logarithmsAreWhereARangeSpansAFactorOfTen() {
    Factor wide = factor("1", "10000", "USD", Factor.ANY);
    assertTrue(wide.logarithmic());
    assertEquals(10, wide.at(0.25).doubleValue(), 1e-9);
    assertEquals(1000, wide.at(0.75).doubleValue(), 1e-9);
  }

  @Test
  void eachWholeNumberIsEquallyLikely() {
    Factor dice = factor("1", "6", "", 0);
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 600; i++) {
      counts.merge(dice.at((i + 0.5) / 600).toPlainString(), 1, Integer::sum);
    }
    assertEquals("{1=100, 2=100, 3=100, 4=100, 5=100, 6=100}", counts.toString());
  }

  @Test
  void valuesHaveNoMoreDigitsThanTheScenarioTakes() {
    assertEquals("1.23", factor("1", "2", "X", 2).at(0.23456789).toPlainString());
    assertEquals("1.23457", factor("1", "2", "X", Factor.ANY).at(0.23456789).toPlainString());
    assertEquals("123457000", factor("1e8", "2e8", "", Factor.ANY).at(0.23456789).toPlainString());
  }
}
