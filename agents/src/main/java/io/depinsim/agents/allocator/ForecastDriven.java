package io.depinsim.agents.allocator;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.engine.service.Outlook;
import io.depinsim.core.engine.service.Stations;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Places jobs as {@link Fastest} does and prepares for those to come: every hour it foretells how
 * much work will come from each region ({@link HoltWinters}), keeps machines there warm, copies
 * data to where jobs come from, and in hours with less than usual to do sends machines to
 * maintenance that would likely break soon. It learns for two days before it acts, and spends no
 * more than its budget.
 */
public final class ForecastDriven implements Allocator {
  private static final int WARM_STEPS = 2;

  private final Spec spec;
  private final Best best;
  private final List<HoltWinters> work = new ArrayList<>();
  private final List<HoltWinters> jobs = new ArrayList<>();
  private double[] needed = {};

  /**
   * Parameters of {@code rule: {forecastDriven: …}}.
   *
   * @param level smoothing of the level of demand by the hour
   * @param trend smoothing of its trend
   * @param season smoothing of its daily pattern
   * @param warm machines kept warm over those that the work foretold needs; null to keep none
   * @param copies jobs foretold for a day from a region from which on a copy of their data is
   *     placed there; null to place none
   * @param maintain probability of breaking within {@code window} above which a machine is sent to
   *     maintenance; null to send none
   * @param window time over which failures are foretold
   * @param sample providers looked at to place a job, drawn at random; null for all
   */
  public record Spec(
      @InRange(atLeast = "0", atMost = "1") @Omittable("0.2") @InUnit("1") double level,
      @InRange(atLeast = "0", atMost = "1") @Omittable("0.01") @InUnit("1") double trend,
      @InRange(atLeast = "0", atMost = "1") @Omittable("0.2") @InUnit("1") double season,
      @InRange(atLeast = "0 %", atMost = "1000 %") @Omittable @InUnit("%") Double warm,
      @InRange(atLeast = "0") @Omittable @InUnit("1") Double copies,
      @InRange(above = "0 %", below = "100 %") @Omittable @InUnit("%") Double maintain,
      @InRange(above = "0 h") @Omittable("24 h") @InUnit("h") double window,
      @InRange(atLeast = "1", atMost = "100000") @Omittable @InUnit("1") Integer sample) {}

  /** The allocator of a spec. */
  public ForecastDriven(Spec spec) {
    this.spec = spec;
    this.best =
        new Best(
            spec.sample(),
            (job, stations, row) -> stations.expectedMicros(job, row),
            (job, stations, row) -> stations.ask(row));
  }

  @Override
  public int choose(JobView job, Stations stations, Draws draws) {
    return best.choose(job, stations, draws);
  }

  @Override
  public void explain(Options options) {
    best.explain(options);
  }

  @Override
  public boolean plans() {
    return true;
  }

  @Override
  public void plan(Outlook outlook) {
    ensure(outlook.regions(), outlook.cohorts());
    for (int region = 0; region < outlook.regions(); region++) {
      work.get(region).add(outlook.arrivedWork(region));
      for (int cohort = 0; cohort < outlook.cohorts(); cohort++) {
        jobs.get(cohort * outlook.regions() + region).add(outlook.arrivedJobs(cohort, region));
      }
    }
    if (!work.get(0).ready()) {
      return;
    }
    if (spec.maintain() != null) {
      maintain(outlook);
    }
    if (spec.copies() != null) {
      copy(outlook);
    }
    if (spec.warm() != null) {
      warm(outlook);
    }
  }

  private void ensure(int regions, int cohorts) {
    while (work.size() < regions) {
      work.add(new HoltWinters(spec.level(), spec.trend(), spec.season()));
    }
    while (jobs.size() < regions * cohorts) {
      jobs.add(new HoltWinters(spec.level(), spec.trend(), spec.season()));
    }
    if (needed.length < regions) {
      needed = new double[regions];
    }
  }

  /** Machines of a region that will be needed are those at work, those warm, and others made so. */
  private void warm(Outlook outlook) {
    Stations stations = outlook.stations();
    long until = outlook.nowMicros() + WARM_STEPS * outlook.stepMicros();
    for (int region = 0; region < outlook.regions(); region++) {
      double most = 0;
      for (int ahead = 1; ahead <= WARM_STEPS; ahead++) {
        most = Math.max(most, work.get(region).forecast(ahead));
      }
      needed[region] = most * (1 + spec.warm());
    }
    for (int i = 0; i < stations.count(); i++) {
      int row = stations.row(i);
      int busy = stations.available(row) - stations.idle(row);
      needed[stations.region(row)] -=
          (busy + outlook.ready(row, until)) * unitsPerStep(outlook, stations, row);
    }
    for (int i = 0; i < stations.count(); i++) {
      int row = stations.row(i);
      int region = stations.region(row);
      while (needed[region] > 0 && outlook.warm(row, until)) {
        needed[region] -= unitsPerStep(outlook, stations, row);
      }
    }
  }

  private static double unitsPerStep(Outlook outlook, Stations stations, int row) {
    return outlook.stepMicros() / stations.serviceMicros(row, 1);
  }

  private void copy(Outlook outlook) {
    long until = outlook.nowMicros() + SimulatedTime.MICROS_PER_DAY;
    for (int cohort = 0; cohort < outlook.cohorts(); cohort++) {
      for (int region = 0; region < outlook.regions(); region++) {
        HoltWinters series = jobs.get(cohort * outlook.regions() + region);
        double day = 0;
        for (int ahead = 1; ahead <= HoltWinters.SEASON; ahead++) {
          day += series.forecast(ahead);
        }
        if (day > spec.copies()) {
          outlook.copy(cohort, region, until);
        }
      }
    }
  }

  private void maintain(Outlook outlook) {
    Stations stations = outlook.stations();
    double window = spec.window() * SimulatedTime.MICROS_PER_HOUR;
    double lastLife = 0;
    double lastShape = 0;
    double age = 0;
    // A machine that goes into maintenance leaves the stations: from the last one on.
    for (int i = stations.count() - 1; i >= 0; i--) {
      int row = stations.row(i);
      HoltWinters here = work.get(stations.region(row));
      double life = outlook.wearLifeMicros(row);
      double shape = outlook.wearShape(row);
      if (stations.idle(row) == 0 || life <= 0 || shape <= 1 || here.forecast(1) > here.level()) {
        continue;
      }
      if (life != lastLife || shape != lastShape) {
        age = FailureRisk.ageAt(spec.maintain(), window, life, shape);
        lastLife = life;
        lastShape = shape;
      }
      boolean sent = true;
      for (int m = stations.idle(row); m > 0 && sent; m--) {
        sent = outlook.maintain(row, age);
      }
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    long[] sizes = {work.size(), jobs.size()};
    visitor.longs("sizes", sizes, 2);
    if (sizes[0] > 0) {
      ensure((int) sizes[0], (int) (sizes[1] / sizes[0]));
    }
    for (int i = 0; i < work.size(); i++) {
      work.get(i).show("work." + i, visitor);
    }
    for (int i = 0; i < jobs.size(); i++) {
      jobs.get(i).show("jobs." + i, visitor);
    }
  }
}
