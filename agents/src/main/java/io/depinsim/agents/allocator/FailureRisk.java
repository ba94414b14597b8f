package io.depinsim.agents.allocator;

/** Risk that a machine breaks soon, where lives follow a Weibull distribution. Pure functions. */
public final class FailureRisk {
  private static final int HALVINGS = 60;
  private static final double OLDEST_LIVES = 1e6;

  private FailureRisk() {}

  /**
   * Probability of breaking within a time, given an age: 1 - exp(-((a + w)^k - a^k) / life^k).
   *
   * @param age since new or repaired, in the unit of the others, ≥ 0
   * @param window time looked ahead, ≥ 0
   * @param life characteristic life, > 0
   * @param shape k > 0
   */
  public static double within(double age, double window, double life, double shape) {
    double before = StrictMath.pow(age / life, shape);
    double after = StrictMath.pow((age + window) / life, shape);
    return -StrictMath.expm1(before - after);
  }

  /**
   * Age from which on that probability exceeds a limit.
   *
   * @param probability limit, above 0 and below 1
   * @param shape above 1, so that risk grows with age
   * @return age in the unit of the others, to 60 halvings of a million lives; 0 if new machines are
   *     above it, infinite if none so old is
   */
  public static double ageAt(double probability, double window, double life, double shape) {
    if (within(0, window, life, shape) > probability) {
      return 0;
    }
    double low = 0;
    double high = OLDEST_LIVES * life;
    if (within(high, window, life, shape) <= probability) {
      return Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (within(middle, window, life, shape) > probability) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
