package io.depinsim.core.engine.market;

import io.depinsim.core.engine.Agenda;
import io.depinsim.core.engine.Mechanism;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.Ticks;

/**
 * A cohort of owners on one page: what happens in a round of decisions, in order. Rounds follow the
 * settlements of the first network they may serve.
 */
public final class OwnerEpoch implements Mechanism {
  private final OwnerCohort cohort;
  private final Ticks clock;

  /** Rounds of a cohort. */
  public OwnerEpoch(OwnerCohort cohort, Ticks clock) {
    this.cohort = cohort;
    this.clock = clock;
  }

  @Override
  public String name() {
    return cohort.name() + ".owners";
  }

  @Override
  public void start(Agenda agenda) {
    agenda.schedule(0, Phase.DECISIONS, 0, 0, 0);
  }

  @Override
  public void handle(Agenda agenda, Phase phase, int kind, long entity, long round) {
    long now = agenda.now();
    if (round > 0) {
      // Money: what sales brought, what running costs, what lenders get
      cohort.receiveProceeds();
      cohort.payRunningCost(now);
      cohort.serveDebt();
      cohort.notePaidBack(now);
    }
    // Machines: what arrives, what is decided, what leaves, what is ordered
    cohort.deliver(now);
    cohort.decide(now, round);
    cohort.retire(now);
    cohort.order(now);
    cohort.connect(now);
    // Money: what owners take out, and what they sell until the next round
    cohort.takeOut();
    cohort.placeOrders();
    agenda.schedule(clock.instant(round + 1), Phase.DECISIONS, 0, 0, round + 1);
  }
}
