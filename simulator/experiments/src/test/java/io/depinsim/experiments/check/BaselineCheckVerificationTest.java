package io.depinsim.experiments.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.agents.AgentsCatalogue;
import io.depinsim.core.engine.market.ShockCatalogue;
import io.depinsim.core.incentive.IncentiveCatalogue;
import io.depinsim.core.market.MarketCatalogue;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.Baseline;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gates on replicates of a real scenario, half a year of two markets. Baseline and fresh
 * replicates of a trial are dealt from a pool of replicates that the program ran: given the pool,
 * trials are independent and both sets exchangeable, so the declared rate holds exactly. The exact
 * binomial interval of 99 % would miss it once in 100 other seeds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaselineCheckVerificationTest {
  private static final int TRIALS = 2000;
  private static final int POOL = 120;
  private static final int EACH = 12;

  private Path file;
  private Scenario scenario;
  private Baseline pool;

  @BeforeAll
  void run(@TempDir Path folder) throws Exception {
    String text =
        Files.readString(Path.of("../../scenarios/examples/two-markets.yaml"))
            .replace("horizon: 36 months", "horizon: 6 months")
            .replace(", from: 2026-07-01}", "}")
            .replaceAll("(?m)^  - \\{name: .*$", "")
            .replace("expect:", "");
    file = Files.writeString(folder.resolve("two-markets.yaml"), text);
    scenario = read();
    pool = new BaselineCheck(scenario, options(0.01)).record(POOL, "test");
  }

  private Scenario read(String... overrides) throws IOException {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                new IncentiveCatalogue(),
                new MarketCatalogue(),
                new ShockCatalogue(),
                new AgentsCatalogue()));
    return new ScenarioReader(catalogue).read(file, List.of(overrides));
  }

  private static CheckOptions options(double rate) {
    return new CheckOptions(
        rate, OptionalLong.empty(), 2, RunOptions.Progress.NONE, new StopSignal());
  }

  private List<LabelPermutation.Column> trial(Draws draws) {
    int[] order = new int[POOL];
    for (int i = 0; i < POOL; i++) {
      order[i] = i;
    }
    for (int i = 0; i < 2 * EACH; i++) {
      int other = i + draws.nextInt(POOL - i);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    List<LabelPermutation.Column> columns = new ArrayList<>();
    for (Baseline.Case of : pool.cases()) {
      for (String question : pool.questions().keySet()) {
        double[] all = of.column(question);
        double[] before = new double[EACH];
        double[] fresh = new double[EACH];
        for (int r = 0; r < EACH; r++) {
          before[r] = all[order[r]];
          fresh[r] = all[order[EACH + r]];
        }
        columns.add(new LabelPermutation.Column(before, fresh));
      }
    }
    return columns;
  }

  @Test
  void alarmsAsOftenAsDeclaredWhenNothingChanged() {
    double rate = 0.01;
    Draws draws = new Draws();
    int alarms = 0;
    for (int t = 0; t < TRIALS; t++) {
      new Streams(11, t).seek(draws, Purpose.RESAMPLING, Entity.ofName("trial of a check"), 0);
      LabelPermutation test = new LabelPermutation(t, rate);
      alarms += test.test("trial", trial(draws)).stream().anyMatch(test::alarms) ? 1 : 0;
    }
    BinomialInterval share = BinomialInterval.of(alarms, TRIALS, 0.99);
    String said = alarms + " of " + TRIALS + ": " + share;
    assertTrue(share.low() <= rate, said);
    assertTrue(share.high() >= rate, said);
  }

  @Test
  void passesItselfAndNoticesAnotherMarket() throws Exception {
    Baseline baseline = new BaselineCheck(scenario, options(0.01)).record(EACH, "test");
    CheckResult same = new BaselineCheck(scenario, options(0.01)).against(baseline);
    assertFalse(same.failed());
    assertEquals(EACH, same.replicates());
    assertTrue(same.paired().stream().allMatch(row -> row.differing() == 0 && row.mean() == 0));
    assertTrue(same.digests().stream().allMatch(row -> row.differing() == 0));
    Scenario other = read("consumers.studios.potential=3000 users");
    CheckResult moved = new BaselineCheck(other, options(0.01)).against(baseline);
    assertTrue(moved.paired().stream().anyMatch(PairedRow::failed));
    assertTrue(moved.fresh().stream().anyMatch(FreshRow::failed));
    assertTrue(moved.digests().stream().allMatch(row -> row.differing() == EACH));
  }

  @Test
  void freshReplicatesMayHaveASeedOfTheirOwnAndAreNotTheBaselines() throws Exception {
    Baseline baseline = new BaselineCheck(scenario, options(0.01)).record(EACH, "test");
    CheckOptions seeded =
        new CheckOptions(0.01, OptionalLong.of(99), 2, RunOptions.Progress.NONE, new StopSignal());
    CheckResult other = new BaselineCheck(scenario, seeded).against(baseline);
    CheckResult next = new BaselineCheck(scenario, options(0.01)).against(baseline);
    FreshRow one = other.fresh().get(0);
    assertTrue(one.fresh() != one.before() && next.fresh().get(0).fresh() != one.before());
    assertTrue(one.fresh() != next.fresh().get(0).fresh());
    assertEquals(one.before(), next.fresh().get(0).before());
  }

  @Test
  void threadsChangeNothing() throws Exception {
    CheckOptions alone =
        new CheckOptions(0.01, OptionalLong.empty(), 1, RunOptions.Progress.NONE, new StopSignal());
    Baseline one = new BaselineCheck(scenario, alone).record(4, "test");
    assertEquals(one, new BaselineCheck(scenario, options(0.01)).record(4, "test"));
  }
}
