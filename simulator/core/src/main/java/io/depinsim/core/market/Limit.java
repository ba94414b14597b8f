package io.depinsim.core.market;

/** Checks parameters of this package's rules: every refusal names field, value and rule. */
final class Limit {
  private Limit() {}

  /**
   * The same value, if it lies within bounds.
   *
   * @throws IllegalArgumentException if it does not, or is no number
   */
  static double within(String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw refusal(field, value, "must lie between " + least + " and " + most, "");
    }
    return value;
  }

  /**
   * The same value, if it is finite and at least 0.
   *
   * @throws IllegalArgumentException if it is not
   */
  static double notNegative(String field, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw refusal(field, value, "must be finite and not negative", "the sign is turned around");
    }
    return value;
  }

  /**
   * The same value, if it is finite and above 0.
   *
   * @throws IllegalArgumentException if it is not
   */
  static double positive(String field, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw refusal(field, value, "must be finite and above 0", "");
    }
    return value;
  }

  /**
   * Nothing, if a cap lets the first price be.
   *
   * @throws IllegalArgumentException if it does not
   */
  static void atLeastStart(double cap, double start) {
    if (cap < start) {
      throw refusal("cap", cap, "must be at least the first price, " + start, "");
    }
  }

  static IllegalArgumentException refusal(String field, Object value, String rule, String maybe) {
    String hint = maybe.isEmpty() ? "" : " Maybe " + maybe + ".";
    return new IllegalArgumentException(field + ": " + value + " " + rule + "." + hint);
  }
}
