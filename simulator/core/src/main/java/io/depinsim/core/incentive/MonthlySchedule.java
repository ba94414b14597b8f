package io.depinsim.core.incentive;

/** An emission laid down in advance, month by month since the launch. */
public interface MonthlySchedule {
  /**
   * Tokens of one month, a pure function.
   *
   * @param month 0 for the first after the launch
   * @return whole tokens, ≥ 0, finite
   */
  double ofMonth(long month);

  /** Whole tokens that the schedule never exceeds in sum; null for no limit. */
  Double total();
}
