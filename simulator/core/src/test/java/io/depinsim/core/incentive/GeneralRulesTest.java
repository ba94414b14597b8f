package io.depinsim.core.incentive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.depinsim.core.InvariantException;
import io.depinsim.core.incentive.RewardSplit.Round;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.Ranges;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.Span;
import org.junit.jupiter.api.Test;

class GeneralRulesTest {
  private static Round round(double tokens, long... work) {
    return new Round(1, 1, tokens, 100, new long[work.length], work, work, 99, new Streams(1, 0));
  }

  @Test
  void fixedEmissionCountsDays() {
    FixedEmission emission = new FixedEmission(new FixedEmission.Spec(12));
    assertEquals(12, emission.expected(Emission.Period.of(0, SimulatedTime.ofDays(1), 5, 6)));
    assertEquals(
        84,
        emission.expected(
            Emission.Period.of(SimulatedTime.ofDays(1), SimulatedTime.ofDays(8), 0, 0)));
    assertEquals(0, emission.targetUnits());
    assertThrows(IllegalArgumentException.class, () -> Ranges.require(new FixedEmission.Spec(-1)));
    assertThrows(
        IllegalArgumentException.class, () -> Ranges.require(new FixedEmission.Spec(Double.NaN)));
  }

  @Test
  void healthyCapacitySharesTheWholeEmission() {
    long[] reward = {9, 9, 9, 9};
    // 1.00 in minor units by 1:0:2:3; the divisor is what is healthy, not the 99 units of all.
    assertEquals(100, new CapacityShare().split(round(1, 1, 0, 2, 3), reward));
    assertArrayEquals(new long[] {16, 0, 34, 50}, reward);
    assertEquals(0, new CapacityShare().split(round(1, 0, 0, 0, 0), reward));
    assertArrayEquals(new long[4], reward, "nobody is healthy: nothing is minted");
  }

  @Test
  void refusesEmissionsThatAreNoAmounts() {
    for (double tokens : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e18}) {
      assertThrows(
          InvariantException.class,
          () -> new CapacityShare().split(round(tokens, 1), new long[1]),
          "" + tokens);
    }
  }

  @Test
  void linearVestingCountsDays() {
    assertEquals(
        new RewardVesting(0.75, 180), new LinearVestingSpec(0.75, Span.parse("180 days")).build());
    assertEquals(new RewardVesting(1, 14), new LinearVestingSpec(1, Span.parse("2 weeks")).build());
    assertThrows(
        IllegalArgumentException.class,
        () -> new LinearVestingSpec(1.01, Span.parse("2 weeks")).build());
    assertThrows(
        IllegalArgumentException.class,
        () -> new LinearVestingSpec(0.5, Span.parse("12 hours")).build());
  }

  @Test
  void anEmptyNetworkExpectsNoRewardPerUnit() {
    assertEquals(0, new NetworkConditions(0, 100, 0, 0, 0).rewardPerUnitDay());
    assertEquals(4, new NetworkConditions(0, 100, 25, 0, 0).rewardPerUnitDay());
  }
}
