package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Digests that must not move, on any JDK. A change here is a change of results and belongs in the
 * changelog; {@code -Ddepinsim.golden.update=true} writes the new ones, then fails once.
 */
class RunGoldenReproducibilityTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/io/depinsim/experiments/digests.golden");

  @Test
  void digestsAreThoseOnRecord() throws Exception {
    List<String> lines =
        List.of(
            "small-filecoin 0 " + digest("small-filecoin.yaml", 0),
            "small-filecoin 1 " + digest("small-filecoin.yaml", 1),
            "two-networks 0 " + digest("two-networks.yaml", 0),
            "econagentic/baseline 0, 36 months " + econAgentic(),
            "examples/two-markets 0 " + shipped("examples/two-markets.yaml"));
    if (Boolean.getBoolean("depinsim.golden.update")) {
      Files.write(GOLDEN, lines);
      fail("wrote " + GOLDEN + "; look at the difference, then run without the property");
    }
    assertEquals(
        Files.readAllLines(GOLDEN),
        lines,
        "results have changed; if that is meant, run once with -Ddepinsim.golden.update=true");
  }

  private static String digest(String resource, int replicate) throws Exception {
    return Samples.digests(Samples.run(Samples.read(resource), replicate + 1)).get(replicate);
  }

  private static String econAgentic() throws Exception {
    return shipped("econagentic/baseline.yaml", "run.horizon=36 months");
  }

  /** Base policy and regime, first replicate. */
  private static String shipped(String file, String... overrides) throws Exception {
    Scenario scenario = Samples.read(Path.of("../../scenarios").resolve(file), overrides);
    Replicate replicate =
        new Assembler(scenario.policy(scenario.policies().get(0)))
            .assemble(0, CheckLevel.NONE, key -> false);
    replicate.run();
    return replicate.recorder().digest();
  }
}
