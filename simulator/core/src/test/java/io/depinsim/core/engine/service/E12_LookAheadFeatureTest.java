package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.JobWorld.Net;
import io.depinsim.core.engine.service.JobWorld.Sender;
import io.depinsim.core.random.Draws;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Machines grow cold, and an allocator that looks ahead keeps them warm and copies data. One
 * machine of one unit an hour; it is cold an hour after its last work and needs half an hour to
 * begin then; to keep it warm costs 3 an hour.
 */
class E12_LookAheadFeatureTest {
  private static final long HOUR = JobWorld.HOUR;

  private static Preparation cold() {
    return new Preparation(
        new long[] {HOUR / 2}, new long[] {HOUR}, new double[] {3.0 / HOUR}, new double[] {0, 2});
  }

  /** Does at each look what it is told; takes the first station shown. */
  private record Told(Consumer<Outlook> what) implements Allocator {
    @Override
    public int choose(JobView job, Stations stations, Draws draws) {
      return stations.row(0);
    }

    @Override
    public boolean plans() {
      return true;
    }

    @Override
    public void plan(Outlook outlook) {
      what.accept(outlook);
    }
  }

  private static JobWorld world(double budget, Consumer<Outlook> what, Sender sender) {
    Net net = new Net("net").allocator(new Told(what)).provider(1, 1, 1, 1);
    return JobWorld.of(1, net.prepared(cold(), budget), sender)
        .region("east", Map.of(), null)
        .region("west", Map.of(), 1e6);
  }

  private static long response(JobWorld world, double hours) {
    return world.run(hours).total(Count.RESPONSE);
  }

  /** Jobs at 00:30, 02:00 and 05:30: warm, warm for 30 minutes yet, cold. */
  @Test
  void aMachineStaysWarmForAWhileAndThenNeedsTimeToBegin() {
    Sender sender = Sender.listed("a", "net", 0.5, 1, 2, 1, 5.5, 1);
    assertEquals(Math.round(3.5 * HOUR), response(world(0, o -> {}, sender), 10));
  }

  /**
   * Kept warm from the first look at 01:00 until 06:00: warm by itself until then, so five hours
   * are paid.
   */
  @Test
  void keepingItWarmCostsMoneyAndSavesTheStart() {
    Sender sender = Sender.listed("a", "net", 5.5, 1);
    Consumer<Outlook> once =
        o -> {
          if (o.nowMicros() == HOUR) {
            assertEquals(0, o.ready(0, 6 * HOUR));
            assertEquals(true, o.warm(0, 6 * HOUR));
            assertEquals(1, o.ready(0, 6 * HOUR));
            assertEquals(false, o.warm(0, 6 * HOUR));
          }
        };
    JobWorld warm = world(20, once, sender);
    assertEquals(HOUR, response(warm, 10));
    assertEquals(15, warm.service().desks().get(0).spent(), 1e-9);
  }

  /** A machine that is made warm when it is cold takes its half hour first. */
  @Test
  void warmingAColdMachineTakesItsTime() {
    Sender sender = Sender.listed("a", "net", 3.25, 1);
    Consumer<Outlook> once = o -> o.warm(0, o.nowMicros() == 3 * HOUR ? 6 * HOUR : 0);
    // At 03:15 a quarter of an hour is still missing.
    assertEquals(Math.round(1.25 * HOUR), response(world(20, once, sender), 10));
  }

  @Test
  void withoutMoneyNothingIsKeptWarm() {
    Consumer<Outlook> all = o -> o.warm(0, 6 * HOUR);
    JobWorld poor = world(14, all, Sender.listed("a", "net", 5.5, 1));
    // 15 at the first look, 12 at the second for the four hours left: that can be paid.
    assertEquals(HOUR, response(poor, 10));
    assertEquals(12, poor.service().desks().get(0).spent(), 1e-9);
    assertEquals(
        Math.round(1.5 * HOUR), response(world(1, all, Sender.listed("a", "net", 5.5, 1)), 10));
  }

  private static Sender afar() {
    return Sender.listed("a", "net", 0.25, 1, 2.5, 1).data(3.6e9, 1, 1);
  }

  /**
   * 3.6e9 B lie in the east and take an hour at 1e6 B/s. A copy at 2 a byte is paid once, has
   * arrived an hour later, and can be prolonged for nothing.
   */
  @Test
  void aCopyIsPaidOnceAndSavesTheWay() {
    Consumer<Outlook> copy = o -> o.copy(0, 1, o.nowMicros() + 2 * HOUR);
    JobWorld world = world(1e10, copy, afar());
    // Two hours for the first job; one hour for the second, whose copy came at 02:00.
    assertEquals(3 * HOUR, response(world, 10));
    assertEquals(7.2e9, world.service().desks().get(0).spent(), 1);
    // Without a copy each takes two; the second one begins warm.
    assertEquals(4 * HOUR, response(world(0, copy, afar()), 10));
  }
}
