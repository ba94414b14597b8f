package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.JobWorld.Net;
import io.depinsim.core.engine.service.JobWorld.Sender;
import io.depinsim.core.scenario.Discipline;
import io.depinsim.core.scenario.QueueSpec.Line;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Machines break, come back and are taken away under jobs. Tables as in E01. */
class E02_InterruptionFeatureTest {
  private static JobWorld breaks(Net net, double from, double until, Sender... senders) {
    JobWorld world = JobWorld.of(1, net, senders);
    return world.at(from, () -> down(world, 0)).at(until, () -> up(world, 0));
  }

  private static void down(JobWorld world, int machine) {
    world.service().takeDown(machine, Machines.BROKEN, world.simulation.now());
  }

  private static void up(JobWorld world, int machine) {
    world.service().bringUp(machine, Machines.BROKEN, world.simulation.now());
  }

  private static void connect(JobWorld world, int row, int count) {
    world.service().connectMachines(row, count, world.simulation.now());
  }

  private static Sender job(double work, int retries, double keeps) {
    return Sender.listed("a", "net", 1, work).interrupted(retries, keeps);
  }

  private static Net one() {
    return new Net("net").provider(1, 1);
  }

  @Test
  void aJobWithoutRetriesFails() {
    JobWorld world = breaks(one(), 2, 5, job(4, 0, 1));
    assertEquals(
        """
        01:00 a1
        02:00 x
        05:00 .
        """,
        world.life(10));
    assertEquals(1, world.total(Count.INTERRUPTED));
    assertEquals(1, world.total(Count.FAILED));
    assertArrayEquals(new long[] {0}, world.service().earned());
  }

  @Test
  void aJobBeginsAnewWithWhatItKeeps() {
    // An hour of four was done. Of nothing kept four are left, of half 3.5, of all three.
    Map.of(0.0, "09:00", 0.5, "08:30", 1.0, "08:00")
        .forEach(
            (keeps, end) ->
                assertEquals(
                    "01:00 a1\n02:00 x < a1\n05:00 a1\nEND .\n".replace("END", end),
                    breaks(one(), 2, 5, job(4, 1, keeps)).life(10)));
  }

  @Test
  void theSecondInterruptionIsOneTooMany() {
    JobWorld world = breaks(one(), 2, 3, job(4, 1, 0.5));
    world.at(4, () -> down(world, 0));
    assertEquals(
        """
        01:00 a1
        02:00 x < a1
        03:00 a1
        04:00 x
        """,
        world.life(10));
    assertEquals(2, world.total(Count.INTERRUPTED));
    assertEquals(1, world.total(Count.FAILED));
    assertEquals(1, world.total(Count.STARTED));
  }

  @Test
  void aJobGoesOnElsewhereAtOnce() {
    Net net = one().provider(1, 2);
    JobWorld world = breaks(net, 2, 9, job(4, 1, 1));
    assertEquals(
        """
        01:00 a1 .
        02:00 x a1
        03:30 x .
        09:00 . .
        """,
        world.life(10));
    // Whoever finishes it is paid for all of it.
    assertArrayEquals(new long[] {0, 400}, world.service().earned());
  }

  /** g runs on three machines of four; one breaks, and it begins anew on the others. */
  @Test
  void aJobOfSeveralMachinesStopsOnAllOfThem() {
    Sender g = Sender.listed("g", "net", 1, 6, 1.5, 6).machines(3).interrupted(1, 1);
    JobWorld world = breaks(new Net("net").provider(4, 1), 0.5, 9, g);
    world.at(2, () -> down(world, 3)).at(2.5, () -> up(world, 3));
    assertEquals(
        """
        00:30 x . . .
        01:00 x g1 g1 g1
        01:30 x g1 g1 g1 < g2
        02:00 x . . x < g1 g2
        02:30 x g2 g2 g2 < g1
        04:30 x g1 g1 g1
        05:30 x . . .
        09:00 . . . .
        """,
        world.life(10));
    assertEquals(0, world.service().machines().totalBusy());
  }

  @Test
  void aJobOfSeveralMachinesGoesOnWithTheMachineThatWasIdle() {
    Sender g = Sender.listed("g", "net", 1, 6, 1.5, 6).machines(3).interrupted(1, 1);
    JobWorld world = JobWorld.of(1, new Net("net").provider(4, 1), g);
    world.at(0.5, () -> down(world, 0)).at(0.75, () -> up(world, 0)).at(2, () -> down(world, 2));
    String life = world.life(10);
    assertEquals(2, world.total(Count.DONE), life);
    assertEquals(0, world.service().machines().totalBusy(), life);
    assertEquals(3, world.service().machines().totalUsable(), life);
  }

  @Test
  void whoeverDisconnectsFinishesTheJobItHas() {
    JobWorld world = JobWorld.of(1, one(), Sender.listed("a", "net", 1, 2, 1.5, 1));
    world.at(2, () -> connect(world, 0, 0)).at(5, () -> connect(world, 0, 1));
    assertEquals(
        """
        01:00 a1
        01:30 a1 < a2
        03:00 x < a2
        05:00 a2
        06:00 .
        """,
        world.life(10));
    assertArrayEquals(new long[] {300}, world.service().earned());
  }

  @Test
  void whoeverWaitsForAProviderThatLeavesIsPlacedAnew() {
    Net net = one().queue(Line.provider, Discipline.fifo).provider(1, 1);
    JobWorld world = JobWorld.of(1, net, Sender.listed("a", "net", 1, 2, 1.5, 1, 1.6, 1));
    world.at(2, () -> connect(world, 0, 0));
    assertEquals(
        """
        01:00 a1 .
        01:30 a1 . < a2
        01:36 a1 . < a2 a3
        02:00 a1 a2 < a3
        03:00 x a3
        04:00 x .
        """,
        world.life(10));
    assertArrayEquals(new long[] {200, 200}, world.service().earned());
  }

  @Test
  void withNobodyLeftWhoeverWaitsIsTurnedAway() {
    Net net = one().queue(Line.provider, Discipline.fifo);
    JobWorld world = JobWorld.of(1, net, Sender.listed("a", "net", 1, 2, 1.5, 1));
    world.at(2, () -> connect(world, 0, 0)).run(10);
    assertEquals(1, world.total(Count.DONE));
    assertEquals(1, world.total(Count.TURNED_AWAY));
    assertEquals(0, world.service().present());
  }
}
