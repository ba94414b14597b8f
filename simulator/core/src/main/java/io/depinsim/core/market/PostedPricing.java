package io.depinsim.core.market;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.state.StateVisitor;
import java.util.List;
import java.util.Map;

/**
 * A price list that stands whatever happens: one price, or tiers served from first to last. Draws
 * no random numbers and remembers nothing.
 */
public final class PostedPricing implements ServicePricing {
  private final List<String> names;
  private final double[] prices;

  /**
   * Parameters of {@code pricing: {posted: …}}.
   *
   * @param price of a unit of service
   */
  public record Spec(
      @InRange(atLeast = "0", maybe = "the sign is turned around") @InUnit("currency/unit")
          double price) {}

  /**
   * Parameters of {@code pricing: {tieredPosted: …}}.
   *
   * @param tiers price of a unit of service in each tier, by name; the first is served first, the
   *     last gets what is left
   */
  public record Tiers(
      @InRange(atLeast = "0", maybe = "the sign is turned around") @InUnit("currency/unit")
          Map<String, Double> tiers) {
    private static final String NAME = "[A-Za-z][A-Za-z0-9]*";

    /**
     * Checks its part.
     *
     * @throws IllegalArgumentException if there is no tier, or a name cannot be part of a metric's
     */
    public Tiers {
      if (tiers.isEmpty()) {
        throw new IllegalArgumentException("tiers: must hold at least one tier. Maybe `posted`.");
      }
      tiers.forEach(
          (name, price) -> {
            if (!name.matches(NAME)) {
              throw Limit.refusal(
                  "tiers", "'" + name + "'", "must be letters and digits, a letter first", "");
            }
          });
    }
  }

  /** One price. */
  public PostedPricing(Spec spec) {
    this.names = List.of("");
    this.prices = new double[] {spec.price()};
  }

  /** Prices by tier, in the order of the map. */
  public PostedPricing(Tiers spec) {
    this.names = spec.tiers().size() == 1 ? List.of("") : List.copyOf(spec.tiers().keySet());
    this.prices = spec.tiers().values().stream().mapToDouble(price -> price).toArray();
  }

  @Override
  public int tiers() {
    return prices.length;
  }

  @Override
  public String tierName(int tier) {
    return names.get(tier);
  }

  @Override
  public double price(int tier) {
    return prices[tier];
  }

  @Override
  public void observe(MarketPeriod period, Limits limits) {
    // A posted price stands.
  }

  @Override
  public void visitState(StateVisitor visitor) {
    // Nothing to remember.
  }
}
