package io.depinsim.core.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.incentive.DemandLinkedEmission;
import io.depinsim.core.incentive.GeometricDecay;
import io.depinsim.core.incentive.IncentiveCatalogue;
import io.depinsim.core.incentive.StepHalving;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.NetworkSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.core.time.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markets and schedules as a scenario file writes them, units and all. */
class MarketScenarioTest {
  private static final String TEXT =
      """
      depinsim: 1
      name: market
      question: Are blocks read?
      description: One network.
      run: {seed: 7, replicates: 1, start: 2025-01-01, horizon: 6 months}
      assets:
        USD: {decimals: 6, outside: true}
        NET: {decimals: 9, cap: 1_000_000_000 NET}
      providers: {}
      networks:
        net:
          asset: NET
          clock: {settlement: 1 month, market: 1 week}
          emission: {EMISSION}
          rewards: {byCapacity: {}}
          pricing: {PRICING}
          fees: {payIn: currency, nodes: 70 %, burn: 20 %, treasury: 10 %}
          exchange: {EXCHANGE}
          opening: {treasury: 5_000_000 USD, exchangeTokens: 30_000_000 NET, exchangeCurrency: 1_500_000 USD}
      """;

  @TempDir Path folder;

  private NetworkSpec read(String emission, String pricing, String exchange) throws IOException {
    Path file = folder.resolve("market.yaml");
    Files.writeString(
        file,
        TEXT.replace("EMISSION", emission)
            .replace("PRICING", pricing)
            .replace("EXCHANGE", exchange));
    Catalogue catalogue = new Catalogue(List.of(new IncentiveCatalogue(), new MarketCatalogue()));
    Scenario scenario = new ScenarioReader(catalogue).read(file, List.of());
    return scenario.networks().get("net");
  }

  @Test
  void aPoolAPostedPriceAndHalving() throws IOException {
    NetworkSpec net =
        read(
            "stepHalving: {perMonth: 6_250_000 NET/month, every: 48 months, total: 600_000_000 NET}",
            "posted: {price: 12 USD/unit}",
            "constantProductPool: {fee: 0.3 %}");
    assertEquals(new StepHalving(6.25e6, Span.parse("48 months"), 6e8), net.emission().spec());
    assertEquals(new PostedPricing.Spec(12), net.pricing().spec());
    assertEquals(new ConstantProductPool.Spec(0.003), net.exchange().spec());
  }

  @Test
  void aPathOfPricesTiersAndDecay() throws IOException {
    NetworkSpec net =
        read(
            "geometricDecay: {perMonth: 10_000_000 NET/month, decay: 2 %/month}",
            "tieredPosted: {tiers: {zone: 3 USD/unit, basic: 9 USD/unit}}",
            "geometric: {start: 0.05 USD/NET, drift: 12 %/year, volatility: 90 %/year}");
    assertEquals(new GeometricDecay(1e7, 0.02, null), net.emission().spec());
    assertEquals(
        List.of("zone", "basic"),
        List.copyOf(((PostedPricing.Tiers) net.pricing().spec()).tiers().keySet()));
    assertEquals(new GeometricPrice.Spec(0.05, 0.12, 0.9), net.exchange().spec());
  }

  @Test
  void aHistoryAPriceThatMovesAndDemand() throws IOException {
    NetworkSpec net =
        read(
            "demandLinked: {share: 70 %, capPerMonth: 6_000_000 NET/month, floorPerMonth: 0 NET/month}",
            "utilisation: {start: 12 USD/unit, target: 60 %, step: 12.5 %, floor: 4 USD/unit}",
            "history: {points: {2025-01-01: 0.05 USD/NET, 2025-06-01: 0.07 USD/NET}}");
    assertEquals(new DemandLinkedEmission.Spec(0.7, 6e6, 0, null), net.emission().spec());
    assertEquals(new UtilisationPricing.Spec(12, 0.6, 0.125, 4.0, null), net.pricing().spec());
    assertEquals(2, ((PriceHistory.Spec) net.exchange().spec()).points().size());
  }

  @Test
  void aConstantPriceAndTheValueOfTheNetwork() throws IOException {
    String emission = "fixed: {perDay: 1 NET}";
    String pricing = "posted: {price: 0 USD/unit}";
    assertEquals(
        new ConstantPrice.Spec(0.07),
        read(emission, pricing, "constant: {price: 0.07 USD/NET}").exchange().spec());
    assertEquals(
        new NetworkValuePrice.Spec(0.5, 2),
        read(emission, pricing, "networkValue: {valueAtOneMachine: 0.5 USD}").exchange().spec());
  }
}
