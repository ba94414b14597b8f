package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.Agenda;
import io.depinsim.core.engine.Mechanism;
import io.depinsim.core.engine.Simulation;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.run.DecisionFile;
import io.depinsim.core.run.DecisionSection;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.run.RunDirectoryException;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.experiments.RunService.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of decisions: same bytes however a run was run, and results that know nothing of it. */
class DecisionsReproducibilityTest {
  private static final int DAYS = 60;
  private static final Consumer<Simulation> LOGGING = LoggingGuest::new;

  @TempDir Path folder;

  private Scenario scenario(String decisions) throws IOException {
    String text =
        SmallScenario.TEXT.replace(
                "horizon: 10 days}", "horizon: " + DAYS + " days, decisions: " + decisions + "}")
            + """
            policies:
              pay:
                ten: {}
                five: {set: {first.emission.fixed.perDay: 5 TOKEN}}
            regimes: {calm: {}, mild: {}}
            """;
    return Samples.parse(folder, text);
  }

  private static RunOptions options(Scenario scenario, int threads, Keeping keeping) {
    return new RunOptions(
        scenario.policies(),
        3,
        threads,
        CheckLevel.EPOCH,
        key -> true,
        RunOptions.Progress.NONE,
        2,
        keeping,
        Optional.empty());
  }

  private Path write(Scenario scenario, String name, int threads, Consumer<Simulation> guests)
      throws InterruptedException {
    Path into = folder.resolve(name);
    Keeping keeping = Keeping.fromTheStart();
    new RunService(scenario, options(scenario, threads, keeping), guests)
        .run(into, new Provenance("test", "none"));
    return into;
  }

  private static byte[] bytes(Path run) throws IOException {
    return Files.readAllBytes(run.resolve("decisions.bin"));
  }

  @Test
  void threadsChangeNoByte() throws Exception {
    Scenario scenario = scenario("{rate: 100 %, replicates: 2}");
    Path one = write(scenario, "one", 1, LOGGING);
    Path two = write(scenario, "two", 2, LOGGING);
    assertArrayEquals(bytes(one), bytes(two));
    assertFalse(Files.exists(one.resolve("checkpoint")));
    try (RunDirectory run = RunDirectory.open(one)) {
      DecisionFile file = run.decisions().orElseThrow();
      file.verify();
      assertEquals(
          List.of(
              "ten calm 0",
              "ten calm 1",
              "ten mild 0",
              "ten mild 1",
              "five calm 0",
              "five calm 1",
              "five mild 0",
              "five mild 1"),
          file.index().sections().stream()
              .map(s -> s.policy() + " " + s.regime() + " " + s.replicate())
              .toList());
      long each = (DAYS + 1L) * LoggingGuest.JOBS_PER_DAY + 9;
      assertEquals(
          new Manifest.Decisions(1, 2, 8 * each, file.index().seal()), run.manifest().decisions());
    }
  }

  @Test
  void theLogChangesNoResult() throws Exception {
    Scenario logged = scenario("{rate: 100 %, replicates: 2}");
    RunResult with =
        new ScenarioRun(logged, options(logged, 2, Keeping.fromTheStart()), LOGGING).execute();
    Scenario silent = scenario("{replicates: 0}");
    RunResult without =
        new ScenarioRun(silent, options(silent, 2, Keeping.fromTheStart()), LOGGING).execute();
    assertEquals(Samples.digests(without), Samples.digests(with));
    assertEquals(without.summary(), with.summary());
    assertEquals("", without.decisions().seal());
    assertEquals(8, with.decisions().sections().size());
  }

  @Test
  void whereNothingIsLoggedThereIsNoFile() throws Exception {
    Scenario scenario = scenario("{}");
    assertEquals(0.001, scenario.run().decisions().rate());
    Path run = write(scenario, "none", 2, ScenarioRun.NOBODY);
    assertFalse(Files.exists(run.resolve("decisions.bin")));
    try (RunDirectory directory = RunDirectory.open(run)) {
      assertEquals(Optional.empty(), directory.decisions());
      assertEquals(new Manifest.Decisions(0.001, 1, 0, ""), directory.manifest().decisions());
    }
  }

  @Test
  void everyPolicyLogsTheSameJobsAndAHigherRateMore() throws Exception {
    Scenario some = scenario("{rate: 2 %}");
    RunResult few =
        new ScenarioRun(some, options(some, 1, Keeping.fromTheStart()), LOGGING).execute();
    List<DecisionSection> sections = few.decisions().sections();
    assertEquals(4, sections.size());
    long picked = sections.get(0).seal().decisions();
    assertTrue(picked > 300 && picked < 700, picked + " of 24,400");
    assertEquals(picked, sections.get(3).seal().decisions());
    assertNotEquals(sections.get(0).seal().chain(), sections.get(3).seal().chain());
  }

  /** Copies the folder as it is when a day is reached for the n-th time: what a kill leaves. */
  private static final class Killer implements Mechanism {
    private final Path from;
    private final Path to;
    private final AtomicInteger left;

    Killer(Path from, Path to, AtomicInteger left) {
      this.from = from;
      this.to = to;
      this.left = left;
    }

    @Override
    public String name() {
      return "killer";
    }

    @Override
    public void start(Agenda agenda) {
      agenda.schedule(33 * 86_400L * SimulatedTime.MICROS_PER_SECOND, Phase.MEASUREMENT, 0, 0, 0);
    }

    @Override
    public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
      if (left.decrementAndGet() != 0) {
        return;
      }
      try (Stream<Path> files = Files.walk(from)) {
        // The holder names a process; a killed one is another than that which goes on.
        for (Path file : files.filter(f -> !f.endsWith(".depinsim-writer")).toList()) {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void killedAtAnyReplicateAndGoneOnWithChangesNoByte() throws Exception {
    Scenario scenario = scenario("{rate: 100 %, replicates: 2}");
    byte[] whole = bytes(write(scenario, "whole", 1, LOGGING));
    for (int replicate : new int[] {1, 3, 6, 8}) {
      for (double seconds : new double[] {1e-9, 0.004, 1000}) {
        Path running = folder.resolve("running" + replicate + seconds);
        Path killed = folder.resolve("killed" + replicate + seconds);
        AtomicInteger left = new AtomicInteger(replicate);
        Consumer<Simulation> both =
            simulation -> {
              new LoggingGuest(simulation);
              simulation.add(new Killer(running, killed, left));
            };
        StopSignal never = new StopSignal();
        Keeping keeping = new Keeping(Keeping.Mode.RESUME, seconds, never, "build", how -> {});
        new RunService(scenario, options(scenario, 1, keeping), both)
            .run(running, new Provenance("test", "none"));
        assertArrayEquals(whole, bytes(running));
        assertTrue(Files.exists(killed.resolve("checkpoint")), "killed on the way");
        new RunService(scenario, options(scenario, 2, keeping), both)
            .run(killed, new Provenance("test", "none"));
        assertArrayEquals(whole, bytes(killed), "replicate " + replicate + ", " + seconds);
      }
    }
  }

  @Test
  void aLogThatIsNotTheRunsIsRefused() throws Exception {
    Path one = write(scenario("{rate: 2 %}"), "one", 1, LOGGING);
    Path two = write(scenario("{rate: 3 %}"), "two", 1, LOGGING);
    Files.write(one.resolve("decisions.bin"), bytes(two));
    try (RunDirectory run = RunDirectory.open(one)) {
      assertTrue(
          assertThrows(RunDirectoryException.class, run::decisions)
              .getMessage()
              .endsWith("is not the one of this run: manifest.json has another seal of it."));
    }
    Files.delete(two.resolve("decisions.bin"));
    try (RunDirectory run = RunDirectory.open(two)) {
      assertTrue(
          assertThrows(RunDirectoryException.class, run::decisions)
              .getMessage()
              .contains("holds no decisions.bin, but its manifest.json seals one."));
    }
  }
}
