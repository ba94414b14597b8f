package io.depinsim.experiments;

import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Mean of independent values and its 95 % Student interval.
 *
 * @param mean arithmetic mean
 * @param sd standard deviation, by n - 1; empty for one value
 * @param low lower end of the interval; empty for one value
 * @param high upper end of the interval; empty for one value
 */
record StudentInterval(double mean, OptionalDouble sd, OptionalDouble low, OptionalDouble high) {
  private static final double UPPER = 0.975;

  /** That of these values, at least one and all finite. */
  static StudentInterval of(double[] values) {
    double mean = StatUtils.mean(values);
    OptionalDouble none = OptionalDouble.empty();
    if (values.length == 1) {
      return new StudentInterval(values[0], none, none, none);
    }
    double sd = StrictMath.sqrt(StatUtils.variance(values));
    double half =
        new TDistribution(null, values.length - 1).inverseCumulativeProbability(UPPER)
            * sd
            / StrictMath.sqrt(values.length);
    return new StudentInterval(
        mean,
        OptionalDouble.of(sd),
        OptionalDouble.of(mean - half),
        OptionalDouble.of(mean + half));
  }
}
