package io.depinsim.core.scenario;

import java.util.List;

/**
 * A module's rows for the catalogue. {@code core} and {@code agents} each have one; {@link
 * java.util.ServiceLoader} finds more in foreign jars.
 */
public interface CatalogueRows {
  /** Mechanisms a scenario can name, in the order they should be listed. */
  List<Kind<?, ?>> kinds();

  /** Pure rules for {@code depinsim evaluate}, in the order they should be listed. */
  List<Evaluation<?, ?>> evaluations();

  /** Pieces of scenario to extend, in the order they should be listed. */
  default List<Preset> presets() {
    return List.of();
  }
}
