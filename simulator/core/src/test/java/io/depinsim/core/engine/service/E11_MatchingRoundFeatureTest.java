package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.JobWorld.Net;
import io.depinsim.core.engine.service.JobWorld.Sender;
import io.depinsim.core.random.Draws;
import org.junit.jupiter.api.Test;

/** Jobs wait until a round, every two hours, and are matched then. Tables as in E01. */
class E11_MatchingRoundFeatureTest {
  /** Gives the i-th job to the i-th provider shown; perhaps all to the first one. */
  private static final class InTurn implements Allocator {
    private final boolean greedy;

    InTurn(boolean greedy) {
      this.greedy = greedy;
    }

    @Override
    public long batchMicros() {
      return 2 * JobWorld.HOUR;
    }

    @Override
    public int choose(JobView job, Stations stations, Draws draws) {
      throw new IllegalStateException("a job came alone");
    }

    @Override
    public void match(Batch batch) {
      int most = greedy ? batch.jobs() : Math.min(batch.jobs(), batch.stations().count());
      for (int i = 0; i < most; i++) {
        batch.assign(i, batch.stations().row(greedy ? 0 : i), 0);
      }
    }
  }

  private static JobWorld world(boolean greedy, Sender sender) {
    Net net = new Net("net").allocator(new InTurn(greedy)).provider(1, 1).provider(1, 2);
    return JobWorld.of(1, net, sender);
  }

  private static Sender three() {
    return Sender.listed("a", "net", 0.5, 4, 1, 4, 1.5, 4);
  }

  /**
   * Three jobs of four units wait from 00:30, 01:00 and 01:30. At 02:00 the first goes to the slow
   * machine until 06:00 and the second to the fast one until 04:00. A round at 04:00 takes the
   * third, though a machine became free at the same instant.
   */
  @Test
  void jobsBeginAtRoundsAndNotBetween() {
    JobWorld world = world(false, three());
    world.run(12);
    assertEquals(3, world.total(Count.DONE));
    // Waits of 1.5, 1 and 2.5 hours.
    assertEquals(5 * JobWorld.HOUR, world.total(Count.WAIT));
    // Results at 06:00, 04:00 and 06:00.
    assertEquals(13 * JobWorld.HOUR, world.total(Count.RESPONSE));
  }

  /** Whose patience lasts no longer than to the next round has gone before it. */
  @Test
  void whoLosesPatienceIsNotMatched() {
    JobWorld world = world(false, three().patience(1e-6));
    world.run(12);
    assertEquals(3, world.total(Count.WITHDRAWN));
    assertEquals(0, world.total(Count.DONE));
  }

  @Test
  void moreJobsThanFreeMachinesOfAProviderAreRefused() {
    assertThrows(IllegalStateException.class, () -> world(true, three()).run(12));
  }
}
