package io.depinsim.core.engine.service;

import io.depinsim.core.engine.ServiceAgenda;
import io.depinsim.core.network.Geography;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.List;

/**
 * Which machines are warm and where copies of data lie. A machine is warm while it works, for a
 * while afterwards, and as long as somebody pays for it; one that is not needs time to begin. A
 * copy can be used as soon as it has arrived. 16 bytes a machine where machines grow cold at all.
 */
final class LookAhead implements StationView.Readiness, StateOwner {
  private final Preparation preparation;
  private final Machines machines;
  private final Geography geography;
  private final List<JobCohort> cohorts;
  private final List<ServiceAgenda> agenda;
  private final long[] warmFrom;
  private final long[] warmUntil;
  private final long[] copyFrom;
  private final long[] copyUntil;

  /**
   * Nothing paid for yet.
   *
   * @param agenda tells the time once it holds its only element
   */
  LookAhead(
      Preparation preparation,
      Machines machines,
      Geography geography,
      List<JobCohort> cohorts,
      List<ServiceAgenda> agenda) {
    this.preparation = preparation;
    this.machines = machines;
    this.geography = geography;
    this.cohorts = cohorts;
    this.agenda = agenda;
    int cold = preparation.needed() ? machines.machines() : 0;
    this.warmFrom = new long[cold];
    this.warmUntil = new long[cold];
    this.copyFrom = new long[cohorts.size() * geography.regions()];
    this.copyUntil = new long[copyFrom.length];
  }

  @Override
  public boolean hasCopy(int cohort, int region) {
    int at = cohort * geography.regions() + region;
    long until = copyUntil[at];
    if (until == 0) {
      return false;
    }
    long now = agenda.get(0).now();
    return now >= copyFrom[at] && now < until;
  }

  @Override
  public long startMicros(int machine) {
    if (warmFrom.length == 0) {
      return 0;
    }
    int row = machines.row(machine);
    long now = agenda.get(0).now();
    if (now >= readyUntil(machine, row)) {
      return preparation.coldStartMicros()[row];
    }
    return Math.max(0, warmFrom[machine] - now);
  }

  /** Until when an idle machine stays warm if nobody does anything, microseconds. */
  private long readyUntil(int machine, int row) {
    if (preparation.coldStartMicros()[row] == 0) {
      return Long.MAX_VALUE;
    }
    return Math.max(machines.idleSince(machine), warmUntil[machine])
        + preparation.staysWarmMicros()[row];
  }

  /** Free machines of a provider that stay warm until a time as it is. */
  int ready(int row, long until) {
    if (warmFrom.length == 0) {
      return machines.idle(row);
    }
    int count = 0;
    for (int m = machines.firstIdle(row); m >= 0; m = machines.nextIdle(m)) {
      count += readyUntil(m, row) >= until ? 1 : 0;
    }
    return count;
  }

  /** Keeps one more free machine of a provider warm until a time, at a desk's expense. */
  boolean warm(Desk desk, int row, long until) {
    if (warmFrom.length == 0) {
      return false;
    }
    long now = agenda.get(0).now();
    for (int m = machines.firstIdle(row); m >= 0; m = machines.nextIdle(m)) {
      long ready = readyUntil(m, row);
      if (ready >= until) {
        continue;
      }
      boolean cold = ready <= now;
      double cost = (until - Math.max(now, ready)) * preparation.warmCostPerMicro()[row];
      if (!desk.spend(cost)) {
        return false;
      }
      if (cold) {
        warmFrom[m] = now + preparation.coldStartMicros()[row];
      }
      // What it stays warm by itself comes on top.
      warmUntil[m] = until - preparation.staysWarmMicros()[row];
      return true;
    }
    return false;
  }

  /** Copies a cohort's data into a region from wherever they lie, at a desk's expense. */
  boolean copy(Desk desk, int cohort, int region, long until) {
    JobCohort jobs = cohorts.get(cohort);
    long now = agenda.get(0).now();
    int at = cohort * geography.regions() + region;
    if (jobs.dataBytes() == 0) {
      return false;
    }
    if (copyUntil[at] <= now) {
      int sources = 0;
      long slowest = 0;
      double before = 0;
      for (int from = 0; from < jobs.dataAt().length; from++) {
        if (from != region && jobs.dataAt()[from] > before) {
          sources++;
          slowest = Math.max(slowest, geography.fetchMicros(jobs.dataBytes(), from, region));
        }
        before = jobs.dataAt()[from];
      }
      double perByte =
          preparation.copyCostPerByte().length == 0 ? 0 : preparation.copyCostPerByte()[region];
      if (sources == 0 || !desk.spend(sources * jobs.dataBytes() * perByte)) {
        return false;
      }
      copyFrom[at] = now + slowest;
    }
    copyUntil[at] = Math.max(copyUntil[at], until);
    return true;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("warmFrom", warmFrom, warmFrom.length);
    visitor.longs("warmUntil", warmUntil, warmUntil.length);
    visitor.longs("copyFrom", copyFrom, copyFrom.length);
    visitor.longs("copyUntil", copyUntil, copyUntil.length);
  }
}
