package io.depinsim.reports.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The value axis: its range and ticks, linear or logarithmic.
 *
 * @param logarithmic whether positions are decimal logarithms
 * @param low lowest position
 * @param high highest position
 * @param ticks ascending
 */
record ValueScale(boolean logarithmic, double low, double high, List<Tick> ticks) {

  private static final int LINEAR_STEPS = 6;
  private static final double ROOM = 0.04;
  private static final double[] STEPS = {1, 2, 5, 10};

  /**
   * A linear scale with a little room beyond the values.
   *
   * @param fromZero whether zero must be in range
   */
  static ValueScale linear(double least, double greatest, boolean fromZero) {
    double low = fromZero ? Math.min(0, least) : least;
    double high = fromZero ? Math.max(0, greatest) : greatest;
    if (!(high > low)) {
      double around = low == 0 ? 1 : Math.abs(low) * 0.1;
      high = low + around;
      low = low == 0 ? 0 : low - around;
    }
    double room = ROOM * (high - low);
    low = low == 0 ? 0 : low - room;
    high = high == 0 ? 0 : high + room;
    BigDecimal step = step((high - low) / LINEAR_STEPS);
    double unit = step.doubleValue();
    long first = (long) Math.ceil(low / unit - 1e-9);
    long last = (long) Math.floor(high / unit + 1e-9);
    double largest = Math.max(Math.abs(first), Math.abs(last)) * unit;
    List<Tick> ticks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      BigDecimal value = step.multiply(BigDecimal.valueOf(i));
      ticks.add(new Tick(value.doubleValue(), TickLabels.tick(value, largest)));
    }
    return new ValueScale(false, low, high, ticks);
  }

  /**
   * A logarithmic scale over the positive values.
   *
   * @param least smallest positive value
   * @param greatest largest value
   */
  static ValueScale logarithmic(double least, double greatest) {
    double low = StrictMath.log10(least);
    double high = StrictMath.log10(Math.max(greatest, least));
    double room = Math.max(0.03 * (high - low), 0.02);
    low -= room;
    high += room;
    List<Tick> ticks = new ArrayList<>();
    boolean narrow = high - low < 2.2;
    for (int decade = (int) Math.floor(low); decade <= Math.ceil(high); decade++) {
      for (int digit = 1; digit < 10; digit++) {
        BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(decade);
        double position = decade + StrictMath.log10(digit);
        if (position >= low && position <= high) {
          boolean labelled = digit == 1 || narrow && (digit == 2 || digit == 5);
          if (labelled) {
            ticks.add(new Tick(position, TickLabels.compact(value.doubleValue())));
          }
        }
      }
    }
    return new ValueScale(true, low, high, ticks);
  }

  /** Where a value lies on the axis; NaN if it cannot (not positive on a logarithmic axis). */
  double position(double value) {
    if (!logarithmic) {
      return value;
    }
    return value > 0 ? StrictMath.log10(value) : Double.NaN;
  }

  private static BigDecimal step(double atLeast) {
    int exponent = (int) Math.floor(StrictMath.log10(atLeast));
    for (double digit : STEPS) {
      BigDecimal step = BigDecimal.valueOf((long) digit).scaleByPowerOfTen(exponent);
      if (step.doubleValue() >= atLeast * (1 - 1e-9)) {
        return step;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
  }
}
