package io.depinsim.agents.arrival;

import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import java.util.List;

/** How rates of arrivals vary, and how bursty they are, as evaluations. */
public final class ArrivalEvaluations {
  private static final int HOURS_OF_WEEK = 168;

  private ArrivalEvaluations() {}

  /** Rows of this group. */
  public static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "weeklyArrivals",
            "The rate of arrivals in an hour of the week.",
            "A Poisson process with a rate by hour, as in"
                + " io.depinsim.agents.arrival.WeeklyArrivals",
            Week.class,
            Rates.class,
            ArrivalEvaluations::rates,
            new Week(
                List.of(
                    4.0, 3.0, 2.0, 2.0, 2.0, 3.0, 5.0, 8.0, 11.0, 13.0, 14.0, 14.0, 13.0, 14.0,
                    15.0, 15.0, 14.0, 13.0, 11.0, 10.0, 9.0, 8.0, 7.0, 5.0),
                List.of(1.0, 1.0, 1.0, 1.0, 0.9, 0.6, 0.5),
                120,
                33)),
        new Evaluation<>(
            "hawkesArrivals",
            "What part of arrivals others bring, and how much counts of them vary.",
            "Integral of the covariance of arrivals, which falls as exp(-(1 - branching) t / decay),"
                + " as in io.depinsim.agents.arrival.HawkesArrivals",
            Hawkes.class,
            Bursts.class,
            in -> {
              HawkesArrivals.Spec spec = new HawkesArrivals.Spec(in.branching(), in.decay());
              return new Bursts(
                  in.rate() * (1 - in.branching()),
                  hawkesIndex(spec, in.window()),
                  hawkesIndex(spec, Double.POSITIVE_INFINITY));
            },
            new Hawkes(120, 0.6, 0.5, 1)),
        new Evaluation<>(
            "markovArrivals",
            "The rate in calm, and how much counts of arrivals vary.",
            "Integral of the covariance of the rate, which falls as exp(-(1/burst + 1/calm) t),"
                + " as in io.depinsim.agents.arrival.MarkovArrivals",
            Markov.class,
            Bursts.class,
            in -> {
              MarkovArrivals.Spec spec =
                  new MarkovArrivals.Spec(in.factor(), in.burst(), in.calm());
              return new Bursts(
                  in.rate() * spec.calmRate(),
                  markovIndex(spec, in.rate(), in.window()),
                  markovIndex(spec, in.rate(), Double.POSITIVE_INFINITY));
            },
            new Markov(120, 8, 0.5, 3, 1)));
  }

  /**
   * A weekly profile.
   *
   * @param byHour rates in the 24 hours of a day or the 168 of a week from Monday on
   * @param byDay rates on the 7 days from Monday on; empty if all are alike
   * @param rate mean rate, arrivals per hour
   * @param hour hour of the week, 0 for Monday from 0:00 to 1:00 UTC
   */
  public record Week(
      @InRange(atLeast = "0") @InUnit("1") List<Double> byHour,
      @InRange(atLeast = "0") @Omittable @InUnit("1") List<Double> byDay,
      @InRange(above = "0") @InUnit("1") double rate,
      @InRange(atLeast = "0", atMost = "167") @InUnit("1") int hour) {}

  /**
   * A rate.
   *
   * @param factor rate in that hour over the mean rate
   * @param rate in that hour, arrivals per hour
   * @param highest rate of any hour, arrivals per hour
   */
  public record Rates(double factor, double rate, double highest) {}

  /**
   * Arrivals that bring others.
   *
   * @param rate mean rate, arrivals per hour
   * @param branching arrivals that one brings itself
   * @param decay mean time between an arrival and one that it brings
   * @param window in which arrivals are counted
   */
  public record Hawkes(
      @InRange(above = "0") @InUnit("1") double rate,
      @InRange(atLeast = "0", atMost = "0.95") @InUnit("1") double branching,
      @InRange(above = "0") @InUnit("h") double decay,
      @InRange(above = "0") @InUnit("h") double window) {}

  /**
   * Calm and bursts in turn.
   *
   * @param rate mean rate, arrivals per hour
   * @param factor rate in a burst over rate in calm
   * @param burst mean length of a burst
   * @param calm mean length of the calm between two bursts
   * @param window in which arrivals are counted
   */
  public record Markov(
      @InRange(above = "0") @InUnit("1") double rate,
      @InRange(above = "1") @InUnit("1") double factor,
      @InRange(above = "0") @InUnit("h") double burst,
      @InRange(above = "0") @InUnit("h") double calm,
      @InRange(above = "0") @InUnit("h") double window) {}

  /**
   * How bursty.
   *
   * @param quietRate rate outside bursts, arrivals per hour: of those that come by themselves, or
   *     in calm
   * @param index variance over mean of the number of arrivals in the window; 1 for Poisson
   * @param longRunIndex the same for a very long window
   */
  public record Bursts(double quietRate, double index, double longRunIndex) {}

  private static Rates rates(Week in) {
    double[] factors = WeeklyArrivals.factors(new WeeklyArrivals.Spec(in.byHour(), in.byDay()));
    double highest = 0;
    for (int hour = 0; hour < HOURS_OF_WEEK; hour++) {
      highest = Math.max(highest, factors[hour]);
    }
    double factor = factors[in.hour()];
    return new Rates(factor, factor * in.rate(), highest * in.rate());
  }

  /** Variance over mean of the number of arrivals in a window of {@code hours}. */
  static double hawkesIndex(HawkesArrivals.Spec spec, double hours) {
    double left = 1 - spec.branching();
    double excess = spec.branching() * (2 - spec.branching()) / (left * left);
    return 1 + excess * reached(hours * left / spec.decay());
  }

  /** Variance over mean of the number of arrivals in a window of {@code hours}. */
  static double markovIndex(MarkovArrivals.Spec spec, double ratePerHour, double hours) {
    double share = spec.shareOfBursts();
    double apart = ratePerHour * spec.calmRate() * (spec.factor() - 1);
    double changes = 1 / spec.burst() + 1 / spec.calm();
    double excess = 2 * apart * apart * share * (1 - share) / (ratePerHour * changes);
    return 1 + excess * reached(hours * changes);
  }

  /**
   * Share of the variance in the long run that a window shows whose counts are correlated as {@code
   * exp(-x)}, {@code window} long on that scale: {@code 1 - (1 - exp(-window)) / window}.
   */
  private static double reached(double window) {
    return window < 1e-5 ? window / 2 : 1 + StrictMath.expm1(-window) / window;
  }
}
