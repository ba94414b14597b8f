package io.depinsim.core.engine.service;

import io.depinsim.core.engine.DecisionLog;
import io.depinsim.core.run.DecisionKind;
import io.depinsim.core.run.DecisionKind.OptionRange;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at some placements as they are made: logs them, and measures how far each was from the best
 * that could have been done for that job alone.
 *
 * <p>Regret: expected time of the provider that was chosen, less that of the best one anybody could
 * reach at that moment. It is a lower bound of what the allocator lost on this job and no bound of
 * what all jobs together lost: two jobs may have the same best machine. Looking at every provider
 * costs time, so only each 2^k-th potential job is measured, the same under every policy: 2^k is 16
 * or the number of providers, whichever is more, rounded down.
 */
final class PlacementWatch implements StateOwner, Allocator.Options {
  private static final int LEAST_STRIDE = 16;
  private static final int CHOSEN = 0;
  private static final int BEST = 1;
  private static final int COUNT = 2;
  private static final int COLUMNS = 3;
  private static final int MOST_OPTIONS = 4;

  /** Why a provider was chosen, or none. */
  private enum Reason {
    CHOSEN("chosen"),
    ONLY("the only one there"),
    TURNED_AWAY("nobody suited"),
    TOO_DEAR("too dear"),
    MATCHED("matched");

    private final String word;

    Reason(String word) {
      this.word = word;
    }
  }

  private final List<JobCohort> cohorts;
  private final Machines machines;
  private final StationView all;
  private final long mask;
  private final double[] regret;

  private DecisionLog log = DecisionLog.NONE;
  private int kind;
  private int[] agents = {};
  private int[] subjects = {};

  private final int[] rows = new int[MOST_OPTIONS];
  private final double[] scores = new double[MOST_OPTIONS];
  private int options;

  /**
   * Looks on.
   *
   * @param all a view of stations of its own
   */
  PlacementWatch(List<JobCohort> cohorts, int desks, Machines machines, StationView all) {
    this.cohorts = cohorts;
    this.machines = machines;
    this.all = all;
    this.mask = Long.highestOneBit(Math.max(LEAST_STRIDE, machines.rows())) - 1;
    this.regret = new double[desks * COLUMNS];
  }

  /** Logs from now on. */
  void logTo(DecisionLog to, String network, List<Desk> desks, List<OptionRange> providers) {
    if (!to.isOpen()) {
      return;
    }
    log = to;
    List<String> reasons = Arrays.stream(Reason.values()).map(r -> r.word).toList();
    kind =
        to.kind(
            new DecisionKind(
                "placement", List.of("work", "price", "region", "hoursLeft"), reasons, providers));
    agents = desks.stream().mapToInt(d -> to.agent(network + "." + d.name())).toArray();
    subjects = cohorts.stream().mapToInt(c -> to.subject(c.name())).toArray();
  }

  /** An allocator has chosen; nothing has changed yet. */
  void chose(JobView job, int desk, Allocator allocator, RowSet shown, int row, boolean open) {
    if ((job.number() & mask) == 0 && row >= 0) {
      measure(job, desk, row, open);
    }
    if (log.isOpen() && log.wanted(cohorts.get(job.cohort()).entity(), job.number())) {
      boolean dear = row >= 0 && !all.affordable(job, row);
      options = 0;
      allocator.explain(this);
      Reason reason = row < 0 ? Reason.TURNED_AWAY : dear ? Reason.TOO_DEAR : Reason.CHOSEN;
      reason = reason == Reason.CHOSEN && shown.size() == 1 ? Reason.ONLY : reason;
      write(job, desk, dear ? Allocator.NONE : row, row, reason);
    }
  }

  /** A job was matched in a round. */
  void matched(JobView job, int desk, int row, double cost) {
    if ((job.number() & mask) == 0) {
      measure(job, desk, row, false);
    }
    if (log.isOpen() && log.wanted(cohorts.get(job.cohort()).entity(), job.number())) {
      options = 0;
      add(row, cost);
      write(job, desk, row, row, Reason.MATCHED);
    }
  }

  private void measure(JobView job, int desk, int row, boolean open) {
    double best = Double.POSITIVE_INFINITY;
    for (int listing = 0; listing < machines.listings(); listing++) {
      Machines.Listing listed = machines.listed(listing);
      RowSet set = open ? listed.open : listed.free;
      for (int i = 0; i < set.size(); i++) {
        int other = set.get(i);
        if (all.affordable(job, other)) {
          best = Math.min(best, all.expectedMicros(job, other));
        }
      }
    }
    if (best < Double.POSITIVE_INFINITY) {
      regret[desk * COLUMNS + CHOSEN] += all.expectedMicros(job, row);
      regret[desk * COLUMNS + BEST] += best;
      regret[desk * COLUMNS + COUNT]++;
    }
  }

  @Override
  public void add(int row, double score) {
    if (options < MOST_OPTIONS) {
      rows[options] = row;
      scores[options++] = score;
    }
  }

  private void write(JobView job, int desk, int choice, int picked, Reason reason) {
    log.begin(job.nowMicros(), agents[desk], kind, subjects[job.cohort()], job.number());
    log.input(job.work());
    log.input(job.price());
    log.input(job.region());
    log.input(
        job.dueMicros() == JobCohort.NO_DEADLINE
            ? Double.NaN
            : (double) (job.dueMicros() - job.nowMicros()) / SimulatedTime.MICROS_PER_HOUR);
    int place = -1;
    for (int i = 0; i < options && picked >= 0; i++) {
      place = place < 0 && rows[i] == picked ? i : place;
    }
    if (place < 0 && picked >= 0) {
      // What it was chosen from is not remembered: the choice stands alone.
      log.option(picked, Double.NaN);
    }
    for (int i = 0; i < options; i++) {
      log.option(rows[i], scores[i]);
    }
    log.end(choice < 0 ? -1 : Math.max(0, place), reason.ordinal());
  }

  /** Time that placements of a desk were expected to take over the best ones, less 1. */
  double regret(int desk) {
    double best = regret[desk * COLUMNS + BEST];
    return best > 0 ? regret[desk * COLUMNS + CHOSEN] / best - 1 : 0;
  }

  /** The same of all desks. */
  double regret() {
    double chosen = 0;
    double best = 0;
    for (int i = 0; i < regret.length; i += COLUMNS) {
      chosen += regret[i + CHOSEN];
      best += regret[i + BEST];
    }
    return best > 0 ? chosen / best - 1 : 0;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("regret", regret, regret.length);
  }
}
