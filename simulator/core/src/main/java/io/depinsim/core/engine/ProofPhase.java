package io.depinsim.core.engine;

import io.depinsim.core.incentive.Penalties;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.world.ProviderTable;

/**
 * Draws which capacity fails its proof. Each unit fails alone: a binomial draw per provider and
 * quality class, keyed to the provider and the day.
 */
final class ProofPhase {
  private final Network network;
  private final Draws draws = new Draws();

  ProofPhase(Network network) {
    this.network = network;
  }

  void fail(long now) {
    double rate = network.rules().penalties().map(Penalties::faultRate).orElse(0.0);
    if (rate == 0) {
      return;
    }
    ProviderTable table = network.providers();
    long[] entity = table.entity();
    long day = SimulatedTime.wholeDays(now);
    for (int row = 0; row < table.rows(); row++) {
      if (table.raw(row) == 0) {
        table.faultyPlain()[row] = 0;
        table.faultyBoosted()[row] = 0;
        continue;
      }
      network.streams().seek(draws, Purpose.FAULTS, entity[row], day);
      table.faultyPlain()[row] = draws.nextBinomial(table.plain()[row], rate);
      table.faultyBoosted()[row] = draws.nextBinomial(table.boosted()[row], rate);
    }
  }
}
