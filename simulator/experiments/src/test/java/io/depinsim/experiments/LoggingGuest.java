package io.depinsim.experiments;

import io.depinsim.core.engine.Agenda;
import io.depinsim.core.engine.DecisionLog;
import io.depinsim.core.engine.Mechanism;
import io.depinsim.core.engine.Simulation;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.DecisionKind;
import io.depinsim.core.run.DecisionKind.OptionRange;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.SimulatedTime;
import java.util.List;

/** Places made-up jobs every day and votes once a week; changes nothing but the log. */
final class LoggingGuest implements Mechanism {
  static final int JOBS_PER_DAY = 400;
  private static final long DAY = 86_400 * SimulatedTime.MICROS_PER_SECOND;

  private final DecisionLog log;
  private final int main;
  private final int voter;
  private final int jobs;
  private final int proposal;
  private final int placement;
  private final int vote;
  private final Draws draws = new Draws();
  private final Streams luck = new Streams(11, 0);

  LoggingGuest(Simulation simulation) {
    log = simulation.decisions();
    main = log.agent("first.main");
    voter = log.agent("first.voter");
    jobs = log.subject("studios");
    proposal = log.subject("proposal");
    placement =
        log.kind(
            new DecisionKind(
                "placement",
                List.of("workUnits"),
                List.of("cheapest", "none free"),
                List.of(new OptionRange("pair", 0, 10))));
    vote =
        log.kind(
            new DecisionKind(
                "vote",
                List.of(),
                List.of("own profit"),
                List.of(OptionRange.single("no", 0), OptionRange.single("yes", 1))));
    simulation.add(this);
  }

  @Override
  public String name() {
    return "guest";
  }

  @Override
  public void start(Agenda agenda) {
    agenda.schedule(0, Phase.ALLOCATION, 0, 0, 0);
  }

  @Override
  public void handle(Agenda agenda, Phase phase, int kind, long day, long payload) {
    for (int i = 0; i < JOBS_PER_DAY; i++) {
      long job = day * JOBS_PER_DAY + i;
      if (log.wanted(5, job)) {
        luck.seek(draws, Purpose.ALLOCATION, 5, job);
        log.begin(agenda.now() + i, main, placement, jobs, job);
        log.input(draws.nextUniform());
        int options = draws.nextInt(5);
        for (int o = 0; o < options; o++) {
          log.option(draws.nextInt(10), draws.nextUniform());
        }
        log.end(options - 1, options == 0 ? 1 : 0);
      }
    }
    if (day % 7 == 0) {
      log.begin(agenda.now(), voter, vote, proposal, day / 7);
      log.option(0, 1);
      log.option(1, 2);
      log.end(1, 0);
    }
    agenda.schedule(agenda.now() + DAY, Phase.ALLOCATION, 0, day + 1, 0);
  }
}
