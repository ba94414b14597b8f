package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;

/**
 * What became of the jobs of a network, by the region they came from and what they pay for: running
 * totals since the start, and what they were when the present market period began.
 */
public final class JobTally implements StateOwner {

  /** What is counted. */
  public enum Count {
    /** Jobs that came. */
    ARRIVED,
    /** Jobs that began to run, each once. */
    STARTED,
    /** Jobs done. */
    DONE,
    /** Jobs done after their deadline. */
    LATE,
    /** Jobs withdrawn while they waited. */
    WITHDRAWN,
    /** Jobs that nobody took: no provider, a full line, or too dear. */
    TURNED_AWAY,
    /** Jobs given up after their machine went down once too often. */
    FAILED,
    /** Times a machine went down under a job. */
    INTERRUPTED,
    /** Times a job had to make way for one of an earlier tier. */
    DISPLACED,
    /** Microseconds waited by jobs before they began. */
    WAIT,
    /** Microseconds waited by jobs that were withdrawn. */
    WAIT_IN_VAIN,
    /** Microseconds from arrival to result. */
    RESPONSE,
    /** Microseconds one way between consumer and machine, of jobs done. */
    LATENCY
  }

  /** What is added up, units of service. */
  public enum Sum {
    /** Work that came. */
    ARRIVED,
    /** Work done. */
    DONE,
    /** Work done in time. */
    IN_TIME
  }

  private final int regions;
  private final int tiers;
  private final long[][] counts;
  private final long[][] countsBefore;
  private final double[][] sums;
  private final double[][] sumsBefore;
  private final Waits[] waits;
  private final Waits[] responses;

  /** Nothing counted. */
  JobTally(int regions, int tiers) {
    this.regions = regions;
    this.tiers = tiers;
    int cells = regions * tiers;
    this.counts = new long[Count.values().length][cells];
    this.countsBefore = new long[Count.values().length][cells];
    this.sums = new double[Sum.values().length][cells];
    this.sumsBefore = new double[Sum.values().length][cells];
    this.waits = new Waits[cells];
    this.responses = new Waits[cells];
    for (int i = 0; i < cells; i++) {
      waits[i] = new Waits();
      responses[i] = new Waits();
    }
  }

  /** Number of regions. */
  public int regions() {
    return regions;
  }

  /** Number of tiers. */
  public int tiers() {
    return tiers;
  }

  void count(Count what, int region, int tier, long by) {
    counts[what.ordinal()][region * tiers + tier] += by;
  }

  void add(Sum what, int region, int tier, double units) {
    sums[what.ordinal()][region * tiers + tier] += units;
  }

  void started(int region, int tier, long waitMicros) {
    int cell = region * tiers + tier;
    counts[Count.STARTED.ordinal()][cell]++;
    counts[Count.WAIT.ordinal()][cell] += waitMicros;
    waits[cell].add(waitMicros);
  }

  void done(
      int region, int tier, long responseMicros, long latencyMicros, double units, boolean late) {
    int cell = region * tiers + tier;
    counts[Count.DONE.ordinal()][cell]++;
    counts[Count.RESPONSE.ordinal()][cell] += responseMicros;
    counts[Count.LATENCY.ordinal()][cell] += latencyMicros;
    counts[Count.LATE.ordinal()][cell] += late ? 1 : 0;
    sums[Sum.DONE.ordinal()][cell] += units;
    sums[Sum.IN_TIME.ordinal()][cell] += late ? 0 : units;
    responses[cell].add(responseMicros);
  }

  /** A new market period begins. */
  void beginPeriod() {
    for (int i = 0; i < counts.length; i++) {
      System.arraycopy(counts[i], 0, countsBefore[i], 0, counts[i].length);
    }
    for (int i = 0; i < sums.length; i++) {
      System.arraycopy(sums[i], 0, sumsBefore[i], 0, sums[i].length);
    }
  }

  /** A count since the start, of one region and tier. */
  public long total(Count what, int region, int tier) {
    return counts[what.ordinal()][region * tiers + tier];
  }

  /** A count since the start, all regions and tiers. */
  public long total(Count what) {
    long sum = 0;
    for (long value : counts[what.ordinal()]) {
      sum += value;
    }
    return sum;
  }

  /** Units since the start, all regions and tiers. */
  public double total(Sum what) {
    double sum = 0;
    for (double value : sums[what.ordinal()]) {
      sum += value;
    }
    return sum;
  }

  /** A count of the present market period, one tier, all regions. */
  public long ofPeriod(Count what, int tier) {
    long sum = 0;
    for (int region = 0; region < regions; region++) {
      int cell = region * tiers + tier;
      sum += counts[what.ordinal()][cell] - countsBefore[what.ordinal()][cell];
    }
    return sum;
  }

  /** Units of the present market period, one tier, all regions. */
  public double ofPeriod(Sum what, int tier) {
    double sum = 0;
    for (int region = 0; region < regions; region++) {
      int cell = region * tiers + tier;
      sum += sums[what.ordinal()][cell] - sumsBefore[what.ordinal()][cell];
    }
    return sum;
  }

  /** Waits before the first start since the start of the run, of one region and tier. */
  public Waits waits(int region, int tier) {
    return waits[region * tiers + tier];
  }

  /** Times from arrival to result since the start of the run, of one region and tier. */
  public Waits responses(int region, int tier) {
    return responses[region * tiers + tier];
  }

  @Override
  public void visitState(StateVisitor visitor) {
    for (Count what : Count.values()) {
      int i = what.ordinal();
      visitor.longs("count." + what, counts[i], counts[i].length);
      visitor.longs("before." + what, countsBefore[i], counts[i].length);
    }
    for (Sum what : Sum.values()) {
      int i = what.ordinal();
      visitor.doubles("sum." + what, sums[i], sums[i].length);
      visitor.doubles("sumBefore." + what, sumsBefore[i], sums[i].length);
    }
    for (int cell = 0; cell < waits.length; cell++) {
      waits[cell].visitState(new Machines.Named("waits." + cell, visitor));
      responses[cell].visitState(new Machines.Named("responses." + cell, visitor));
    }
  }
}
