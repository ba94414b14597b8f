package io.depinsim.agents.owner;

import io.depinsim.core.engine.LifeStage.Stage;
import io.depinsim.core.engine.market.MachineStrategy;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.world.OwnerTable;

/**
 * The project's own machines: deployed before the launch, wound down as the capacity of others
 * covers demand, gone when the network carries itself.
 *
 * <p>After the launch the project runs as many as are missing for {@code cover} times demand, at
 * most {@code machines}; it adds and removes a limited number a month. Draws no random numbers.
 */
public final class ProjectFleet implements MachineStrategy {
  private final Spec spec;

  /**
   * Parameters of {@code decisions: {projectFleet: …}}.
   *
   * @param machines most the project runs
   * @param deploy machines it adds in a month
   * @param cover capacity over demand that it cares for
   * @param windDown machines it takes away in a month, as a share of {@code machines}
   */
  public record Spec(
      @InRange(atLeast = "0") @InUnit("1") int machines,
      @InRange(atLeast = "0") @InUnit("machines/month") double deploy,
      @InRange(atLeast = "0 %") @InUnit("%") double cover,
      @InRange(atLeast = "0 %/month") @InUnit("%/month") double windDown) {}

  /** The fleet of a spec. */
  public ProjectFleet(Spec spec) {
    this.spec = spec;
  }

  @Override
  public boolean ownedByProject() {
    return true;
  }

  @Override
  public void decide(Observation o, OwnerTable owners, Decision decision) {
    long have = owners.totalMachines() + owners.totalOrdered();
    long target = target(o.offers().get(0), o.terms());
    long up = due(spec.deploy() * o.months(), o.round());
    long down = due(spec.windDown() * spec.machines() * o.months(), o.round());
    long change = Math.max(-down, Math.min(up, target - have));
    long[] machines = owners.machines();
    long[] ordered = owners.ordered();
    for (int row = 0; row < machines.length && change > 0; row++) {
      // Whoever waits for machines orders no more, since they all arrive on one date.
      long room = ordered[row] == 0 ? o.terms().most() - machines[row] : 0;
      if (room > 0) {
        decision.order()[row] = Math.min(room, change);
        decision.home()[row] = 0;
        change -= decision.order()[row];
      }
    }
    for (int row = machines.length - 1; row >= 0 && change < 0; row--) {
      decision.retire()[row] = Math.min(machines[row], -change);
      change += decision.retire()[row];
    }
  }

  /** Whole machines of a round, so that all rounds together keep the rate. */
  private static long due(double perRound, long round) {
    return (long) (StrictMath.ceil(perRound * (round + 1)) - StrictMath.ceil(perRound * round));
  }

  private long target(Offer offer, Terms terms) {
    if (offer.stage() == Stage.SELF_SUSTAINING) {
      return 0;
    }
    if (offer.stage() == Stage.INCEPTION || offer.units() == 0) {
      // Where nothing serves, nobody can show what is wanted.
      return spec.machines();
    }
    double missing = spec.cover() * offer.demandUnits() - offer.outsiderUnits();
    double needed = StrictMath.ceil(missing / terms.capacity());
    return (long) Math.max(0, Math.min(spec.machines(), needed));
  }
}
