package io.depinsim.core.engine.market;

import io.depinsim.core.world.ConsumerTable;
import java.util.Optional;

/**
 * One cohort of consumers and how it decides.
 *
 * @param table who they are and what they use
 * @param model decides for them
 * @param outside the central provider they may turn to
 */
public record Buyers(ConsumerTable table, DemandModel model, Optional<CentralProvider> outside) {

  /** Price of the central provider at a time, currency per unit; 0 if there is none. */
  double outsidePrice(long nowMicros) {
    return outside.map(o -> o.price(nowMicros)).orElse(0.0);
  }

  /** Reliability of the central provider; 0 if there is none. */
  double outsideReliability() {
    return outside.map(CentralProvider::reliability).orElse(0.0);
  }
}
