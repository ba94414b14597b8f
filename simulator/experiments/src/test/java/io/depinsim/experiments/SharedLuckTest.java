package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Common random numbers: what happens to one provider changes no draw of anybody else. Every use of
 * a stream is heard, in two worlds that differ in one provider; the draws of all others must be the
 * same ones with the same values.
 */
class SharedLuckTest {
  private static final int REPLICATE = 3;

  @TempDir Path folder;

  /** First value of each stream used, by purpose, entity and occurrence. */
  private static final class Heard {
    private final TreeMap<String, Long> values = new TreeMap<>();
    private String digest = "";

    TreeMap<String, Long> without(String cohort, Predicate<Purpose> purposes) {
      TreeMap<String, Long> others = new TreeMap<>();
      String own = " " + Entity.cohortCode(cohort) + " ";
      values.forEach(
          (key, value) -> {
            if (!key.contains(own) && purposes.test(Purpose.valueOf(key.split(" ")[0]))) {
              others.put(key, value);
            }
          });
      return others;
    }
  }

  private static Heard run(Scenario scenario) {
    Heard heard = new Heard();
    Streams silent = new Streams(scenario.run().seed(), REPLICATE);
    Streams streams =
        new Streams(
            scenario.run().seed(),
            REPLICATE,
            (purpose, entity, occurrence) ->
                heard.values.put(
                    purpose + " " + (entity >>> 26) + " " + entity + " " + occurrence,
                    silent.at(purpose, entity, occurrence).nextLong()));
    Replicate replicate =
        new Assembler(scenario.policy(scenario.policies().get(0)))
            .assemble(streams, CheckLevel.NONE, key -> true);
    replicate.run();
    heard.digest = replicate.recorder().digest();
    return heard;
  }

  /**
   * Sizes, stays, faults of every day and blocks of every day, beside a provider who comes late.
   */
  @Test
  void aDelayedProviderLeavesAllOtherDrawsUnchanged() throws IOException {
    String text = Samples.text("small-filecoin.yaml");
    Heard early = run(Samples.parse(folder, withOne(text, "2020-12-10")));
    Heard late = run(Samples.parse(folder, withOne(text, "2021-03-25")));
    assertNotEquals(early.digest, late.digest, "the delay must matter");
    TreeMap<String, Long> others = early.without("one", purpose -> true);
    assertTrue(others.size() > 60 * 100, () -> others.size() + " draws heard");
    assertEquals(others, late.without("one", purpose -> true));
  }

  private static String withOne(String text, String until) {
    String one =
        """
        providers:
          one:
            kind: fleet
            potential: 2
            joins: [filecoin]
            entry: {atStart: 50 %, until: DAY}
            capacity:
              filecoin:
                documented:
                  rawPower: {2020-12-01: 3 PiB}
                  quality: {2020-12-01: 1.2}
                  onboarded: {2020-12-01: 0.1 PiB/day}
                  onboardedQuality: {2020-12-01: 2}
                  renewed: {2020-12-01: 0.1 PiB/day}
                  renewedQuality: {2020-12-01: 1.5}
                  terminated: {2020-12-01: 0 PiB/day}
                  shortestTerm: 30 days
                  longestTerm: 90 days
                  termParts: 5
                  firstExpiry: 10 days
                  openingAge: 20 days
        """
            .replace("DAY", until);
    assertTrue(text.contains("providers:\n"));
    return text.replaceFirst("providers:\n", one);
  }

  /**
   * Whether an owner acts is asked only when acting would pay, which another owner's machines may
   * change; but when it is asked, it is asked for the same round of the calendar and gets the same
   * answer. All else is the same draw by draw.
   */
  @Test
  void anOwnerWhoStaysOutLeavesAllOtherDrawsUnchanged() throws IOException {
    Path file = Path.of("../../scenarios/examples/two-markets.yaml");
    Heard all = run(Samples.read(file, "run.horizon=18 months"));
    Heard without =
        run(Samples.read(file, "run.horizon=18 months", "providers.miners.potential=299"));
    assertNotEquals(all.digest, without.digest);
    TreeMap<String, Long> certain = all.without("nobody", p -> p != Purpose.OWNER_ACTION);
    TreeMap<String, Long> certainLater = without.without("nobody", p -> p != Purpose.OWNER_ACTION);
    long last = Entity.of(Entity.cohortCode("miners"), 299);
    certain.keySet().removeIf(key -> key.contains(" " + last + " "));
    assertTrue(certain.size() > 1000, () -> certain.size() + " draws heard");
    assertEquals(certain, certainLater);
    TreeMap<String, Long> asked = all.without("nobody", p -> p == Purpose.OWNER_ACTION);
    TreeMap<String, Long> askedLater = without.without("nobody", p -> p == Purpose.OWNER_ACTION);
    long both = asked.keySet().stream().filter(askedLater::containsKey).count();
    assertTrue(both > asked.size() * 0.9, () -> both + " of " + asked.size() + " asked in both");
    askedLater.forEach((key, value) -> assertEquals(value, asked.getOrDefault(key, value), key));
  }
}
