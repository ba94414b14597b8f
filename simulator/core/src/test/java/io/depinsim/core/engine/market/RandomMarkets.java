package io.depinsim.core.engine.market;

import io.depinsim.core.engine.market.MarketShock.Effect;
import io.depinsim.core.engine.market.Scripts.Demand;
import io.depinsim.core.ledger.CliffVesting;
import io.depinsim.core.market.PostedPricing;
import io.depinsim.core.market.UtilisationPricing;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.CohortSpec.ProviderKind;
import io.depinsim.core.scenario.FeeSpec.PayIn;
import io.depinsim.core.scenario.GenesisSpec.SellsSpec;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.SpanUnit;
import io.depinsim.core.world.OwnerTable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small markets whose rules, people and decisions are drawn from a seed, one key each. */
final class RandomMarkets {
  /**
   * What was drawn.
   *
   * @param opening money that entered before anybody acted, minor units
   */
  record Drawn(SmallMarket market, SmallOwners owners, PayIn payIn, boolean pool, long opening) {
    MarketWorld build() {
      return market.build(owners);
    }
  }

  private RandomMarkets() {}

  static Drawn of(long seed) {
    Draws draws = new Streams(seed, 0).at(Purpose.UNCERTAINTY, 1, 0);
    PayIn payIn = PayIn.values()[draws.nextInt(3)];
    boolean pool = draws.nextInt(3) > 0;
    double poolMoney = 100 + draws.nextLong(20_000);
    long treasury = draws.nextLong(5_000);
    long opening = treasury * 100 + (pool ? (long) poolMoney * 100 : 0);
    SmallMarket market =
        new SmallMarket()
            .treasury(treasury)
            .held(draws.nextLong(5_000))
            .emission(draws.nextLong(3_000));
    if (pool) {
      market.pool(100 + draws.nextLong(20_000), poolMoney, draws.nextInt(4) * 0.003);
    } else {
      market.outside(0.05 + 3 * draws.nextUniform(), draws.nextLong(10_000));
    }
    double nodes = draws.nextInt(11) / 10.0;
    double burn = draws.nextInt(11) / 10.0 * (1 - nodes);
    Span holding =
        payIn == PayIn.currency || draws.nextInt(3) == 0
            ? null
            : new Span(1 + draws.nextInt(60), SpanUnit.DAYS);
    market.fees(payIn, nodes, burn, 1 - nodes - burn, holding);
    if (draws.nextInt(4) > 0) {
      market.ticks(1, SpanUnit.WEEKS);
    }
    market.consumers(demand(market, draws));
    holders(market, draws);
    if (draws.nextInt(2) == 0) {
      double money = draws.nextLong(3_000);
      opening += (long) money * 100;
      double[] shares = new double[40];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = 2 * draws.nextUniform() - 1;
      }
      market.speculators(new Scripts.Speculators(money, shares));
      long kick = MarketWorld.at("2025-04-10");
      market.shock(Effect.PRICE, kick, kick, draws.nextEvent(0.5) ? 1.5 : 0.6);
    }
    if (draws.nextInt(2) == 0) {
      double money = draws.nextLong(3_000);
      opening += (long) money * 100;
      double[] shares = new double[40];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = draws.nextUniform();
      }
      market.liquidity(new Scripts.Liquidity(money, draws.nextUniform(), shares));
    }
    market.shock(
        draws.nextEvent(0.5) ? Effect.DEMAND : Effect.CAPACITY,
        MarketWorld.at("2025-03-15"),
        MarketWorld.at("2025-05-15"),
        2 * draws.nextUniform());
    return new Drawn(market, owners(seed, draws), payIn, pool, opening);
  }

  private static Demand demand(SmallMarket market, Draws draws) {
    int tiers = 1 + draws.nextInt(3);
    if (tiers == 1) {
      market.pricing(new UtilisationPricing(new UtilisationPricing.Spec(1, 0.7, 0.1, 0.2, 5.0)));
    } else {
      Map<String, Double> prices = new LinkedHashMap<>();
      for (int tier = 0; tier < tiers; tier++) {
        prices.put("tier" + tier, 3 * draws.nextUniform());
      }
      market.pricing(new PostedPricing(new PostedPricing.Tiers(prices)));
    }
    double[][] lines = new double[40][tiers];
    for (double[] line : lines) {
      for (int tier = 0; tier < tiers; tier++) {
        line[tier] = draws.nextInt(4) == 0 ? 0 : 600 * draws.nextUniform();
      }
    }
    return Demand.lines(lines);
  }

  private static void holders(SmallMarket market, Draws draws) {
    for (int i = 0; i < draws.nextInt(4); i++) {
      long tokens = 1 + draws.nextLong(4_000);
      CliffVesting plan =
          CliffVesting.continuous(
              tokens * 100,
              0,
              MarketWorld.CALENDAR.addMonths(0, draws.nextInt(3)),
              MarketWorld.CALENDAR.addMonths(0, 3 + draws.nextInt(9)));
      SellsSpec sells =
          draws.nextInt(4) == 0 ? null : new SellsSpec(draws.nextUniform(), draws.nextLong(300));
      market.holder("holder" + i, tokens, (now, from) -> plan.vestedBy(now), sells);
    }
  }

  private static SmallOwners owners(long seed, Draws draws) {
    int rows = 2 + draws.nextInt(4);
    double[] cost = new double[rows];
    double[] price = new double[rows];
    double[] runway = new double[rows];
    for (int row = 0; row < rows; row++) {
      cost[row] = 80 * draws.nextUniform();
      price[row] = 900 * draws.nextUniform();
      runway[row] = 4 * draws.nextUniform();
    }
    SmallOwners owners =
        new SmallOwners("own", rows, new Moody(seed))
            .capacity(1 + draws.nextLong(100))
            .runningCost(cost)
            .capex(price)
            .runway(runway)
            .resale(draws.nextUniform(), 0.05)
            .sellsOfRest(draws.nextUniform())
            .outage(draws.nextInt(2) * 0.1)
            .lead(draws.nextInt(3) * 0.7);
    return draws.nextInt(2) == 0
        ? owners.kind(ProviderKind.invested)
        : owners.loan(draws.nextUniform(), 0.02, 1 + draws.nextInt(24));
  }

  /** Orders and gives up at random; the same for a seed, an owner and a round, in any row. */
  private record Moody(long seed) implements MachineStrategy {
    @Override
    public boolean ownedByProject() {
      return false;
    }

    @Override
    public void decide(Observation o, OwnerTable owners, Decision decision) {
      for (int row = 0; row < owners.rows(); row++) {
        Draws draws =
            new Streams(seed, 0).at(Purpose.OWNER_ACTION, owners.entity()[row], o.round());
        int mood = o.round() == 0 ? 0 : draws.nextInt(5);
        if (mood == 0 && owners.ordered()[row] == 0) {
          decision.order()[row] = 1 + draws.nextInt(3);
          decision.home()[row] = 0;
        } else if (mood == 1 && owners.machines()[row] > 0) {
          decision.retire()[row] = 1 + draws.nextLong(owners.machines()[row]);
        }
      }
    }
  }
}
