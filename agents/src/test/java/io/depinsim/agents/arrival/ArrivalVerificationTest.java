package io.depinsim.agents.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.service.ArrivalStream;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.state.StateVisitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Counts of arrivals against closed forms: mean, and variance over mean.
 *
 * <p>False alarms: each z-score is compared with 5, passed 6e-7 of the time if normal, and each
 * p-value with 1 in 10,000; all together raise a false alarm for fewer than one seed in 2,000.
 * Seeds are fixed.
 */
class ArrivalVerificationTest {
  private static final double HOUR = 3.6e9;
  private static final double PER_HOUR = 10;
  private static final double LIMIT = 5;
  private static final int PATHS = 10_000;

  /** A Wednesday, 18:30. */
  private static final BuildContext CONTEXT =
      new BuildContext("net", "TOKEN", 9, Instant.parse("2025-01-01T18:30:00Z"));

  /** Times of all arrivals before a time, hours. */
  private static double[] path(ArrivalStream stream, long entity, double untilHours) {
    Streams streams = new Streams(11, 0);
    Draws draws = new Draws();
    double[] hours = new double[64];
    int count = 0;
    double micros = 0;
    while (true) {
      streams.seek(draws, Purpose.JOB_ARRIVAL, entity, count);
      double next = stream.next(micros, PER_HOUR / HOUR, draws);
      assertTrue(next >= micros, "time runs backward");
      micros = next;
      if (micros >= untilHours * HOUR) {
        return Arrays.copyOf(hours, count);
      }
      if (count == hours.length) {
        hours = Arrays.copyOf(hours, 2 * count);
      }
      hours[count++] = micros / HOUR;
    }
  }

  /**
   * Checks mean and variance of the number of arrivals within a window.
   *
   * @param fromHours when the window begins; what the start did must be forgotten by then
   * @param index variance over mean
   */
  private static void check(
      Supplier<ArrivalStream> stream, double fromHours, double hours, double index) {
    double mean = PER_HOUR * hours;
    double[] counts = new double[PATHS];
    for (int i = 0; i < PATHS; i++) {
      double[] times = path(stream.get(), i, fromHours + hours);
      counts[i] = Arrays.stream(times).filter(time -> time >= fromHours).count();
    }
    double found = Arrays.stream(counts).sum() / PATHS;
    double second = Arrays.stream(counts).map(n -> (n - mean) * (n - mean)).sum() / PATHS;
    double fourth =
        Arrays.stream(counts).map(n -> (n - mean) * (n - mean) * (n - mean) * (n - mean)).sum()
            / PATHS;
    double meanScore = (found - mean) / Math.sqrt(index * mean / PATHS);
    assertTrue(Math.abs(meanScore) < LIMIT, "mean " + found + ": " + meanScore);
    double error = Math.sqrt((fourth - second * second) / PATHS);
    double score = (second - index * mean) / error;
    assertTrue(Math.abs(score) < LIMIT, "index " + second / mean + " for " + index + ": " + score);
    assertTrue(error < 0.03 * second, "the check is sharp: " + error / second);
  }

  @Test
  void poissonCountsVaryAsTheirMean() {
    check(PoissonArrivals::new, 0, 3, 1);
  }

  @Test
  void hawkesCountsHaveTheMeanAndTheSpreadOfTheirClusters() {
    HawkesArrivals.Spec spec = new HawkesArrivals.Spec(0.6, 0.5);
    double inTheLongRun = 1 / (0.4 * 0.4);
    assertEquals(inTheLongRun, ArrivalEvaluations.hawkesIndex(spec, 1e9), 1e-6);
    assertEquals(1, ArrivalEvaluations.hawkesIndex(spec, 1e-9), 1e-6);
    for (double hours : new double[] {0.5, 8}) {
      double index = ArrivalEvaluations.hawkesIndex(spec, hours);
      check(() -> new HawkesArrivals(spec), 20, hours, index);
    }
  }

  @Test
  void hawkesArrivalsComeAtTheMeanRateFromTheStartOn() {
    HawkesArrivals.Spec spec = new HawkesArrivals.Spec(0.8, 2);
    double count = 0;
    for (int i = 0; i < PATHS; i++) {
      count += path(new HawkesArrivals(spec), i, 1).length;
    }
    // At most as spread as clusters in the long run.
    double score = (count - PATHS * PER_HOUR) / Math.sqrt(PATHS * PER_HOUR * 25);
    assertTrue(Math.abs(score) < LIMIT, "count " + count);
    assertTrue(Math.abs(count / PATHS / PER_HOUR - 1) < 0.05, "count " + count);
  }

  @Test
  void markovModulatedCountsHaveTheMeanAndTheSpreadOfTheirBursts() {
    MarkovArrivals.Spec spec = new MarkovArrivals.Spec(8, 0.5, 3);
    for (double hours : new double[] {0.25, 12}) {
      double index = ArrivalEvaluations.markovIndex(spec, PER_HOUR, hours);
      check(() -> new MarkovArrivals(spec), 0, hours, index);
    }
  }

  @Test
  void weeklyArrivalsFollowTheirProfile() {
    List<Double> byHour = new ArrayList<>(Collections.nCopies(24, 1.0));
    byHour.set(3, 0.0);
    byHour.set(18, 4.0);
    byHour.set(23, 2.5);
    WeeklyArrivals.Spec spec =
        new WeeklyArrivals.Spec(byHour, List.of(1.0, 1.0, 1.0, 1.0, 1.5, 0.5, 0.0));
    int weeks = 400;
    long[] observed = new long[168];
    for (double time : path(new WeeklyArrivals(spec, CONTEXT), 5, weeks * 168)) {
      observed[(int) ((time + 2 * 24 + 18.5) % 168)]++;
    }
    double[] factors = WeeklyArrivals.factors(spec);
    double total = Arrays.stream(observed).sum();
    double score = (total - PER_HOUR * weeks * 168) / Math.sqrt(PER_HOUR * weeks * 168);
    assertTrue(Math.abs(score) < LIMIT, "total " + total);
    int[] open = Arrays.stream(hours()).filter(hour -> factors[hour] > 0).toArray();
    assertTrue(open.length < 145, "a day and some hours are closed");
    for (int hour : hours()) {
      assertTrue(factors[hour] > 0 || observed[hour] == 0, "closed at hour " + hour);
    }
    double[] expected = Arrays.stream(open).mapToDouble(hour -> factors[hour]).toArray();
    long[] seen = Arrays.stream(open).mapToLong(hour -> observed[hour]).toArray();
    double p = new ChiSquareTest().chiSquareTest(expected, seen);
    assertTrue(p > 1e-4, "hours of the week: p-value " + p);
  }

  private static int[] hours() {
    return IntStream.range(0, 168).toArray();
  }

  @Test
  void aFlatWeekIsThePoissonProcess() {
    WeeklyArrivals.Spec spec = new WeeklyArrivals.Spec(Collections.nCopies(168, 3.0), List.of());
    double[] flat = path(new WeeklyArrivals(spec, CONTEXT), 9, 2_000);
    double[] poisson = path(new PoissonArrivals(), 9, 2_000);
    assertEquals(poisson.length, flat.length);
    for (int i = 0; i < flat.length; i++) {
      assertEquals(poisson[i], flat[i], 1e-9 * (1 + poisson[i]), "arrival " + i);
    }
  }

  @Test
  void hawkesWithoutBranchingIsAPoissonProcess() {
    double[] hawkes = path(new HawkesArrivals(new HawkesArrivals.Spec(0, 1)), 9, 500);
    assertTrue(Arrays.equals(path(new PoissonArrivals(), 9, 500), hawkes));
  }

  private static Stream<Arguments> streams() {
    return Stream.<Supplier<ArrivalStream>>of(
            PoissonArrivals::new,
            () ->
                new WeeklyArrivals(
                    new WeeklyArrivals.Spec(Collections.nCopies(24, 1.0), List.of()), CONTEXT),
            () -> new HawkesArrivals(new HawkesArrivals.Spec(0.7, 3)),
            () -> new MarkovArrivals(new MarkovArrivals.Spec(5, 1, 4)),
            () -> new TraceArrivals(new TraceArrivals.Spec(null, "time\n1\n2\n7\n7\n9"), CONTEXT))
        .map(Arguments::of);
  }

  /** The n-th arrival depends on its own draws and the shown state alone. */
  @ParameterizedTest
  @MethodSource("streams")
  void goOnFromTheStateTheyShow(Supplier<ArrivalStream> kind) {
    Streams streams = new Streams(4, 0);
    ArrivalStream stream = kind.get();
    double micros = 0;
    for (int n = 0; n < 300; n++) {
      ArrivalStream other = kind.get();
      copy(stream, other);
      Draws draws = streams.at(Purpose.JOB_ARRIVAL, 1, n);
      double expected = stream.next(micros, PER_HOUR / HOUR, draws);
      double found = other.next(micros, PER_HOUR / HOUR, streams.at(Purpose.JOB_ARRIVAL, 1, n));
      assertEquals(expected, found, "arrival " + n);
      assertEquals(stream.statedWork(), other.statedWork());
      micros = expected;
    }
  }

  private static void copy(ArrivalStream from, ArrivalStream to) {
    List<Object> columns = new ArrayList<>();
    from.visitState(
        new StateVisitor() {
          @Override
          public void longs(String name, long[] column, int length) {
            columns.add(column.clone());
          }

          @Override
          public void doubles(String name, double[] column, int length) {
            columns.add(column.clone());
          }
        });
    to.visitState(
        new StateVisitor() {
          @Override
          public void longs(String name, long[] column, int length) {
            System.arraycopy(columns.remove(0), 0, column, 0, length);
          }

          @Override
          public void doubles(String name, double[] column, int length) {
            System.arraycopy(columns.remove(0), 0, column, 0, length);
          }
        });
  }
}
