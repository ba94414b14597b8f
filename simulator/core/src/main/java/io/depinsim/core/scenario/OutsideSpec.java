package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.time.LocalDate;
import java.util.Map;

/**
 * What people buy instead: a central provider with a price list. It follows a trend or dated
 * prices, and may answer with cuts when it loses users.
 *
 * @param price what a unit of service costs at the start; null if {@code prices} are given
 * @param trend yearly change of {@code price}, compounded
 * @param prices what a unit costs by day: log-linear between two days, before the first and after
 *     the last that one's price; empty if {@code price} is given
 * @param reliability share of service that arrives in time
 * @param answer when and how it cuts its prices; null for never
 */
public record OutsideSpec(
    @InRange(atLeast = "0") @Omittable @InUnit("currency/unit") Double price,
    @InRange(above = "-100 %/year") @Omittable("0 %/year") @InUnit("%/year") double trend,
    @InRange(above = "0") @Omittable @InUnit("currency/unit") Map<LocalDate, Double> prices,
    @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("100 %") @InUnit("%") double reliability,
    @Omittable AnswerSpec answer) {
  /** Checks that the price is stated once. */
  public OutsideSpec {
    if ((price == null) == prices.isEmpty()) {
      throw new IllegalArgumentException("exactly one of `price` and `prices` must be given");
    }
    if (price == null && trend != 0) {
      throw new IllegalArgumentException(
          "trend: nothing reads it with `prices`. Maybe write the trend into them.");
    }
  }

  /**
   * How a central provider answers. It looks at its users at the end of every month; what provokes
   * it leads to one cut, and it looks again when that cut holds.
   *
   * @param whenLost it has lost more than this share of the most users it had since its latest cut;
   *     null if {@code whenShare} is given
   * @param whenShare networks have more than this share of all who use them or it; null if {@code
   *     whenLost} is given
   * @param cut by which each cut lowers its prices
   * @param after time from the look that decided a cut until it holds
   * @param lowest no cut takes the price below this
   * @param atMost cuts it makes in all; null for no limit
   */
  public record AnswerSpec(
      @InRange(atLeast = "0 %", below = "100 %") @Omittable @InUnit("%") Double whenLost,
      @InRange(atLeast = "0 %", below = "100 %") @Omittable @InUnit("%") Double whenShare,
      @InRange(above = "0 %", below = "100 %") @InUnit("%") double cut,
      @InRange(above = "0") Span after,
      @InRange(atLeast = "0") @Omittable("0 currency/unit") @InUnit("currency/unit") double lowest,
      @InRange(atLeast = "1") @Omittable @InUnit("1") Long atMost) {
    /** Checks that what provokes it is stated once. */
    public AnswerSpec {
      if ((whenLost == null) == (whenShare == null)) {
        throw new IllegalArgumentException(
            "exactly one of `whenLost` and `whenShare` must be given");
      }
    }
  }
}
