package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks values against a range.
 *
 * @param range the range
 * @param unit unit in which values are held, special words replaced; empty for none
 */
record RangeRule(InRange range, String unit) {

  /** The same range, its bounds shown in another unit of the same size. */
  RangeRule in(String resolved) {
    return new RangeRule(range, resolved);
  }

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

  /** Whether all values below 0 are outside. */
  boolean refusesNegative() {
    BigDecimal low = low();
    return low != null && low.signum() >= 0;
  }

  /** What values lie above or at, in the unit in which they are held; null for no such bound. */
  BigDecimal low() {
    String bound = range.atLeast().isEmpty() ? range.above() : range.atLeast();
    return bound.isEmpty() ? null : held(bound);
  }

  /** What values lie below or at, in the unit in which they are held; null for no such bound. */
  BigDecimal high() {
    String bound = range.atMost().isEmpty() ? range.below() : range.atMost();
    return bound.isEmpty() ? null : held(bound);
  }

  /** The range as a table shows it: {@code 0 % to 100 %}, or {@code ≥ 0 %, < 100 %}. */
  String brief() {
    if (!range.atLeast().isEmpty() && !range.atMost().isEmpty()) {
      return range.atLeast() + " to " + range.atMost();
    }
    List<String> bounds = new ArrayList<>();
    note("≥ ", range.atLeast(), bounds);
    note("> ", range.above(), bounds);
    note("≤ ", range.atMost(), bounds);
    note("< ", range.below(), bounds);
    return String.join(", ", bounds);
  }

  private static void note(String sign, String bound, List<String> bounds) {
    if (!bound.isEmpty()) {
      bounds.add(sign + bound);
    }
  }

  private String shown(String bound) {
    boolean bare = Quantity.parse(bound).unit().isEmpty();
    return bare && !unit.isEmpty() && !unit.equals("1") && !unit.contains("|")
        ? bound + " " + unit
        : bound;
  }
}
