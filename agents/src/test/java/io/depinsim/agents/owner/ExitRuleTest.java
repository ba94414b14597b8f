package io.depinsim.agents.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.agents.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an owner gives up. */
class ExitRuleTest {
  @ParameterizedTest
  @CsvSource({"10, 9.99, true", "10, 10, false", "10, 10.01, false"})
  void netPresentValueAsksOnlyWhatIsExpected(double cost, double expected, boolean leaves) {
    ExitRule rule = new NetPresentValueExit();
    assertEquals(leaves, rule.leaves(cost, expected, 0, 99));
    assertEquals(leaves, rule.leaves(cost, expected, 1000, 0));
  }

  @Test
  void aMonthIsBadWhenIncomeIsBelowCost() {
    ExitRule rule = new NetPresentValueExit();
    assertTrue(rule.bad(10, 9.99));
    assertFalse(rule.bad(10, 10));
  }

  @Test
  void badMonthsAsksOnlyHowManyThereWere() {
    ExitRule rule = new BadMonthsExit(new BadMonthsExit.Spec(3, 1));
    assertFalse(rule.leaves(10, 0, 0, 2));
    assertTrue(rule.leaves(10, 1000, 1000, 3));
  }

  @Test
  void toleranceIsAShareOfCost() {
    ExitRule rule = new BadMonthsExit(new BadMonthsExit.Spec(3, 0.8));
    assertTrue(rule.bad(10, 7.99));
    assertFalse(rule.bad(10, 8));
    assertFalse(new BadMonthsExit(new BadMonthsExit.Spec(1, 0)).bad(10, 0));
  }

  @Test
  void badMonthsRefusesNoMonthAndANegativeTolerance() {
    Refusal.names("months", () -> new BadMonthsExit.Spec(0, 1));
    Refusal.names("tolerance", () -> new BadMonthsExit.Spec(1, -0.1));
    Refusal.names("tolerance", () -> new BadMonthsExit.Spec(1, Double.NaN));
  }
}
