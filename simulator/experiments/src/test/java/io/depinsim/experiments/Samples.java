package io.depinsim.experiments;

import io.depinsim.agents.AgentsCatalogue;
import io.depinsim.core.engine.market.ShockCatalogue;
import io.depinsim.core.incentive.IncentiveCatalogue;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.market.MarketCatalogue;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Scenarios and runs that several tests share. */
final class Samples {
  private Samples() {}

  /** A network with every Filecoin rule, 60 providers, 120 days, crossing every change of rules. */
  static Scenario smallFilecoin(String... overrides) throws IOException {
    return read("small-filecoin.yaml", overrides);
  }

  /** Two networks with their own tokens and clocks, one cohort on both, running costs in USD. */
  static Scenario twoNetworks(String... overrides) throws IOException {
    return read("two-networks.yaml", overrides);
  }

  /** A scenario beside the tests. */
  static Scenario read(String resource, String... overrides) throws IOException {
    return read(path(resource), overrides);
  }

  /** A scenario given as text. */
  static Scenario parse(Path folder, String text) throws IOException {
    return read(Files.writeString(folder.resolve("parsed.yaml"), text));
  }

  static Scenario read(Path file, String... overrides) throws IOException {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                new IncentiveCatalogue(),
                new MarketCatalogue(),
                new ShockCatalogue(),
                new AgentsCatalogue()));
    return new ScenarioReader(catalogue).read(file, Arrays.asList(overrides));
  }

  /** Text of a scenario beside the tests. */
  static String text(String resource) throws IOException {
    return Files.readString(path(resource));
  }

  private static Path path(String resource) {
    try {
      return Path.of(Samples.class.getResource(resource).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Options of a run, all metrics recorded. */
  static RunOptions options(Scenario scenario, int replicates, int threads, CheckLevel checks) {
    return options(scenario, replicates, threads, checks, key -> true);
  }

  static RunOptions options(
      Scenario scenario,
      int replicates,
      int threads,
      CheckLevel checks,
      Predicate<String> recorded) {
    return new RunOptions(
        scenario.policies(), replicates, threads, checks, recorded, RunOptions.Progress.NONE);
  }

  /** Runs with the highest check level on one thread. */
  static RunResult run(Scenario scenario, int replicates) throws InterruptedException {
    return new ScenarioRun(scenario, options(scenario, replicates, 1, CheckLevel.EVENT)).execute();
  }

  /** Digests alone, in order. */
  static List<String> digests(RunResult result) {
    return result.digests().stream().map(digest -> digest.digest()).toList();
  }
}
