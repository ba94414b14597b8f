package io.depinsim.experiments.sweep;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one point of a sweep leaves behind.
 *
 * @param number which point, 0 and up
 * @param values tried, by input
 * @param effects mean effect by claim and then by case, NaN if undefined; empty if the point failed
 * @param digests of its replicates, by policy and then by replicate; empty if the point failed
 * @param failure why it failed; empty if it did not
 */
record PointResult(
    int number,
    List<BigDecimal> values,
    List<double[]> effects,
    List<String> digests,
    String failure) {
  boolean failed() {
    return !failure.isEmpty();
  }
}
