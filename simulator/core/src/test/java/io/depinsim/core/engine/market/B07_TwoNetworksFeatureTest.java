package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.engine.market.Scripts.Machines;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.time.SpanUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two networks and one cohort of two owners who may serve either. Each has a machine of 100 units.
 * Network a mints 200 tokens a month, network b 90; a token of a is worth 1 USD, of b 2 USD.
 */
class B07_TwoNetworksFeatureTest {
  private static SmallMarket a() {
    return new SmallMarket("a", Asset.uncapped("AAA", 2)).emission(200);
  }

  private static SmallMarket b() {
    return new SmallMarket("b", Asset.uncapped("BBB", 2)).outside(2, 0).emission(90);
  }

  private static Machines moving() {
    return Machines.ofOutsiders().order(0, 0, 1).order(0, 1, 1).home(1, 1, 1);
  }

  @Test
  void capacityFollowsHomeAndEachNetworkPaysItsOwnToken() {
    MarketWorld world =
        new MarketWorld(List.of(a(), b()), List.of(new SmallOwners("own", 2, moving())));
    world
        .watch("home 1", () -> Long.toString(world.owners("own").home()[1]))
        .watch("units a", () -> MarketWorld.rounded(world.market(0).state().get(Figure.UNITS), 0))
        .watch("units b", () -> MarketWorld.rounded(world.market(1).state().get(Figure.UNITS), 0))
        .watch("a of 0", world.market(0).accounts().network().wallet(), 0)
        .watch("a of 1", world.market(0).accounts().network().wallet(), 1)
        .watch("b of 0", world.market(1).accounts().network().wallet(), 0)
        .watch("b of 1", world.market(1).accounts().network().wallet(), 1)
        .run(3);
    // January: both serve a and get 100 each; nobody serves b, so nothing of b is minted. On 1
    // February the second moves. From then on one gets 200 of a and the other 90 of b a month.
    assertEquals(
        """
        date          home 1   units a   units b    a of 0    a of 1    b of 0    b of 1
        2025-01-01         0       200         0      0.00      0.00      0.00      0.00
        2025-02-01         1       100       100    100.00    100.00      0.00      0.00
        2025-03-01         1       100       100    300.00    100.00      0.00     90.00
        2025-04-01         1       100       100    500.00    100.00      0.00    180.00
        """,
        world.table());
    // What the last settlements say of income: 200 x 1 and 90 x 2 USD over 100 units.
    assertEquals(2, world.market(0).state().get(Figure.INCOME_PER_UNIT));
    assertEquals(1.8, world.market(1).state().get(Figure.INCOME_PER_UNIT));
  }

  @Test
  void tokensOfBothNetworksAreSoldEachOnItsOwnMarket() {
    MarketWorld world =
        new MarketWorld(
            List.of(a(), b()), List.of(new SmallOwners("own", 2, moving()).sellsOfRest(1)));
    world
        .watchMoney("earned 0", () -> world.owners("own").earned()[0])
        .watchMoney("earned 1", () -> world.owners("own").earned()[1])
        .run(4);
    // Proceeds come a month after the tokens: 100 and 100; then 200, and 90 x 2 = 180.
    assertEquals(
        """
        date        earned 0  earned 1
        2025-01-01      0.00      0.00
        2025-02-01      0.00      0.00
        2025-03-01    100.00    100.00
        2025-04-01    300.00    280.00
        2025-05-01    500.00    460.00
        """,
        world.table());
  }

  @Test
  void whatOneNetworksTokensWillBringIsNotRaisedOnTheOtherToo() {
    MarketWorld world =
        new MarketWorld(
            List.of(a(), b()),
            List.of(new SmallOwners("own", 2, moving()).runningCost(0, 60).runway(1)));
    world.run(2);
    // The second holds 60 USD, pays 60 a month, and sells no more than it needs. On 1 February it
    // hands in 60 of its 100 of a. On 1 March it gets 60, pays 60, and lacks 60 again: it has 40 of
    // a and 90 of b. Tokens worth 60 USD cover that, not 40 of a and 30 of b, worth 100.
    double worth =
        world.market(0).orders().open() / 100.0 + 2 * world.market(1).orders().open() / 100.0;
    assertEquals(60, worth, 0.02);
  }

  @Test
  void proceedsGoToThoseWhoHandedInHoweverLongItTakesToSell() {
    SmallMarket slow =
        new SmallMarket("b", Asset.uncapped("BBB", 2)).settlement(2, SpanUnit.MONTHS).emission(100);
    Machines script =
        Machines.ofOutsiders()
            .order(0, 0, 1)
            .home(0, 0, 1)
            .order(2, 1, 1)
            .home(2, 1, 1)
            .retire(3, 0, 1);
    MarketWorld world =
        new MarketWorld(
            List.of(a(), slow), List.of(new SmallOwners("own", 2, script).sellsOfRest(1)));
    world
        .watchMoney("earned 0", () -> world.owners("own").earned()[0])
        .watchMoney("earned 1", () -> world.owners("own").earned()[1])
        .run(6);
    // Network b settles every second month, and owners decide every month, by a. On 1 March the
    // first gets 200 tokens of b and hands them in: half is sold on 1 April, half on 1 May, when
    // the second gets and hands in 200.
    assertEquals(
        """
        date        earned 0  earned 1
        2025-01-01      0.00      0.00
        2025-02-01      0.00      0.00
        2025-03-01      0.00      0.00
        2025-04-01    100.00      0.00
        2025-05-01    200.00      0.00
        2025-06-01    200.00    100.00
        2025-07-01    200.00    200.00
        """,
        world.table());
  }
}
