package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.state.StateVisitor;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StateDigestTest {
  private static final long[] BALANCES = {5, 0, -7, Long.MAX_VALUE, 12};
  private static final double[] POWER = {1.5, 0.0, -3e-300, 1e300, 7};

  private static String digest(Consumer<StateDigest> content) {
    StateDigest digest = new StateDigest();
    content.accept(digest);
    return digest.hex();
  }

  private static void usual(StateDigest digest, long time, long[] balances, double[] power) {
    digest.beginPoint(time);
    digest.owner("ledger");
    digest.longs("balance", balances, balances.length);
    digest.owner("providers");
    digest.doubles("power", power, power.length);
  }

  private static final String USUAL = digest(d -> usual(d, 10, BALANCES, POWER));

  /** The value comes from a second implementation, in another language, of the documented rule. */
  @Test
  void keepsItsPublishedValue() {
    assertEquals(1, StateDigest.VERSION);
    assertEquals("33a041646ba89cfde42c4e2f433b45f9fc02741e789f7ec99567d150e56fff95", USUAL);
  }

  @Test
  void everySingleBitOfEveryEntryChangesIt() {
    Set<String> seen = new HashSet<>(Set.of(USUAL));
    for (int i = 0; i < BALANCES.length; i++) {
      for (int bit = 0; bit < 64; bit++) {
        long[] balances = BALANCES.clone();
        balances[i] ^= 1L << bit;
        assertTrue(seen.add(digest(d -> usual(d, 10, balances, POWER))), "entry " + i);
      }
    }
    for (int i = 0; i < POWER.length; i++) {
      for (int bit = 0; bit < 63; bit++) {
        double[] power = POWER.clone();
        power[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(power[i]) ^ 1L << bit);
        assertTrue(seen.add(digest(d -> usual(d, 10, BALANCES, power))), "entry " + i);
      }
    }
  }

  @Test
  void timeNamesOrderLengthAndKindChangeIt() {
    Set<String> seen = new HashSet<>(Set.of(USUAL));
    assertTrue(seen.add(digest(d -> usual(d, 11, BALANCES, POWER))), "time");
    assertTrue(seen.add(digest(d -> two(d, "a", "b", new long[] {1}, new long[] {2}))), "base");
    assertTrue(seen.add(digest(d -> two(d, "b", "a", new long[] {1}, new long[] {2}))), "names");
    assertTrue(seen.add(digest(d -> two(d, "a", "b", new long[] {2}, new long[] {1}))), "content");
    assertTrue(seen.add(digest(d -> two(d, "ab", "", new long[] {1}, new long[] {2}))), "cut");
    assertTrue(seen.add(digest(d -> two(d, "a", "b", new long[] {1, 2}, new long[] {}))), "cut");
    assertTrue(seen.add(digest(d -> two(d, "a", "b", new long[] {1, 0}, new long[] {2}))), "zero");
    assertTrue(
        seen.add(
            digest(
                d -> {
                  d.beginPoint(0);
                  d.longs("x", new long[] {1}, 1);
                })),
        "one column");
    assertTrue(
        seen.add(
            digest(
                d -> {
                  d.beginPoint(0);
                  d.doubles("x", new double[] {Double.longBitsToDouble(1)}, 1);
                })),
        "the same bits as another kind");
    assertTrue(
        seen.add(
            digest(
                d -> {
                  d.beginPoint(0);
                  d.owner("x");
                  d.longs("x", new long[] {1}, 1);
                })),
        "an owner in front");
  }

  private static void two(
      StateDigest digest, String first, String second, long[] firstColumn, long[] secondColumn) {
    digest.beginPoint(10);
    digest.longs(first, firstColumn, firstColumn.length);
    digest.longs(second, secondColumn, secondColumn.length);
  }

  @Test
  void anEarlierPointChangesEveryLaterLink() {
    String same =
        digest(
            d -> {
              usual(d, 0, BALANCES, POWER);
              usual(d, 10, BALANCES, POWER);
            });
    String other =
        digest(
            d -> {
              usual(d, 0, new long[] {5}, POWER);
              usual(d, 10, BALANCES, POWER);
            });
    assertNotEquals(same, other);
    assertNotEquals(USUAL, same);
  }

  @Test
  void signOfZeroAndKindOfNaNDoNotCount() {
    double otherNaN = Double.longBitsToDouble(0x7ff8000000000123L);
    double[] one = {0.0, Double.NaN};
    double[] other = {-0.0, otherNaN};
    assertEquals(
        digest(d -> usual(d, 0, BALANCES, one)), digest(d -> usual(d, 0, BALANCES, other)));
  }

  @Test
  void entriesBehindTheLengthDoNotCount() {
    long[] longer = {1, 2, 99};
    StateDigest digest = new StateDigest();
    digest.beginPoint(0);
    digest.longs("x", longer, 2);
    StateDigest other = new StateDigest();
    other.beginPoint(0);
    other.longs("x", new long[] {1, 2}, 2);
    assertEquals(other.hex(), digest.hex());
  }

  @Test
  void continuesTheChainOfACheckpoint() {
    StateDigest whole = new StateDigest();
    usual(whole, 0, BALANCES, POWER);
    StateDigest second = new StateDigest();
    long[] link = new long[4];
    whole.visitState(copy(link, true));
    second.visitState(copy(link, false));
    usual(whole, 1, BALANCES, POWER);
    usual(second, 1, BALANCES, POWER);
    assertEquals(whole.hex(), second.hex());
    assertEquals(whole.hex(), whole.hex());
  }

  /** Copies the only column shown from or to {@code link}. */
  private static StateVisitor copy(long[] link, boolean from) {
    return new StateVisitor() {
      @Override
      public void longs(String name, long[] column, int length) {
        assertEquals(link.length, length);
        System.arraycopy(from ? column : link, 0, from ? link : column, 0, length);
      }

      @Override
      public void doubles(String name, double[] column, int length) {
        throw new AssertionError(name);
      }
    };
  }

  @Test
  void refusesStateOutsideAPoint() {
    StateDigest digest = new StateDigest();
    assertThrows(IllegalStateException.class, () -> digest.longs("x", BALANCES, 1));
    assertThrows(IllegalStateException.class, () -> digest.doubles("x", POWER, 1));
    assertThrows(IllegalStateException.class, () -> digest.owner("x"));
  }

  @Test
  void aColumnMayBeHashedInParts() {
    SplittableRandom random = new SplittableRandom(7);
    long[] column = random.longs(1001).toArray();
    double[] reals = random.doubles(1001).toArray();
    for (int cut : new int[] {0, 1, 500, 1001}) {
      assertEquals(
          ColumnHash.ofLongs(column, 0, 1001),
          ColumnHash.ofLongs(column, cut, 1001).plus(ColumnHash.ofLongs(column, 0, cut)));
      assertEquals(
          ColumnHash.ofDoubles(reals, 0, 1001),
          ColumnHash.ofDoubles(reals, cut, 1001).plus(ColumnHash.ofDoubles(reals, 0, cut)));
    }
    assertEquals(ColumnHash.empty(), ColumnHash.ofLongs(column, 3, 3));
  }

  @Test
  void lanesAreSpreadOverAllBitsForSmallEntries() {
    // Each of 128 bits should be set in about half of 4,000 hashes; 5 sd is 158.
    int[] set = new int[128];
    for (long v = 0; v < 4_000; v++) {
      ColumnHash hash = ColumnHash.ofLongs(new long[] {v}, 0, 1);
      for (int bit = 0; bit < 64; bit++) {
        set[bit] += (int) (hash.low() >>> bit & 1);
        set[64 + bit] += (int) (hash.high() >>> bit & 1);
      }
    }
    for (int bit = 0; bit < 128; bit++) {
      assertEquals(2_000, set[bit], 158, "bit " + bit);
    }
  }

  @Test
  void swappedAndShiftedEntriesDiffer() {
    Set<ColumnHash> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      for (int j = i + 1; j < 100; j++) {
        long[] column = new long[100];
        column[i] = 1;
        column[j] = 2;
        assertTrue(seen.add(ColumnHash.ofLongs(column, 0, 100)));
        column[i] = 2;
        column[j] = 1;
        assertTrue(seen.add(ColumnHash.ofLongs(column, 0, 100)));
      }
    }
  }
}
