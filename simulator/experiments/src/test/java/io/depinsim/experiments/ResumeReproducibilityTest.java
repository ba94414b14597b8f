package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.run.Checkpoint;
import io.depinsim.core.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A replicate that is put down every few instants and taken up by a fresh assembly, as after a
 * kill, ends as one that ran through. So no state lies outside what a checkpoint sees.
 */
class ResumeReproducibilityTest {
  private static final Path SHIPPED = Path.of("../../scenarios");

  @TempDir Path folder;

  /** Every shipped scenario, and what makes it short enough for a test. */
  private static final Map<String, List<String>> CHANGES = new TreeMap<>();

  static {
    shorten("filecoin/replay-history", "run.end=2021-11-15");
    shorten("filecoin/replay-to-2025", "run.start=2025-01-01", "run.end=2025-06-15");
    shorten("examples/two-networks", "run.horizon=8 months");
    shorten("examples/two-markets");
    shorten("examples/price-fall", "run.horizon=24 months");
    shorten("examples/price-band", "run.horizon=24 months");
    shorten("examples/storage-tips");
    shorten("examples/pipeline", "run.horizon=9 weeks");
    shorten("econagentic/baseline", "run.horizon=50 months");
    shorten("econagentic/counter", "run.horizon=50 months");
    shorten("econagentic/emission", "run.horizon=50 months");
    shorten("econagentic/pricing", "run.horizon=50 months");
    shorten("econagentic/impact", "run.horizon=20 months");
    shorten("econagentic/kicks", "run.horizon=60 months");
    shorten("econagentic/ablation-network-value", "run.horizon=50 months");
    shorten("econagentic/decomposition", "run.horizon=50 months");
    shorten("econagentic/horizons", "run.horizon=20 months");
    shorten("econagentic/closed-form", "run.horizon=60 months");
    shorten("policies/burn-share", "run.horizon=15 months");
    shorten("policies/demand-linked", "run.horizon=15 months");
    shorten("policies/front-loaded", "run.horizon=15 months");
    shorten("policies/halving-or-decay", "run.horizon=15 months");
    shorten("policies/pay-in", "run.horizon=15 months");
    shorten("policies/price-lists", "run.horizon=15 months");
    shorten("policies/price-step", "run.horizon=15 months");
    shorten("policies/price-target", "run.horizon=15 months");
    shorten("policies/unlock", "run.horizon=15 months");
    shorten("service/bursts", "run.horizon=4 weeks");
    shorten("service/queues", "run.horizon=4 weeks");
    shorten("service/quality", "run.horizon=20 months");
    shorten("service/pricing", "run.horizon=10 months");
    shorten("service/resilience", "run.horizon=2 months");
    shorten("service/wear", "run.horizon=3 months");
    shorten("service/two-choices", "run.horizon=4 weeks");
    shorten("service/allocation", "run.horizon=3 weeks");
    shorten("service/forecast", "run.horizon=3 weeks");
    shorten("service/competition", "run.horizon=5 weeks");
    shorten("service/frontier", "run.horizon=4 months");
  }

  private static void shorten(String name, String... changes) {
    CHANGES.put(name, List.of(changes));
  }

  static Set<String> names() {
    return CHANGES.keySet();
  }

  @Test
  void everyShippedScenarioIsPutDown() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      Set<String> shipped = new TreeSet<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        if (Files.readAllLines(file).stream().anyMatch(line -> line.startsWith("run:"))) {
          shipped.add(SHIPPED.relativize(file).toString().replace(".yaml", ""));
        }
      }
      assertEquals(shipped, names(), "a row for every scenario that can run");
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPolicyEndsAsIfItHadNeverBeenPutDown(String name) throws Exception {
    String[] changes = CHANGES.get(name).toArray(new String[0]);
    Scenario scenario = Samples.read(SHIPPED.resolve(name + ".yaml"), changes);
    for (String policy : scenario.policies()) {
      for (String regime : scenario.regimes()) {
        Assembler assembler = new Assembler(scenario.policy(policy, regime));
        AtomicInteger instants = new AtomicInteger();
        Replicate through = assembler.assemble(1, CheckLevel.EPOCH, key -> true);
        through.simulation().run(through.horizonMicros(), now -> instants.incrementAndGet() > 0);
        for (int stride : List.of(instants.get() / 3 + 1, instants.get() / 11 + 1)) {
          same(through, inPieces(assembler, stride), name + ", " + policy + ", " + regime);
        }
      }
    }
  }

  private Replicate inPieces(Assembler assembler, int stride) {
    Checkpoint checkpoint = Checkpoint.begin(folder, Map.of("test", "this"));
    int pieces = 0;
    while (true) {
      Replicate replicate = assembler.assemble(1, CheckLevel.EPOCH, key -> true);
      checkpoint.restore(0, replicate.simulation());
      AtomicInteger instants = new AtomicInteger();
      boolean ended =
          replicate
              .simulation()
              .run(replicate.horizonMicros(), now -> instants.incrementAndGet() <= stride);
      if (ended) {
        assertTrue(pieces >= 2, "the run was put down at least twice");
        return replicate;
      }
      checkpoint.keep(0, replicate.simulation());
      pieces++;
    }
  }

  private static void same(Replicate one, Replicate other, String where) {
    for (int m = 0; m < one.gauges().size(); m++) {
      assertArrayEquals(
          one.recorder().series(m),
          other.recorder().series(m),
          where + " " + one.definitions().get(m).key());
    }
    assertEquals(one.recorder().digest(), other.recorder().digest(), where);
    assertEquals(one.simulation().events(), other.simulation().events(), where);
    assertEquals(
        one.simulation().ledger().scans(), other.simulation().ledger().scans(), where + " scans");
    assertEquals(clamps(one), clamps(other), where + " clamps");
  }

  private static Map<String, String> clamps(Replicate of) {
    Map<String, String> all = new TreeMap<>();
    of.clamps().forEach((name, count) -> all.put(name, count[0] + " of " + count[1]));
    return all;
  }
}
