package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.run.Checkpoint;
import io.depinsim.core.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A replicate that is put down every few instants and taken up by a fresh assembly, as after a
 * kill, ends as one that ran through. So no state lies outside what a checkpoint sees.
 */
class ResumeReproducibilityTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "filecoin/replay-history, run.end=2021-11-15",
    "examples/two-networks, run.horizon=8 months",
    "examples/two-markets, run.measure=1 month",
    "econagentic/baseline, run.horizon=50 months",
    "econagentic/counter, run.horizon=50 months",
    "econagentic/emission, run.horizon=50 months",
    "econagentic/pricing, run.horizon=50 months",
    "econagentic/impact, run.horizon=20 months",
    "econagentic/kicks, run.horizon=60 months",
    "econagentic/ablation-network-value, run.horizon=50 months",
    "econagentic/decomposition, run.horizon=50 months",
  })
  void everyPolicyEndsAsIfItHadNeverBeenPutDown(String name, String change) throws Exception {
    Scenario scenario = Samples.read(Path.of("../../scenarios", name + ".yaml"), change);
    for (String policy : scenario.policies()) {
      for (String regime : scenario.regimes()) {
        Assembler assembler = new Assembler(scenario.policy(policy, regime));
        AtomicInteger instants = new AtomicInteger();
        Replicate through = assembler.assemble(1, CheckLevel.EPOCH, key -> true);
        through.simulation().run(through.horizonMicros(), now -> instants.incrementAndGet() > 0);
        for (int stride : List.of(instants.get() / 3 + 1, instants.get() / 11 + 1)) {
          same(through, inPieces(assembler, stride), policy + ", " + regime);
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
