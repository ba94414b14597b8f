package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Neither threads nor checks change what becomes of jobs, and the ledger holds after each event.
 */
class JobsReproducibilityTest {
  private static final Path QUEUES = Path.of("../../scenarios/service/queues.yaml");

  private static List<String> digests(int threads, CheckLevel checks) throws Exception {
    Scenario scenario = Samples.read(QUEUES, "run.horizon=10 days", "run.measure=1 day");
    return Samples.digests(
        new ScenarioRun(scenario, Samples.options(scenario, 2, threads, checks)).execute());
  }

  @Test
  void threadsAndChecksChangeNothing() throws Exception {
    List<String> plain = digests(1, CheckLevel.NONE);
    assertEquals(14, plain.stream().distinct().count(), "every policy and replicate is another");
    assertEquals(plain, digests(2, CheckLevel.NONE));
    assertEquals(plain, digests(2, CheckLevel.EVENT));
  }

  /** A unit costs between the two tiers; the ledger is checked after each event. */
  @Test
  void usersPayBetweenTheTiers() throws Exception {
    Scenario scenario = Samples.read(QUEUES, "run.horizon=6 weeks");
    Replicate replicate =
        new Assembler(scenario.policy("firstCome", "base"))
            .assemble(0, CheckLevel.EVENT, key -> true);
    replicate.run();
    double revenue = value(replicate, "ray.revenueTotal");
    double perUnit = value(replicate, "ray.costPerUnit");
    assertTrue(revenue > 5_000, () -> "revenue " + revenue);
    assertTrue(perUnit > 0.3 && perUnit < 0.36, () -> "between the tiers: " + perUnit);
  }

  private static double value(Replicate replicate, String metric) {
    return replicate.gauges().stream()
        .filter(gauge -> gauge.definition().key().equals(metric))
        .findFirst()
        .orElseThrow()
        .value()
        .getAsDouble();
  }
}
