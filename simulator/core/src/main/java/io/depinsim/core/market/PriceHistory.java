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
import java.util.TreeMap;

/**
 * Prices of given days: at midnight UTC of each day its price, between two days along a straight
 * line in the logarithm, before the first and after the last that one's price. Draws no random
 * numbers.
 */
public final class PriceHistory implements PricePath {
  private final TreeMap<Long, Double> priceAtMicros = new TreeMap<>();
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
    SimulationCalendar calendar = new SimulationCalendar(context.start());
    spec.points().forEach((day, price) -> priceAtMicros.put(calendar.ofDate(day), price));
  }

  @Override
  public double price(Market market) {
    Map.Entry<Long, Double> before = priceAtMicros.floorEntry(nowMicros[0]);
    Map.Entry<Long, Double> after = priceAtMicros.higherEntry(nowMicros[0]);
    if (before == null || after == null) {
      return (before == null ? after : before).getValue();
    }
    double whole = after.getKey() - before.getKey();
    double share = (nowMicros[0] - before.getKey()) / whole;
    return before.getValue() * StrictMath.pow(after.getValue() / before.getValue(), share);
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
