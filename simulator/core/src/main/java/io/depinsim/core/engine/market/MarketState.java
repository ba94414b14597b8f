package io.depinsim.core.engine.market;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.Arrays;

/** Today's figures of one network's markets, in columns so that digests see them. */
public final class MarketState implements StateOwner {

  /** Single figures; rates are per month, money in whole units of currency. */
  public enum Figure {
    /** Machines connected. */
    MACHINES,
    /** Capacity of connected machines, units per month. */
    UNITS,
    /** Capacity on order, units per month. */
    UNITS_COMING,
    /** Capacity of machines that are not the project's, units per month. */
    OUTSIDER_UNITS,
    /** Machines that worked in the latest market period. */
    WORKING_MACHINES,
    /** Capacity that worked in the latest market period, units per month. */
    WORKING_UNITS,
    /** Service demanded in the latest market period, units per month. */
    DEMAND,
    /** Service given in the latest market period, units per month. */
    SERVED,
    /** All that users ever paid. */
    REVENUE,
    /** {@link #REVENUE} at the latest settlement. */
    REVENUE_SETTLED,
    /** What users pay per year, averaged over about three months. */
    REVENUE_PER_YEAR,
    /** Income of a unit of capacity by the latest settlement, per month. */
    INCOME_PER_UNIT,
    /** Fees of providers by the latest settlement, per month. */
    FEE_INCOME,
    /** Emission to providers at its price, by the latest settlement, per month. */
    EMISSION_INCOME,
    /** Price at the end of the latest market period; 0 before the launch. */
    LAST_PRICE,
    /** Variance of the logarithm of price per year, averaged over about three months. */
    VARIANCE,
    /** Fees of the exchange over its reserves per year, averaged over about three months. */
    FEE_YIELD,
    /** Money that changed hands on the exchange in the present market period, minor units. */
    TURNOVER,
    /** What the token is worth to speculators. */
    FUNDAMENTAL
  }

  private final double[] figures = new double[Figure.values().length];
  private final double[] waitHours;
  private final double[] quality;
  private final double[] served;
  private final long[] machinesOf;
  private final long[] orderedOf;
  private final long[] liquidityShares = new long[2];
  private final long[] mintedMark = new long[1];

  /** Figures of a market of so many tiers and cohorts of owners; nothing has happened yet. */
  public MarketState(int tiers, int cohorts) {
    this.machinesOf = new long[cohorts];
    this.orderedOf = new long[cohorts];
    this.waitHours = new double[tiers];
    this.quality = new double[tiers];
    this.served = new double[tiers];
    Arrays.fill(quality, 1);
  }

  /** A figure. */
  public double get(Figure figure) {
    return figures[figure.ordinal()];
  }

  void set(Figure figure, double value) {
    figures[figure.ordinal()] = value;
  }

  /** Moves an average toward a value, as far as {@code months} of three carry it. */
  void average(Figure figure, double value, double months) {
    double weight = 1 - StrictMath.exp(-months / 3);
    figures[figure.ordinal()] += weight * (value - figures[figure.ordinal()]);
  }

  /** Machines connected, by cohort of owners. */
  long[] machinesOf() {
    return machinesOf;
  }

  /** Machines on order, by cohort of owners. */
  long[] orderedOf() {
    return orderedOf;
  }

  /** Expected wait by tier, hours. */
  public double[] waitHours() {
    return waitHours;
  }

  /** Share of demanded service that arrived, by tier; NaN where nothing was demanded. */
  double[] quality() {
    return quality;
  }

  /** Service given by tier, units per month. */
  double[] served() {
    return served;
  }

  /** Share of demand that was served in the latest market period; 1 if nothing was demanded. */
  public double servedShare() {
    double demand = get(Figure.DEMAND);
    return demand > 0 ? Math.min(1, get(Figure.SERVED) / demand) : 1;
  }

  /** Demand over capacity that worked, at most 1; 0 if there is neither. */
  public double utilisation() {
    double units = get(Figure.WORKING_UNITS);
    double demand = get(Figure.DEMAND);
    return units > 0 ? Math.min(1, demand / units) : demand > 0 ? 1 : 0;
  }

  /** Shares of the exchange that liquidity providers hold. */
  long providedShares() {
    return liquidityShares[0];
  }

  /** Shares of the exchange in all. */
  long allShares() {
    return liquidityShares[1];
  }

  void changeShares(long provided, long all) {
    liquidityShares[0] += provided;
    liquidityShares[1] += all;
  }

  long mintedMark() {
    return mintedMark[0];
  }

  void markMinted(long mark) {
    mintedMark[0] = mark;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("figures", figures, figures.length);
    visitor.doubles("waitHours", waitHours, waitHours.length);
    visitor.doubles("quality", quality, quality.length);
    visitor.doubles("served", served, served.length);
    visitor.longs("machinesOf", machinesOf, machinesOf.length);
    visitor.longs("orderedOf", orderedOf, orderedOf.length);
    visitor.longs("liquidityShares", liquidityShares, 2);
    visitor.longs("mintedMark", mintedMark, 1);
  }
}
