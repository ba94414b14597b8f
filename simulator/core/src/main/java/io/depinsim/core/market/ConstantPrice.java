package io.depinsim.core.market;

import io.depinsim.core.market.TokenExchange.Market;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.state.StateVisitor;

/** A price that never moves. Draws no random numbers and remembers nothing. */
public final class ConstantPrice implements PricePath {
  private final double price;

  /**
   * Parameters of {@code exchange: {constant: …}}.
   *
   * @param price of a token
   */
  public record Spec(@InRange(above = "0") @InUnit("currency/asset") double price) {}

  /** The path of a spec. */
  public ConstantPrice(Spec spec) {
    this.price = spec.price();
  }

  @Override
  public double price(Market market) {
    return price;
  }

  @Override
  public void advance(long nowMicros, double months, long tick, long entity, Streams streams) {
    // It stands.
  }

  @Override
  public void visitState(StateVisitor visitor) {
    // Nothing to remember.
  }
}
