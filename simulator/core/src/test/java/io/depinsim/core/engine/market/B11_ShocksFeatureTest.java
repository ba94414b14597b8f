package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.market.MarketShock.Effect;
import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.engine.market.Scripts.Demand;
import io.depinsim.core.engine.market.Scripts.Machines;
import org.junit.jupiter.api.Test;

/** Things that happen for a while, and leave nothing behind. One machine of 100 units. */
class B11_ShocksFeatureTest {
  private static final long MARCH = MarketWorld.at("2025-03-01");
  private static final long MAY = MarketWorld.at("2025-05-01");

  private static MarketWorld watched(SmallMarket network, Demand demand) {
    MarketWorld world =
        network
            .consumers(demand)
            .build(new SmallOwners("own", 1, Machines.ofOutsiders().order(0, 0, 1)));
    MarketState state = world.market().state();
    return world
        .watch("demand", () -> MarketWorld.rounded(state.get(Figure.DEMAND), 0))
        .watch("working", () -> MarketWorld.rounded(state.get(Figure.WORKING_UNITS), 0))
        .watch("served", () -> MarketWorld.rounded(state.get(Figure.SERVED), 0))
        .watch("quality", demand::quality);
  }

  @Test
  void demandIsMultipliedForAWhile() {
    MarketWorld world =
        watched(new SmallMarket().shock(Effect.DEMAND, MARCH, MAY, 1.5), Demand.of(40));
    world.run(5);
    // From 1 March, inclusive, to 1 May, exclusive.
    assertEquals(
        """
        date          demand   working    served   quality
        2025-01-01         0         0         0         -
        2025-02-01        40       100        40      1.00
        2025-03-01        60       100        60      1.00
        2025-04-01        60       100        60      1.00
        2025-05-01        40       100        40      1.00
        2025-06-01        40       100        40      1.00
        """,
        world.table());
  }

  @Test
  void anOutageTakesAShareOfWhatWorks() {
    MarketWorld world =
        watched(
            new SmallMarket()
                .shock(Effect.CAPACITY, MARCH, MAY, 0.5)
                .shock(Effect.CAPACITY, MARCH, MARCH + 1, 0.2),
            Demand.of(40));
    world.run(5);
    // On 1 March both hit: a tenth works and serves 10 of 40, at an availability of a tenth, so
    // 0.25 x 0.1 = 0.025 arrives. On 1 April half works and serves all, of which half arrives.
    assertEquals(
        """
        date          demand   working    served   quality
        2025-01-01         0         0         0         -
        2025-02-01        40       100        40      1.00
        2025-03-01        40        10        10      0.03
        2025-04-01        40        50        40      0.50
        2025-05-01        40       100        40      1.00
        2025-06-01        40       100        40      1.00
        """,
        world.table());
    assertEquals(100, world.market().state().get(Figure.UNITS), "none was disconnected");
  }

  @Test
  void consumersAreToldWhyServiceDidNotArrive() {
    Demand demand = Demand.lines(new double[] {40}, new double[] {40}, new double[] {0});
    MarketWorld world =
        watched(
                new SmallMarket()
                    .shock(Effect.CAPACITY, MARCH, MAY, 0.5)
                    .shock(Effect.CAPACITY, MARCH, MARCH + 1, 0.2),
                demand)
            .watch("missed", demand::missed);
    world.run(3);
    // On 1 March a tenth works: 30 of 40 are not served in time, and nine in ten machines are
    // down. On 1 April nothing is wanted, so nothing is late, but half of the machines are down.
    assertEquals(
        """
        date          demand   working    served   quality    missed
        2025-01-01         0         0         0         -         -
        2025-02-01        40       100        40      1.00 0.00 0.00
        2025-03-01        40        10        10      0.03 0.75 0.90
        2025-04-01         0        50         0         - 0.00 0.50
        """,
        world.table());
  }
}
