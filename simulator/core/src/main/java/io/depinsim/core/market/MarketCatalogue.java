package io.depinsim.core.market;

import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.CatalogueRows;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The rows of markets in the catalogue: what service costs and where tokens are traded. */
public final class MarketCatalogue implements CatalogueRows {
  @Override
  public List<Kind<?, ?>> kinds() {
    return List.of(
        new Kind<>(
            Role.PRICING,
            "posted",
            "one price that stands",
            PostedPricing.Spec.class,
            ServicePricing.class,
            (spec, context) -> new PostedPricing(spec)),
        new Kind<>(
            Role.PRICING,
            "tieredPosted",
            "prices that stand, one for each tier; the first tier is served first",
            PostedPricing.Tiers.class,
            ServicePricing.class,
            (spec, context) -> new PostedPricing(spec)),
        new Kind<>(
            Role.PRICING,
            "utilisation",
            "a price that follows use toward a target, by the step of EIP-1559's base fee",
            UtilisationPricing.Spec.class,
            ServicePricing.class,
            (spec, context) -> new UtilisationPricing(spec)),
        new Kind<>(
            Role.PRICING,
            "pid",
            "a price that a controller steers by use or by unmet demand",
            PidPricing.Spec.class,
            ServicePricing.class,
            (spec, context) -> new PidPricing(spec)),
        new Kind<>(
            Role.PRICING,
            "pinFiPool",
            "a pool of hours against currency whose hours run out, after PinFi",
            PinFiPool.Spec.class,
            ServicePricing.class,
            (spec, context) -> new PinFiPool(spec)),
        new Kind<>(
            Role.PRICING,
            "doubleAuction",
            "users and providers hand in orders; what clears them is the price",
            DoubleAuction.Spec.class,
            ServicePricing.class,
            (spec, context) -> new DoubleAuction(spec)),
        new Kind<>(
            Role.PRICING,
            "secondPriceProcurement",
            "the cheapest providers sell, all at the first ask that sells nothing",
            SecondPriceProcurement.Spec.class,
            ServicePricing.class,
            (spec, context) -> new SecondPriceProcurement(spec)),
        new Kind<>(
            Role.EXCHANGE,
            "constantProductPool",
            "a pool whose reserves keep their product; trades move the price",
            ConstantProductPool.Spec.class,
            TokenExchange.class,
            (spec, context) -> new ConstantProductPool(spec)),
        outside(
            "constant",
            "from outside: a price that never moves",
            ConstantPrice.Spec.class,
            (spec, context) -> new ConstantPrice(spec)),
        outside(
            "history",
            "from outside: prices of given days, log-linear between them",
            PriceHistory.Spec.class,
            PriceHistory::new),
        outside(
            "geometric",
            "from outside: geometric Brownian motion",
            GeometricPrice.Spec.class,
            (spec, context) -> new GeometricPrice(spec)),
        outside(
            "networkValue",
            "from machines alone: Metcalfe's value of the network per circulating token; a knife"
                + " edge",
            NetworkValuePrice.Spec.class,
            (spec, context) -> new NetworkValuePrice(spec)));
  }

  private static <S extends Record> Kind<S, TokenExchange> outside(
      String key, String summary, Class<S> spec, BiFunction<S, BuildContext, PricePath> path) {
    return new Kind<>(
        Role.EXCHANGE,
        key,
        summary,
        spec,
        TokenExchange.class,
        (block, context) -> new OutsideExchange(path.apply(block, context)));
  }

  @Override
  public List<Evaluation<?, ?>> evaluations() {
    List<Evaluation<?, ?>> rows = new ArrayList<>(MarketEvaluations.rows());
    rows.addAll(PricingEvaluations.rows());
    return List.copyOf(rows);
  }
}
