package io.depinsim.core.engine.market;

import io.depinsim.core.engine.market.MarketShock.Effect;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.CatalogueRows;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.Role;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Span;
import java.util.List;

/** The rows of shocks in the catalogue. */
public final class ShockCatalogue implements CatalogueRows {

  /**
   * Parameters of {@code shocks: {name: {priceKick: …}}}: speculators trade once, whatever they
   * think.
   *
   * @param network whose token
   * @param at time after the start
   * @param factor by which the price changes
   */
  public record PriceKick(
      String network, Span at, @InRange(above = "0") @InUnit("1|%") double factor) {}

  /**
   * Parameters of {@code demand} and {@code outage}.
   *
   * @param network which it hits
   * @param at time after the start
   * @param lasting how long
   * @param factor what demand, or capacity that works, is multiplied by
   */
  public record Spell(
      String network,
      Span at,
      @InRange(above = "0") Span lasting,
      @InRange(atLeast = "0") @InUnit("1|%") double factor) {}

  @Override
  public List<Kind<?, ?>> kinds() {
    return List.of(
        new Kind<>(
            Role.SHOCK,
            "priceKick",
            "speculators trade once until the price has changed by a factor",
            PriceKick.class,
            MarketShock.class,
            ShockCatalogue::kick),
        new Kind<>(
            Role.SHOCK,
            "demand",
            "demand for service is multiplied by a factor for a while",
            Spell.class,
            MarketShock.class,
            (spec, context) -> spell(spec, context, Effect.DEMAND)),
        new Kind<>(
            Role.SHOCK,
            "outage",
            "capacity that works is multiplied by a factor for a while",
            Spell.class,
            MarketShock.class,
            (spec, context) -> spell(spec, context, Effect.CAPACITY)));
  }

  @Override
  public List<Evaluation<?, ?>> evaluations() {
    return CentralEvaluations.rows();
  }

  private static MarketShock kick(PriceKick spec, BuildContext context) {
    long at = new SimulationCalendar(context.start()).plus(0, spec.at());
    return new MarketShock(spec.network(), Effect.PRICE, at, at, spec.factor());
  }

  private static MarketShock spell(Spell spec, BuildContext context, Effect effect) {
    SimulationCalendar calendar = new SimulationCalendar(context.start());
    long from = calendar.plus(0, spec.at());
    return new MarketShock(
        spec.network(), effect, from, calendar.plus(from, spec.lasting()), spec.factor());
  }
}
