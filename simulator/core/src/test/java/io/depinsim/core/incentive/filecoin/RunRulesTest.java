package io.depinsim.core.incentive.filecoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.incentive.Emission;
import io.depinsim.core.incentive.NetworkConditions;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.Ranges;
import io.depinsim.core.time.SimulatedTime;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Filecoin's rules as a run sees them: dates, units of 32 GiB and flat estimates. */
class RunRulesTest {
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final BuildContext CONTEXT = new BuildContext("net", "FIL", 9, START);
  private static final double SECTOR = 0x1p35;

  /**
   * A day, 200,000 FIL a day, a million units, baseline of two million, 600 million circulating.
   */
  private static NetworkConditions on(long day) {
    return new NetworkConditions(SimulatedTime.ofDays(day), 200_000, 1e6, 2e6, 6e8);
  }

  private static HybridEmission emission(double realised) {
    return new HybridEmission(
        new HybridEmission.Spec(
            Instant.parse("2024-12-31T00:00:00Z"), 3e8, 7e8, 6, 100 * SECTOR, 1, realised),
        CONTEXT);
  }

  @Test
  void emissionTakesUpTheChainsClockWhereTheScenarioStarts() {
    // The scenario starts one day, 2,880 epochs, after the chain; the baseline doubles in 365 days.
    HybridEmission emission = emission(0);
    double day = StrictMath.pow(2, 1 / 365.0);
    assertEquals(100 * day, emission.targetUnits(), 1e-7);
    // Without power only the time part mints: 3e8 (1/2)^(t/6 years) from day 1 to day 2.
    double decay = StrictMath.log(2) / (6 * 365);
    double expected = 3e8 * (StrictMath.exp(-decay) - StrictMath.exp(-2 * decay));
    assertEquals(
        expected,
        emission.expected(Emission.Period.of(0, SimulatedTime.ofDays(1), 0, 0)),
        1e-9 * expected);
    assertEquals(100 * day * day, emission.targetUnits(), 1e-7);
  }

  @Test
  void emissionOfDaysAddsUpToThatOfTheWholePeriod() {
    HybridEmission daily = emission(1e15);
    HybridEmission whole = emission(1e15);
    double sum = 0;
    for (int day = 0; day < 200; day++) {
      sum +=
          daily.expected(
              Emission.Period.of(
                  SimulatedTime.ofDays(day), SimulatedTime.ofDays(day + 1), 50 + day, 51 + day));
    }
    double once = whole.expected(Emission.Period.of(0, SimulatedTime.ofDays(200), 50, 250));
    assertEquals(once, sum, 1e-9 * once);
    assertTrue(
        sum > emission(1e15).expected(Emission.Period.of(0, SimulatedTime.ofDays(200), 0, 0)));
  }

  @Test
  void pledgeIsTwentyDaysOfRewardAndAShareOfSupplyUnderEitherGamma() {
    SectorPledge pledge =
        new SectorPledge(
            new SectorPledge.Spec(0.3, 0.7, LocalDate.parse("2025-01-11"), 1e9), CONTEXT);
    // 20 x 200,000/1e6 = 4 FIL; 0.3 x 6e8 / 2e6 = 90 FIL against the baseline, 180 against power.
    assertEquals(4 + 90, pledge.perUnit(on(9)), 1e-9);
    assertEquals(4 + 0.7 * 90 + 0.3 * 180, pledge.perUnit(on(10 + 365)), 1e-9);
    // Half way the ramp has fallen by 150 of 1,000 steps.
    assertEquals(4 + 0.85 * 90 + 0.15 * 180, pledge.perUnit(on(10 + 183)), 0.1);
    assertEquals(4, pledge.rewardAtActivation(on(9)), 1e-12);
    SectorPledge capped =
        new SectorPledge(
            new SectorPledge.Spec(0.3, 0.7, LocalDate.parse("2025-01-11"), 1), CONTEXT);
    assertEquals(1, capped.perUnit(on(9)), 1e-12);
  }

  @Test
  void pledgeOfAnEmptyNetworkIsCappedAndFinite() {
    SectorPledge pledge =
        new SectorPledge(
            new SectorPledge.Spec(0.3, 0.7, LocalDate.parse("2025-01-11"), 1), CONTEXT);
    assertEquals(1, pledge.perUnit(new NetworkConditions(0, 0, 0, 0, 6e8)), 1e-12);
    assertEquals(0, pledge.perUnit(new NetworkConditions(0, 0, 0, 0, 0)), 0);
  }

  @Test
  void penaltiesChangeWithFip0098() {
    SectorPenalties penalties =
        new SectorPenalties(new SectorPenalties.Spec(0.01, LocalDate.parse("2025-01-11")), CONTEXT);
    assertEquals(0.01, penalties.faultRate());
    // 0.2 FIL per unit and day over 10,108 of 2,880 epochs.
    assertEquals(0.2 * 10_108 / 2_880, penalties.faultFeePerUnit(on(1)), 1e-12);
    // Before: 10 units that remember 40 FIL for 20 days, so 2 a day; aged 60 days 40 + 60 = 100.
    assertEquals(100, penalties.terminationFee(on(9), 10, 900, 60, 40), 1e-9);
    assertEquals(40 + 140, penalties.terminationFee(on(9), 10, 900, 999, 40), 1e-9);
    // Nothing remembered: at least 3.5 days of reward, 0.2 x 10 x 3.5.
    assertEquals(7, penalties.terminationFee(on(9), 10, 900, 60, 0), 1e-9);
    // Since: 8.5 % of the pledge by age, at least 2 %, at least 1.05 fault fees of 7.0194 FIL.
    assertEquals(0.085 * 900 * 70 / 140, penalties.terminationFee(on(10), 10, 900, 70, 40), 1e-9);
    assertEquals(18, penalties.terminationFee(on(10), 10, 900, 0, 40), 1e-9);
    assertEquals(1.05 * 2 * 10_108 / 2_880, penalties.terminationFee(on(10), 10, 100, 0, 40), 1e-9);
    assertThrows(
        IllegalArgumentException.class,
        () -> Ranges.require(new SectorPenalties.Spec(1.01, LocalDate.parse("2025-01-11"))));
  }

  @Test
  void theDailyFeeBeginsOnItsDay() {
    SectorDailyFee fee =
        new SectorDailyFee(new SectorDailyFee.Spec(LocalDate.parse("2025-01-11")), CONTEXT);
    assertEquals(0, fee.perUnitDay(on(9)));
    assertEquals(1.61817e-25 * 6e8 * SECTOR, fee.perUnitDay(on(10)), 1e-15);
    assertEquals(0.5, fee.capShare());
  }
}
