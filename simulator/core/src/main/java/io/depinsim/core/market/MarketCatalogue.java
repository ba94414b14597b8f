package io.depinsim.core.market;

import io.depinsim.core.scenario.CatalogueRows;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.Kind;
import java.util.List;

/** The rows of markets in the catalogue: what service costs and where tokens are traded. */
public final class MarketCatalogue implements CatalogueRows {
  @Override
  public List<Kind<?, ?>> kinds() {
    return List.of();
  }

  @Override
  public List<Evaluation<?, ?>> evaluations() {
    return List.of();
  }
}
