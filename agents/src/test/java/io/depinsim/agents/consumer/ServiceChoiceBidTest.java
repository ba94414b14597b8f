package io.depinsim.agents.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.market.DemandModel.Observation;
import io.depinsim.core.market.OrderBook;
import io.depinsim.core.world.ConsumerTable;
import org.junit.jupiter.api.Test;

/** A flawless unit is worth 20 and 90 % of service is believed to arrive: 18, unless said. */
class ServiceChoiceBidTest {
  private final ChoiceWorld world = new ChoiceWorld();

  private OrderBook bid(ConsumerTable table, double price) {
    OrderBook book = new OrderBook();
    new ServiceChoice(world.spec())
        .bid(
            new Observation(
                0,
                1,
                true,
                new double[] {price},
                world.wait,
                world.outsidePrice,
                world.outsideReliability,
                world.factor),
            table,
            0,
            book.bids());
    return book;
  }

  private double limit() {
    ConsumerTable table = world.people(1, 1);
    table.users(0)[0] = 1;
    return bid(table, 10).bids().price(0);
  }

  @Test
  void theLimitIsWhatAUnitIsWorthBeyondTheWaitAndTheBetterOtherChoice() {
    assertEquals(18, limit(), 1e-12);
    world.waitCost = 2;
    world.wait = new double[] {1.5};
    assertEquals(15, limit(), 1e-12);
    world.outside = "cloud";
    assertEquals(7, limit(), 1e-12, "the cloud gives 20 for 12");
    world.outsidePrice = 30;
    assertEquals(15, limit(), 1e-12, "doing without is better than the cloud");
    world.outsideAdvantage = 11;
    assertEquals(14, limit(), 1e-12, "31 for 30");
    world.networkEffect = 0.5;
    // One of one uses it: 1 + 0.5 / 1.25 = 1.4 times 18.
    assertEquals(14 + 0.4 * 18, limit(), 1e-12);
    world.value = 1;
    assertEquals(0, limit(), "no bid is below nothing");
  }

  @Test
  void whoeverAdoptsAtALimitIsIndifferent() {
    // At a price of the limit surplus is 0 for all options, so half use it: e^0 / (1 + e^0).
    assertEquals(0.5, world.share(18), 1e-12);
  }

  @Test
  void eachRowBidsForWhatItsUsersUseAtThePresentPrice() {
    world.elasticity = -1;
    world.budget = 4;
    world.factor = 2;
    ConsumerTable table = world.people(3, 1);
    table.users(0)[0] = 1;
    table.users(0)[2] = 0.5;
    // At 20 half a unit is wanted and 4 / 20 = 0.2 can be paid for, by twice as many in a shock.
    OrderBook book = bid(table, 20);
    assertEquals(2, book.bids().count(), "who does not use it does not bid");
    assertEquals(0.4, book.bids().units(0), 1e-12);
    assertEquals(0.2, book.bids().units(1), 1e-12);
  }
}
