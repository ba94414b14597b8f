package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.depinsim.core.scenario.HardwareSpec.WearSpec;
import io.depinsim.core.scenario.OwnershipSpec.ReclaimsSpec;
import io.depinsim.core.scenario.RegionSpec;
import io.depinsim.core.scenario.RegionSpec.OutagesSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What happens to a machine depends on nothing that policies change: not on jobs, not on others.
 */
class SameMachineLuckTest {
  private static final double HOURS = 1500;

  private static MachineWorld world(int owners, double thirdComes, double[] jobs, Integer crews) {
    RegionSpec region =
        new RegionSpec(Map.of(), null, 0, crews, new OutagesSpec(200, 10, 0.5), null, List.of());
    MachineWorld.Plan plan = new MachineWorld.Plan().region("here", region);
    for (int i = 0; i < owners; i++) {
      plan.provider(
          0, 1, new WearSpec(1.5, 150, 0, 20, 0.4, 0, 1, 0), new ReclaimsSpec(0.3, 5, List.of()));
    }
    plan.jobHours = jobs;
    plan.workHours = 50;
    plan.retries = 1000;
    MachineWorld world = new MachineWorld(plan, 1);
    for (int i = 0; i < owners; i++) {
      world.connect(i == 2 ? thirdComes : 0, i, 1);
    }
    return world.run(HOURS);
  }

  private static List<MachineWorld.Change> of(MachineWorld world, int machine) {
    return world.changes.stream().filter(change -> change.machine() == machine).toList();
  }

  @Test
  void anotherMachineChangesNothing() {
    MachineWorld few = world(3, 0, new double[0], null);
    MachineWorld more = world(4, 0, new double[0], null);
    for (int machine = 0; machine < 3; machine++) {
      assertEquals(of(few, machine), of(more, machine));
    }
  }

  @Test
  void neitherDoesOneThatComesLate() {
    MachineWorld early = world(4, 0, new double[0], null);
    MachineWorld late = world(4, 77, new double[0], null);
    for (int machine : new int[] {0, 1, 3}) {
      assertEquals(of(early, machine), of(late, machine));
    }
    assertNotEquals(of(early, 2), of(late, 2), "its own life begins later");
    // What its owner does with it and what befalls the region have their dates nevertheless.
    for (int reason : new int[] {Machines.OUTAGE, Machines.RECLAIMED}) {
      assertEquals(
          early.hours(2, reason).stream().filter(h -> h > 100).toList(),
          late.hours(2, reason).stream().filter(h -> h > 100).toList());
    }
  }

  @Test
  void jobsChangeNothing() {
    MachineWorld idle = world(3, 0, new double[0], null);
    MachineWorld busy = world(3, 0, new double[] {1, 2, 3, 200, 210, 700}, null);
    assertEquals(idle.changes, busy.changes);
  }

  /** All machines of a region are hit, also those that one and the same job needs. */
  @Test
  void norDoJobsOfSeveralMachines() {
    for (int gang : new int[] {1, 2, 4}) {
      MachineWorld.Plan plan =
          new MachineWorld.Plan()
              .region(
                  "here",
                  new RegionSpec(
                      Map.of(), null, 0, null, new OutagesSpec(100, 50, 1), null, List.of()));
      for (int i = 0; i < 4; i++) {
        plan.provider(0, 1, null, null);
      }
      plan.gang = gang;
      plan.jobHours = new double[] {0.5, 0.6, 0.7, 0.8};
      plan.workHours = 1e5;
      MachineWorld world = new MachineWorld(plan, 1);
      for (int i = 0; i < 4; i++) {
        world.connect(0, i, 1);
      }
      world.run(1500);
      for (int machine = 1; machine < 4; machine++) {
        assertFalse(world.hours(machine, Machines.OUTAGE).isEmpty());
        assertEquals(
            world.hours(0, Machines.OUTAGE),
            world.hours(machine, Machines.OUTAGE),
            "jobs of " + gang);
      }
    }
  }

  @Test
  void whoWaitsForACrewHasOthersToBlame() {
    assertNotEquals(
        world(3, 0, new double[0], null).changes, world(3, 0, new double[0], 1).changes);
  }
}
