package io.depinsim.agents.work;

import io.depinsim.core.engine.service.WorkSize;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import org.apache.commons.math3.util.FastMath;

/**
 * Pareto sizes between a least and a greatest work: heavy tails, as sizes of real jobs have them.
 * The least work follows from the mean. Takes one value and is increasing in it.
 */
public final class ParetoWork implements WorkSize {
  private final double mean;
  private final double shape;
  private final double least;
  private final double most;

  /** Share of an unbounded Pareto's jobs that would exceed {@link #most}. */
  private final double beyond;

  /**
   * Parameters of {@code work: {pareto: …}}.
   *
   * @param mean work of a job on average
   * @param shape power by which the share of larger jobs falls with size; the smaller, the heavier
   *     the tail
   * @param most work of the greatest job there can be
   */
  public record Spec(
      @InRange(above = "0") @InUnit("unit") double mean,
      @InRange(atLeast = "0.1", atMost = "10") @InUnit("1") double shape,
      @InRange(above = "0") @InUnit("unit") double most) {
    /**
     * Checks that the mean can be reached.
     *
     * @throws IllegalArgumentException if the greatest work is not above the mean
     */
    public Spec {
      if (!(most > mean)) {
        throw new IllegalArgumentException(
            "most: must be above the mean, " + mean + ". Maybe some hundred times the mean.");
      }
    }
  }

  /** Sizes of a spec. */
  public ParetoWork(Spec spec) {
    this.mean = spec.mean();
    this.shape = spec.shape();
    this.most = spec.most();
    this.least = least(mean, shape, most);
    this.beyond = StrictMath.pow(least / most, shape);
  }

  /** Least work, units, by bisection: the mean increases in it. */
  private static double least(double mean, double shape, double most) {
    double low = 0;
    double high = mean;
    while (true) {
      double middle = low + (high - low) / 2;
      if (!(middle > low && middle < high)) {
        return high;
      }
      if (moment(1, middle, shape, most) < mean) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** Mean of the {@code order}-th power of work. */
  private static double moment(int order, double least, double shape, double most) {
    double logarithm = StrictMath.log(most / least);
    double power = order - shape;
    double integral = power == 0 ? logarithm : StrictMath.expm1(power * logarithm) / power;
    double within = -StrictMath.expm1(-shape * logarithm);
    return shape * integral * StrictMath.pow(least, order) / within;
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double squaredVariation() {
    return moment(2, least, shape, most) / (mean * mean) - 1;
  }

  @Override
  public double sample(Draws draws) {
    double tail = 1 - draws.nextUniform() * (1 - beyond);
    return least * FastMath.pow(tail, -1 / shape);
  }
}
