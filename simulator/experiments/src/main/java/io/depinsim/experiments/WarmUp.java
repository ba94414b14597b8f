package io.depinsim.experiments;

import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulationCalendar;
import java.time.Instant;
import java.util.List;

/** The time after the start that summaries and findings leave out. */
public final class WarmUp {
  private WarmUp() {}

  /** How many measurements lie in it; at least one is left. */
  public static int points(Scenario scenario, List<Instant> times) {
    if (scenario.run().warmUp() == null) {
      return 0;
    }
    SimulationCalendar calendar = SimulationCalendar.startingOn(scenario.run().start());
    Instant end = calendar.toInstant(calendar.plus(0, scenario.run().warmUp()));
    int first = 0;
    while (first < times.size() - 1 && times.get(first).isBefore(end)) {
      first++;
    }
    return first;
  }
}
