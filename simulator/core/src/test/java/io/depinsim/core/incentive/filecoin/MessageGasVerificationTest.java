package io.depinsim.core.incentive.filecoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.incentive.filecoin.MessageGas.Rule;
import io.depinsim.core.incentive.filecoin.MessageGas.Spec;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.Ranges;
import io.depinsim.core.time.SimulatedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the base fee comes to rest, in closed form, for both rules. */
class MessageGasVerificationTest {
  private static final double TARGET = 25e9;
  private static final double FULL = 40e9;
  private static final double ROOM = 50e9;
  private static final double EPOCHS = 2_880;
  private static final LocalDate START = LocalDate.parse("2025-01-01");
  private static final BuildContext CONTEXT =
      new BuildContext("net", "FIL", 9, Instant.parse("2025-01-01T00:00:00Z"));

  private static MessageGas gas(
      Rule rule, double start, double other, double half, double over, double tip) {
    return new MessageGas(
        Ranges.require(
            new Spec(rule, start, Map.of(START, 7.0), 11, Map.of(START, other), half, over, tip)),
        CONTEXT);
  }

  private static double baseFeeAtto(MessageGas gas) {
    return gas.gauges().get(0).value().getAsDouble() * 1e9;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theTargetRuleRestsWhereDemandMeetsTheTarget(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double half = 1e6 * (1 + random.nextInt(100_000));
    double over = 1 + random.nextDouble();
    double limit = TARGET * (1.05 + 8 * random.nextDouble());
    double start = 1e5 * (1 + random.nextInt(1_000_000));
    MessageGas gas = gas(Rule.targetGas, start, limit / over * EPOCHS, half, over, 0);
    double burnt = 0;
    for (int day = 1; day <= 4; day++) {
      burnt = gas.burnOfDay(SimulatedTime.ofDays(day), 0, 0);
    }
    double rest = half * (limit / TARGET - 1);
    double fee = baseFeeAtto(gas);
    // A step of b d/(8 T) below one is floored away: b may stop 8 (1 + h/b) attoFIL short of rest,
    // and whole gas per block adds b/T each for the block and for the sum.
    double step = 8 * (1 + half / rest) + 2 * rest / (TARGET / 5) + 1;
    assertTrue(Math.abs(fee - rest) <= step, "seed " + seed + ": " + fee + " against " + rest);
    double overBurn = (over - 1) * Math.min(Math.max(over - 1.1, 0), 1);
    double perDay = rest * TARGET / over * (1 + overBurn) * EPOCHS / 1e18;
    assertEquals(perDay, burnt, perDay * 3 * step / rest, "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theTipRuleRestsWhereTipsAreAnEighthOfTheFee(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double half = 1e6 * (1 + random.nextInt(100_000));
    double limit = FULL * (1.5 + 4 * random.nextDouble());
    double tip = 0.1 + 0.9 * random.nextDouble();
    MessageGas gas = gas(Rule.tipPercentile, 1e8, limit * EPOCHS, half, 1, tip);
    double burnt = 0;
    for (int day = 1; day <= 4; day++) {
      burnt = gas.burnOfDay(SimulatedTime.ofDays(day), 0, 0);
    }
    // tip (b* - b) = b/8, with b* where blocks are four fifths full.
    double full = half * (limit / FULL - 1);
    double rest = full * tip / (tip + 0.125);
    double fee = baseFeeAtto(gas);
    assertTrue(Math.abs(fee - rest) <= 4 / tip, "seed " + seed + ": " + fee + " against " + rest);
    double sent = Math.min(ROOM, limit / (1 + rest / half));
    assertEquals(rest * sent * EPOCHS / 1e18, burnt, 1e-5 * burnt, "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"targetGas", "tipPercentile"})
  void belowTheTargetTheFeeFallsToItsFloorAndTheBurnIsByHand(String rule) {
    // 20e9 gas used an epoch, limits 1.2 times that: 24e9 is below the target of 25e9.
    MessageGas gas = gas(Rule.valueOf(rule), 5e8, 20e9 * EPOCHS, 1e15, 1.2, 0.5);
    gas.burnOfDay(SimulatedTime.ofDays(1), 0, 0);
    gas.burnOfDay(SimulatedTime.ofDays(2), 0, 0);
    double burnt = gas.burnOfDay(SimulatedTime.ofDays(3), 0, 0);
    assertEquals(100, baseFeeAtto(gas), 1e-6);
    // 100 attoFIL x 20e9 gas x 2,880 = 0.00576 FIL; 1.2 - 1.1 = 10 % of the 20 % unused burn too.
    assertEquals(0.00576 * 1.02, burnt, 1e-9);
  }

  @Test
  void activationsAndProofsWantTheirGas() {
    MessageGas gas = gas(Rule.targetGas, 100, 0, 1e15, 1, 0);
    // 3e11 units at 7 gas and 5e11 at 11 gas are 7.6e12 a day, 2.6e9 an epoch, all at 100 attoFIL.
    assertEquals(7.6e12 * 100 / 1e18, gas.burnOfDay(SimulatedTime.ofDays(1), 3e11, 5e11), 1e-12);
    assertEquals(0, gas(Rule.targetGas, 100, 0, 1e15, 1, 0).burnOfDay(0, 0, 0));
  }

  @Test
  void gasStepsHoldFromTheirDayOn() {
    Spec spec =
        new Spec(
            Rule.targetGas,
            100,
            Map.of(START, 0.0),
            0,
            Map.of(START.plusDays(2), 1e12, START.plusDays(5), 3e12),
            1e15,
            1,
            0);
    MessageGas gas = new MessageGas(spec, CONTEXT);
    double[] burnt = new double[8];
    for (int day = 0; day < 8; day++) {
      burnt[day] = gas.burnOfDay(SimulatedTime.ofDays(day), 0, 0);
    }
    double one = 1e12 * 100 / 1e18;
    // Before the first day on record its value holds.
    for (int day = 0; day < 8; day++) {
      assertEquals(day < 5 ? one : 3 * one, burnt[day], 1e-6 * one, "day " + day);
    }
  }

  @Test
  void moreThanABlockHoldsIsNotBurnt() {
    MessageGas gas = gas(Rule.targetGas, 100, 1e15 * EPOCHS, 1, 1, 0);
    double first = gas.burnOfDay(SimulatedTime.ofDays(1), 0, 0);
    // At b attoFIL 1e15/(1 + b) would be sent; blocks hold 50e9, so at most b x 50e9 burns.
    double dearest = 1e15 / TARGET * ROOM * EPOCHS / 1e18;
    assertTrue(first > 0 && first <= dearest, first + " against " + dearest);
  }

  @Test
  void refusesWhatNoChainCanHave() {
    assertThrows(IllegalArgumentException.class, () -> gas(Rule.targetGas, -1, 1, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> gas(Rule.targetGas, 100, 1, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> gas(Rule.targetGas, 100, 1, 1, 0.9, 0));
    assertThrows(IllegalArgumentException.class, () -> gas(Rule.targetGas, 100, 1, 1, 1, 1.1));
    assertThrows(IllegalArgumentException.class, () -> gas(Rule.targetGas, 100, -1, 1, 1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Spec(Rule.targetGas, 1, Map.of(), 1, Map.of(START, 1.0), 1, 1, 0));
  }
}
