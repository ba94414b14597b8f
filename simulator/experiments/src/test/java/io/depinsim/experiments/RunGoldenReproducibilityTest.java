package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

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
            "two-networks 0 " + digest("two-networks.yaml", 0));
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
}
