package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.scenario.AdmissionSpec;
import io.depinsim.core.time.Ticks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Providers 0 and 1 stand in the east, 2 in the west; those of 1 are half as fast as others. */
class AdmissionTest {
  private static JobService service(Integer perOwner, Double perRegion, Double slowest) {
    return JobGaugesTest.service(
        List.of("east", "west"), 1, new AdmissionSpec(perOwner, perRegion, slowest));
  }

  private static List<Integer> connected(JobService jobs, int... offered) {
    for (int row = 0; row < offered.length; row++) {
      jobs.offerMachines(row, offered[row]);
    }
    jobs.admitMachines(0, offered.length, 0);
    Machines machines = jobs.machines();
    return List.of(machines.connected(0), machines.connected(1), machines.connected(2));
  }

  @Test
  void withoutRulesEveryMachineIsConnected() {
    JobService jobs = service(null, null, null);
    assertEquals(List.of(2, 1, 2), connected(jobs, 2, 1, 2));
    assertEquals(0, jobs.refusedMachines());
    assertEquals(List.of(0, 1, 1), connected(jobs, 0, 1, 1));
  }

  @Test
  void anOwnerGetsJobsForNoMoreMachinesThanTheCap() {
    JobService jobs = service(1, null, null);
    assertEquals(List.of(1, 0, 1), connected(jobs, 2, 0, 1));
    assertEquals(1, jobs.refusedMachines());
  }

  @Test
  void machinesBelowTheFloorGetNoJobs() {
    double fast = Ticks.MICROS_PER_MONTH;
    assertEquals(List.of(2, 0, 2), connected(service(null, null, 0.6 * fast), 2, 2, 2));
    assertEquals(List.of(2, 2, 2), connected(service(null, null, 0.5 * fast), 2, 2, 2));
  }

  @Test
  void aRegionHasNoMoreThanItsShareAndWhoCameFirstStays() {
    JobService jobs = service(null, 0.5, null);
    assertEquals(List.of(0, 1, 0), connected(jobs, 0, 2, 0), "a region may always have one");
    assertEquals(List.of(0, 1, 1), connected(jobs, 2, 2, 1), "one of two, and not the newcomer");
    assertEquals(List.of(1, 1, 2), connected(jobs, 2, 2, 2), "two of four");
    assertEquals(2, jobs.refusedMachines());
    assertEquals(List.of(1, 0, 1), connected(jobs, 2, 2, 1), "less room again");
  }

  @Test
  void shareOfARegionIsOfMachinesWithinTheOtherRules() {
    JobService jobs = service(1, 0.5, null);
    assertEquals(List.of(1, 0, 1), connected(jobs, 2, 2, 2));
    JobService all = service(null, 1.0, null);
    assertEquals(List.of(2, 2, 1), connected(all, 2, 2, 1));
  }

  @Test
  void sharesOfThreeQuartersAreMetExactly() {
    JobService jobs = service(null, 0.75, null);
    // Three of four: with one machine in the west the east may have three.
    assertEquals(List.of(2, 1, 1), connected(jobs, 2, 2, 1));
  }
}
