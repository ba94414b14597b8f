package io.depinsim.core.engine.market;

import io.depinsim.core.engine.Agenda;
import io.depinsim.core.engine.Mechanism;
import io.depinsim.core.engine.market.MarketShock.Effect;
import io.depinsim.core.time.Phase;

/**
 * The markets of a network on one page: what happens in a market period and after a settlement, in
 * order.
 *
 * <p>A market period ends at the instant it is stepped and covers the time since the one before. On
 * its own clock the network settles; fees are distributed then and orders handed in.
 */
public final class MarketEpoch implements Mechanism {
  private static final int TICK = 0;
  private static final int SETTLE = 1;
  private static final int HAND_IN = 2;
  private static final int KICK = 3;

  private final ServiceMarket market;

  /** Market periods of a network. */
  public MarketEpoch(ServiceMarket market) {
    this.market = market;
  }

  @Override
  public String name() {
    return market.network().name() + ".market";
  }

  @Override
  public void start(Agenda agenda) {
    scheduleTick(agenda, 1);
    agenda.schedule(market.settlements().instant(1), Phase.SETTLEMENT, SETTLE, 0, 1);
    for (int i = 0; i < market.shocks().size(); i++) {
      MarketShock shock = market.shocks().get(i);
      if (shock.effect() == Effect.PRICE) {
        agenda.schedule(shock.fromMicros(), Phase.TOKEN_MARKET, KICK, i, 0);
      }
    }
  }

  @Override
  public void handle(Agenda agenda, Phase phase, int kind, long entity, long number) {
    long now = agenda.now();
    if (kind == KICK) {
      market.kick(market.shocks().get((int) entity).factor());
    } else if (kind == SETTLE) {
      // Settlement: what providers have earned reaches them
      market.distributeFees();
      market.noteIncome();
      agenda.schedule(now, Phase.DECISIONS, HAND_IN, 0, 0);
      agenda.schedule(
          market.settlements().instant(number + 1), Phase.SETTLEMENT, SETTLE, 0, number + 1);
    } else if (kind == HAND_IN) {
      // Decisions: what holders of genesis tokens sell until the next settlement
      market.placeHolderOrders();
    } else if (phase == Phase.SERVICE) {
      // Service: what works, what is wanted, what is given, what users pay
      market.offer(now, number);
      market.demand(now);
      market.serve(now);
      market.collectFees();
    } else {
      // Token: outside prices move; users and burns buy, holders sell, speculators and liquidity
      // providers take the other side
      market.advancePrice(now, number);
      market.buyForFees();
      market.buyAndBurn();
      market.sellOrders(now, number);
      market.speculate(number);
      market.provideLiquidity();
      market.measurePrice();
      scheduleTick(agenda, number + 1);
    }
  }

  private void scheduleTick(Agenda agenda, long number) {
    long time = market.ticks().instant(number);
    agenda.schedule(time, Phase.SERVICE, TICK, 0, number);
    agenda.schedule(time, Phase.TOKEN_MARKET, TICK, 0, number);
  }
}
