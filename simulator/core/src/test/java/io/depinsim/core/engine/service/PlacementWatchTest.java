package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.DecisionLog;
import io.depinsim.core.engine.service.JobWorld.Net;
import io.depinsim.core.engine.service.JobWorld.Sender;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.DecisionSink;
import io.depinsim.core.scenario.Discipline;
import io.depinsim.core.scenario.QueueSpec.Line;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Jobs of 4 units: 4 h on the first provider, 2 h on the second, 1 h on the third. */
class PlacementWatchTest {
  /** Takes the provider in one place among those shown. */
  private record Place(int place) implements Allocator {
    @Override
    public int choose(JobView job, Stations stations, Draws draws) {
      return stations.row(place);
    }
  }

  private static DecisionLog log(double rate) {
    return new DecisionLog(
        "base", "base", Instant.EPOCH, rate, new Streams(1, 0), DecisionSink.NOWHERE);
  }

  private static JobWorld world(int place, DecisionLog log, Sender sender) {
    Net net =
        new Net("net")
            .queue(Line.provider, Discipline.fifo)
            .allocator(new Place(place))
            .log(log)
            .provider(1, 1)
            .provider(1, 2)
            .provider(1, 4);
    return JobWorld.of(1, net, sender);
  }

  /** Only the first job is measured, of sixteen: 4 hours over 1, less 1. */
  @Test
  void regretIsTimeOverThatOfTheBest() {
    double[] jobs = new double[32];
    for (int i = 0; i < 16; i++) {
      jobs[2 * i] = 0.1 * (i + 1);
      jobs[2 * i + 1] = 4;
    }
    assertEquals(3, regret(0, Sender.listed("a", "net", jobs)), 1e-9);
    assertEquals(1, regret(1, Sender.listed("a", "net", jobs)), 1e-9);
    assertEquals(0, regret(2, Sender.listed("a", "net", jobs)), 1e-9);
  }

  private static double regret(int place, Sender sender) {
    JobWorld world = world(place, DecisionLog.NONE, sender).run(100);
    assertEquals(world.service().regret(0), world.service().regret());
    return world.service().regret();
  }

  /** Three jobs are placed; at a rate of 1 all are logged, at 0 none, and nothing else changes. */
  @Test
  void placementsAreLoggedAtTheRate() {
    DecisionLog all = log(1);
    DecisionLog none = log(0);
    JobWorld first = world(1, all, Sender.listed("a", "net", 1, 4, 2, 4, 3, 4)).run(50);
    JobWorld second = world(1, none, Sender.listed("a", "net", 1, 4, 2, 4, 3, 4)).run(50);
    assertEquals(3, all.finish().orElseThrow().decisions());
    assertEquals(true, none.finish().isEmpty());
    assertEquals(first.total(JobTally.Count.RESPONSE), second.total(JobTally.Count.RESPONSE));
  }

  /** Whom nobody suits, or who is asked too much, is logged as well. */
  @Test
  void whoIsTurnedAwayIsLoggedToo() {
    DecisionLog log = log(1);
    JobWorld world = world(1, log, Sender.listed("a", "net", 1, 4).paysAtMost(0.5)).run(50);
    assertEquals(1, world.total(JobTally.Count.TURNED_AWAY));
    assertEquals(1, log.finish().orElseThrow().decisions());
  }
}
