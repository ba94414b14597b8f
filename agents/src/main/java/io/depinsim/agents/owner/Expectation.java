package io.depinsim.agents.owner;

/**
 * What is expected of an income, given what it has been. A pure rule over the few numbers it may
 * remember.
 */
public interface Expectation {
  /** Place in memory that says whether anything has been seen, 0 or 1. */
  int SEEN = 0;

  /** Place of the latest income. */
  int LATEST = 1;

  /** Place of the belief, a smoothed income. */
  int BELIEF = 2;

  /** Place of the smoothed change of its logarithm per month. */
  int TREND = 3;

  /**
   * Another income is seen.
   *
   * @param memory numbers at the places above; rewritten
   * @param income currency per unit and month, ≥ 0
   * @param months time since the last one
   */
  void observe(double[] memory, double income, double months);

  /**
   * Income expected a number of months ahead.
   *
   * @param memory as {@link #observe} left it
   * @param month ≥ 1
   */
  double ahead(double[] memory, int month);

  /** Mean of what is expected for months {@code first} to {@code last}, discounted. */
  default double discountedMean(double[] memory, int first, int last, double discountPerMonth) {
    double factor = 1 / (1 + discountPerMonth);
    double weight = StrictMath.pow(factor, first);
    double sum = 0;
    double weights = 0;
    for (int month = first; month <= last; month++) {
      sum += weight * ahead(memory, month);
      weights += weight;
      weight *= factor;
    }
    return sum / weights;
  }
}
