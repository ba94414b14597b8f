package io.depinsim.core.incentive;

import io.depinsim.core.metric.Gauge;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.state.StateVisitor;
import java.util.List;

/**
 * Offers tokens worth a share of what users paid, between a floor and a cap per calendar month
 * since the launch; a period that covers a part of a month has that part of both. Draws no random
 * numbers.
 *
 * <p>What is on offer per day is the pace of the last period; before the first one it is the floor,
 * in a month taken to begin with the scenario.
 */
public final class DemandLinkedEmission implements Emission {
  private final Spec spec;
  private final EmissionMonths months;
  private final EmissionAllocation allocation;
  private final EmissionClock clock = new EmissionClock();

  /** Tokens per month at the pace of the last period. */
  private final double[] pacePerMonth = new double[1];

  /**
   * Parameters of {@code emission: {demandLinked: …}}.
   *
   * @param share of the revenue of a period; above 100 % it subsidises
   * @param capPerMonth most tokens per month, at least {@code floorPerMonth}
   * @param floorPerMonth fewest tokens per month; also what is paid at a price of 0
   * @param total tokens paid at most, ever; null for no limit
   */
  public record Spec(
      @InRange(atLeast = "0 %") @InUnit("%") double share,
      @InRange(atLeast = "0") @InUnit("asset/month") double capPerMonth,
      @InRange(atLeast = "0") @InUnit("asset/month") double floorPerMonth,
      @InRange(atLeast = "0", maybe = "leave it out") @Omittable @InUnit("asset") Double total) {
    /**
     * Checks its limits.
     *
     * @throws IllegalArgumentException if the floor is above the cap
     */
    public Spec {
      if (floorPerMonth > capPerMonth) {
        throw new IllegalArgumentException(
            "floorPerMonth: " + floorPerMonth + " must not exceed `capPerMonth` " + capPerMonth);
      }
    }

    /** Whole tokens worth the share of a revenue, before floor and cap; 0 at a price of 0. */
    double worth(double revenue, double price) {
      return price > 0 ? share * revenue / price : 0;
    }

    /**
     * Tokens of a period, before the total.
     *
     * @param months calendar months it covers, ≥ 0
     * @param revenue of the period, currency, ≥ 0
     * @param price of the token, currency, ≥ 0
     */
    double tokens(double months, double revenue, double price) {
      double atLeastFloor = Math.max(worth(revenue, price), floorPerMonth * months);
      return Math.min(atLeastFloor, capPerMonth * months);
    }
  }

  /** The rule of a spec. */
  public DemandLinkedEmission(Spec spec, BuildContext context) {
    this.spec = spec;
    this.months = new EmissionMonths(context);
    this.allocation = new EmissionAllocation(spec.total(), context);
    pacePerMonth[0] = spec.floorPerMonth();
  }

  @Override
  public double expected(Period period) {
    double covered =
        months.within(period.launchMicros(), period.fromMicros(), period.toMicros(), month -> 1);
    double tokens = spec.tokens(covered, period.revenue(), period.price());
    clock.passed(period);
    if (covered > 0) {
      double worth = spec.worth(period.revenue(), period.price());
      period.limits().note("emissionFloor", worth < spec.floorPerMonth() * covered);
      period.limits().note("emissionCap", worth > spec.capPerMonth() * covered);
      pacePerMonth[0] = tokens / covered;
    }
    return allocation.pay(tokens);
  }

  @Override
  public double perDayNow(double units) {
    return Math.min(pacePerMonth[0] / clock.daysOfMonth(months), allocation.left());
  }

  @Override
  public double targetUnits() {
    return 0;
  }

  @Override
  public List<Gauge> gauges() {
    return List.of();
  }

  @Override
  public void visitState(StateVisitor visitor) {
    clock.visitState(visitor);
    allocation.visitState(visitor);
    visitor.doubles("pacePerMonth", pacePerMonth, 1);
  }
}
