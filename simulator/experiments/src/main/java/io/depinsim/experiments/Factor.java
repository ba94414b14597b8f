package io.depinsim.experiments;

import io.depinsim.core.scenario.UncertainInput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.math3.util.FastMath;

/**
 * An input that is varied: from a coordinate to a value.
 *
 * <p>The value is spread evenly between low and high, or its logarithm is, as the input says.
 * Values have six significant digits, fewer where the scenario takes fewer. Each whole number of a
 * range of them is equally likely, its ends included.
 *
 * @param input where it stands and how far it may go
 * @param decimals most digits behind the point that the scenario takes
 */
public record Factor(UncertainInput input, int decimals) {
  /** As many digits behind the point as six significant ones need. */
  static final int ANY = Integer.MAX_VALUE;

  private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

  /** Whether the logarithm is spread evenly. */
  public boolean logarithmic() {
    return input.logarithmic();
  }

  /** Whether only whole numbers are tried. */
  public boolean whole() {
    return decimals == 0;
  }

  /**
   * The value at a coordinate.
   *
   * @param place 0 to below 1
   */
  public BigDecimal at(double place) {
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
  public String text(BigDecimal value) {
    return input.text(value);
  }

  /** What {@code --set} would take. */
  public String override(BigDecimal value) {
    return input.path() + "=" + text(value);
  }
}
