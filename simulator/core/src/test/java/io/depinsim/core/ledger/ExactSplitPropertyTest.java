package io.depinsim.core.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactSplitPropertyTest {
  private static final long SEED = 4711;

  @Test
  void splitsByHand() {
    long[] share = new long[4];
    // Running totals 1, 3, 3, 7 of 7: floors of 10/7, 30/7, 30/7, 70/7 are 1, 4, 4, 10.
    assertEquals(10, ExactSplit.split(new long[] {1, 2, 0, 4}, 10, share));
    assertArrayEquals(new long[] {1, 3, 0, 6}, share);
  }

  @Test
  void handsOutEverythingAndGivesEachWithinOneUnitOfItsShare() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 2_000; round++) {
      long[] work = randomWork(random, 1 + random.nextInt(40));
      long total = ExactSplit.sum(work, 0, work.length);
      long amount = random.nextLong() >>> 1 + random.nextInt(62);
      long[] share = new long[work.length];
      long split = ExactSplit.split(work, amount, share);
      String where = "seed " + SEED + " round " + round;
      assertEquals(total == 0 ? 0 : amount, split, where);
      assertEquals(split, Arrays.stream(share).sum(), where);
      for (int i = 0; i < work.length && total > 0; i++) {
        BigInteger exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(work[i]));
        BigInteger mine = BigInteger.valueOf(share[i]).multiply(BigInteger.valueOf(total));
        BigInteger gap = exact.subtract(mine).abs();
        assertTrue(gap.compareTo(BigInteger.valueOf(total)) < 0, where);
      }
    }
  }

  @Test
  void anyCutOfTheRangeGivesTheSameShares() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 2_000; round++) {
      int rows = 1 + random.nextInt(40);
      long[] work = randomWork(random, rows);
      long total = ExactSplit.sum(work, 0, rows);
      long amount = random.nextLong() >>> 1;
      long[] whole = new long[rows];
      ExactSplit.split(work, amount, whole);
      long[] pieces = new long[rows];
      Arrays.fill(pieces, -1);
      int cut = random.nextInt(rows + 1);
      long before = ExactSplit.sum(work, 0, cut);
      long second = ExactSplit.split(work, total, amount, before, pieces, cut, rows);
      long first = ExactSplit.split(work, total, amount, 0, pieces, 0, cut);
      assertArrayEquals(whole, pieces, "seed " + SEED + " round " + round + " cut " + cut);
      assertEquals(total == 0 ? 0 : amount, first + second);
    }
  }

  @Test
  void splitsNothingWhenNobodyWorked() {
    long[] share = {9, 9};
    assertEquals(0, ExactSplit.split(new long[2], 100, share));
    assertArrayEquals(new long[2], share);
  }

  @Test
  void writesNothingWhenItRefuses() {
    long[] share = {7, 7, 7};
    long[] untouched = share.clone();
    assertThrows(
        IllegalArgumentException.class, () -> ExactSplit.split(new long[] {1, -1, 5}, 10, share));
    assertThrows(
        IllegalArgumentException.class, () -> ExactSplit.split(new long[] {1, 1, 5}, -10, share));
    assertThrows(
        ArithmeticException.class,
        () -> ExactSplit.split(new long[] {Long.MAX_VALUE, 1, 0}, 10, share));
    assertThrows(
        IllegalArgumentException.class,
        () -> ExactSplit.split(new long[] {4, 4, 4}, 11, 10, 0, share, 0, 3));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> ExactSplit.split(new long[] {4, 4, 4, 4}, 16, 10, 0, share, 0, 4));
    assertArrayEquals(untouched, share);
  }

  private static long[] randomWork(SplittableRandom random, int rows) {
    long[] work = new long[rows];
    for (int i = 0; i < rows; i++) {
      work[i] = random.nextInt(4) == 0 ? 0 : random.nextLong() >>> 7 + random.nextInt(56);
    }
    return work;
  }
}
