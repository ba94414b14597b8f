package io.depinsim.agents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.CapacityStrategy.Change;
import io.depinsim.core.engine.CapacityStrategy.Decision;
import io.depinsim.core.engine.CapacityStrategy.Observation;
import io.depinsim.core.engine.CapacityStrategy.Opening;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.Ranges;
import io.depinsim.core.time.Span;
import io.depinsim.core.world.CapacityBook;
import io.depinsim.core.world.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random records, replayed against books of commitments in the order of an epoch. */
class DocumentedCapacityPropertyTest {
  private static final LocalDate START = LocalDate.parse("2025-01-01");
  private static final BuildContext CONTEXT =
      new BuildContext("net", "FIL", 9, Instant.parse("2025-01-01T00:00:00Z"), 0, 10);
  private static final int BOOST = 10;
  private static final double SECTORS_PER_EIB = 0x1p25;
  private static final double SECTORS_PER_PIB = 0x1p15;
  private static final int DAYS = 400;

  /** Records at common dates, so that every class is a straight line between them. */
  private static final class Records {
    final TreeMap<LocalDate, Double> raw = new TreeMap<>();
    final TreeMap<LocalDate, Double> quality = new TreeMap<>();
    final TreeMap<LocalDate, Double> added = new TreeMap<>();
    final TreeMap<LocalDate, Double> addedQuality = new TreeMap<>();
    final TreeMap<LocalDate, Double> renewed = new TreeMap<>();
    final TreeMap<LocalDate, Double> renewedQuality = new TreeMap<>();

    Records(SplittableRandom random) {
      LocalDate date = START.minusDays(random.nextInt(20));
      while (date.isBefore(START.plusDays(DAYS + 30))) {
        pair(random, date, 20 * random.nextDouble(), raw, quality);
        pair(random, date, 60 * random.nextDouble(), added, addedQuality);
        pair(random, date, 60 * random.nextDouble(), renewed, renewedQuality);
        date = date.plusDays(1 + random.nextInt(60));
      }
    }

    private static void pair(
        SplittableRandom random,
        LocalDate date,
        double value,
        TreeMap<LocalDate, Double> raw,
        TreeMap<LocalDate, Double> quality) {
      raw.put(date, value);
      quality.put(date, 1 + (BOOST - 1) * random.nextDouble());
    }

    DocumentedCapacity strategy() {
      return new DocumentedCapacity(
          new DocumentedCapacity.Spec(
              raw,
              quality,
              added,
              addedQuality,
              renewed,
              renewedQuality,
              Map.of(START, 0.5),
              Span.parse("120 days"),
              Span.parse("180 days"),
              7,
              Span.parse("20 days"),
              Span.parse("90 days")),
          CONTEXT);
    }

    /**
     * Boosted part of a quantity: what counts beyond once, over what a boosted unit counts more.
     */
    static double boosted(
        TreeMap<LocalDate, Double> raw, TreeMap<LocalDate, Double> quality, long day) {
      return at(raw, day) * (at(quality, day) - 1) / (BOOST - 1);
    }

    static double at(TreeMap<LocalDate, Double> knots, long day) {
      LocalDate date = START.plusDays(day);
      Map.Entry<LocalDate, Double> before = knots.floorEntry(date);
      Map.Entry<LocalDate, Double> after = knots.ceilingEntry(date);
      if (before == null || after == null || before.getKey().equals(after.getKey())) {
        return (before == null ? after : before).getValue();
      }
      double length = after.getKey().toEpochDay() - before.getKey().toEpochDay();
      double gone = date.toEpochDay() - before.getKey().toEpochDay();
      return (before.getValue() * (length - gone) + after.getValue() * gone) / length;
    }
  }

  /** One quality class of a network that does what it is told. */
  private static final class Keeper {
    final CapacityBook book = new CapacityBook();
    final CapacityBook.Taken taken = new CapacityBook.Taken();
    long extended;
    long expired;
    long terminated;

    void open(Opening opening, long units) {
      long days = opening.longestDays() - opening.shortestDays() + 1L;
      for (long i = 0; i < days; i++) {
        long part = units * (i + 1) / days - units * i / days;
        book.add(-opening.meanAgeDays(), opening.shortestDays() + i, part, 0, 0, 0);
      }
    }

    void follow(long day, int days, Change c, Terms terms) {
      extended = book.extend(day - days + 1, day, c.extend(), c.extendEarly(), terms, 0);
      expired = 0;
      for (long end = day - days + 1; end <= day; end++) {
        book.expire(end, taken);
        expired += taken.units();
      }
      book.lapse(day + 1, c.lapse(), taken);
      expired += taken.units();
      book.terminate(day, c.terminate(), taken);
      terminated = taken.units();
      book.add(day, terms, c.add(), 0, 0, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void powerFollowsItsRecordEveryDay(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Records records = new Records(random);
    int step = seed % 5 == 0 ? 7 : 1;
    DocumentedCapacity strategy = records.strategy();
    Keeper plain = new Keeper();
    Keeper boosted = new Keeper();
    plain.open(strategy.opening(), strategy.opening().plain());
    boosted.open(strategy.opening(), strategy.opening().boosted());
    int raised = 0;
    int kept = 0;
    for (long day = step; day <= DAYS; day += step) {
      String where = "seed " + seed + " day " + day;
      long plainBefore = plain.book.units();
      long boostedBefore = boosted.book.units();
      Decision d =
          strategy.decide(
              new Observation(
                  day,
                  step,
                  plainBefore,
                  boostedBefore,
                  plain.book.ending(day - step + 1, day),
                  boosted.book.ending(day - step + 1, day),
                  0,
                  0));
      plain.follow(day, step, d.plain(), strategy.terms(day));
      boosted.follow(day, step, d.boosted(), strategy.terms(day));
      double boostedPower = Records.boosted(records.raw, records.quality, day) * SECTORS_PER_EIB;
      double plainPower = Records.at(records.raw, day) * SECTORS_PER_EIB - boostedPower;
      // Raw and boosted power are rounded to whole units; plain power is their difference.
      assertEquals(boostedPower, boosted.book.units(), 0.500001, where);
      assertEquals(plainPower, plain.book.units(), 1.000001, where);
      conserved(boosted, boostedBefore, d.boosted(), where);
      conserved(plain, plainBefore, d.plain(), where);
      double onRecord = 0;
      for (long past = day - step + 1; past <= day; past++) {
        onRecord += Records.boosted(records.added, records.addedQuality, past) * SECTORS_PER_PIB;
      }
      double lack = boostedPower - boostedBefore;
      assertEquals(
          Math.min(boostedPower, Math.max(onRecord, lack)), d.boosted().add(), 0.6 * step, where);
      raised += lack > onRecord ? 1 : 0;
      kept += lack <= onRecord ? 1 : 0;
    }
    assertTrue(raised > 0 && kept > 0, "seed " + seed + ": both cases must have been met");
  }

  /** What leaves is what was there and came, less what is there; nothing decided falls away. */
  private static void conserved(Keeper k, long before, Change c, String where) {
    assertEquals(k.book.units(), before + c.add() - k.expired - k.terminated, where);
    assertEquals(c.terminate(), k.terminated, where);
    assertEquals(c.extend() + c.extendEarly(), k.extended, where);
  }

  private static DocumentedCapacity steady(double power, double onboarded, double renewed) {
    return new DocumentedCapacity(
        new DocumentedCapacity.Spec(
            Map.of(START, power),
            Map.of(START, 1.0),
            Map.of(START, onboarded),
            Map.of(START, 1.0),
            Map.of(START, renewed),
            Map.of(START, 1.0),
            Map.of(START, 0.25),
            Span.parse("180 days"),
            Span.parse("180 days"),
            1,
            Span.parse("20 days"),
            Span.parse("0 days")),
        CONTEXT);
  }

  private static Change plain(DocumentedCapacity strategy, long units, long ending) {
    Decision decision = strategy.decide(new Observation(5, 1, units, 0, ending, 0, 0, 0));
    assertEquals(new Change(0, 0, 0, 0), decision.boosted());
    return decision.plain();
  }

  @Test
  void whatLeavesTerminatesAsOnRecordThenExpiresThenLapses() {
    // 1 EiB is 2^25 = 33,554,432 sectors; 2 PiB a day are 65,536, 1 PiB 32,768, 0.25 PiB 8,192.
    DocumentedCapacity strategy = steady(1, 2, 1);
    long now = 33_554_432;
    assertEquals(new Opening(now, 0, 20, 180, 0), strategy.opening());
    // Power stands still, so 65,536 arrive and as many leave: 8,192 early, all 50,000 that end, and
    // 7,344 soonest due. The 32,768 renewals on record are all ahead of time.
    assertEquals(new Change(65_536, 0, 32_768, 8_192, 7_344), plain(strategy, now, 50_000));
    // Of 80,000 that end 57,344 expire and 22,656 are extended; 10,112 renewals are ahead of time.
    assertEquals(new Change(65_536, 22_656, 10_112, 8_192), plain(strategy, now, 80_000));
    // Of 500,000 that end 442,656 stay: more renewals than on record.
    assertEquals(new Change(65_536, 442_656, 0, 8_192), plain(strategy, now, 500_000));
    // A network that has lost a million units takes in more than is on record, and nothing leaves.
    assertEquals(new Change(1_000_000, 50_000, 0, 0), plain(strategy, now - 1_000_000, 50_000));
  }

  @Test
  void neverTakesInMoreThanThePowerOnRecordAndExtendsNoMoreThanStays() {
    assertEquals(new Change(0, 0, 0, 100), plain(steady(0, 2, 1), 100, 0));
    assertEquals(new Change(0, 0, 32, 0), plain(steady(0x1p-20, 0, 1), 32, 0));
  }

  @Test
  void refusesRecordsThatCannotBe() {
    Map<LocalDate, Double> one = Map.of(START, 1.0);
    spec(one, one, 10, "180 days");
    assertThrows(IllegalArgumentException.class, () -> spec(Map.of(), one, 10, "180 days"));
    assertThrows(
        IllegalArgumentException.class, () -> spec(Map.of(START, -1.0), one, 10, "180 days"));
    assertThrows(
        IllegalArgumentException.class, () -> spec(one, Map.of(START, Double.NaN), 10, "180 days"));
    // Quality below 1 or above the boost would leave one class with less than nothing.
    assertThrows(
        IllegalArgumentException.class, () -> spec(one, Map.of(START, 0.99), 10, "180 days"));
    assertThrows(
        IllegalArgumentException.class, () -> spec(one, Map.of(START, 10.01), 10, "180 days"));
    assertThrows(IllegalArgumentException.class, () -> spec(one, one, 1, "180 days"));
    assertThrows(IllegalArgumentException.class, () -> spec(one, one, 10, "19 days"));
    assertThrows(IllegalArgumentException.class, () -> spec(one, one, 10, "6 years"));
  }

  private static DocumentedCapacity spec(
      Map<LocalDate, Double> raw, Map<LocalDate, Double> quality, int boost, String term) {
    return new DocumentedCapacity(
        Ranges.require(
            new DocumentedCapacity.Spec(
                raw,
                quality,
                raw,
                quality,
                raw,
                quality,
                raw,
                Span.parse(term),
                Span.parse(term),
                1,
                Span.parse("20 days"),
                Span.parse("0 days"))),
        new BuildContext("net", "TOK", 9, CONTEXT.start(), 0, boost));
  }
}
