package io.depinsim.core.market;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.state.StateVisitor;

/**
 * A price set by a controller that looks at how far a signal is from its target, how long it has
 * been and where it is going: p = p0 (1 + P e + I ∫e dt + D de/dt), once per market period, time in
 * months. Draws no random numbers.
 *
 * <p>The error e is the signal less its target, at most 1. Floor and cap are counted as {@code
 * priceFloor} and {@code priceCap}; while one binds, no error that pushes against it is summed, so
 * that the price leaves it as soon as the error turns (conditional integration). The change of the
 * error counts as 0 in the first period.
 *
 * <p>Åström and Hägglund: PID controllers: theory, design, and tuning (1995).
 */
public final class PidPricing implements ServicePricing {
  private static final int SUM = 0;
  private static final int BEFORE = 1;
  private static final int PERIODS = 2;

  private final Spec spec;
  private final double[] price = new double[1];
  private final double[] memory = new double[3];

  /** What is steered. */
  public enum Signal {
    /** Demand over capacity. */
    utilisation,
    /** Share of demand for which there is no capacity. */
    unmet
  }

  /**
   * Parameters of {@code pricing: {pid: …}}.
   *
   * @param start price p0 of a unit of service when the scenario starts, without error
   * @param signal what is steered
   * @param target of the signal
   * @param proportional P, change of the price as a share of {@code start} by an error of 100 %
   * @param integral I, the same by such an error that lasts a month
   * @param derivative D, the same by an error that grows by 100 % in a month
   * @param floor lowest price, at most {@code start}
   * @param cap highest price, at least {@code start}
   */
  public record Spec(
      @InRange(above = "0") @InUnit("currency/unit") double start,
      @Omittable("utilisation") Signal signal,
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double target,
      @InRange(atLeast = "0") @InUnit("1") double proportional,
      @InRange(atLeast = "0") @Omittable("0") @InUnit("1") double integral,
      @InRange(atLeast = "0") @Omittable("0") @InUnit("1") double derivative,
      @InRange(atLeast = "0") @InUnit("currency/unit") double floor,
      @InRange(above = "0") @InUnit("currency/unit") double cap) {
    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if floor, start and cap are out of order
     */
    public Spec {
      if (floor > start) {
        throw Limit.refusal("floor", floor, "must be at most the first price, " + start, "");
      }
      Limit.atLeastStart(cap, start);
    }
  }

  /** The rule of a spec. */
  public PidPricing(Spec spec) {
    this.spec = spec;
    price[0] = spec.start();
  }

  /**
   * The price before floor and cap.
   *
   * @param error e of the period that has ended
   * @param sum ∫e dt with it, months
   * @param change de/dt, per month
   */
  public static double price(Spec spec, double error, double sum, double change) {
    return spec.start()
        * (1 + spec.proportional() * error + spec.integral() * sum + spec.derivative() * change);
  }

  @Override
  public int tiers() {
    return 1;
  }

  @Override
  public String tierName(int tier) {
    return "";
  }

  @Override
  public double price(int tier) {
    return price[0];
  }

  @Override
  public void observe(MarketPeriod period, Limits limits) {
    double error = Math.min(1, signal(period) - spec.target());
    double change = memory[PERIODS] == 0 ? 0 : (error - memory[BEFORE]) / period.months();
    double sum = memory[SUM] + error * period.months();
    double next = price(spec, error, sum, change);
    boolean low = next < spec.floor();
    boolean high = next > spec.cap();
    limits.note("priceFloor", low);
    limits.note("priceCap", high);
    if (!(low && error < 0) && !(high && error > 0)) {
      memory[SUM] = sum;
    }
    memory[BEFORE] = error;
    memory[PERIODS]++;
    price[0] = Math.max(spec.floor(), Math.min(spec.cap(), next));
  }

  private double signal(MarketPeriod period) {
    return spec.signal() == Signal.utilisation
        ? period.utilisation()
        : period.demanded() > 0 ? Math.max(0, 1 - period.offered() / period.demanded()) : 0;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("price", price, 1);
    visitor.doubles("memory", memory, memory.length);
  }
}
