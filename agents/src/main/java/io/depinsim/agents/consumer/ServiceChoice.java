package io.depinsim.agents.consumer;

import io.depinsim.core.engine.market.DemandModel;
import io.depinsim.core.market.OrderBook;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.Ticks;
import io.depinsim.core.world.ConsumerTable;
import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;

/**
 * People choose among the tiers of a network, a central provider and doing without.
 *
 * <p>A person who pays p a unit uses q(p) = usage (p / p0)^elasticity units a month, at most what
 * the budget buys. Its surplus a month is q(p) (v b (1 + e g) - p - w c), with v the value of a
 * flawless unit, b the share of service believed to arrive, e g the network effect, which saturates
 * in the share of users, w the expected wait and c what an hour of it costs. The central provider
 * offers q(p) (v r + a - p) with its own price and reliability and an advantage a. Who would lose
 * by every unit reckons with the usage at the reference price, so that nothing dear looks better
 * for being used less. Choices follow a multinomial logit over these surpluses, doing without being
 * worth 0 (McFadden 1974). People reached so far move toward their choice by a constant rate. What
 * they live through changes what they believe; see {@link QualityLoop}.
 *
 * @see <a href="https://eml.berkeley.edu/reprints/mcfadden/zarembka.pdf">McFadden: Conditional
 *     logit analysis of qualitative choice behavior (1974)</a>
 */
public final class ServiceChoice implements DemandModel {
  private static final double SMALLEST_PRICE = 1e-9;

  /** Exponents up to here are safe to sum; above, all are lowered alike, which changes no share. */
  private static final double LARGEST_EXPONENT = 700;

  private final Spec spec;
  private final QualityLoop loop;
  private final double[] exponents;
  private final double[] exponentials;

  /** What all rows see in a market period, by tier; qualities with the network effect. */
  private record Offer(
      Observation seen,
      double[] usage,
      double[] quality,
      double[] bestQuality,
      double[] burden,
      double centralUsage) {}

  /**
   * Parameters of {@code demand: {choice: …}}.
   *
   * @param value median of what a flawless unit is worth
   * @param valueSpread standard deviation of its logarithm
   * @param budget median of what a person can spend
   * @param budgetSpread standard deviation of its logarithm
   * @param usage what a person uses at the reference price
   * @param referencePrice price at which that is used
   * @param elasticity of usage with respect to price
   * @param networkEffect most by which users raise the value, as a share of it
   * @param networkHalf share of all people at which half of that is reached
   * @param waitCost what an hour of waiting for a unit costs
   * @param noise scale of what the model does not know, currency per month
   * @param belief share of service believed to arrive at the start
   * @param learning share of a surprise by which the belief moves in a month
   * @param moving share of those who would choose otherwise who move in a month
   * @param reachAtStart share of people who have heard of the service at the start
   * @param reachOver all have after this
   * @param outside name of the central provider; empty for none
   * @param outsideAdvantage what using the central provider is worth beyond the service
   * @param experience how waits, breaches and outages lower the belief, and who turns away; null if
   *     people feel what arrived and nothing else
   */
  public record Spec(
      @InRange(above = "0") @InUnit("currency/unit") double value,
      @InRange(atLeast = "0", atMost = "10") @Omittable("0") @InUnit("1") double valueSpread,
      @InRange(atLeast = "0") @InUnit("currency/month") double budget,
      @InRange(atLeast = "0", atMost = "10") @Omittable("0") @InUnit("1") double budgetSpread,
      @InRange(atLeast = "0") @Omittable("1 unit/month") @InUnit("unit/month") double usage,
      @InRange(above = "0") @InUnit("currency/unit") double referencePrice,
      @InRange(atMost = "0") @Omittable("0") @InUnit("1") double elasticity,
      @InRange(atLeast = "0 %") @Omittable("0 %") @InUnit("%") double networkEffect,
      @InRange(above = "0 %") @Omittable("50 %") @InUnit("%") double networkHalf,
      @InRange(atLeast = "0") @Omittable("0 currency/h") @InUnit("currency/h") double waitCost,
      @InRange(above = "0") @InUnit("currency/month") double noise,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("100 %") @InUnit("%") double belief,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month")
          @Omittable("30 %/month")
          @InUnit("%/month")
          double learning,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month")
          @Omittable("15 %/month")
          @InUnit("%/month")
          double moving,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("100 %") @InUnit("%")
          double reachAtStart,
      @Omittable("0 months") Span reachOver,
      @Omittable("\"\"") String outside,
      @Omittable("0 currency/unit") @InUnit("currency/unit") double outsideAdvantage,
      @Omittable QualityLoop.Spec experience) {
    /** Checks the unit of the reach. */
    public Spec {
      if (reachOver.unit().isFixed()) {
        throw new IllegalArgumentException("reachOver: must be in months or years");
      }
    }
  }

  /** The model of a spec. */
  public ServiceChoice(Spec spec) {
    this.spec = spec;
    this.loop =
        new QualityLoop(
            spec.experience() == null ? QualityLoop.Spec.NONE : spec.experience(), spec.learning());
    this.exponents = new double[64];
    this.exponentials = new double[66];
  }

  @Override
  public String outside() {
    return spec.outside();
  }

  @Override
  public void open(ConsumerTable table, Streams streams) {
    Draws draws = new Draws();
    for (int row = 0; row < table.rows(); row++) {
      long entity = table.entity()[row];
      streams.seek(draws, Purpose.WILLINGNESS, entity, 0);
      table.value()[row] = spec.value() * draws.nextLogNormal(0, spec.valueSpread());
      streams.seek(draws, Purpose.BUDGET, entity, 0);
      table.budget()[row] = spec.budget() * draws.nextLogNormal(0, spec.budgetSpread());
    }
    Arrays.fill(table.belief(), spec.belief());
    Arrays.fill(table.bestBelief(), spec.belief());
  }

  @Override
  public boolean churns() {
    return loop.churns();
  }

  @Override
  public void decide(Observation o, ConsumerTable table, double[] unitsPerMonth) {
    loop.comeBack(table, o.months());
    double reached = table.peoplePerRow() * reach(o.nowMicros());
    double rate = 1 - StrictMath.pow(1 - spec.moving(), o.months());
    int tiers = table.tiers();
    Offer offer = offer(o, table);
    Arrays.fill(unitsPerMonth, 0);
    for (int row = 0; row < table.rows(); row++) {
      double value = table.value()[row];
      double budget = table.budget()[row];
      double free = loop.churns() ? Math.max(0, reached - table.churned()[row]) : reached;
      double atBest = loop.churns() ? free * usersShare(offer, value, budget) : 0;
      double scale = free / weigh(offer, offer.quality(), value, budget);
      double before = 0;
      double choosing = 0;
      for (int tier = 0; tier < tiers; tier++) {
        double[] users = table.users(tier);
        before += users[row];
        choosing += scale * exponentials[tier];
        users[row] += rate * (scale * exponentials[tier] - users[row]);
        unitsPerMonth[tier] +=
            o.factor() * users[row] * affordable(offer.usage()[tier], o.price()[tier], budget);
      }
      double[] users = table.outsideUsers();
      users[row] += rate * (scale * exponentials[tiers] - users[row]);
      if (loop.churns()) {
        double driven = rate * (Math.min(before, atBest) - choosing);
        loop.turnAway(table, row, driven, exponentials[tiers], exponentials[tiers + 1]);
      }
    }
  }

  /**
   * A row's limit is the price at which a unit leaves it as well off as the better of the central
   * provider and doing without: v b (1 + e g) - w c - max(0, v r + a - p'), with p' the central
   * provider's price. Those who use the service bid for what they use at the present price.
   */
  @Override
  public void bid(Observation o, ConsumerTable table, int tier, OrderBook.Side bids) {
    double effect = networkFactor(table.totalUsers() / table.potential());
    boolean central = !spec.outside().isEmpty();
    double price = o.price()[tier];
    double usage = usage(price);
    double[] users = table.users(tier);
    for (int row = 0; row < table.rows(); row++) {
      double value = table.value()[row];
      double outside =
          central ? value * o.outsideReliability() + spec.outsideAdvantage() - o.outsidePrice() : 0;
      double limit =
          value * table.belief()[tier] * effect
              - spec.waitCost() * o.waitHours()[tier]
              - Math.max(0, outside);
      bids.add(limit, o.factor() * users[row] * affordable(usage, price, table.budget()[row]));
    }
  }

  private Offer offer(Observation o, ConsumerTable table) {
    double effect = networkFactor(table.totalUsers() / table.potential());
    int tiers = table.tiers();
    double[] usage = new double[tiers];
    double[] quality = new double[tiers];
    double[] bestQuality = new double[tiers];
    double[] burden = new double[tiers];
    for (int tier = 0; tier < tiers; tier++) {
      usage[tier] = usage(o.price()[tier]);
      quality[tier] = table.belief()[tier] * effect;
      bestQuality[tier] = loop.churns() ? table.bestBelief()[tier] * effect : 0;
      burden[tier] = o.price()[tier] + spec.waitCost() * o.waitHours()[tier];
    }
    return new Offer(o, usage, quality, bestQuality, burden, usage(o.outsidePrice()));
  }

  /** Share of a row that would use the service at the best beliefs so far. */
  private double usersShare(Offer offer, double value, double budget) {
    double sum = weigh(offer, offer.bestQuality(), value, budget);
    double users = 0;
    for (int tier = 0; tier < offer.usage().length; tier++) {
      users += exponentials[tier];
    }
    return users / sum;
  }

  /**
   * Weighs the options of a row: its tiers, then the central provider, then doing without.
   *
   * @return the sum of the weights
   */
  private double weigh(Offer offer, double[] quality, double value, double budget) {
    Observation o = offer.seen();
    int tiers = quality.length;
    double largest = 0;
    for (int tier = 0; tier < tiers; tier++) {
      double units = affordable(offer.usage()[tier], o.price()[tier], budget);
      double surplus = surplus(units, value * quality[tier] - offer.burden()[tier]);
      exponents[tier] = o.open() ? surplus / spec.noise() : Double.NEGATIVE_INFINITY;
      largest = Math.max(largest, exponents[tier]);
    }
    double outside = Double.NEGATIVE_INFINITY;
    if (!spec.outside().isEmpty()) {
      double units = affordable(offer.centralUsage(), o.outsidePrice(), budget);
      double margin = value * o.outsideReliability() + spec.outsideAdvantage() - o.outsidePrice();
      outside = surplus(units, margin) / spec.noise();
      largest = Math.max(largest, outside);
    }
    double lowered = Math.max(0, largest - LARGEST_EXPONENT);
    double sum = lowered > 0 ? FastMath.exp(-lowered) : 1;
    exponentials[tiers + 1] = sum;
    for (int tier = 0; tier < tiers; tier++) {
      exponentials[tier] = FastMath.exp(exponents[tier] - lowered);
      sum += exponentials[tier];
    }
    exponentials[tiers] = FastMath.exp(outside - lowered);
    return sum + exponentials[tiers];
  }

  /** What all people use at the reference price. */
  @Override
  public double fullUnitsPerMonth(ConsumerTable table) {
    return table.potential() * spec.usage();
  }

  /** People use more where the price is low. */
  @Override
  public double headroom() {
    return 2;
  }

  @Override
  public void experience(ConsumerTable table, Experience lived, double months) {
    loop.learn(table, lived, months);
  }

  /**
   * What an option is worth to a person, currency per month.
   *
   * @param units what it would use
   * @param margin what a unit is worth beyond its price and wait
   */
  double surplus(double units, double margin) {
    return (margin < 0 ? spec.usage() : units) * margin;
  }

  /** What a unit is worth with this share of all people using it, over its worth with none. */
  double networkFactor(double share) {
    return 1 + spec.networkEffect() * share / (share + spec.networkHalf());
  }

  /** Units a person uses a month at a price: what it wants, at most what the budget buys. */
  double units(double price, double budget) {
    return affordable(usage(price), price, budget);
  }

  /** Units a person wants at a price, whatever the budget. */
  private double usage(double price) {
    return spec.elasticity() == 0
        ? spec.usage()
        : spec.usage()
            * StrictMath.pow(
                Math.max(price, SMALLEST_PRICE) / spec.referencePrice(), spec.elasticity());
  }

  private static double affordable(double usage, double price, double budget) {
    return usage * price > budget ? budget / price : usage;
  }

  private double reach(long nowMicros) {
    double over = spec.reachOver().wholeMonths();
    double passed = over == 0 ? 1 : Math.min(1, nowMicros / Ticks.MICROS_PER_MONTH / over);
    return spec.reachAtStart() + (1 - spec.reachAtStart()) * passed;
  }
}
