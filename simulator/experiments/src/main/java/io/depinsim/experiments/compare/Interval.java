package io.depinsim.experiments.compare;

import org.apache.commons.math3.stat.StatUtils;

/**
 * A mean and an interval around it.
 *
 * @param mean mean over replicates
 * @param half half the width of the interval
 */
public record Interval(double mean, double half) {

  /** Mean ± critical × standard error. */
  static Interval of(double[] values, double critical) {
    double error = StrictMath.sqrt(StatUtils.variance(values) / values.length);
    return new Interval(StatUtils.mean(values), critical * error);
  }

  /** Lower end. */
  public double low() {
    return mean - half;
  }

  /** Upper end. */
  public double high() {
    return mean + half;
  }

  /** The same on the other side of 0. */
  Interval turned() {
    return new Interval(-mean, half);
  }
}
