package io.depinsim.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CliffVestingTest {
  private static final long DAY = 86_400_000_000L;

  @Test
  void catchesUpAtTheCliffAndEndsExactly() {
    CliffVesting vesting = CliffVesting.continuous(1_000, 0, 90 * DAY, 360 * DAY);
    assertEquals(0, vesting.vestedBy(90 * DAY - 1));
    assertEquals(250, vesting.vestedBy(90 * DAY));
    assertEquals(499, vesting.vestedBy(180 * DAY - 1));
    assertEquals(500, vesting.vestedBy(180 * DAY));
    assertEquals(999, vesting.vestedBy(360 * DAY - 1));
    assertEquals(1_000, vesting.vestedBy(360 * DAY));
    assertEquals(1_000, vesting.vestedBy(Long.MAX_VALUE));
  }

  @Test
  void countsWholeSteps() {
    CliffVesting vesting = new CliffVesting(360, -10 * DAY, -10 * DAY, 350 * DAY, DAY);
    assertEquals(10, vesting.vestedBy(0));
    assertEquals(10, vesting.vestedBy(DAY - 1));
    assertEquals(11, vesting.vestedBy(DAY));
  }

  @Test
  void staysExactForTheLargestAmounts() {
    // 2e18 minor units over six years of microseconds passes 64 bits by far.
    long end = 6 * 365 * DAY;
    CliffVesting vesting = CliffVesting.continuous(2_000_000_000_000_000_000L, 0, 0, end);
    assertEquals(1_000_000_000_000_000_000L, vesting.vestedBy(end / 2));
    assertEquals(
        3_000_000_000_000_000_000L,
        CliffVesting.vestedBy(List.of(vesting, vesting, vesting), end / 2));
  }

  @Test
  void vestsAtOnceWhenStartAndEndCoincide() {
    CliffVesting vesting = CliffVesting.continuous(5, 7, 7, 7);
    assertEquals(0, vesting.vestedBy(6));
    assertEquals(5, vesting.vestedBy(7));
  }

  @Test
  void refusesTimesOutOfOrder() {
    assertThrows(IllegalArgumentException.class, () -> CliffVesting.continuous(1, 2, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> CliffVesting.continuous(1, 0, 4, 3));
    assertThrows(IllegalArgumentException.class, () -> CliffVesting.continuous(-1, 0, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> new CliffVesting(1, 0, 1, 3, 0));
  }
}
