package io.depinsim.core.incentive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.Ranges;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums of halving and of decaying months against their closed forms. */
class MonthlyEmissionVerificationTest {
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final BuildContext CONTEXT = new BuildContext("net", "NET", 9, START);
  private static final SimulationCalendar CALENDAR = new SimulationCalendar(START);
  private static final double E0 = 6.25e6;

  private static long at(String date) {
    return CALENDAR.ofDate(LocalDate.parse(date));
  }

  private static StepHalving halving(Double total) {
    return new StepHalving(E0, Span.parse("48 months"), total);
  }

  private static Emission.Period period(long from, long to, long launch) {
    return new Emission.Period(from, to, launch, 0, 0, 0, 0);
  }

  private static double pay(Emission emission, long from, long to, long launch) {
    return emission.expected(period(from, to, launch));
  }

  private static double payMonths(Emission emission, long launch, int months) {
    double sum = 0;
    for (int month = 0; month < months; month++) {
      sum +=
          pay(
              emission,
              CALENDAR.addMonths(launch, month),
              CALENDAR.addMonths(launch, month + 1),
              launch);
    }
    return sum;
  }

  @Test
  void ninetySixMonthsEmitThreeQuartersOfTheAllocation() {
    // 48 x 6.25e6 + 48 x 3.125e6 = 4.5e8, 75 % of 2 x 48 x 6.25e6 = 6e8.
    assertEquals(4.5e8, payMonths(new MonthlyEmission(halving(null), CONTEXT), 0, 96));
    assertEquals(
        4.5e8,
        pay(new MonthlyEmission(halving(null), CONTEXT), 0, CALENDAR.addMonths(0, 96), 0),
        1e-4,
        "in one period");
  }

  @Test
  void wholeMonthsBringExactlyTheirAmounts() {
    MonthlyEmission emission = new MonthlyEmission(halving(null), CONTEXT);
    long launch = at("2026-03-31");
    for (int month = 0; month < 200; month++) {
      double want = E0 / (1L << (month / 48));
      long from = CALENDAR.addMonths(launch, month);
      assertEquals(want, pay(emission, from, CALENDAR.addMonths(launch, month + 1), launch));
    }
  }

  @Test
  void halvingTendsToTwiceAStepsSum() {
    double sum = 0;
    for (int month = 0; month < 48 * 60; month++) {
      sum += halving(null).ofMonth(month);
    }
    assertEquals(2 * 48 * E0, sum, 6e8 * 1e-12);
    assertEquals(0, halving(null).ofMonth(Long.MAX_VALUE), "and never below nothing");
    StepHalving yearly = new StepHalving(1, Span.parse("2 years"), null);
    assertEquals(1, yearly.ofMonth(23));
    assertEquals(0.5, yearly.ofMonth(24));
  }

  @ParameterizedTest
  @CsvSource({"0.02, 0", "0.02, 1", "0.02, 35", "0.5, 40", "0, 100", "1, 3"})
  void decayAddsUpToTheGeometricSum(double decay, int months) {
    GeometricDecay schedule = new GeometricDecay(1e7, decay, null);
    double closed =
        decay == 0 ? 1e7 * months : 1e7 * (1 - StrictMath.pow(1 - decay, months)) / decay;
    assertEquals(closed, payMonths(new MonthlyEmission(schedule, CONTEXT), 0, months), 1e-5);
  }

  @Test
  void splittingPeriodsChangesNothing() {
    Streams streams = new Streams(20_251_127, 0);
    for (int number = 0; number < 300; number++) {
      Draws draws = streams.at(Purpose.UNCERTAINTY, number, 0);
      long launch = draws.nextLong(at("2027-01-01"));
      long from = launch + draws.nextLong(at("2033-01-01"));
      long to = from + draws.nextLong(at("2033-01-01"));
      MonthlySchedule schedule =
          number % 2 == 0 ? halving(null) : new GeometricDecay(E0, 0.02, null);
      double whole = pay(new MonthlyEmission(schedule, CONTEXT), from, to, launch);
      MonthlyEmission pieces = new MonthlyEmission(schedule, CONTEXT);
      double sum = 0;
      for (long cursor = from; cursor < to; ) {
        long next = Math.min(to, cursor + 1 + draws.nextLong(at("2025-07-01")));
        sum += pay(pieces, cursor, next, launch);
        cursor = next;
      }
      assertEquals(whole, sum, whole * 1e-12, "seed 20251127, case " + number);
    }
  }

  @Test
  void aTotalIsPaidToTheLastMinorUnitAndNeverExceeded() {
    Streams streams = new Streams(20_251_128, 0);
    for (int number = 0; number < 200; number++) {
      Draws draws = streams.at(Purpose.UNCERTAINTY, number, 0);
      double total = 1 + draws.nextLong(599_999_999);
      MonthlyEmission emission = new MonthlyEmission(halving(total), CONTEXT);
      long[] reward = new long[1];
      long minted = 0;
      double last = 1;
      for (long cursor = 0; last > 0; ) {
        long next = cursor + 1 + draws.nextLong(at("2026-01-01"));
        last = pay(emission, cursor, next, 0);
        // As a run mints it: rounded to the nearest minor unit.
        minted +=
            new CapacityShare()
                .split(
                    new RewardSplit.Round(
                        1, 1, last, 1e9, new long[1], reward, new long[] {1}, 1, streams),
                    reward);
        cursor = next;
      }
      long want = (long) total * 1_000_000_000L;
      String what = "seed 20251128, case " + number + ": " + minted + " of " + want;
      // Beyond 2^53 minor units one payment is a double of up to 2^60, 128 units apart.
      assertTrue(minted <= want && want - minted <= 128, what);
      assertEquals(0, emission.perDayNow(1));
    }
  }

  @Test
  void theLastPaymentIsWhatIsLeft() {
    MonthlyEmission emission = new MonthlyEmission(halving(1e7), CONTEXT);
    List<Double> paid = new ArrayList<>();
    for (int month = 0; month < 3; month++) {
      paid.add(pay(emission, CALENDAR.addMonths(0, month), CALENDAR.addMonths(0, month + 1), 0));
    }
    assertEquals(List.of(E0, 3.75e6, 0.0), paid);
  }

  @Test
  void whatIsOnOfferPerDayIsThePresentMonths() {
    MonthlyEmission emission =
        new MonthlyEmission(new StepHalving(310, Span.parse("1 month"), null), CONTEXT);
    assertEquals(10, emission.perDayNow(5), "January 2025 has 31 days");
    long launch = at("2025-02-01");
    pay(emission, launch, at("2025-02-15"), launch);
    assertEquals(310 / 28.0, emission.perDayNow(5), "February is month 0");
    pay(emission, at("2025-02-15"), at("2025-03-01"), launch);
    assertEquals(155 / 31.0, emission.perDayNow(5), "March has just begun");
    assertEquals(0, emission.targetUnits());
  }

  @Test
  void noMoreIsOnOfferThanIsLeft() {
    MonthlyEmission emission =
        new MonthlyEmission(new StepHalving(310, Span.parse("1 year"), 314.0), CONTEXT);
    pay(emission, 0, at("2025-02-01"), 0);
    assertEquals(4, emission.perDayNow(5), 1e-9);
  }

  @Test
  void refusesWhatIsNoSchedule() {
    Span four = Span.parse("4 years");
    refuses("perMonth: -1.0", () -> new StepHalving(-1, four, null));
    refuses("perMonth: NaN", () -> new GeometricDecay(Double.NaN, 0.1, null));
    refuses("every: 7 days must be", () -> new StepHalving(1, Span.parse("7 days"), null));
    refuses("every: 0 months must be", () -> new StepHalving(1, Span.parse("0 months"), null));
    refuses("total: -1.0", () -> new StepHalving(1, four, -1.0));
    refuses("total: Infinity", () -> new GeometricDecay(1, 0, Double.POSITIVE_INFINITY));
    refuses("decay: 2.0", () -> new GeometricDecay(1, 2, null));
    refuses("decay: -0.1", () -> new GeometricDecay(1, -0.1, null));
    refuses("total: 1.0E10", () -> new MonthlyEmission(halving(1e10), CONTEXT));
  }

  /** A rule, or the range of a record that is made, refuses. */
  static void refuses(String beginning, Supplier<?> action) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> {
                  if (action.get() instanceof Record made) {
                    Ranges.require(made);
                  }
                })
            .getMessage();
    assertTrue(message.startsWith(beginning), message);
  }
}
