package io.depinsim.reports;

import io.depinsim.reports.Quantities.Scale;
import java.math.BigDecimal;

/**
 * Means with their intervals in words. As many digits as the interval carries: its width is printed
 * with two significant ones.
 */
final class Estimates {
  private static final double ASYMMETRY = 1e-9;

  /** Decimals that an interval may add to those of its mean, which may be a whole number. */
  private static final int LEAST = 2;

  private Estimates() {}

  /**
   * Digits after the point at which this width has two significant ones, where the scale has them.
   */
  static int decimals(double width, Scale scale) {
    if (!(width > 0) || Double.isInfinite(width)) {
      return scale.decimals();
    }
    BigDecimal exact = new BigDecimal(width).movePointLeft(scale.power());
    int exponent = exact.precision() - exact.scale() - 1;
    return Math.max(0, Math.min(Math.max(scale.decimals(), LEAST), 1 - exponent));
  }

  /**
   * Digits after the point for means that stand under one another: two for the widest interval's
   * half, at least one for the narrowest's; as {@link #decimals(double, Scale)} allows.
   */
  static int decimals(double[] halves, Scale scale) {
    double widest = 0;
    double narrowest = Double.POSITIVE_INFINITY;
    for (double half : halves) {
      if (half > 0) {
        widest = Math.max(widest, half);
        narrowest = Math.min(narrowest, half);
      }
    }
    if (widest == 0) {
      return scale.decimals();
    }
    int one = decimals(narrowest, scale) - 1;
    return Math.max(decimals(widest, scale), one);
  }

  /** {@code [low, high]} in a scale, without unit. */
  static String interval(double low, double high, Scale scale) {
    return "[" + Quantities.fixed(low, scale) + ", " + Quantities.fixed(high, scale) + "]";
  }

  /** The interval of a mean: {@code ± half} where the mean lies in its middle, else both ends. */
  static String around(double mean, double low, double high, Scale scale) {
    double half = (high - low) / 2;
    double off = Math.abs(mean - low - half);
    boolean middle = off <= ASYMMETRY * Math.max(Math.abs(mean), half);
    return middle ? "±\u00a0" + Quantities.fixed(half, scale) : interval(low, high, scale);
  }
}
