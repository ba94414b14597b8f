package io.depinsim.cli;

import io.depinsim.core.scenario.ExpectSpec;
import io.depinsim.core.scenario.NetworkSpec;
import io.depinsim.core.scenario.RunSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.SpanUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Text of a scenario that extends another and runs in seconds: fewer replicates, an earlier end.
 *
 * <p>How much earlier follows from the scenario alone, by the rounds it has to go through, so that
 * the same command writes the same file everywhere.
 */
final class ShortCopy {
  /** Rounds of settlement that two processors go through in about two seconds. */
  private static final double ROUNDS = 500;

  /** A round of a market is worth half of a settlement. */
  private static final double MARKET_ROUND = 0.5;

  /** Above so many people a round costs more in proportion. */
  private static final double PEOPLE = 5000;

  private static final double DAYS_PER_MONTH = 30.4;

  private final Scenario scenario;
  private final int replicates;
  private final Optional<LocalDate> end;

  ShortCopy(Scenario scenario) {
    this.scenario = scenario;
    int cases = scenario.policies().size() * scenario.regimes().size();
    this.replicates = Math.min(cases > 4 ? 1 : 2, scenario.run().replicates());
    int months = (int) Math.max(1, ROUNDS / (replicates * cases * roundsPerMonth()));
    LocalDate earlier = scenario.run().start().plusMonths(months);
    this.end =
        earlier.isBefore(end()) && !losesHistory(earlier) ? Optional.of(earlier) : Optional.empty();
  }

  /**
   * The file.
   *
   * @param name of the new scenario
   * @param file the new file, as the user names it
   * @param parent the file it extends, as YAML, seen from the new one
   * @param room lines it may have
   */
  String text(String name, String file, String parent, int room) {
    String old = scenario.name();
    boolean dropped =
        end.isPresent() && scenario.expect().stream().anyMatch(e -> isCut(e, end.get()));
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            """
            # A short copy of %1$s to change: all that is not said here is as in the file it extends.
            # `./depinsim validate %3$s` checks it, `./depinsim run %3$s` runs it.
            depinsim: 1
            extends: %4$s
            name: %2$s
            question: What changes in %1$s when one of its inputs does?
            description: A short copy of %1$s, made to be changed; it shows how things work, not what comes out.
            # %1$s has %5$s: take away %6$s to have that back.
            run: {%7$s}
            """,
            old,
            name,
            file,
            parent,
            length(),
            dropped ? "`run` and `expect`" : "`run`",
            run()));
    if (dropped) {
      text.append("expect: []    # what is expected of the whole length cannot be of a part\n");
    }
    int left = room - (int) text.chars().filter(c -> c == '\n').count();
    return text.append(InputComments.of(scenario.uncertainInputs(), left)).toString();
  }

  private String length() {
    RunSpec run = scenario.run();
    String until = run.end() == null ? "runs for " + run.horizon() : "runs to " + run.end();
    return run.replicates()
        + (run.replicates() == 1 ? " replicate" : " replicates")
        + " and "
        + until;
  }

  private String run() {
    StringBuilder run = new StringBuilder("replicates: ").append(replicates);
    if (end.isPresent()) {
      RunSpec old = scenario.run();
      if (old.end() != null) {
        run.append(", end: ").append(end.get());
      } else {
        long months = ChronoUnit.MONTHS.between(old.start(), end.get());
        run.append(", horizon: ").append(new Span(months, SpanUnit.MONTHS));
      }
      if (old.warmUp() != null && !after(old.start(), old.warmUp()).isBefore(end.get())) {
        run.append(", warmUp: 0 days");
      }
    }
    return run.toString();
  }

  private LocalDate end() {
    RunSpec run = scenario.run();
    return run.end() != null ? run.end() : after(run.start(), run.horizon());
  }

  private static LocalDate after(LocalDate start, Span span) {
    Instant end = span.plusTo(start.atStartOfDay(ZoneOffset.UTC).toInstant());
    return end.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private double roundsPerMonth() {
    double people = 0;
    for (var cohort : scenario.providers().values()) {
      people += cohort.potential();
    }
    double rounds = 0;
    for (NetworkSpec network : scenario.networks().values()) {
      rounds += DAYS_PER_MONTH / days(network.clock().settlement());
      if (network.exchange() != null) {
        Span market = network.clock().market();
        rounds += MARKET_ROUND * DAYS_PER_MONTH / (market == null ? 7 : days(market));
      }
    }
    return rounds * Math.max(1, people / PEOPLE);
  }

  private static double days(Span span) {
    return span.unit().isFixed()
        ? span.fixedMicros() / 86_400_000_000.0
        : span.wholeMonths() * DAYS_PER_MONTH;
  }

  /** Whether a statement with limits reaches past an earlier end, so that the end decides it. */
  private static boolean isCut(ExpectSpec expect, LocalDate earlier) {
    return expect.history() == null
        && expect.within() != null
        && (expect.to() == null || expect.to().isAfter(earlier))
        && (expect.from() == null || !expect.from().isAfter(earlier));
  }

  /** Whether dropping the statements would leave a history that nothing reads, which is refused. */
  private boolean losesHistory(LocalDate earlier) {
    return scenario.expect().stream().anyMatch(e -> isCut(e, earlier))
        && scenario.expect().stream().anyMatch(e -> e.history() != null);
  }
}
