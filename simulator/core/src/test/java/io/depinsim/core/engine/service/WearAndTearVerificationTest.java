package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.HardwareSpec.WearSpec;
import io.depinsim.core.scenario.OwnershipSpec.ReclaimsSpec;
import io.depinsim.core.scenario.RegionSpec;
import io.depinsim.core.scenario.RegionSpec.OutagesSpec;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

/**
 * Against closed forms. Every bound is {@value #Z} standard errors: a right program would fail one
 * of them once in three million seeds; the seed is fixed, so it either always passes or never.
 */
class WearAndTearVerificationTest {
  private static final double Z = 5.1;

  private static RegionSpec region(Integer crews, OutagesSpec outages) {
    return new RegionSpec(Map.of(), null, 0, crews, outages, null, List.of());
  }

  private static void near(double expected, SummaryStatistics seen, String what) {
    double error = seen.getStandardDeviation() / Math.sqrt(seen.getN());
    assertEquals(expected, seen.getMean(), Z * error, what);
  }

  /** Availability after a warm-up, of many replicates. */
  private static SummaryStatistics availability(
      MachineWorld.Plan plan, int replicates, double warmUp, double hours) {
    SummaryStatistics seen = new SummaryStatistics();
    for (int replicate = 0; replicate < replicates; replicate++) {
      MachineWorld world = new MachineWorld(plan, replicate);
      for (int row = 0; row < plan.region.size(); row++) {
        world.connect(0, row, plan.most.get(row));
      }
      double[] before = new double[1];
      world.at(warmUp, now -> before[0] = world.available(now));
      world.run(hours);
      double after = world.available(world.simulation.now());
      int machines = world.jobs.machines().machines();
      seen.addValue((after - before[0]) / ((hours - warmUp) * MachineWorld.HOUR * machines));
    }
    return seen;
  }

  /** Mean life·Γ(1 + 1/shape), and at each quantile as many lives as it says. */
  @Test
  void livesHaveTheWeibullDistribution() {
    Streams streams = new Streams(11, 0);
    Draws draws = new Draws();
    for (double shape : new double[] {0.7, 1, 2.5}) {
      WearSpec wear = new WearSpec(shape, 100, 0, 1, 0.0, 0, 1, 0);
      SummaryStatistics lives = new SummaryStatistics();
      double[] quantiles = {0.1, 0.5, 0.9};
      long[] below = new long[quantiles.length];
      int count = 20_000;
      for (int n = 0; n < count; n++) {
        streams.seek(draws, Purpose.WEAR, 1, n);
        double hours = MachineLives.lifeMicros(wear, draws.nextUniform()) / MachineWorld.HOUR;
        lives.addValue(hours);
        for (int q = 0; q < quantiles.length; q++) {
          double at = 100 * Math.pow(-Math.log(1 - quantiles[q]), 1 / shape);
          below[q] += hours < at ? 1 : 0;
        }
      }
      near(100 * Math.exp(Gamma.logGamma(1 + 1 / shape)), lives, "mean of shape " + shape);
      for (int q = 0; q < quantiles.length; q++) {
        double error = Math.sqrt(quantiles[q] * (1 - quantiles[q]) / count);
        assertEquals(quantiles[q], below[q] / (double) count, Z * error, "quantile");
      }
    }
  }

  /**
   * With a crew for everybody a machine is an alternating renewal process: of its time it is whole
   * mean life / (mean life + mean repair), whatever the distributions.
   */
  @Test
  void wearingMachinesWithEnoughCrewsAreWholeForTheirShareOfTheCycle() {
    WearSpec wear = new WearSpec(2, 100, 0, 20, 0.5, 0, 1, 0);
    MachineWorld.Plan plan =
        new MachineWorld.Plan().region("here", region(null, null)).provider(0, 10, wear, null);
    double life = 100 * Math.exp(Gamma.logGamma(1.5));
    near(life / (life + 20), availability(plan, 100, 1000, 4000), "availability");
  }

  /**
   * Machine-repair model: N machines, exponential lives at rate 1/life, c crews, exponential
   * repairs. A birth-death process: p(k broken) is in proportion to the product of (N - j)/life
   * over min(j + 1, c)/repair for j below k.
   */
  @Test
  void machinesThatShareCrewsAreWholeAsTheBirthDeathProcessSays() {
    int machines = 8;
    for (int crews : new int[] {1, 2, 5}) {
      WearSpec wear = new WearSpec(1, 100, 0, 30, null, 0, 1, 0);
      double weight = 1;
      double all = 1;
      double whole = machines;
      for (int k = 1; k <= machines; k++) {
        weight *= (machines - k + 1) / 100.0 * (30.0 / Math.min(k, crews));
        all += weight;
        whole += weight * (machines - k);
      }
      MachineWorld.Plan plan =
          new MachineWorld.Plan()
              .region("here", region(crews, null))
              .provider(0, machines, wear, null);
      SummaryStatistics seen = availability(plan, 100, 1000, 5000);
      near(whole / all / machines, seen, "availability with " + crews + " crews");
      assertTrue(seen.getStandardDeviation() / 10 < 0.01, "the test can tell");
    }
  }

  /** A machine is down for lasting / (every + lasting) of the time, times its share. */
  @Test
  void outagesTakeTheirShareOfTime() {
    OutagesSpec outages = new OutagesSpec(100, 25, 0.4);
    MachineWorld.Plan plan =
        new MachineWorld.Plan().region("here", region(null, outages)).provider(0, 5, null, null);
    near(1 - 0.4 * 25 / 125, availability(plan, 100, 1000, 5000), "availability");
  }

  /**
   * Of five machines of a region, k are hit by an outage as the binomial distribution says: chance
   * is common in time and each machine's own in whom it hits. Chi-square of 5 degrees of freedom
   * exceeds 37 once in two million seeds.
   */
  @Test
  void anOutageHitsKOfNMachines() {
    int machines = 5;
    double share = 0.4;
    OutagesSpec outages = new OutagesSpec(10, 2, share);
    MachineWorld.Plan plan =
        new MachineWorld.Plan()
            .region("here", region(null, outages))
            .provider(0, machines, null, null);
    MachineWorld world = new MachineWorld(plan, 3).connect(0, 0, machines).run(60_000);
    long[] seen = new long[machines + 1];
    int down = 0;
    long last = -1;
    for (MachineWorld.Change change : world.changes) {
      if (change.time() != last && last >= 0 && down > 0) {
        seen[down]++;
      }
      last = change.time();
      down += change.down() ? 1 : -1;
    }
    long begun = world.wear.outagesTotal();
    long some = 0;
    for (int k = 1; k <= machines; k++) {
      some += seen[k];
    }
    seen[0] = begun - some;
    DoubleUnaryOperator chance =
        k -> binomial(machines, (int) k) * Math.pow(share, k) * Math.pow(1 - share, machines - k);
    double chiSquare = 0;
    for (int k = 0; k <= machines; k++) {
      double expected = begun * chance.applyAsDouble(k);
      chiSquare += (seen[k] - expected) * (seen[k] - expected) / expected;
    }
    assertTrue(begun > 4000, "outages: " + begun);
    assertTrue(chiSquare < 37, "chi-square " + chiSquare);
  }

  private static double binomial(int n, int k) {
    double product = 1;
    for (int i = 1; i <= k; i++) {
      product *= (n - k + i) / (double) i;
    }
    return product;
  }

  /** Two regions fail independently of each other: both are down for the product of the shares. */
  @Test
  void regionsFailOnTheirOwn() {
    OutagesSpec outages = new OutagesSpec(100, 25, 1);
    SummaryStatistics both = new SummaryStatistics();
    for (int replicate = 0; replicate < 100; replicate++) {
      MachineWorld.Plan plan =
          new MachineWorld.Plan()
              .region("east", region(null, outages))
              .region("west", region(null, outages))
              .provider(0, 1, null, null)
              .provider(1, 1, null, null);
      MachineWorld world = new MachineWorld(plan, replicate).connect(0, 0, 1).connect(0, 1, 1);
      world.run(5000);
      boolean[] down = new boolean[2];
      long since = 0;
      long sum = 0;
      for (MachineWorld.Change change : world.changes) {
        sum += down[0] && down[1] ? change.time() - since : 0;
        since = change.time();
        down[change.machine()] = change.down();
      }
      both.addValue(sum / (5000.0 * MachineWorld.HOUR));
    }
    near(0.2 * 0.2, both, "share of time in which both are down");
  }

  /** An idle owner's machine is away lasting / (1/rate + lasting) of the time. */
  @Test
  void ownersUseTheirMachinesForTheirShareOfTime() {
    MachineWorld.Plan plan =
        new MachineWorld.Plan()
            .region("here", region(null, null))
            .provider(0, 5, null, new ReclaimsSpec(2, 4, List.of()));
    near(12.0 / 16, availability(plan, 100, 200, 1000), "availability");
  }
}
