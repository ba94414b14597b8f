package io.depinsim.core.market;

import io.depinsim.core.market.TokenExchange.Market;
import io.depinsim.core.random.Streams;
import io.depinsim.core.state.StateOwner;

/** A token's price that no trade moves; {@link OutsideExchange} trades at it. */
public interface PricePath extends StateOwner {
  /** Price now, currency per token; > 0 and finite. */
  double price(Market market);

  /** Time passes; parameters as in {@link TokenExchange#advance}. */
  void advance(long nowMicros, double months, long tick, long entity, Streams streams);
}
