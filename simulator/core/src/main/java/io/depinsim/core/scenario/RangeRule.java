package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Checks values against a range.
 *
 * @param range the range
 * @param unit unit in which values are held, special words replaced; empty for none
 */
record RangeRule(InRange range, String unit) {

  /** Whether a bound value lies within; of a span, whether it is longer than nothing. */
  boolean allows(Object value) {
    if (value instanceof Span span) {
      return range.above().isEmpty() || span.count() > 0;
    }
    if (value instanceof Double real && !Double.isFinite(real)) {
      return false;
    }
    Object number = value instanceof Quantity quantity ? quantity.value() : value;
    return (range.atLeast().isEmpty() || compare(number, range.atLeast()) >= 0)
        && (range.above().isEmpty() || compare(number, range.above()) > 0)
        && (range.atMost().isEmpty() || compare(number, range.atMost()) <= 0)
        && (range.below().isEmpty() || compare(number, range.below()) < 0);
  }

  private int compare(Object value, String bound) {
    BigDecimal limit = held(bound);
    if (value instanceof Double real) {
      return Double.compare(real + 0.0, limit.doubleValue());
    }
    BigDecimal exact =
        value instanceof BigDecimal decimal
            ? decimal
            : value instanceof BigInteger whole
                ? new BigDecimal(whole)
                : BigDecimal.valueOf(((Number) value).longValue());
    return exact.compareTo(limit);
  }

  /** A bound in the unit in which values are held. */
  private BigDecimal held(String bound) {
    Quantity quantity = Quantity.parse(bound);
    if (quantity.unit().isEmpty()) {
      return quantity.value();
    }
    Unit target = Unit.target(unit);
    return target.convert(quantity.value(), Unit.stated(quantity.unit(), target));
  }

  /** The rule as a clause: {@code must lie between 0 % and 100 %}. */
  String clause(boolean span) {
    if (span) {
      return "must be longer than nothing";
    }
    if (!range.atLeast().isEmpty() && !range.atMost().isEmpty()) {
      return "must lie between " + shown(range.atLeast()) + " and " + shown(range.atMost());
    }
    String low =
        !range.atLeast().isEmpty()
            ? shown(range.atLeast()) + " or more"
            : range.above().isEmpty() ? "" : "above " + shown(range.above());
    String high =
        !range.atMost().isEmpty()
            ? "at most " + shown(range.atMost())
            : range.below().isEmpty() ? "" : "below " + shown(range.below());
    return "must be " + low + (low.isEmpty() || high.isEmpty() ? "" : " and ") + high;
  }

  private String shown(String bound) {
    boolean bare = Quantity.parse(bound).unit().isEmpty();
    return bare && !unit.isEmpty() && !unit.equals("1") && !unit.contains("|")
        ? bound + " " + unit
        : bound;
  }
}
