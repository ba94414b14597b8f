package io.depinsim.core.engine.service;

import java.util.List;

/** A job of the table as allocators see it. */
final class JobCursor implements JobView {
  private final JobCohort[] cohorts;
  private final JobTable jobs;
  private int job;
  private long now;

  JobCursor(List<JobCohort> cohorts, JobTable jobs) {
    this.cohorts = cohorts.toArray(JobCohort[]::new);
    this.jobs = jobs;
  }

  /** Moves to a job. */
  JobCursor at(int next, long nowMicros) {
    job = next;
    now = nowMicros;
    return this;
  }

  @Override
  public long nowMicros() {
    return now;
  }

  @Override
  public int cohort() {
    return jobs.cohort[job];
  }

  @Override
  public long number() {
    return jobs.number[job];
  }

  @Override
  public int tier() {
    return jobs.tier[job];
  }

  @Override
  public int region() {
    return jobs.from[job];
  }

  @Override
  public int dataRegion() {
    return jobs.dataAt[job];
  }

  @Override
  public double work() {
    return jobs.left[job];
  }

  @Override
  public double price() {
    return jobs.price[job];
  }

  @Override
  public double mostPrice() {
    return jobs.mostPrice[job];
  }

  @Override
  public long dueMicros() {
    return cohorts[jobs.cohort[job]].due(jobs.arrived[job]);
  }
}
