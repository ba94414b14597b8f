package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.MachineLives.Total;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.scenario.HardwareSpec.WearSpec;
import io.depinsim.core.scenario.OwnershipSpec.ReclaimsSpec;
import io.depinsim.core.scenario.RegionSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Machines break, wait for a crew, are repaired, and owners use them.
 *
 * <pre>
 * region   crews   machines
 * here     1       0, 1, 2: life 100 h by chance alone, each repair takes 30 h
 * </pre>
 *
 * When a life ends is read from the luck of the machine; all that follows is worked out by hand.
 */
class C05_MachinesBreakFeatureTest {
  private static final double TICK = 1e-8;

  private static final WearSpec WEAR = new WearSpec(1, 100, 0, 30, 0.0, 7, 2, 3);

  private static RegionSpec region(Integer crews) {
    return new RegionSpec(Map.of(), null, 0, crews, null, null, List.of());
  }

  private static MachineWorld.Plan plan(Integer crews, WearSpec wear) {
    return new MachineWorld.Plan()
        .region("here", region(crews))
        .provider(0, 1, wear, null)
        .provider(0, 1, wear, null)
        .provider(0, 1, wear, null);
  }

  private static MachineWorld all(MachineWorld.Plan plan) {
    return new MachineWorld(plan, 0).connect(0, 0, 1).connect(0, 1, 1).connect(0, 2, 1);
  }

  /** Hours that the n-th life of a machine lasts. */
  private static double life(MachineWorld world, int machine, long n) {
    Draws luck = world.streams.at(Purpose.WEAR, Entity.of(5, machine * 1000L), n);
    return 100 * -StrictMath.log(1 - luck.nextUniform());
  }

  @Test
  void theSecondToBreakWaitsForTheOnlyCrew() {
    MachineWorld world = all(plan(1, WEAR));
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
    order.sort((a, b) -> Double.compare(life(world, a, 0), life(world, b, 0)));
    double first = life(world, order.get(0), 0);
    double second = life(world, order.get(1), 0);
    world.run(1000);
    double repaired = first + 30;
    List<Double> hours = world.hours(order.get(0), Machines.BROKEN);
    assertEquals(first, hours.get(0), TICK);
    assertEquals(repaired, hours.get(1), TICK);
    List<Double> next = world.hours(order.get(1), Machines.BROKEN);
    assertEquals(second, next.get(0), TICK);
    assertTrue(second < repaired, "this luck has it wait");
    assertEquals(repaired + 30, next.get(1), TICK);
    // The second life begins whole when the repair ends.
    assertEquals(repaired + life(world, order.get(0), 1), hours.get(2), TICK);
    long[] due = new long[3];
    world.wear.takeDue(0, due, world.simulation.now());
    long repairs = world.wear.lives().total(Total.REPAIRS);
    assertEquals(7 * 100 * repairs, due[0] + due[1] + due[2], "each repair costs 7");
  }

  @Test
  void withEnoughCrewsNobodyWaits() {
    MachineWorld world = all(plan(null, WEAR));
    double last = Collections.max(List.of(life(world, 0, 0), life(world, 1, 0), life(world, 2, 0)));
    world.run(last + 31);
    for (int machine = 0; machine < 3; machine++) {
      List<Double> hours = world.hours(machine, Machines.BROKEN);
      assertEquals(life(world, machine, 0), hours.get(0), TICK);
      assertEquals(life(world, machine, 0) + 30, hours.get(1), TICK);
    }
  }

  @Test
  void aJobIsPlacedAgainWhenItsMachineBreaks() {
    MachineWorld.Plan plan =
        new MachineWorld.Plan()
            .region("here", region(null))
            .provider(0, 1, WEAR, null)
            .provider(0, 1, null, null);
    plan.jobHours = new double[] {100};
    plan.workHours = 60;
    MachineWorld world = new MachineWorld(plan, 0).connect(0, 0, 1).connect(0, 1, 1);
    double breaks = life(world, 0, 0);
    assertTrue(breaks > 100 && breaks < 160, "it breaks while it works");
    world.run(breaks + 61);
    JobTally tally = world.jobs.tally();
    assertEquals(1, tally.ofPeriod(Count.INTERRUPTED, 0));
    assertEquals(1, tally.ofPeriod(Count.DONE, 0));
    // Nothing of what was done survives: it takes sixty hours again, on machine 1.
    assertEquals(breaks + 60, world.jobs.machines().idleSince(1) / 3.6e9, TICK);
  }

  @Test
  void anOwnerTakesTheMachineBackAndTheJobGoesElsewhere() {
    ReclaimsSpec reclaims = new ReclaimsSpec(1, 3, List.of());
    MachineWorld.Plan plan =
        new MachineWorld.Plan()
            .region("here", region(null))
            .provider(0, 1, null, reclaims)
            .provider(0, 1, null, null);
    plan.jobHours = new double[] {0.5};
    plan.workHours = 100;
    MachineWorld world = new MachineWorld(plan, 0).connect(0, 0, 1).connect(0, 1, 1);
    Draws luck = world.streams.at(Purpose.RECLAIM, Entity.of(5, 0), 0);
    double taken = luck.nextExponential(24);
    double back = taken + luck.nextExponential(3);
    assertTrue(taken > 0.5 && taken < 100, "in the middle of the job");
    world.run(taken + 101);
    assertEquals(taken, world.hours(0, Machines.RECLAIMED).get(0), TICK);
    assertEquals(back, world.hours(0, Machines.RECLAIMED).get(1), TICK);
    assertEquals(1, world.jobs.tally().ofPeriod(Count.INTERRUPTED, 0));
    assertEquals(taken + 100, world.jobs.machines().idleSince(1) / 3.6e9, TICK);
  }

  @Test
  void ownersUseTheirMachinesOnlyInTheirHours() {
    List<Double> evening = new ArrayList<>(Collections.nCopies(24, 0.0));
    evening.set(19, 24.0);
    MachineWorld.Plan plan =
        new MachineWorld.Plan()
            .region("here", region(null))
            .provider(0, 1, null, new ReclaimsSpec(0.5, 0.1, evening));
    MachineWorld world = new MachineWorld(plan, 0).connect(0, 0, 1).run(24 * 100);
    List<Double> hours = world.hours(0, Machines.RECLAIMED);
    assertTrue(hours.size() > 60, "every other day");
    for (int i = 0; i < hours.size(); i += 2) {
      assertEquals(19, (int) Math.floor(hours.get(i) % 24));
    }
  }

  @Test
  void aMachineThatIsScrapIsReplacedByTheNextOneBought() {
    WearSpec fragile = new WearSpec(1, 100, 1, 30, 0.0, 7, 2, 3);
    MachineWorld.Plan plan =
        new MachineWorld.Plan().region("here", region(1)).provider(0, 3, fragile, null);
    MachineWorld world = new MachineWorld(plan, 0).connect(0, 0, 2);
    double first = 1e9;
    int which = 0;
    for (int machine = 0; machine < 2; machine++) {
      Draws luck = world.streams.at(Purpose.WEAR, Entity.of(5, machine), 0);
      double life = 100 * -StrictMath.log(1 - luck.nextUniform());
      which = life < first ? machine : which;
      first = Math.min(life, first);
    }
    int scrap = which;
    long[] lost = new long[2];
    world
        .at(first + 0.01, now -> lost[0] = world.wear.takeLost(0))
        // The owner is one poorer, buys one, and gives it up again.
        .connect(first + 0.01, 0, 1)
        .at(first + 0.02, now -> assertEquals(1, world.jobs.machines().usable(0)))
        .connect(first + 0.03, 0, 2)
        .at(first + 0.04, now -> assertEquals(2, world.jobs.machines().usable(0)))
        .at(first + 0.04, now -> assertFalse(world.wear.lives().isScrap(scrap)))
        .connect(first + 0.05, 0, 1)
        .at(first + 0.06, now -> assertEquals(1, world.jobs.machines().connected(0)))
        .run(first + 0.07);
    assertEquals(1, lost[0]);
    assertEquals(
        2 * first + 0.03 + 2 * 0.02 + 0.02,
        world.jobs.load().connectedMicros(0, world.simulation.now()) / 3.6e9,
        TICK,
        "scrap counts as connected no more");
    assertEquals(1, world.wear.lives().total(Total.SCRAPPED));
  }

  @Test
  void maintenanceTakesTwoHoursAndTheAge() {
    MachineWorld world = all(plan(null, WEAR));
    double at = life(world, 0, 0) / 2;
    world
        .at(at, now -> assertEquals(at, world.wear.ageMicros(0, now) / 3.6e9, TICK))
        .at(at, now -> assertTrue(world.wear.maintain(0, now)))
        .at(at + 0.001, now -> assertFalse(world.wear.maintain(0, now), "it is down"))
        .run(at + 2 + life(world, 0, 1) + 1);
    assertEquals(at, world.hours(0, Machines.MAINTAINED).get(0), TICK);
    assertEquals(at + 2, world.hours(0, Machines.MAINTAINED).get(1), TICK);
    assertEquals(at + 2 + life(world, 0, 1), world.hours(0, Machines.BROKEN).get(0), TICK);
    assertEquals(3, world.wear.maintenanceCost(0));
  }

  @Test
  void aDisconnectedMachineKeepsItsAge() {
    MachineWorld world = all(plan(null, WEAR));
    double half = life(world, 0, 0) / 2;
    world.connect(half, 0, 0).connect(half + 500, 0, 1).run(2 * half + 501);
    assertEquals(2 * half + 500, world.hours(0, Machines.BROKEN).get(0), TICK);
  }

  @Test
  void energyIsPaidAtThePriceOfItsHour() {
    List<Double> factors = new ArrayList<>(Collections.nCopies(24, 1.0));
    factors.set(6, 3.0);
    RegionSpec dear = new RegionSpec(Map.of(), null, 0, null, null, 0.2, factors);
    MachineWorld.Plan plan =
        new MachineWorld.Plan().region("dear", dear).provider(0, 1, null, null);
    plan.power = 0.5;
    plan.idlePower = 0.1;
    plan.jobHours = new double[] {5.5};
    plan.workHours = 2;
    MachineWorld world = new MachineWorld(plan, 0).connect(0, 0, 1).run(10);
    // Idle 0 to 5:30 and 7:30 to 10:00; at work half an hour, an hour three times as dear, and
    // half.
    double cost = 20 * (0.1 * 8 + 0.5 * (0.5 + 3 + 0.5));
    assertEquals(cost, world.wear.energyCost(world.simulation.now()), 1e-9);
    assertEquals(0.1 * 8 + 0.5 * 2, world.wear.kilowattHours(world.simulation.now()), 1e-9);
    long[] due = new long[1];
    world.wear.takeDue(0, due, world.simulation.now());
    assertEquals((long) cost, due[0]);
  }
}
