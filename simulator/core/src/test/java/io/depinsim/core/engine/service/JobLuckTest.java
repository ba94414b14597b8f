package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.JobWorld.Net;
import io.depinsim.core.engine.service.JobWorld.Sender;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.Discipline;
import io.depinsim.core.scenario.QueueSpec.Line;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Common random numbers, job by job: whoever serves, in whatever order, the same jobs come at the
 * same times from the same places with the same work, patience and data.
 */
class JobLuckTest {
  /** One world: jobs as they came, and the first value of each stream used for them. */
  private static final class Heard {
    final Map<String, String> jobs;
    final Map<String, Long> luck = new TreeMap<>();
    final long waited;

    Heard(Line line, Discipline discipline, Allocator allocator, double lateProvider) {
      Streams silent = new Streams(77, 2);
      Streams streams =
          new Streams(
              77,
              2,
              (purpose, entity, occurrence) -> {
                if (purpose != Purpose.ALLOCATION) {
                  luck.put(
                      purpose + " " + entity + " " + occurrence,
                      silent.at(purpose, entity, occurrence).nextLong());
                }
              });
      Net net = new Net("net").queue(line, discipline).price(2, 1);
      net.provider(2, 1, 0, 1).provider(2, 1, 1, 1);
      RandomJobs.Witnessing seen = new RandomJobs.Witnessing(allocator, net);
      Sender sender = Sender.poisson("a", "net", 2.5, new Sizes.Exponential(1));
      sender.tiers(0.5, 0.5).data(1e9, 0.5, 1).patience(50).deadline(9);
      sender.from = new double[] {0.4, 1};
      JobWorld world =
          new JobWorld(streams)
              .net(net.allocator(seen))
              .sender(sender)
              .region("east", Map.of(), 1e6)
              .region("west", Map.of("east", 0.1), 1e6);
      world
          .at(0, () -> world.service().connectMachines(1, lateProvider > 0 ? 1 : 2, 0))
          .at(lateProvider + 1, () -> world.service().connectMachines(1, 2, now(world)));
      world.run(2_000);
      this.jobs = seen.jobs;
      this.waited = world.total(Count.WAIT);
    }

    private static long now(JobWorld world) {
      return world.simulation.now();
    }
  }

  @Test
  void aDelayedProviderAndAnotherAllocatorChangeNoJob() {
    Heard one = new Heard(Line.provider, Discipline.fifo, new JobWorld.FirstOpen(), 0);
    assertTrue(one.jobs.size() > 4_500, () -> one.jobs.size() + " jobs");
    Heard late = new Heard(Line.provider, Discipline.fifo, new JobWorld.FirstOpen(), 1_500);
    Heard any = new Heard(Line.provider, Discipline.shortest, new JobWorld.Anybody(), 0);
    for (Heard other : new Heard[] {late, any}) {
      assertEquals(one.jobs, other.jobs);
      assertEquals(one.luck, other.luck);
    }
    assertNotEquals(one.waited, any.waited, "it must matter");
  }

  /** With one line jobs are seen when they start, so their luck alone is compared. */
  @Test
  void aSingleLineChangesNoLuck() {
    Heard lines = new Heard(Line.provider, Discipline.fifo, new JobWorld.Anybody(), 0);
    Heard line = new Heard(Line.network, Discipline.lifo, new JobWorld.Anybody(), 1_500);
    assertEquals(lines.luck, line.luck);
    assertNotEquals(lines.waited, line.waited);
  }
}
