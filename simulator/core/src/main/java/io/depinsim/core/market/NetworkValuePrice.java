package io.depinsim.core.market;

import io.depinsim.core.market.TokenExchange.Market;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.state.StateVisitor;

/**
 * The pure Metcalfe closure: a network of n machines is worth v n^e, and a token that divided by
 * the tokens in circulation. Draws no random numbers and remembers nothing.
 *
 * <p>A knife edge, kept for comparison. Where owners of machines enter and leave by what they earn
 * in tokens, an exponent of 2 makes the equilibrium unstable: a little below it the price falls to
 * nothing, a little above it the price grows without bound, whatever their patience.
 *
 * <p>Always defined: the price is at least one minor unit of currency per token, which it is at no
 * machines, and circulation counts as at least one minor unit of the token.
 *
 * @see <a href="https://doi.org/10.1109/MC.2013.374">Metcalfe: Metcalfe's law after 40 years of
 *     Ethernet (2013)</a>
 */
public final class NetworkValuePrice implements PricePath {

  private final Spec spec;

  /**
   * Parameters of {@code exchange: {networkValue: …}}.
   *
   * @param valueAtOneMachine v, what a network of one machine is worth
   * @param exponent e: 2 by Metcalfe, 1 for a value proportional to machines
   */
  public record Spec(
      @InRange(above = "0", atMost = "1e18") @InUnit("currency") double valueAtOneMachine,
      @InRange(atLeast = "0", atMost = "10") @Omittable("2") @InUnit("1") double exponent) {}

  /** The path of a spec. */
  public NetworkValuePrice(Spec spec) {
    this.spec = spec;
  }

  @Override
  public double price(Market market) {
    double value = 0;
    if (market.machines() > 0) {
      value = spec.valueAtOneMachine() * StrictMath.pow(market.machines(), spec.exponent());
    }
    double circulating = Math.max(market.circulating(), 1 / market.minorPerToken());
    return Math.max(value / circulating, 1 / market.minorPerCurrency());
  }

  @Override
  public void advance(long nowMicros, double months, long tick, long entity, Streams streams) {
    // It follows machines and circulation alone.
  }

  @Override
  public void visitState(StateVisitor visitor) {
    // Nothing to remember.
  }
}
