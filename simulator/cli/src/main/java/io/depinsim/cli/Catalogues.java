package io.depinsim.cli;

import io.depinsim.agents.AgentsCatalogue;
import io.depinsim.core.engine.market.ShockCatalogue;
import io.depinsim.core.incentive.IncentiveCatalogue;
import io.depinsim.core.market.MarketCatalogue;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.CatalogueRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Joins the catalogue: core, agents, then jars found on the class path, by class name. */
final class Catalogues {
  private Catalogues() {}

  static Catalogue join() {
    List<CatalogueRows> rows =
        new ArrayList<>(
            List.of(
                new IncentiveCatalogue(),
                new MarketCatalogue(),
                new ShockCatalogue(),
                new AgentsCatalogue()));
    ServiceLoader.load(CatalogueRows.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(provider -> provider.getClass().getName()))
        .forEach(rows::add);
    return new Catalogue(rows);
  }
}
