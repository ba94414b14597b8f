package io.depinsim.agents.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.agents.Refusal;
import io.depinsim.core.engine.market.MachineStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is expected of an income, by hand. */
class ExpectationTest {
  private static final double EXACT = 1e-12;

  private final double[] memory = new double[MachineStrategy.MEMORY];

  private void see(Expectation rule, double months, double... incomes) {
    for (double income : incomes) {
      rule.observe(memory, income, months);
    }
  }

  private static Expectation adaptive(double gain, double persistence) {
    return new AdaptiveExpectation(new AdaptiveExpectation.Spec(gain, persistence));
  }

  private static Expectation extrapolative(double gain, double strength, double damping) {
    return new ExtrapolativeExpectation(new ExtrapolativeExpectation.Spec(gain, strength, damping));
  }

  @Test
  void naiveExpectsTheLatestIncomeForEver() {
    Expectation rule = new NaiveExpectation();
    see(rule, 1, 100, 40);
    assertEquals(40, rule.ahead(memory, 1));
    assertEquals(40, rule.ahead(memory, 60));
    assertEquals(1, memory[Expectation.SEEN]);
  }

  @Test
  void adaptiveBelievesTheFirstIncomeFully() {
    see(adaptive(0.2, 0), 1, 100);
    assertEquals(100, memory[Expectation.BELIEF], EXACT);
    assertEquals(1, memory[Expectation.SEEN]);
  }

  @Test
  void adaptiveMovesByTheGainOfEachSurprise() {
    Expectation rule = adaptive(0.2, 0);
    see(rule, 1, 100, 50);
    assertEquals(90, rule.ahead(memory, 1), EXACT, "100 + 0.2 (50 - 100)");
    see(rule, 1, 50);
    assertEquals(82, rule.ahead(memory, 12), EXACT, "90 + 0.2 (50 - 90)");
  }

  @Test
  void adaptiveWithPersistenceReturnsFromWhatItIsToWhatItHasBeen() {
    Expectation rule = adaptive(0.2, 0.5);
    see(rule, 1, 100, 50);
    assertEquals(90 - 40 * 0.5, rule.ahead(memory, 1), EXACT);
    assertEquals(90 - 40 * 0.25, rule.ahead(memory, 2), EXACT);
    assertEquals(90, rule.ahead(memory, 60), EXACT);
  }

  @Test
  void gainsOfTwoHalfMonthsCompoundToOneMonth() {
    Expectation rule = adaptive(0.36, 0);
    see(rule, 1, 100);
    see(rule, 0.5, 0, 0);
    assertEquals(64, rule.ahead(memory, 1), EXACT, "0.8 x 0.8 = 0.64");
  }

  @Test
  void extrapolativeNeedsTwoIncomesForATrend() {
    Expectation rule = extrapolative(1, 1, 0.5);
    see(rule, 1, 100);
    assertEquals(100, rule.ahead(memory, 12), EXACT);
  }

  @Test
  void extrapolativeCarriesADampedTrendOn() {
    Expectation rule = extrapolative(1, 1, 0.5);
    see(rule, 1, 100, 200);
    assertEquals(200 * Math.sqrt(2), rule.ahead(memory, 1), 1e-9, "half of a doubling");
    assertEquals(200 * StrictMath.pow(2, 0.75), rule.ahead(memory, 2), 1e-9);
    assertEquals(400, rule.ahead(memory, 200), 1e-9, "0.5 + 0.25 + … = 1 doubling");
  }

  @Test
  void extrapolativeBelievesTheTrendAsFarAsItsStrength() {
    Expectation rule = extrapolative(1, 0, 0.5);
    see(rule, 1, 100, 200);
    assertEquals(200, rule.ahead(memory, 12), EXACT);
    Expectation twice = extrapolative(1, 2, 0.5);
    assertEquals(400, twice.ahead(memory, 1), 1e-9, "2 x 0.5 of a doubling");
  }

  @Test
  void extrapolativeSmoothsTheTrendByItsGain() {
    Expectation rule = extrapolative(0.25, 1, 0.5);
    see(rule, 1, 100, 200);
    assertEquals(StrictMath.log(2) / 4, memory[Expectation.TREND], EXACT);
  }

  @Test
  void extrapolativeCountsTheTrendPerMonth() {
    Expectation rule = extrapolative(0.75, 1, 0.5);
    see(rule, 0.5, 100, 200);
    // Two doublings a month, believed by 1 - 0.25^0.5 = 0.5.
    assertEquals(StrictMath.log(2), memory[Expectation.TREND], EXACT);
  }

  @Test
  void extrapolativePassesOverAnIncomeOfZero() {
    Expectation rule = extrapolative(1, 1, 0.5);
    see(rule, 1, 100, 200, 0);
    assertEquals(0, rule.ahead(memory, 1));
    assertEquals(StrictMath.log(2), memory[Expectation.TREND], EXACT, "kept");
    see(rule, 1, 50);
    assertEquals(StrictMath.log(2), memory[Expectation.TREND], EXACT, "no change from zero");
    assertEquals(50 * Math.sqrt(2), rule.ahead(memory, 1), 1e-9);
  }

  @Test
  void discountedMeanOfAConstantIsTheConstant() {
    Expectation rule = new NaiveExpectation();
    see(rule, 1, 70);
    assertEquals(70, rule.discountedMean(memory, 1, 1, 0.1), EXACT);
    assertEquals(70, rule.discountedMean(memory, 4, 63, 0.1), 1e-10);
  }

  @Test
  void discountedMeanWeighsEarlyMonthsMore() {
    Expectation rule = adaptive(0.2, 0.5);
    see(rule, 1, 100, 50);
    // Months 1 and 2: 70 and 80. At 100 % a month they weigh 1/2 and 1/4.
    assertEquals((70 * 2 + 80) / 3.0, rule.discountedMean(memory, 1, 2, 1), EXACT);
    assertEquals(75, rule.discountedMean(memory, 1, 2, 0), EXACT);
    assertEquals(80, rule.discountedMean(memory, 2, 2, 1), EXACT);
  }

  @Test
  void patienceSeesThroughADip() {
    Expectation rule = adaptive(0.2, 0.5);
    see(rule, 1, 100, 50);
    double oneMonth = rule.discountedMean(memory, 1, 1, 0.01);
    double oneYear = rule.discountedMean(memory, 1, 12, 0.01);
    assertEquals(70, oneMonth, EXACT);
    assertTrue(oneYear > 86 && oneYear < 90, "" + oneYear);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, gain", "1.1, 0, gain", "NaN, 0, gain", "0.2, -0.1, persistence"})
  void adaptiveRefusesWhatIsNoShare(double gain, double persistence, String field) {
    Refusal.names(field, () -> new AdaptiveExpectation.Spec(gain, persistence));
    Refusal.names("persistence", () -> new AdaptiveExpectation.Spec(0.2, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, gain",
    "1.1, 1, 0, gain",
    "0.2, -1, 0, strength",
    "0.2, NaN, 0, strength",
    "0.2, 1, 1, damping",
    "0.2, 1, -0.1, damping"
  })
  void extrapolativeRefusesWhatIsNoShare(
      double gain, double strength, double damping, String field) {
    Refusal.names(field, () -> new ExtrapolativeExpectation.Spec(gain, strength, damping));
  }
}
