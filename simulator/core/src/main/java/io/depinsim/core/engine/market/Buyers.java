package io.depinsim.core.engine.market;

import io.depinsim.core.scenario.OutsideSpec;
import io.depinsim.core.world.ConsumerTable;
import java.util.Optional;

/**
 * One cohort of consumers and how it decides.
 *
 * @param table who they are and what they use
 * @param model decides for them
 * @param outside the central provider they may turn to
 */
public record Buyers(ConsumerTable table, DemandModel model, Optional<OutsideSpec> outside) {

  /** Price of the central provider after some years, currency per unit; 0 if there is none. */
  double outsidePrice(double years) {
    return outside.map(o -> o.price() * StrictMath.pow(1 + o.trend(), years)).orElse(0.0);
  }

  /** Reliability of the central provider; 0 if there is none. */
  double outsideReliability() {
    return outside.map(OutsideSpec::reliability).orElse(0.0);
  }
}
