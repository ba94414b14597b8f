package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.GenesisHolder.UnlockPlan;
import io.depinsim.core.engine.LifeStage;
import io.depinsim.core.engine.LifeStage.Stage;
import io.depinsim.core.engine.market.Scripts.Demand;
import io.depinsim.core.engine.market.Scripts.Machines;
import io.depinsim.core.incentive.FixedEmission;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.scenario.FeeSpec.PayIn;
import io.depinsim.core.scenario.LifecycleSpec;
import io.depinsim.core.scenario.LifecycleSpec.LaunchSpec;
import io.depinsim.core.scenario.LifecycleSpec.RoundSpec;
import io.depinsim.core.scenario.LifecycleSpec.SustainSpec;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.SpanUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A network from its first sale on. The exchange opens with 1,000 tokens and 400 USD of the
 * treasury; 120 tokens a month are minted from the launch on; an allocation of 1,000 tokens unlocks
 * in four equal monthly parts.
 */
class B10_StagesFeatureTest {
  private static Span months(long count) {
    return new Span(count, SpanUnit.MONTHS);
  }

  private static RoundSpec round(Double price, Double discount, long earliest, Double growth) {
    return new RoundSpec("seed", price, discount, months(earliest), null, growth);
  }

  private static LifecycleSpec stages(LaunchSpec launch, RoundSpec round) {
    return new LifecycleSpec(launch, null, Map.of("seed", round));
  }

  /** A quarter for each calendar month that has passed since the clock began. */
  private static UnlockPlan quarters() {
    return (now, origin) -> {
      int passed = 0;
      while (passed < 4 && MarketWorld.CALENDAR.addMonths(origin, passed + 1) <= now) {
        passed++;
      }
      return 25_000L * passed;
    };
  }

  private static SmallMarket network(LifecycleSpec stages) {
    return new SmallMarket()
        .pool(1_000, 400, 0)
        .emission(120)
        .holderFromLaunch("seed", 1_000, quarters())
        .lifecycle(stages);
  }

  private static SmallOwners project(Machines script) {
    return new SmallOwners("project", 2, script).capex(200);
  }

  private static MarketWorld watched(MarketWorld world) {
    Asset token = world.accounts().token();
    return world
        .watch("stage", () -> Integer.toString(world.market(0).network().stage().stage().ordinal()))
        .watch(
            "sold",
            () -> Integer.toString((int) world.lifecycle().gauges().get(0).value().getAsDouble()))
        .watch("treasury", world.accounts().treasuryCurrency())
        .watch("minted", () -> MarketWorld.whole(token, world.network().minted().total()))
        .watch("unlocked", () -> MarketWorld.whole(token, world.network().genesisVested().total()))
        .watchPrice();
  }

  @Test
  void aRoundPaysForMachinesAndTheLaunchFollows() {
    MarketWorld world =
        watched(
            network(stages(new LaunchSpec(months(3), 2, months(12)), round(0.9, null, 0, null)))
                .emission(new FixedEmission(new FixedEmission.Spec(4)))
                .build(project(Machines.ofProject().order(0, 0, 1).order(1, 1, 1))));
    world.run(6);
    // Start: 1,000 tokens at 0.9 bring 900 USD, and the first machine costs 200. February: the
    // second. Both run from then on, but the launch waits until 1 April, takes 400 USD and comes
    // after that day's settlement: mint, 4 tokens a day here, and unlock begin a month later.
    assertEquals(
        """
        date           stage      sold  treasury    minted  unlocked     price
        2025-01-01         0         1    700.00      0.00      0.00    0.0000
        2025-02-01         0         1    500.00      0.00      0.00    0.0000
        2025-03-01         0         1    500.00      0.00      0.00    0.0000
        2025-04-01         1         1    100.00      0.00      0.00    0.4000
        2025-05-01         1         1    100.00    120.00    250.00    0.4000
        2025-06-01         1         1    100.00    244.00    500.00    0.4000
        2025-07-01         1         1    100.00    364.00    750.00    0.4000
        """,
        world.table());
    LifeStage stage = world.market().network().stage();
    assertEquals(MarketWorld.at("2025-04-01"), stage.launchMicros());
  }

  @Test
  void machinesAreAwaitedButNotForEver() {
    MarketWorld world =
        watched(
            network(stages(new LaunchSpec(months(1), 2, months(3)), round(0.9, null, 0, null)))
                .build(project(Machines.ofProject().order(0, 0, 1))));
    world.run(3);
    // One machine of two: on 1 February and 1 March nothing, on 1 April whatever runs.
    assertEquals(MarketWorld.at("2025-04-01"), world.market().network().stage().launchMicros());
  }

  @Test
  void machinesOfOutsidersAreNotTheProjects() {
    MarketWorld world =
        network(stages(new LaunchSpec(months(1), 1, months(3)), round(0.9, null, 0, null)))
            .build(new SmallOwners("others", 1, Machines.ofOutsiders().order(0, 0, 5)));
    world.run(3);
    assertEquals(MarketWorld.at("2025-04-01"), world.market().network().stage().launchMicros());
  }

  @Test
  void aTreasuryThatCannotOpenTheExchangeWaits() {
    MarketWorld world =
        watched(
            network(stages(new LaunchSpec(months(0), 0, months(1)), round(0.5, null, 3, null)))
                .treasury(100)
                .build(project(Machines.ofProject())));
    world.run(4);
    // 100 USD of 400, until the round of 1 April brings 500.
    assertEquals(
        """
        date           stage      sold  treasury    minted  unlocked     price
        2025-01-01         0         0    100.00      0.00      0.00    0.0000
        2025-02-01         0         0    100.00      0.00      0.00    0.0000
        2025-03-01         0         0    100.00      0.00      0.00    0.0000
        2025-04-01         1         1    200.00      0.00      0.00    0.4000
        2025-05-01         1         1    200.00      0.00    250.00    0.4000
        """,
        world.table());
    // Nobody runs a machine, so nothing is minted though 120 are on offer.
    assertEquals(120, world.market().network().offeredTotal());
  }

  @Test
  void aRoundForGrowthSellsAtADiscountAndItsClockBeginsThen() {
    Demand users =
        Demand.of(0)
            .users(100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 149, 150, 150);
    MarketWorld world =
        watched(
            network(stages(new LaunchSpec(months(0), 0, months(1)), round(null, 0.2, 0, 0.5)))
                .treasury(400)
                .consumers(users)
                .build(project(Machines.ofProject())));
    world.run(15);
    // Launched at once. A year later, on 1 February 2026, users have grown by 49 %, on 1 March by
    // 50 %: 1,000 tokens at 0.4 less a fifth are 320 USD, and a month later a quarter unlocks.
    String[] lines = world.table().split("\n");
    assertEquals(
        "2026-02-01         1         0      0.00      0.00      0.00    0.4000", lines[14]);
    assertEquals(
        "2026-03-01         1         1    320.00      0.00      0.00    0.4000", lines[15]);
    assertEquals(
        "2026-04-01         1         1    320.00      0.00    250.00    0.4000", lines[16]);
  }

  @Test
  void selfSustainingTakesSoManySettlementsInARowAndBurnsTheTreasurysShare() {
    SustainSpec sustain = new SustainSpec(1, 1, 2, true);
    MarketWorld world =
        watched(
            new SmallMarket()
                .outside(1, 1_000)
                .fees(PayIn.currency, 0.5, 0.25, 0.25, null)
                .consumers(
                    Demand.lines(
                        new double[] {100},
                        new double[] {80},
                        new double[] {100},
                        new double[] {120},
                        new double[] {100},
                        new double[] {100},
                        new double[] {100}))
                .lifecycle(
                    new LifecycleSpec(new LaunchSpec(months(0), 0, months(1)), sustain, Map.of()))
                .build(
                    new SmallOwners("own", 1, Machines.ofOutsiders().order(0, 0, 1))
                        .runningCost(50)
                        .runway(12)));
    world.watchBurnt().run(7);
    // A machine of 100 units costs 50 a month, half of 100. January holds. February: 40 < 50.
    // March holds. April: 100 units do not cover a demand of 120. May, June: two in a row. In July
    // the treasury's 25 USD buy tokens too.
    assertEquals(
        """
        date           stage      sold  treasury    minted  unlocked     price     burnt
        2025-01-01         1         0      0.00      0.00      0.00    1.0000      0.00
        2025-02-01         1         0     25.00      0.00      0.00    1.0000     25.00
        2025-03-01         1         0     45.00      0.00      0.00    1.0000     45.00
        2025-04-01         1         0     70.00      0.00      0.00    1.0000     70.00
        2025-05-01         1         0     95.00      0.00      0.00    1.0000     95.00
        2025-06-01         1         0    120.00      0.00      0.00    1.0000    120.00
        2025-07-01         2         0    145.00      0.00      0.00    1.0000    145.00
        2025-08-01         2         0    145.00      0.00      0.00    1.0000    195.00
        """,
        world.table());
  }

  @Test
  void machinesThatServeAnotherNetworkAreNotThisOnesCost() {
    LifecycleSpec stages =
        new LifecycleSpec(
            new LaunchSpec(months(0), 0, months(1)), new SustainSpec(1, 1, 1, false), Map.of());
    SmallMarket a =
        new SmallMarket("a", Asset.uncapped("AAA", 2))
            .fees(PayIn.currency, 0.5, 0, 0.5, null)
            .consumers(Demand.of(100))
            .lifecycle(stages);
    SmallMarket b = new SmallMarket("b", Asset.uncapped("BBB", 2));
    Machines script = Machines.ofOutsiders().order(0, 0, 1).order(0, 1, 1).home(0, 1, 1);
    MarketWorld world =
        new MarketWorld(
            List.of(a, b), List.of(new SmallOwners("own", 2, script).runningCost(50).runway(12)));
    world.run(1);
    // One machine serves a, costs 50 and earns 50.
    assertEquals(Stage.SELF_SUSTAINING, world.market(0).network().stage().stage());
  }
}
