package io.depinsim.core.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RollingVestingTest {
  @Test
  void releasesInEqualDailyStepsFromTheNextDay() {
    RollingVesting vesting = new RollingVesting(2, 4);
    assertEquals(18, vesting.lock(new long[] {8, 10}));
    // Row 1 releases floor(10 d / 4): 2, 5, 7, 10.
    long[][] expected = {{2, 2}, {2, 3}, {2, 2}, {2, 3}, {0, 0}};
    long[] released = new long[2];
    for (long[] day : expected) {
      vesting.advance(released);
      assertArrayEquals(day, released);
    }
    assertEquals(0, vesting.totalLocked());
  }

  @Test
  void penaltyCancelsTheSoonestReleasesAndLeavesTheRest() {
    RollingVesting vesting = new RollingVesting(1, 4);
    vesting.lock(0, 40);
    assertEquals(15, vesting.takeSoonest(0, 15));
    assertEquals(25, vesting.locked(0));
    assertReleases(vesting, 0, 5, 10, 10, 0);
  }

  @Test
  void penaltyDoesNotDelayWhatIsLockedAfterwards() {
    RollingVesting vesting = new RollingVesting(1, 4);
    vesting.lock(0, 40);
    assertEquals(40, vesting.takeSoonest(0, 1_000));
    assertEquals(0, vesting.locked(0));
    vesting.lock(0, 8);
    assertReleases(vesting, 2, 2, 2, 2, 0);
  }

  @Test
  void penaltiesAddUp() {
    RollingVesting vesting = new RollingVesting(1, 4);
    vesting.lock(0, 40);
    vesting.takeSoonest(0, 5);
    vesting.takeSoonest(0, 8);
    assertReleases(vesting, 0, 7, 10, 10, 0);
  }

  @Test
  void holdsTheWholeFilecoinSupplyWithoutOverflow() {
    long half = 1_000_000_000_000_000_000L;
    RollingVesting vesting = new RollingVesting(1, 180);
    vesting.lock(0, 2 * half);
    long[] released = new long[1];
    for (int day = 0; day < 90; day++) {
      vesting.advance(released);
    }
    assertEquals(half, vesting.locked(0));
  }

  @Test
  void writesNothingWhenItRefuses() {
    RollingVesting vesting = new RollingVesting(2, 3);
    assertThrows(IllegalArgumentException.class, () -> vesting.lock(new long[] {1, -1}));
    assertThrows(IllegalArgumentException.class, () -> vesting.lock(new long[] {1}));
    assertThrows(
        ArithmeticException.class, () -> vesting.lock(new long[] {Long.MAX_VALUE, Long.MAX_VALUE}));
    assertThrows(IllegalArgumentException.class, () -> vesting.takeSoonest(0, -1));
    assertThrows(IndexOutOfBoundsException.class, () -> vesting.advance(new long[1]));
    assertEquals(0, vesting.totalLocked());
    assertEquals(0, vesting.day());
    assertThrows(IllegalArgumentException.class, () -> new RollingVesting(1, 0));
  }

  private static void assertReleases(RollingVesting vesting, long... days) {
    long[] released = new long[1];
    for (int day = 0; day < days.length; day++) {
      vesting.advance(released);
      assertEquals(days[day], released[0], "day " + (day + 1));
    }
  }
}
