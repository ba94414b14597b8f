package io.depinsim.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollingVestingPropertyTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 30, 180})
  void staysWithinOneUnitPerTrancheOfSeparateTranchesAndReleasesAll(int period) {
    long seed = 11 + period;
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 3;
    RollingVesting vesting = new RollingVesting(rows, period);
    List<long[]> tranches = new ArrayList<>();
    long[] everLocked = new long[rows];
    long[] everReleased = new long[rows];
    long[] released = new long[rows];
    int lockingDays = 2 * period + 20;
    for (int day = 0; day < lockingDays + period; day++) {
      long[] amounts = new long[rows];
      for (int i = 0; i < rows && day < lockingDays; i++) {
        amounts[i] = random.nextLong() >>> 14 + random.nextInt(50);
        everLocked[i] += amounts[i];
      }
      tranches.add(amounts);
      vesting.lock(amounts);
      vesting.advance(released);
      for (int i = 0; i < rows; i++) {
        everReleased[i] += released[i];
        long separate = 0;
        int live = 0;
        for (int locked = 0; locked <= day; locked++) {
          long elapsed = Math.min(period, day + 1 - locked);
          separate += WideMath.mulDivFloor(tranches.get(locked)[i], elapsed, period);
          live += elapsed < period ? 1 : 0;
        }
        long gap = everReleased[i] - separate;
        assertTrue(gap >= 0 && gap <= live, "seed " + seed + " day " + day + " gap " + gap);
        assertEquals(everLocked[i] - everReleased[i], vesting.locked(i), "seed " + seed);
      }
    }
    assertEquals(0, vesting.totalLocked(), "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 12, 40})
  void followsTheScheduleSpelledOutDayByDay(int period) {
    for (int round = 0; round < 40; round++) {
      long seed = 1000L * period + round;
      SplittableRandom random = new SplittableRandom(seed);
      RollingVesting vesting = new RollingVesting(1, period);
      SpelledOut model = new SpelledOut(period);
      long[] released = new long[1];
      for (int day = 0; day < 5 * period + 10; day++) {
        String where = "seed " + seed + " day " + day;
        for (int n = random.nextInt(3); n > 0; n--) {
          long amount = random.nextLong() >>> 10 + random.nextInt(54);
          vesting.lock(0, amount);
          model.lock(amount);
        }
        if (random.nextInt(3) == 0) {
          long penalty = random.nextLong() >>> 12 + random.nextInt(52);
          assertEquals(model.take(penalty), vesting.takeSoonest(0, penalty), where);
        }
        vesting.advance(released);
        assertEquals(model.advance(), released[0], where);
        assertEquals(model.locked(), vesting.locked(0), where);
        assertEquals(vesting.locked(0), vesting.totalLocked(), where);
      }
      for (int day = 0; day < period; day++) {
        vesting.advance(released);
      }
      assertEquals(0, vesting.locked(0), "seed " + seed);
    }
  }

  /** The same schedule with every tranche and every cancelled release kept for ever. */
  private static final class SpelledOut {
    private final int period;
    private final List<BigInteger> lockedByDay = new ArrayList<>(List.of(BigInteger.ZERO));
    private final List<Long> cancelledByDay = new ArrayList<>();
    private long held;

    SpelledOut(int period) {
      this.period = period;
    }

    private int today() {
      return lockedByDay.size() - 1;
    }

    void lock(long amount) {
      lockedByDay.set(today(), lockedByDay.get(today()).add(BigInteger.valueOf(amount)));
      held += amount;
    }

    private BigInteger scheduledBy(int day) {
      BigInteger sum = BigInteger.ZERO;
      for (int locked = 0; locked < lockedByDay.size() && locked < day; locked++) {
        long elapsed = Math.min(period, day - locked);
        sum = sum.add(lockedByDay.get(locked).multiply(BigInteger.valueOf(elapsed)));
      }
      return sum.divide(BigInteger.valueOf(period));
    }

    private long due(int day) {
      return scheduledBy(day).subtract(scheduledBy(day - 1)).longValueExact();
    }

    private long cancelled(int day) {
      while (cancelledByDay.size() <= day) {
        cancelledByDay.add(0L);
      }
      return cancelledByDay.get(day);
    }

    long take(long amount) {
      long taken = Math.min(amount, held);
      long wanted = taken;
      long carry = 0;
      for (int day = today() + 1; wanted > 0; day++) {
        long open = due(day) - cancelled(day) - carry;
        carry = Math.max(0, -open);
        long cut = Math.max(0, Math.min(open, wanted));
        cancelledByDay.set(day, cancelled(day) + cut);
        wanted -= cut;
      }
      held -= taken;
      return taken;
    }

    long advance() {
      int day = today() + 1;
      long pay = due(day) - cancelled(day);
      if (pay < 0) {
        cancelledByDay.set(day + 1, cancelled(day + 1) - pay);
        pay = 0;
      }
      lockedByDay.add(BigInteger.ZERO);
      held -= pay;
      return pay;
    }

    long locked() {
      return held;
    }
  }
}
