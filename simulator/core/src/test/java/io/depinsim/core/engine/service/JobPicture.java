package io.depinsim.core.engine.service;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What jobs are where, as a line of text: machine by machine, and who waits. */
final class JobPicture {
  private final JobWorld world;

  JobPicture(JobWorld world) {
    this.world = world;
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    world.services.forEach(service -> parts.add(picture(service)));
    return String.join(" | ", parts);
  }

  private String picture(JobService service) {
    JobWorld.Columns c = JobWorld.Columns.of(service);
    long[] number = c.longs.get("jobs.number");
    long[] cohort = c.longs.get("jobs.cohort");
    long[] line = c.longs.get("jobs.line");
    TreeSet<Integer> free = new TreeSet<>();
    for (long row : c.longs.get("jobs.free")) {
      free.add((int) row);
    }
    StringBuilder text = new StringBuilder();
    Machines machines = service.machines();
    for (int machine = 0; machine < machines.machines(); machine++) {
      int job = machines.job(machine);
      text.append(machine > 0 ? " " : "");
      if (job >= 0) {
        text.append(name(cohort[job], number[job]));
      } else {
        text.append(machines.isUsable(machine) ? "." : "x");
      }
    }
    TreeSet<String> waiting = new TreeSet<>();
    for (int job = 0; job < number.length; job++) {
      if (!free.contains(job) && line[job] >= 0) {
        waiting.add(name(cohort[job], number[job]));
      }
    }
    return waiting.isEmpty() ? text.toString() : text + " < " + String.join(" ", waiting);
  }

  private String name(long cohort, long number) {
    return world.senders.get((int) cohort).name + (number + 1);
  }
}
