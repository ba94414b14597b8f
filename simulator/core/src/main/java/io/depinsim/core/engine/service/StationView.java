package io.depinsim.core.engine.service;

import io.depinsim.core.network.Geography;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.Arrays;
import java.util.List;

/** The stations of a network as allocators see them, and the two columns that only this needs. */
final class StationView implements Stations, StateOwner {
  private static final double FORGETTING = 0.05;

  private final StationTraits traits;
  private final Machines machines;
  private final WaitingLines lines;
  private final Geography geography;
  private final JobCohort[] cohorts;
  private final boolean pooled;
  private final Readiness readiness;
  private final double[] backlog;
  private final double[] reputation;

  private RowSet shown;

  /** How long it takes until data and machines are ready. */
  interface Readiness {
    /** Everything is ready where data are at hand. */
    Readiness AT_ONCE =
        new Readiness() {
          @Override
          public boolean hasCopy(int cohort, int region) {
            return false;
          }

          @Override
          public long startMicros(int machine) {
            return 0;
          }
        };

    /** Whether a region holds a copy of a cohort's data. */
    boolean hasCopy(int cohort, int region);

    /** Time until an idle machine can begin, microseconds. */
    long startMicros(int machine);
  }

  StationView(
      StationTraits traits,
      Machines machines,
      WaitingLines lines,
      Geography geography,
      List<JobCohort> cohorts,
      boolean pooled,
      Readiness readiness) {
    this.traits = traits;
    this.machines = machines;
    this.lines = lines;
    this.geography = geography;
    this.cohorts = cohorts.toArray(JobCohort[]::new);
    this.pooled = pooled;
    this.readiness = readiness;
    this.backlog = new double[machines.rows()];
    this.reputation = new double[machines.rows()];
    Arrays.fill(reputation, 1);
  }

  /** Shows these rows from now on. */
  StationView of(RowSet rows) {
    shown = rows;
    return this;
  }

  void changeBacklog(int row, double micros) {
    backlog[row] += micros;
  }

  void judge(int row, boolean good) {
    reputation[row] += FORGETTING * ((good ? 1 : 0) - reputation[row]);
  }

  @Override
  public int count() {
    return shown.size();
  }

  @Override
  public int row(int i) {
    return shown.get(i);
  }

  @Override
  public int idle(int row) {
    return machines.idle(row);
  }

  @Override
  public int available(int row) {
    return machines.usable(row);
  }

  @Override
  public int waiting(int row) {
    return pooled ? 0 : lines.length(row);
  }

  @Override
  public double backlogMicros(int row) {
    return backlog[row];
  }

  @Override
  public double serviceMicros(int row, double work) {
    return work / traits.unitsPerMicro()[row];
  }

  @Override
  public int region(int row) {
    return traits.region()[row];
  }

  @Override
  public double ask(int row) {
    return traits.ask()[row];
  }

  @Override
  public double reputation(int row) {
    return reputation[row];
  }

  @Override
  public double fetchMicros(int cohort, int dataRegion, int row) {
    JobCohort jobs = cohorts[cohort];
    int region = region(row);
    return jobs.dataBytes() == 0 || region == dataRegion || readiness.hasCopy(cohort, region)
        ? 0
        : geography.fetchMicros(jobs.dataBytes(), dataRegion, region);
  }

  @Override
  public double latencyMicros(int region, int row) {
    return geography.latencyMicros(region, region(row));
  }

  @Override
  public double startMicros(int row) {
    int machine = machines.firstIdle(row);
    return machine < 0 ? 0 : readiness.startMicros(machine);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("backlog", backlog, backlog.length);
    visitor.doubles("reputation", reputation, reputation.length);
  }
}
