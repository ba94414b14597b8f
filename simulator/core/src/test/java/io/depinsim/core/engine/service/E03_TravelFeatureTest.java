package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.JobWorld.Net;
import io.depinsim.core.engine.service.JobWorld.Sender;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Data come from afar, results go back, and jobs go on to other networks. Tables as in E01. */
class E03_TravelFeatureTest {
  /** Data of the east lie 600 s away from the only machine, which draws 1 MB/s. */
  private static JobWorld far(Sender sender) {
    return JobWorld.of(1, new Net("net").provider(1, 1, 1, 1), sender)
        .region("east", Map.of(), null)
        .region("west", Map.of("east", 600.0), 1e6);
  }

  private static Sender one() {
    return Sender.listed("a", "net", 1, 2);
  }

  @Test
  void dataAreFetchedBeforeWorkBegins() {
    // 3.6e9 B at 1e6 B/s: an hour, and ten minutes of delay.
    JobWorld world = far(one().data(3.6e9, 1, 1));
    assertEquals("01:00 a1\n04:10 .\n", world.life(10));
    // The result takes ten minutes back, as the order did to come.
    assertEquals(Math.round(3.5 * JobWorld.HOUR), world.total(Count.RESPONSE));
    assertEquals(0, world.total(Count.WAIT));
    assertArrayEquals(new long[] {200}, world.service().earned());
  }

  @Test
  void dataAtHandCostNoTime() {
    assertEquals("01:00 a1\n03:00 .\n", far(one().data(3.6e9, 0, 1)).life(10));
    assertEquals("01:00 a1\n03:00 .\n", far(one()).life(10));
  }

  /** Whatever is late on the way is late. */
  @Test
  void theWayBackCountsAgainstTheDeadline() {
    assertEquals(1, far(one().deadline(2.3)).run(10).total(Count.LATE));
    assertEquals(0, far(one().deadline(2.4)).run(10).total(Count.LATE));
  }

  /** Fetching is no work: an interruption after an hour of it keeps nothing. */
  @Test
  void whoeverIsInterruptedWhileItFetchesHasDoneNothing() {
    JobWorld world = far(one().data(3.6e9, 1, 1).interrupted(1, 1));
    world
        .at(2, () -> world.service().takeDown(0, Machines.BROKEN, world.simulation.now()))
        .at(3, () -> world.service().bringUp(0, Machines.BROKEN, world.simulation.now()));
    // Begins anew at 3:00, fetches until 4:10, works for two hours.
    assertEquals("01:00 a1\n02:00 x < a1\n03:00 a1\n06:10 .\n", world.life(10));
  }

  @Test
  void aJobGoesOnToAnotherNetworkAndBack() {
    Sender a =
        Sender.listed("a", "one", 1, 2, 1.5, 1)
            .next("two", 1)
            .stage("two", new Sizes.Constant(0.5), Map.of());
    JobWorld world = new JobWorld(1).sender(a);
    world.net(new Net("one").provider(1, 1)).net(new Net("two").price(3).provider(1, 1));
    assertEquals(
        """
        01:00 a1 | .
        01:30 a1 < a2 | .
        03:00 a2 | a1
        03:30 a2 | .
        04:00 . | a2
        04:30 . | .
        """,
        world.life(10));
    assertArrayEquals(new long[] {300}, world.services.get(0).earned());
    assertArrayEquals(new long[] {300}, world.services.get(1).earned());
    assertEquals(2, world.services.get(1).tally().total(Count.ARRIVED));
  }

  /** From the second network everybody goes back to the first: for ever, were there no end. */
  @Test
  void aJobThatIsSentRoundIsLetGoInTheEnd() {
    Sender a =
        Sender.listed("a", "one", 1, 1)
            .next("two", 1)
            .stage("two", new Sizes.Constant(1), Map.of("one", 1.0));
    a.work = new Sizes.Constant(1);
    JobWorld world = new JobWorld(1).sender(a);
    world.net(new Net("one").provider(1, 1)).net(new Net("two").provider(1, 1)).run(1000);
    assertEquals(0, world.services.get(0).present() + world.services.get(1).present());
    assertEquals(32, world.services.get(0).tally().total(Count.DONE));
    assertEquals(31, world.services.get(1).tally().total(Count.DONE));
  }
}
