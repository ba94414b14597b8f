package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.JobWorld.Net;
import io.depinsim.core.engine.service.JobWorld.Sender;
import io.depinsim.core.scenario.Discipline;
import io.depinsim.core.scenario.QueueSpec.Line;
import org.junit.jupiter.api.Test;

/**
 * A job's life: it comes, waits, runs and is paid for. Tables show what each machine does at every
 * time at which that changes: a1 is the first job of cohort a, a dot a machine that is idle, an x
 * one that is down or gone; those who wait stand behind the angle.
 */
class E01_LinesFeatureTest {
  private static Sender listed(String name, double... hoursAndUnits) {
    return Sender.listed(name, "net", hoursAndUnits);
  }

  /** One machine that does a unit an hour, of which a job costs 1 USD. */
  private static Net one(Discipline discipline) {
    return new Net("net").queue(Line.network, discipline).provider(1, 1);
  }

  /** Jobs of 2, 3, 1 and 1.5 hours that come within an hour. */
  private static Sender four() {
    return listed("a", 1, 2, 1.25, 3, 1.5, 1, 1.75, 1.5);
  }

  @Test
  void firstComeFirstServed() {
    JobWorld world = JobWorld.of(1, one(Discipline.fifo), four());
    assertEquals(
        """
        01:00 a1
        01:15 a1 < a2
        01:30 a1 < a2 a3
        01:45 a1 < a2 a3 a4
        03:00 a2 < a3 a4
        06:00 a3 < a4
        07:00 a4
        08:30 .
        """,
        world.life(10));
    assertEquals(4, world.total(Count.ARRIVED));
    assertEquals(4, world.total(Count.STARTED));
    assertEquals(4, world.total(Count.DONE));
    // Waits of 0, 1.75, 4.5 and 5.25 hours, and work of 7.5 hours on top.
    assertEquals(Math.round(11.5 * JobWorld.HOUR), world.total(Count.WAIT));
    assertEquals(Math.round(19.0 * JobWorld.HOUR), world.total(Count.RESPONSE));
    // 7.5 units at 1 USD.
    assertArrayEquals(new long[] {750}, world.service().earned());
    world.service().passTo(10 * JobWorld.HOUR);
    assertEquals(Math.round(7.5 * JobWorld.HOUR), world.service().load().totalBusy());
    assertEquals(10 * JobWorld.HOUR, world.service().load().totalAvailable());
  }

  @Test
  void lastComeFirstServed() {
    assertEquals(
        """
        01:00 a1
        01:15 a1 < a2
        01:30 a1 < a2 a3
        01:45 a1 < a2 a3 a4
        03:00 a4 < a2 a3
        04:30 a3 < a2
        05:30 a2
        08:30 .
        """,
        JobWorld.of(1, one(Discipline.lifo), four()).life(10));
  }

  @Test
  void leastWorkFirst() {
    assertEquals(
        """
        01:00 a1
        01:15 a1 < a2
        01:30 a1 < a2 a3
        01:45 a1 < a2 a3 a4
        03:00 a3 < a2 a4
        04:00 a4 < a2
        05:30 a2
        08:30 .
        """,
        JobWorld.of(1, one(Discipline.shortest), four()).life(10));
  }

  /** b is due 2 hours after it came, c 4 hours after; a may take any time. */
  @Test
  void earliestDeadlineFirst() {
    JobWorld world =
        JobWorld.of(
            1,
            one(Discipline.deadline),
            listed("a", 1, 1, 1.1, 1),
            listed("b", 1.5, 1, 1.75, 0.5).deadline(2),
            listed("c", 1.2, 1).deadline(4));
    assertEquals(
        """
        01:00 a1
        01:06 a1 < a2
        01:12 a1 < a2 c1
        01:30 a1 < a2 b1 c1
        01:45 a1 < a2 b1 b2 c1
        02:00 b1 < a2 b2 c1
        03:00 b2 < a2 c1
        03:30 c1 < a2
        04:30 a2
        05:30 .
        """,
        world.life(10));
    // b1 was due 3:30, b2 3:45, c1 5:12: nobody is late.
    assertEquals(0, world.total(Count.LATE));
  }

  @Test
  void earlierTierFirst() {
    JobWorld world =
        JobWorld.of(
            1,
            one(Discipline.priority).price(2, 1),
            listed("a", 1, 2, 1.5, 1).tier(1),
            listed("b", 2, 1, 2.5, 1).tier(0));
    assertEquals(
        """
        01:00 a1
        01:30 a1 < a2
        02:00 a1 < a2 b1
        02:30 a1 < a2 b1 b2
        03:00 b1 < a2 b2
        04:00 b2 < a2
        05:00 a2
        06:00 .
        """,
        world.life(10));
    // 2 units at 2 USD and 3 at 1 USD.
    assertArrayEquals(new long[] {700}, world.service().earned());
  }

  /** b takes the machine of a; a keeps half of the hour it had done, and waits again. */
  @Test
  void anEarlierTierTakesTheMachineOfALaterOne() {
    JobWorld world =
        JobWorld.of(
            1,
            one(Discipline.priority).price(2, 1).preempts(),
            listed("a", 1, 2).tier(1).interrupted(0, 0.5),
            listed("b", 2, 1, 2.5, 0.5).tier(0));
    assertEquals(
        """
        01:00 a1
        02:00 b1 < a1
        02:30 b1 < a1 b2
        03:00 b2 < a1
        03:30 a1
        05:00 .
        """,
        world.life(10));
    assertEquals(1, world.total(Count.DISPLACED));
    assertEquals(0, world.total(Count.INTERRUPTED));
    // It waited for its first start only: never; b2 waited half an hour.
    assertEquals(JobWorld.HOUR / 2, world.total(Count.WAIT));
    // It pays for 2 units, though the machine worked 2.5 hours.
    assertArrayEquals(new long[] {500}, world.service().earned());
  }

  @Test
  void oneLineServesTwoMachinesBeforeAnybodyWaits() {
    Net net = new Net("net").provider(1, 1).provider(1, 2);
    JobWorld world = JobWorld.of(1, net, four());
    assertEquals(
        """
        01:00 a1 .
        01:15 a1 a2
        01:30 a1 a2 < a3
        01:45 a1 a2 < a3 a4
        02:45 a1 a3 < a4
        03:00 a4 a3
        03:15 a4 .
        04:30 . .
        """,
        world.life(10));
    assertArrayEquals(new long[] {350, 400}, world.service().earned());
  }

  /** The allocator sends everybody to the first provider, whose line holds two. */
  @Test
  void aLineOfAProviderIsServedByThatProviderAndTurnsAwayWhoeverDoesNotFit() {
    Net net = new Net("net").queue(Line.provider, Discipline.fifo).longest(2);
    JobWorld world = JobWorld.of(1, net.provider(1, 1).provider(1, 1), four());
    assertEquals(
        """
        01:00 a1 .
        01:15 a1 . < a2
        01:30 a1 . < a2 a3
        03:00 a2 . < a3
        06:00 a3 .
        07:00 . .
        """,
        world.life(10));
    assertEquals(1, world.total(Count.TURNED_AWAY));
    assertArrayEquals(new long[] {600, 0}, world.service().earned());
  }

  /** Patience is exponential; here only that it ends, and that nobody is paid for it. */
  @Test
  void whoeverHasWaitedLongEnoughLeaves() {
    JobWorld world =
        JobWorld.of(1, one(Discipline.fifo), listed("a", 1, 5), listed("b", 2, 1).patience(1e-3));
    assertEquals(
        """
        01:00 a1
        06:00 .
        """,
        world.life(10));
    assertEquals(1, world.total(Count.WITHDRAWN));
    assertArrayEquals(new long[] {500}, world.service().earned());
    assertEquals(0, world.service().present());
  }

  @Test
  void whoeverFindsItTooDearIsTurnedAway() {
    Net net = new Net("net").provider(1, 1, 0, 1.2);
    JobWorld world =
        JobWorld.of(1, net, listed("a", 1, 1).paysAtMost(1.1), listed("b", 1.5, 1).paysAtMost(1.3));
    assertEquals(
        """
        01:30 b1
        02:30 .
        """,
        world.life(10).replaceFirst("01:00 [.]\n", ""));
    assertEquals(1, world.total(Count.TURNED_AWAY));
    assertArrayEquals(new long[] {120}, world.service().earned());
  }

  /**
   * g needs three machines at once, and those behind it wait with it. Of its machines a provider
   * takes the one that became idle last.
   */
  @Test
  void aJobOfThreeMachinesWaitsUntilThreeAreFree() {
    Net net = new Net("net").provider(2, 1).provider(1, 1).provider(1, 0.5);
    JobWorld world =
        JobWorld.of(
            1, net, listed("a", 1, 3, 1.25, 1, 1.6, 0.5), listed("g", 1.5, 3, 1.55, 3).machines(3));
    // g1 takes machines 2, 3 and 4 at 2:15: the last is slow and takes two hours for its unit.
    assertEquals(
        """
        01:00 . a1 . .
        01:15 a2 a1 . .
        01:30 a2 a1 . . < g1
        01:33 a2 a1 . . < g1 g2
        01:36 a2 a1 . . < a3 g1 g2
        02:15 g1 a1 g1 g1 < a3 g2
        04:00 g1 . g1 g1 < a3 g2
        04:15 g2 g2 g2 a3
        05:15 . . . .
        """,
        world.life(10));
  }

  /** Under an order by tier whoever comes first in line starts, if there is room for it. */
  @Test
  void anEarlierTierPassesAJobThatWaitsForMoreMachines() {
    Net net = new Net("net").queue(Line.network, Discipline.priority).price(2, 1).provider(2, 1);
    JobWorld world =
        JobWorld.of(
            1,
            net,
            listed("a", 1, 3).tier(1),
            listed("g", 1.5, 2).machines(2).tier(1),
            listed("b", 2, 1).tier(0));
    assertEquals(
        """
        01:00 . a1
        01:30 . a1 < g1
        02:00 b1 a1 < g1
        03:00 . a1 < g1
        04:00 g1 g1
        05:00 . .
        """,
        world.life(10));
  }
}
