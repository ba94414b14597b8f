package io.depinsim.core.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.state.StateVisitor;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random lives of a book beside the simplest model of it, one lot per end day in a sorted map, for
 * more than twice the length of the ring.
 */
class CapacityBookPropertyTest {
  private static final long DAYS = 2L * CapacityBook.DAYS + 200;

  /** Sums over the units that end on one day: units, pledge, age, reward, fee. */
  private static final class Lot {
    long units;
    long pledge;
    double activationDays;
    long reward;
    long fee;
  }

  /** Conservation: what was added is what has been taken plus what is there. */
  private static final class Sums {
    long units;
    long pledge;
    long reward;
  }

  private final CapacityBook book = new CapacityBook();
  private final CapacityBook.Taken taken = new CapacityBook.Taken();
  private final TreeMap<Long, Lot> lots = new TreeMap<>();
  private final Sums added = new Sums();
  private final Sums gone = new Sums();
  private SplittableRandom random;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithOneLotPerEndDay(long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < 50; i++) {
      add(-random.nextInt(4_000), 1 + random.nextInt(CapacityBook.DAYS - 1));
    }
    for (long day = 1; day <= DAYS; day++) {
      String where = "seed " + seed + " day " + day;
      if (random.nextInt(3) == 0) {
        extend(day, where);
      }
      expire(day, where);
      if (random.nextInt(3) == 0) {
        terminate(day, where);
      }
      if (random.nextInt(2) == 0) {
        add(day, day + 1 + random.nextInt(CapacityBook.DAYS - 1));
      }
      compare(day, where);
    }
    assertTrue(gone.units > 0 && added.units > gone.units / 2, "seed " + seed);
  }

  private void add(long day, long end) {
    long units = random.nextInt(20) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 34));
    long pledge = random.nextLong(1L << random.nextInt(1, 50));
    long reward = random.nextLong(1L << 30);
    long fee = random.nextLong(1L << 20);
    book.add(day, end, units, pledge, reward, fee);
    Lot lot = lots.computeIfAbsent(end, e -> new Lot());
    lot.units += units;
    lot.pledge += pledge;
    lot.activationDays += (double) units * day;
    lot.reward += reward;
    lot.fee += fee;
    added.units += units;
    added.pledge += pledge;
    added.reward += reward;
  }

  private void extend(long day, String where) {
    Lot ending = lots.getOrDefault(day, new Lot());
    long now = random.nextLong(ending.units + 2);
    long early = random.nextLong(book.units() / 10 + 2);
    int shortest = 1 + random.nextInt(CapacityBook.DAYS - 1);
    int spread = Math.min(CapacityBook.DAYS - 1 - shortest, random.nextInt(50));
    int parts = spread == 0 ? 1 : 2 + random.nextInt(5);
    Terms terms = new Terms(shortest, shortest + spread, parts);
    long pledge = book.pledge();
    Lot moved = new Lot();
    moveShare(ending, Math.min(now, ending.units), moved);
    long total = lots.tailMap(day + 1).values().stream().mapToLong(lot -> lot.units).sum();
    long count = Math.min(early, total);
    long seen = 0;
    long before = 0;
    for (Lot lot : lots.tailMap(day + 1).values()) {
      seen += lot.units;
      long upTo = total == 0 ? 0 : share(count, seen, total);
      moveShare(lot, upTo - before, moved);
      before = upTo;
    }
    assertEquals(moved.units, book.extend(day, day, now, early, terms, 0), where);
    assertEquals(pledge, book.pledge(), where);
    for (int part = 0; part < parts; part++) {
      Lot to = lots.computeIfAbsent(day + terms.days(part), e -> new Lot());
      to.units += terms.share(moved.units, moved.units, part);
      to.pledge += terms.share(moved.pledge, moved.units, part);
      to.reward += terms.share(moved.reward, moved.units, part);
      to.fee += terms.share(moved.fee, moved.units, part);
      to.activationDays +=
          moved.units == 0
              ? 0
              : moved.activationDays * terms.share(moved.units, moved.units, part) / moved.units;
    }
  }

  /** Moves k of n units with floor(k/n) of all sums; the last unit takes the rest. */
  private static void moveShare(Lot from, long units, Lot to) {
    if (units == 0) {
      return;
    }
    boolean all = units == from.units;
    long pledge = all ? from.pledge : share(from.pledge, units, from.units);
    long reward = all ? from.reward : share(from.reward, units, from.units);
    long fee = all ? from.fee : share(from.fee, units, from.units);
    double days = from.activationDays * units / from.units;
    from.units -= units;
    from.pledge -= pledge;
    from.reward -= reward;
    from.fee -= fee;
    from.activationDays -= days;
    to.units += units;
    to.pledge += pledge;
    to.reward += reward;
    to.fee += fee;
    to.activationDays += days;
  }

  private static long share(long sum, long part, long of) {
    if (Math.multiplyHigh(sum, part) == 0 && sum * part >= 0) {
      return sum * part / of;
    }
    return BigInteger.valueOf(sum)
        .multiply(BigInteger.valueOf(part))
        .divide(BigInteger.valueOf(of))
        .longValueExact();
  }

  private void expire(long day, String where) {
    Lot out = new Lot();
    Lot lot = lots.remove(day);
    if (lot != null && lot.units > 0) {
      moveShare(lot, lot.units, out);
    } else if (lot != null) {
      // A lot without units may still hold sums that were added with none; the book keeps them.
      lots.put(day + CapacityBook.DAYS, lot);
    }
    book.expire(day, taken);
    compareTaken(day, out, where);
  }

  private void terminate(long day, String where) {
    long wanted = random.nextLong(book.units() / 4 + 2);
    long units = book.units();
    book.terminate(day, wanted, taken);
    Lot out = new Lot();
    long total = units;
    long count = Math.min(wanted, units);
    long seen = 0;
    long before = 0;
    for (Lot lot : lots.values()) {
      seen += lot.units;
      long upTo = total == 0 ? 0 : share(count, seen, total);
      moveShare(lot, upTo - before, out);
      before = upTo;
    }
    compareTaken(day, out, where);
  }

  private void compareTaken(long day, Lot out, String where) {
    assertEquals(out.units, taken.units(), where);
    assertEquals(out.pledge, taken.pledge(), where);
    assertEquals(out.reward, taken.rememberedReward(), where);
    if (out.units > 0) {
      // Floors of an age move it by less than a day per unit that is left behind.
      assertEquals(day - out.activationDays / out.units, taken.meanAge(day), 1.0, where);
    }
    gone.units += out.units;
    gone.pledge += out.pledge;
    gone.reward += out.reward;
  }

  private void compare(long day, String where) {
    assertEquals(added.units - gone.units, book.units(), where);
    assertEquals(added.pledge - gone.pledge, book.pledge(), where);
    long units = 0;
    long pledge = 0;
    long fee = 0;
    for (Lot lot : lots.values()) {
      units += lot.units;
      pledge += lot.pledge;
      fee += lot.fee;
    }
    assertEquals(units, book.units(), where);
    assertEquals(pledge, book.pledge(), where);
    assertEquals(fee, book.dailyFee(), where);
    if (day % 97 == 0) {
      lots.forEach((end, lot) -> assertEquals(lot.units, book.ending(end, end), where));
      book.visitState(new NothingNegative(where));
    }
  }

  /** No column ever falls below zero. */
  private record NothingNegative(String where) implements StateVisitor {
    @Override
    public void longs(String name, long[] column, int length) {
      for (int i = 0; i < length; i++) {
        assertTrue(column[i] >= 0, where + ": " + name + " " + i + " is " + column[i]);
      }
    }

    @Override
    public void doubles(String name, double[] column, int length) {
      throw new AssertionError("a book holds integers");
    }
  }
}
