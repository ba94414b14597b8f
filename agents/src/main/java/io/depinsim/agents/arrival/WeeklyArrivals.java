package io.depinsim.agents.arrival;

import io.depinsim.core.engine.service.ArrivalStream;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A Poisson process whose rate follows the hour of the day and the day of the week, in UTC. Rates
 * are divided by their mean over a week, so that the mean rate stays what it is.
 *
 * <p>The rate is constant within each hour. The next arrival is where the rate since the last one
 * adds up to an exponential number: exact, and one value for each arrival.
 */
public final class WeeklyArrivals implements ArrivalStream {
  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;
  private static final long SECONDS_PER_WEEK = 7 * 86_400;

  /** The first of January 1970 was a Thursday. */
  private static final long SECONDS_FROM_MONDAY_TO_EPOCH = 3 * 86_400;

  /** Rate in each hour of a week over the mean rate, from Monday midnight on. */
  private final double[] factors;

  /** Sum of the factors of all hours before this one; the last entry is that of a whole week. */
  private final double[] sums;

  /** Time of the start within its week, hours. */
  private final double startHour;

  /**
   * Parameters of {@code arrivals: {weekly: …}}.
   *
   * @param byHour rate in each of the 24 hours of a day, or in each of the 168 hours of a week from
   *     Monday on; only their proportions matter
   * @param byDay rate on each of the 7 days of a week from Monday on, by which those by hour are
   *     multiplied; left out, all days are alike
   */
  public record Spec(
      @InRange(atLeast = "0") @InUnit("1") List<Double> byHour,
      @InRange(atLeast = "0") @Omittable @InUnit("1") List<Double> byDay) {
    /**
     * Checks how many rates there are.
     *
     * @throws IllegalArgumentException if there are too few or too many, or all are 0
     */
    public Spec {
      if (byHour.size() != DAY && byHour.size() != WEEK) {
        throw new IllegalArgumentException(
            "byHour: holds "
                + byHour.size()
                + " rates and must hold 24, for the hours of a day, or 168, for those of a week.");
      }
      if (!byDay.isEmpty() && (byHour.size() == WEEK || byDay.size() != 7)) {
        throw new IllegalArgumentException(
            "byDay: must hold 7 rates, from Monday on, and stand beside 24 by hour, not 168.");
      }
      requireSome("byHour", byHour);
      requireSome("byDay", byDay);
    }

    private static void requireSome(String field, List<Double> rates) {
      if (!rates.isEmpty() && Collections.max(rates) == 0) {
        throw new IllegalArgumentException(field + ": at least one rate must be above 0.");
      }
    }
  }

  /** The stream of a spec. */
  public WeeklyArrivals(Spec spec, BuildContext context) {
    this.factors = factors(spec);
    this.sums = new double[WEEK + 1];
    for (int hour = 0; hour < WEEK; hour++) {
      sums[hour + 1] = sums[hour] + factors[hour];
    }
    Instant start = context.start();
    long second =
        Math.floorMod(start.getEpochSecond() + SECONDS_FROM_MONDAY_TO_EPOCH, SECONDS_PER_WEEK);
    this.startHour = (second + start.getNano() / 1e9) / 3600;
  }

  /** Rate in each hour of a week from Monday on, over the mean rate. */
  static double[] factors(Spec spec) {
    double[] rates = new double[WEEK];
    for (int hour = 0; hour < WEEK; hour++) {
      double ofDay = spec.byDay().isEmpty() ? 1 : spec.byDay().get(hour / DAY);
      rates[hour] = ofDay * spec.byHour().get(hour % spec.byHour().size());
    }
    double mean = Arrays.stream(rates).sum() / WEEK;
    for (int hour = 0; hour < WEEK; hour++) {
      rates[hour] /= mean;
    }
    return rates;
  }

  @Override
  public double next(double afterMicros, double perMicro, Draws draws) {
    double hour = startHour + afterMicros / SimulatedTime.MICROS_PER_HOUR;
    double week = Math.floor(hour / WEEK);
    double within = hour - week * WEEK;
    int slot = Math.min(WEEK - 1, (int) within);
    double wanted =
        sums[slot]
            + (within - slot) * factors[slot]
            + draws.nextExponential(1) / (perMicro * SimulatedTime.MICROS_PER_HOUR);
    double weeks = Math.floor(wanted / sums[WEEK]);
    double next = (week + weeks) * WEEK + hourAt(wanted - weeks * sums[WEEK]);
    return Math.max(afterMicros, (next - startHour) * SimulatedTime.MICROS_PER_HOUR);
  }

  /** Time within a week, hours, by which factors add up to {@code sum}. */
  private double hourAt(double sum) {
    int low = 0;
    int high = WEEK;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (sums[middle] <= sum) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return factors[low] == 0 ? high : Math.min(high, low + (sum - sums[low]) / factors[low]);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    // Has no state.
  }
}
