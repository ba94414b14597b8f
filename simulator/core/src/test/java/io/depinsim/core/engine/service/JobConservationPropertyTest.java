package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.run.StateDigest;
import io.depinsim.core.scenario.QueueSpec.Line;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds after every event of any world of jobs. */
class JobConservationPropertyTest {
  private static final int WORLDS = 150;

  /**
   * Nobody is lost, no machine works for nobody, and nobody waits beside a machine it could have.
   */
  @Test
  void jobsAndMachinesAddUpAfterEveryEvent() {
    long[] seen = new long[Count.values().length];
    for (int number = 0; number < WORLDS; number++) {
      RandomJobs random = new RandomJobs(number, number % 2 == 0, true);
      JobWorld world = random.world;
      String where = "world " + number;
      world.afterEach(
          () -> {
            for (int network = 0; network < 2; network++) {
              addsUp(world, network, random.gangs, where);
            }
          });
      world.run(RandomJobs.HOURS);
      for (JobService service : world.services) {
        for (Count what : Count.values()) {
          seen[what.ordinal()] += service.tally().total(what);
        }
      }
    }
    for (Count what : Count.values()) {
      assertTrue(seen[what.ordinal()] > 100, "the worlds show " + what);
    }
  }

  private static void addsUp(JobWorld world, int network, boolean gangs, String where) {
    JobService service = world.services.get(network);
    JobTally tally = service.tally();
    long ended =
        tally.total(Count.DONE)
            + tally.total(Count.WITHDRAWN)
            + tally.total(Count.TURNED_AWAY)
            + tally.total(Count.FAILED);
    assertEquals(tally.total(Count.ARRIVED), ended + service.present(), where);
    Machines machines = service.machines();
    Map<String, long[]> state = JobWorld.Columns.of(service).longs;
    long busy = 0;
    long idle = 0;
    for (int machine = 0; machine < machines.machines(); machine++) {
      int job = machines.job(machine);
      busy += job >= 0 ? 1 : 0;
      idle += job < 0 && machines.isUsable(machine) ? 1 : 0;
      if (job >= 0) {
        assertTrue(state.get("jobs.machine")[job] >= 0, () -> where + ": it runs and does not");
      }
    }
    assertEquals(machines.totalBusy(), busy, where);
    long waiting = 0;
    boolean pooled = world.nets.get(network).line == Line.network;
    long[] lengths = state.get("lines.lengths");
    for (int line = 0; line < lengths.length; line++) {
      waiting += lengths[line];
      boolean free = pooled ? idle > 0 && !gangs : machines.idle(line) > 0;
      assertTrue(!free || lengths[line] == 0, () -> where + ": waits beside a free machine");
    }
    long work = 0;
    for (int job = 0; job < state.get("jobs.machine").length; job++) {
      work += machinesOf(state, job);
    }
    assertEquals(busy, work, where);
    assertTrue(waiting <= service.present(), where);
  }

  /** Machines a job holds, along its links; 0 for a row that is free. */
  private static long machinesOf(Map<String, long[]> state, int job) {
    for (long free : state.get("jobs.free")) {
      if (free == job) {
        return 0;
      }
    }
    long count = 0;
    for (long at = state.get("jobs.machine")[job]; at >= 0; at = state.get("gang")[(int) at]) {
      count++;
    }
    return count;
  }

  /** Each provider has earned work times price times ask of each job it did, rounded job by job. */
  @Test
  void moneyIsWorkTimesPrice() {
    for (int number = 0; number < WORLDS; number++) {
      RandomJobs random = new RandomJobs(number, false, false);
      random.world.run(RandomJobs.HOURS);
      for (int network = 0; network < 2; network++) {
        JobService service = random.world.services.get(network);
        long all = 0;
        for (int row = 0; row < service.earned().length; row++) {
          long expected = random.witnesses.get(network).earned.getOrDefault(row, 0L);
          assertEquals(expected, service.earned()[row], "world " + number + ", row " + row);
          all += expected;
        }
        assertEquals(all, service.desks().get(0).dueTotal());
      }
    }
  }

  /**
   * A world that is put down in the middle and taken up by another ends as one that ran through.
   */
  @Test
  void aWorldPutDownEndsAsOneThatRanThrough() {
    for (int number = 0; number < 40; number++) {
      String through =
          digest(new RandomJobs(number, number % 2 == 0, true).world.run(RandomJobs.HOURS));
      JobWorld half = new RandomJobs(number, number % 2 == 0, true).world.build();
      long middle = Math.round(RandomJobs.HOURS / 2 * JobWorld.HOUR);
      half.simulation.run(2 * middle, now -> now < middle);
      JobWorld other = new RandomJobs(number, number % 2 == 0, true).world.build();
      StateCopy.copy(half.simulation, other.simulation);
      assertEquals(through, digest(other.run(RandomJobs.HOURS)), "world " + number);
    }
  }

  private static String digest(JobWorld world) {
    StateDigest digest = new StateDigest();
    digest.beginPoint(world.simulation.now());
    world.simulation.visitState(digest);
    return digest.hex();
  }
}
