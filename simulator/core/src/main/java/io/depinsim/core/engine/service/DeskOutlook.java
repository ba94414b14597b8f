package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import java.util.Arrays;
import java.util.List;

/** What one allocator sees when it looks ahead, and what has come to it since it last did. */
final class DeskOutlook implements Outlook, StateOwner {
  /** Time between two looks. */
  static final long STEP = SimulatedTime.MICROS_PER_HOUR;

  private final Desk desk;
  private final int regions;
  private final List<JobCohort> cohorts;
  private final JobFloor floor;
  private final double[] work;
  private final double[] jobs;
  private long now;

  DeskOutlook(Desk desk, int regions, List<JobCohort> cohorts, JobFloor floor) {
    this.desk = desk;
    this.regions = regions;
    this.cohorts = cohorts;
    this.floor = floor;
    this.work = new double[regions];
    this.jobs = new double[cohorts.size() * regions];
  }

  /** A job has come to the allocator. */
  void arrived(int cohort, int region, double units) {
    work[region] += units;
    jobs[cohort * regions + region]++;
  }

  /** The allocator looks ahead. */
  void look(long at) {
    now = at;
    desk.allocator().plan(this);
    Arrays.fill(work, 0);
    Arrays.fill(jobs, 0);
  }

  @Override
  public long nowMicros() {
    return now;
  }

  @Override
  public long stepMicros() {
    return STEP;
  }

  @Override
  public int regions() {
    return regions;
  }

  @Override
  public int cohorts() {
    return cohorts.size();
  }

  @Override
  public double arrivedWork(int region) {
    return work[region];
  }

  @Override
  public double arrivedJobs(int cohort, int region) {
    return jobs[cohort * regions + region];
  }

  @Override
  public Stations stations() {
    return floor.stations().of(floor.machines().listed(desk.listing()).open);
  }

  @Override
  public double budget() {
    return desk.budget();
  }

  @Override
  public int ready(int row, long untilMicros) {
    return floor.lookAhead().ready(row, untilMicros);
  }

  @Override
  public boolean warm(int row, long untilMicros) {
    return floor.lookAhead().warm(desk, row, untilMicros);
  }

  @Override
  public boolean copy(int cohort, int region, long untilMicros) {
    return floor.lookAhead().copy(desk, cohort, region, untilMicros);
  }

  @Override
  public boolean maintain(int row, double ageMicros) {
    Maintenance maintenance = floor.maintenance();
    Machines machines = floor.machines();
    for (int m = machines.firstIdle(row); m >= 0; m = machines.nextIdle(m)) {
      if (maintenance.ageMicros(m, now) >= ageMicros) {
        double cost = maintenance.maintenanceCost(row);
        if (cost > desk.budget() || !maintenance.maintain(m, now)) {
          return false;
        }
        return desk.spend(cost);
      }
    }
    return false;
  }

  @Override
  public double wearLifeMicros(int row) {
    return floor.maintenance().wearLifeMicros(row);
  }

  @Override
  public double wearShape(int row) {
    return floor.maintenance().wearShape(row);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("work", work, work.length);
    visitor.doubles("jobs", jobs, jobs.length);
  }
}
