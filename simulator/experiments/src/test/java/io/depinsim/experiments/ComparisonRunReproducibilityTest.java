package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.RunService.Provenance;
import io.depinsim.experiments.compare.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole comparison, run on a short economy: same bytes, and numbers that agree with the parts.
 */
class ComparisonRunReproducibilityTest {
  private static final List<String> TABLES =
      List.of(
          "comparison.csv",
          "arms.csv",
          "best.csv",
          "variance.csv",
          "inputs.csv",
          "map.csv",
          "series.csv",
          "summary.csv");

  @TempDir Path folder;

  private static Scenario scenario() throws IOException {
    return Samples.read("compared.yaml");
  }

  private static CompareOptions how(Optional<Precision> precision) {
    return new CompareOptions(
        true, 4, precision, Optional.empty(), 64, 499, List.of("users", "cloud"), 2, 3);
  }

  private static RunOptions options(
      Scenario scenario, int threads, CompareOptions how, Keeping keeping) {
    return new RunOptions(
        scenario.policies(),
        scenario.run().replicates(),
        threads,
        CheckLevel.NONE,
        key -> true,
        RunOptions.Progress.NONE,
        RunOptions.DEFAULT_SERIES,
        keeping,
        Optional.of(how));
  }

  private Path write(String name, int threads, Keeping keeping) throws Exception {
    Scenario scenario = scenario();
    Path into = folder.resolve(name);
    new RunService(scenario, options(scenario, threads, how(Optional.empty()), keeping))
        .run(into, new Provenance("test", "none"));
    return into;
  }

  private static void same(Path one, Path other) throws IOException {
    for (String table : TABLES) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(table)), Files.readAllBytes(other.resolve(table)), table);
    }
  }

  @Test
  void threadsChangeNoByte() throws Exception {
    same(write("one", 1, Keeping.fromTheStart()), write("two", 2, Keeping.fromTheStart()));
  }

  /** Put down after some of its replicates, pairs and points of the map, and gone on with. */
  @Test
  void interruptedAndGoneOnWithChangesNoByte() throws Exception {
    Path whole = write("whole", 1, Keeping.fromTheStart());
    Path pieces = folder.resolve("pieces");
    int attempts = 0;
    boolean ended = false;
    while (!ended) {
      StopSignal stop = new StopSignal();
      AtomicInteger looks = new AtomicInteger();
      Scenario scenario = scenario();
      Keeping keeping = new Keeping(Keeping.Mode.RESUME, 0.05, stop, "build", how -> {});
      RunOptions all = options(scenario, 1, how(Optional.empty()), keeping);
      RunOptions some =
          new RunOptions(
              all.policies(),
              all.replicates(),
              1,
              all.checks(),
              all.recorded(),
              (done, of) -> {
                if (looks.incrementAndGet() > 9) {
                  stop.raise();
                }
              },
              all.series(),
              keeping,
              all.compare());
      try {
        new RunService(scenario, some).run(pieces, new Provenance("test", "none"));
        ended = true;
      } catch (InterruptedException e) {
        attempts++;
      }
    }
    assertTrue(attempts >= 3, attempts + " attempts were put down");
    same(whole, pieces);
  }

  @Test
  void whatIsReadBackIsWhatWasWritten() throws Exception {
    Scenario scenario = scenario();
    Path into = folder.resolve("read");
    RunService.Verdicts verdicts =
        new RunService(
                scenario, options(scenario, 2, how(Optional.empty()), Keeping.fromTheStart()))
            .run(into, new Provenance("test", "none"));
    try (RunDirectory run = RunDirectory.open(into)) {
      assertEquals(verdicts.comparison(), run.comparison());
      assertEquals(scenario.resolvedYaml(), run.manifest().scenario());
      assertTrue(run.manifest().inputsDrawn());
    }
  }

  private static ComparisonRecord compare(Scenario scenario, CompareOptions how)
      throws InterruptedException {
    return new ScenarioRun(scenario, options(scenario, 2, how, Keeping.fromTheStart()))
        .execute()
        .comparison()
        .orElseThrow();
  }

  /** The mean difference of a question is the mean over replicates of two series' statistics. */
  @Test
  void aDifferenceIsThatOfTheSeries() throws Exception {
    Scenario scenario = scenario();
    RunResult result =
        new ScenarioRun(
                scenario, options(scenario, 2, how(Optional.empty()), Keeping.fromTheStart()))
            .execute();
    ComparisonRow row =
        result.comparison().orElseThrow().rows().stream()
            .filter(r -> r.question().equals("capacity") && r.regime().equals("slump"))
            .findFirst()
            .orElseThrow();
    double sum = 0;
    for (int r = 0; r < result.replicates(); r++) {
      double[] base = result.series().values("posted", "slump", "compute.capacity", r);
      double[] other = result.series().values("follows", "slump", "compute.capacity", r);
      sum += other[other.length - 1] - base[base.length - 1];
    }
    assertEquals(sum / result.replicates(), row.meanDifference().getAsDouble(), 1e-9);
    assertNotEquals(0, sum);
  }

  /** With inputs as stated, the base replicates are those of an ordinary run. */
  @Test
  void statedInputsGiveTheDigestsOfARun() throws Exception {
    Scenario scenario = scenario();
    List<String> plain = Samples.digests(Samples.run(scenario, 3));
    CompareOptions stated = CompareOptions.fixed(false, 0);
    RunOptions three = Samples.options(scenario, 3, 2, CheckLevel.NONE).comparing(stated);
    assertEquals(plain, Samples.digests(new ScenarioRun(scenario, three).execute()));
    RunOptions drawn =
        Samples.options(scenario, 3, 2, CheckLevel.NONE).comparing(CompareOptions.fixed(true, 0));
    assertNotEquals(plain, Samples.digests(new ScenarioRun(scenario, drawn).execute()));
  }

  /** Replicates that a precision adds are those that a larger number would have had. */
  @Test
  void addedReplicatesAreOrdinaryOnes() throws Exception {
    Scenario scenario = Samples.read("compared.yaml", "run.horizon=10 months");
    CompareOptions growing =
        new CompareOptions(
            false,
            0,
            Optional.of(new Precision(0.00001)),
            Optional.empty(),
            33,
            499,
            List.of(),
            0,
            0);
    RunResult grown =
        new ScenarioRun(scenario, options(scenario, 2, growing, Keeping.fromTheStart())).execute();
    assertEquals(33, grown.replicates(), "the most allowed");
    RunOptions many =
        Samples.options(scenario, 33, 2, CheckLevel.NONE).comparing(CompareOptions.fixed(false, 0));
    assertEquals(
        Samples.digests(new ScenarioRun(scenario, many).execute()), Samples.digests(grown));
  }

  @Test
  void whatCannotBeSelectedOrMappedIsRefused() throws Exception {
    Scenario scenario = scenario();
    CompareOptions unknown =
        new CompareOptions(
            false, 0, Optional.empty(), Optional.of("nothing"), 64, 499, List.of(), 0, 0);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> compare(scenario, unknown))
            .getMessage()
            .startsWith("--best nothing: no question"));
    CompareOptions nowhere =
        new CompareOptions(
            true, 0, Optional.empty(), Optional.empty(), 64, 499, List.of("users", "x"), 2, 2);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> compare(scenario, nowhere))
            .getMessage()
            .startsWith("--map x: no uncertain input"));
  }

  /** Two providers or four, ten tokens a day give or take: no luck, and one input that decides. */
  private Scenario decidedByOneInput() throws IOException {
    return Samples.parse(
        folder,
        SmallScenario.TEXT.replace("seed: 3", "seed: 3, replicates: 30")
            + """
            policies:
              pay:
                once: {}
                twice: {replace: {first.rewards: {byCapacity: {}}}}
            uncertainties:
              pay: {path: first.emission.fixed.perDay, uniform: [5 TOKEN, 20 TOKEN]}
              units: {path: providers.pair.capacity.first.constant.units, uniform: [1 units, 9 units]}
            metrics:
              first.minedTotal: {statistic: last, matters: 1 %}
            """);
  }

  /** Without luck all variance is that of inputs, and what is minted goes with one of them. */
  @Test
  void luckAndInputsAreToldApart() throws Exception {
    Scenario scenario = decidedByOneInput();
    CompareOptions how = CompareOptions.fixed(true, 10);
    RunResult result =
        new ScenarioRun(scenario, options(scenario, 2, how, Keeping.fromTheStart())).execute();
    double[] minted = new double[result.replicates()];
    UncertainDraws draws = new UncertainDraws(scenario);
    for (int r = 0; r < minted.length; r++) {
      double[] series = result.series().values("once", "base", "first.minedTotal", r);
      minted[r] = series[series.length - 1];
      assertEquals(
          10 * draws.factors().get("pay").at(draws.places(r)[0]).doubleValue(),
          minted[r],
          0.02,
          "replicate " + r + " has the pay that was drawn for it");
    }
    assertTrue(Arrays.stream(minted).distinct().count() > 20, "pay was drawn anew");
  }

  /** A pair has the inputs of its replicate: where luck does nothing, the two are the same. */
  @Test
  void pairsShareTheirInputs() throws Exception {
    Scenario scenario = Samples.read("compared.yaml", "run.replicates=8");
    RunOptions drawn = options(scenario, 2, CompareOptions.fixed(true, 8), Keeping.fromTheStart());
    ComparisonRecord told = new ScenarioRun(scenario, drawn).execute().comparison().orElseThrow();
    // Users and the price of the cloud range over a factor of two to four; luck is a few per cent.
    double share =
        told.variance().stream()
            .filter(row -> row.question().equals("capacity") && row.regime().equals("usual"))
            .findFirst()
            .orElseThrow()
            .luckShare()
            .getAsDouble();
    assertTrue(share < 0.5, () -> "luck has " + share);
    double strongest =
        told.inputs().stream()
            .filter(row -> row.question().equals("capacity") && row.regime().equals("usual"))
            .mapToDouble(row -> Math.abs(row.spearman().getAsDouble()))
            .max()
            .orElseThrow();
    assertTrue(strongest > 0.6, () -> "the strongest input has " + strongest);
  }

  /** A point of the map is what a run with these two inputs says. */
  @Test
  void aPointOfTheMapIsTheRunWithItsInputs() throws Exception {
    List<ComparisonRecord.MapRow> map = compare(scenario(), how(Optional.empty())).map();
    ComparisonRecord.MapRow point =
        map.stream()
            .filter(row -> row.question().equals("capacity") && row.policy().equals("follows"))
            .skip(1)
            .findFirst()
            .orElseThrow();
    Scenario set =
        Samples.read(
            "compared.yaml",
            "consumers.users.potential=" + point.x(),
            "outside.cloud.price=" + point.y());
    RunResult run = new ScenarioRun(set, Samples.options(set, 3, 2, CheckLevel.NONE)).execute();
    double sum = 0;
    for (int r = 0; r < 3; r++) {
      double[] series = run.series().values("follows", "usual", "compute.capacity", r);
      sum += series[series.length - 1];
    }
    assertEquals(sum / 3, point.mean(), 1e-6);
    assertEquals(4, map.stream().map(row -> row.x() + " " + row.y()).distinct().count(), "a grid");
  }
}
