package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.JobWorld.Net;
import io.depinsim.core.engine.service.JobWorld.Sender;
import io.depinsim.core.market.ServiceQueue;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.Discipline;
import io.depinsim.core.scenario.QueueSpec.Line;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks of queues, and what no order of service can change. */
class QueueNetworkVerificationTest {
  /**
   * Jackson (1957): jobs go round three networks, some come back; each network is a queue of its
   * own, whatever went before.
   */
  @Test
  void networksThatFeedEachOther() {
    // From outside 0.3 an hour. Rates: a = 0.3 + 0.2 a + 0.4 b, b = 0.5 a + 0.5 c, c = 0.2 a.
    double a = 0.3 / (0.8 - 0.4 * 0.6);
    double b = 0.6 * a;
    double c = 0.2 * a;
    double fast = 0.25;
    double atA = 1 / (1 - a);
    double atB = ServiceQueue.exactWaitHours(2, b / 0.8, 2.5) + 2.5;
    double atC = 1 / (fast - c);
    new Trials(24, 2_000, 100_000, QueueNetworkVerificationTest::three)
        .watch("rate at a", s -> s.count(0, Count.ARRIVED) / s.hours())
        .watch("rate at b", s -> s.count(1, Count.ARRIVED) / s.hours())
        .watch("rate at c", s -> s.count(2, Count.ARRIVED) / s.hours())
        .watch("time at a", s -> s.hours(0, Count.RESPONSE, Count.DONE))
        .watch("time at b", s -> s.hours(1, Count.RESPONSE, Count.DONE))
        .watch("time at c", s -> s.hours(2, Count.RESPONSE, Count.DONE))
        .watch("number", QueueNetworkVerificationTest::number)
        .run()
        .holds("rate at a", a, 0.02)
        .holds("rate at b", b, 0.02)
        .holds("rate at c", c, 0.03)
        .holds("time at a", atA, 0.04)
        .holds("time at b", atB, 0.04)
        .holds("time at c", atC, 0.05)
        .holds("number", a * atA + b * atB + c * atC, 0.05);
  }

  /** Mean number of jobs everywhere, by Little's law. */
  private static double number(Trials.Stretch s) {
    double micros = 0;
    for (int network = 0; network < 3; network++) {
      micros += s.count(network, Count.RESPONSE);
    }
    return micros / JobWorld.HOUR / s.hours();
  }

  private static JobWorld three(long seed) {
    WorkSize one = new Sizes.Exponential(1);
    Sender sender =
        Sender.poisson("s", "a", 0.3, one)
            .next("a", 0.2)
            .next("b", 0.5)
            .next("c", 0.2)
            .stage("b", one, Map.of("a", 0.4))
            .stage("c", one, Map.of("b", 0.5));
    return new JobWorld(seed)
        .net(new Net("a").provider(1, 1))
        .net(new Net("b").provider(1, 0.4).provider(1, 0.4))
        .net(new Net("c").queue(Line.provider, Discipline.fifo).provider(1, 0.25))
        .sender(sender);
  }

  /** Adds up work times wait of jobs as they start. */
  private static final class Burden implements Allocator {
    private final double[] deadlines;
    private double burden;
    private double wait;

    Burden(double... deadlineHours) {
      this.deadlines = deadlineHours;
    }

    @Override
    public int choose(JobView job, Stations stations, Draws draws) {
      double hours =
          (job.nowMicros() - job.dueMicros()) / (double) JobWorld.HOUR + deadlines[job.cohort()];
      wait += hours;
      burden += hours * job.work();
      return stations.row(0);
    }
  }

  /**
   * Kleinrock's law of conservation, path by path: work times wait, added up over all jobs of a
   * busy time, is the same in whatever order a machine serves them. Holds to rounding, so there is
   * no false alarm.
   */
  @Test
  void workTimesWaitIsTheSameInAnyOrder() {
    Burden first = burden(Discipline.fifo);
    for (Discipline discipline : Discipline.values()) {
      Burden other = burden(discipline);
      assertEquals(first.burden, other.burden, 1e-7 * first.burden, discipline.name());
      if (discipline != Discipline.fifo) {
        assertNotEquals(first.wait, other.wait, 1e-3 * first.wait, discipline.name());
      }
    }
  }

  /** 5,000 hours in which jobs of two cohorts come, then as many in which all get done. */
  private static Burden burden(Discipline discipline) {
    Burden burden = new Burden(20, 5);
    Net net = new Net("net").queue(Line.network, discipline).price(1, 1).provider(1, 1);
    net.allocator(burden);
    JobWorld world =
        JobWorld.of(
            5,
            net,
            Sender.poisson("a", "net", 0.4, new Sizes.Exponential(1)).deadline(20).tiers(0.4, 0.6),
            Sender.poisson("b", "net", 0.8, new Sizes.Constant(0.5)).deadline(5).tiers(0.7, 0.3));
    world.at(5_000, () -> stopArrivals(world));
    world.run(10_000);
    assertEquals(0, world.service().present());
    return burden;
  }

  private static void stopArrivals(JobWorld world) {
    for (int source = 0; source < 2; source++) {
      world.service().sources().want(source, new double[2]);
    }
  }
}
