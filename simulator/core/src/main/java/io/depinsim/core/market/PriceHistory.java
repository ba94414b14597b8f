package io.depinsim.core.market;

import io.depinsim.core.market.TokenExchange.Market;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulationCalendar;
import java.time.LocalDate;
import java.util.Map;

/** A token's price on given days, as {@link DatedPrices}. Draws no random numbers. */
public final class PriceHistory implements PricePath {
  private final DatedPrices prices;
  private final long[] nowMicros = new long[1];

  /**
   * Parameters of {@code exchange: {history: …}}.
   *
   * @param points price of a token by day
   */
  public record Spec(
      @InRange(above = "0") @InUnit("currency/asset") Map<LocalDate, Double> points) {
    /**
     * Checks its part.
     *
     * @throws IllegalArgumentException if empty
     */
    public Spec {
      if (points.isEmpty()) {
        throw new IllegalArgumentException("points: must hold at least one day. Maybe `constant`.");
      }
    }
  }

  /**
   * The path of a spec.
   *
   * @throws IllegalArgumentException if a day lies more than 285 years from the start
   */
  public PriceHistory(Spec spec, BuildContext context) {
    this.prices = new DatedPrices(spec.points(), new SimulationCalendar(context.start()));
  }

  @Override
  public double price(Market market) {
    return prices.at(nowMicros[0]);
  }

  @Override
  public void advance(long now, double months, long tick, long entity, Streams streams) {
    nowMicros[0] = now;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("nowMicros", nowMicros, 1);
  }
}
