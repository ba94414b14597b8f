package io.depinsim.core.engine.service;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.List;

/**
 * Where the jobs of a network come from: a stream of potential jobs for each cohort of consumers,
 * of which so many happen as the cohort wants service now. The n-th potential job of a cohort is
 * the same under every policy, whether it happens or not.
 *
 * <p>The first value of a job's luck holds its thinning in the upper half; where it comes from and
 * where its data lie in sixteen bits each of the lower. The second says which allocator it turns
 * to. Its work takes the values after those.
 */
public final class JobSources implements StateOwner {
  private static final double TWO_TO_MINUS_32 = 0x1.0p-32;
  private static final double TWO_TO_MINUS_16 = 0x1.0p-16;

  private final Source[] sources;
  private final Streams streams;
  private final Draws draws = new Draws();
  private final long[] number;
  private final double[] time;
  private final double[][] accept;

  // The potential job read last.
  private int tier;
  private int from;
  private int dataAt;
  private double desk;
  private double work;

  /**
   * One cohort's stream.
   *
   * @param cohort what its jobs are like
   * @param place of the cohort among those that send jobs anywhere
   * @param stream when they could arrive
   * @param work how much they bring here
   * @param perMicro rate of potential jobs, per microsecond
   */
  public record Source(
      JobCohort cohort, int place, ArrivalStream stream, WorkSize work, double perMicro) {}

  /**
   * Streams of a network.
   *
   * @param tiers of its price list
   */
  public JobSources(List<Source> sources, int tiers, Streams streams) {
    this.sources = sources.toArray(Source[]::new);
    this.streams = streams;
    this.number = new long[sources.size()];
    this.time = new double[sources.size()];
    this.accept = new double[sources.size()][tiers];
  }

  /** Number of cohorts. */
  public int count() {
    return sources.length;
  }

  /** One of them. */
  public Source get(int source) {
    return sources[source];
  }

  /**
   * How much of what could arrive does so from now on.
   *
   * @param unitsPerMicro work that is wanted by tier, units per microsecond
   * @return share of potential jobs that this asks for; what is above 1 never arrives
   */
  public double want(int source, double[] unitsPerMicro) {
    Source s = sources[source];
    double sum = 0;
    for (int t = 0; t < unitsPerMicro.length; t++) {
      sum += unitsPerMicro[t] / (s.work().mean() * s.perMicro());
      accept[source][t] = sum;
    }
    return sum;
  }

  /** Draws when the next potential job of a cohort comes; its time rounded to microseconds. */
  double advance(int source) {
    Source s = sources[source];
    if (s.perMicro() == 0) {
      time[source] = ArrivalStream.NEVER;
      return time[source];
    }
    streams.seek(draws, Purpose.JOB_ARRIVAL, s.cohort().entity(), number[source]);
    time[source] = s.stream().next(time[source], s.perMicro(), draws);
    return time[source];
  }

  /** Reads the potential job whose time has come; whether it happens. */
  boolean read(int source) {
    Source s = sources[source];
    long n = number[source]++;
    streams.seek(draws, Purpose.JOB, s.cohort().entity(), n);
    long bits = draws.nextLong();
    double[] wanted = accept[source];
    double thinning = ((bits >>> 32) + 0.5) * TWO_TO_MINUS_32;
    tier = 0;
    while (tier < wanted.length && thinning >= wanted[tier]) {
      tier++;
    }
    if (tier == wanted.length) {
      return false;
    }
    from = pick(s.cohort().from(), bits >>> 16);
    dataAt = pick(s.cohort().dataAt(), bits);
    desk = ((draws.nextLong() >>> 32) + 0.5) * TWO_TO_MINUS_32;
    double stated = s.stream().statedWork();
    work = Double.isNaN(stated) ? s.work().sample(draws) : stated;
    return true;
  }

  private static int pick(double[] totals, long bits) {
    return totals.length == 1
        ? 0
        : JobCohort.pick(totals, ((bits & 0xFFFF) + 0.5) * TWO_TO_MINUS_16);
  }

  /** Number of the job read last. */
  long number(int source) {
    return number[source] - 1;
  }

  /** What the job read last pays for. */
  int tier() {
    return tier;
  }

  /** Region it comes from. */
  int from() {
    return from;
  }

  /** Region where its data lie. */
  int dataAt() {
    return dataAt;
  }

  /** Luck by which it turns to an allocator, uniform. */
  double desk() {
    return desk;
  }

  /** Work it brings, units. */
  double work() {
    return work;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("number", number, number.length);
    visitor.doubles("time", time, time.length);
    for (int source = 0; source < accept.length; source++) {
      visitor.doubles("accept." + source, accept[source], accept[source].length);
      sources[source].stream().visitState(new Machines.Named("stream." + source, visitor));
    }
  }
}
