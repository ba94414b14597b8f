package io.depinsim.experiments.sweep;

import io.depinsim.core.scenario.UncertainInput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.math3.util.FastMath;

/**
 * An input that a sweep varies: from a coordinate to a value.
 *
 * <p>The value is spread evenly between low and high; where low is above 0 and high at least ten
 * times as large, its logarithm is. Values have six significant digits, fewer where the scenario
 * takes fewer. Each whole number of a range of them is equally likely, its ends included.
 *
 * @param input where it stands and how far it may go
 * @param decimals most digits behind the point that the scenario takes
 */
record Factor(UncertainInput input, int decimals) {
  /** As many digits behind the point as six significant ones need. */
  static final int ANY = Integer.MAX_VALUE;

  private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final BigDecimal DECADE = BigDecimal.TEN;

  /** Whether the logarithm is spread evenly. */
  boolean logarithmic() {
    return input.low().signum() > 0 && input.high().compareTo(input.low().multiply(DECADE)) >= 0;
  }

  /** Whether only whole numbers are tried. */
  boolean whole() {
    return decimals == 0;
  }

  /**
   * The value at a coordinate.
   *
   * @param place 0 to below 1
   */
  BigDecimal at(double place) {
    double widening = whole() ? 0.5 : 0;
    double low = input.low().doubleValue() - widening;
    double high = input.high().doubleValue() + widening;
    boolean logarithm = logarithmic() && low > 0;
    double value =
        logarithm
            ? FastMath.exp(FastMath.log(low) + place * (FastMath.log(high) - FastMath.log(low)))
            : low + place * (high - low);
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded =
        whole() ? exact.setScale(0, RoundingMode.HALF_UP) : fewer(exact.round(SIX));
    BigDecimal inside = rounded.max(input.low()).min(input.high());
    return plain(inside);
  }

  private BigDecimal fewer(BigDecimal value) {
    return value.scale() > decimals ? value.setScale(decimals, RoundingMode.HALF_EVEN) : value;
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The value with its unit, as scenario text. */
  String text(BigDecimal value) {
    return input.text(value);
  }

  /** What {@code --set} would take. */
  String override(BigDecimal value) {
    return input.path() + "=" + text(value);
  }
}
