package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is refused at its place, with path, value, rule and a guess. */
final class ScenarioErrorsTest {
  static final String GOOD =
      """
      depinsim: 1
      name: small
      question: Is this refused?
      run: {seed: 7, start: 2021-01-01, horizon: 6 months}
      assets:
        USD: {decimals: 6, outside: true}
        ONE: {decimals: 9}
      providers:
        miners:
          kind: fleet
          potential: 50
          joins: [first]
          opening: [100 USD]
          capacity:
            first:
              knots:
                onboarding: {2021-01-01: 1 PiB/day}
                sizes: [32 GiB]
      networks:
        first:
          asset: ONE
          emission:
            halving:
              total: {value: 9 ONE, grade: assumed, range: [5 ONE, 10 ONE]}
              halvings: 4
              scale: 50 %
          rewards: {byWork: {exponent: 1}}
      policies:
        plan:
          steps: {}
          half: {set: {first.emission.halving.scale: 25 %}}
      """;

  @TempDir Path folder;

  private ScenarioException refused(String text, String... overrides) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), text);
    ScenarioReader reader = new ScenarioReader(ToyRows.catalogue());
    return assertThrows(
        ScenarioException.class, () -> reader.read(file, List.of(overrides)), "was accepted");
  }

  private String messages(ScenarioException refused) {
    return refused.getMessage().replace(folder + "/", "");
  }

  @Test
  void theTextAllOthersAreMadeFromIsGood() throws IOException {
    Path file = Files.writeString(folder.resolve("good.yaml"), GOOD);
    Scenario scenario = new ScenarioReader(ToyRows.catalogue()).read(file, List.of());
    assertEquals(List.of("steps", "half"), scenario.policies());
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("horizon:", "horison:", "4:35: run: horison: unknown key. Maybe `horizon`."),
        mistake("question: Is this refused?\n", "", "1:1: the key `question` is missing."),
        mistake("depinsim: 1", "depinsim: 2", "1:11: depinsim: 2: this program reads format 1."),
        mistake("seed: 7, ", "", "4:6: run: the key `seed` is missing."),
        mistake(
            "seed: 7",
            "seed: 007",
            "4:13: run.seed: 007: a number must not start with 0. Maybe 7."),
        mistake("seed: 7", "seed: 7.5", "4:13: run.seed: 7.5: must be a whole number."),
        mistake(
            "seed: 7",
            "seed: '7'",
            "4:13: run.seed: 7: must be a number, not text. Maybe remove the quotes."),
        mistake("seed: 7", "seed: .inf", "4:13: run.seed: .inf: must be a number."),
        mistake(
            "seed: 7",
            "seed:",
            "4:12: run.seed: no value: a key needs a value. Maybe it is missing behind the colon, or the key"
                + " is left over."),
        mistake(
            "seed: 7",
            "seed: 7, seed: 8",
            "4:16: seed: the key stands twice, first at bad.yaml:4:7."),
        mistake(
            "2021-01-01, h", "2021-02-30, h", "4:23: run.start: 2021-02-30: there is no such day."),
        mistake(
            "horizon: 6 months",
            "horizon: 6 monthz",
            "4:44: run.horizon: 6 monthz: must be a whole number and a unit (seconds,"),
        mistake(
            "horizon: 6 months",
            "end: 2020-01-01",
            "4:40: run.end: 2020-01-01: must be after the start."),
        mistake(
            "horizon: 6 months",
            "horizon: 6 months, end: 2022-01-01",
            "4:6: run: exactly one of `horizon` and `end` must be given."),
        mistake("name: small", "name: 12", "2:7: name: 12: must be text. Maybe put it in quotes."),
        mistake(
            "outside: true",
            "outside: yes",
            "6:31: assets.USD.outside: yes: must be true or false."),
        mistake(
            "decimals: 9",
            "decimals: 9, cap: 10000000000 ONE",
            "7:27: assets.ONE.cap: 10000000000 ONE: does not fit 64 bits at 9 decimals, where at most 9223372036 ONE do. Maybe use fewer decimals."),
        mistake(
            "decimals: 9",
            "decimals: 9, cap: 5 USD",
            "7:27: assets.ONE.cap: 5 USD: `USD` is not a unit here; accepted: ONE."),
        mistake(
            "kind: fleet",
            "kind: flet",
            "10:11: providers.miners.kind: flet: must be one of idle, invested, fleet. Maybe `fleet`."),
        mistake(
            "potential: 50",
            "potential: 0",
            "11:16: providers.miners.potential: 0: must lie between 1 and 67108864."),
        mistake(
            "potential: 50",
            "potential: 50 providers",
            "11:16: providers.miners.potential: 50 providers: must be a bare number, without a unit."),
        mistake(
            "joins: [first]",
            "joins: [frist]",
            "12:13: providers.miners.joins.0: frist: no such network. Maybe `first`."),
        mistake(
            "joins: [first]",
            "joins: first",
            "12:12: providers.miners.joins: first: must be a list. Maybe [first]."),
        mistake(
            "joins: [first]",
            "joins: []",
            "15:7: providers.miners.capacity: first: the cohort does not join this network."),
        mistake(
            "[100 USD]",
            "[100 UDS]",
            "13:15: providers.miners.opening.0: 100 UDS: no such asset. Maybe `USD`."),
        mistake(
            "[100 USD]",
            "[100]",
            "13:15: providers.miners.opening.0: 100: no such asset; the amount must name one."),
        mistake(
            "knots:",
            "knotz:",
            "16:9: providers.miners.capacity.first: knotz: is no kind of capacity. Maybe `knots`."),
        mistake(
            "1 PiB/day",
            "1 PiB",
            "17:36: providers.miners.capacity.first.knots.onboarding.2021-01-01: 1 PiB: `PiB` is the wrong unit; accepted: B, kB, MB, GB, TB, PB, EB, KiB, MiB, GiB, TiB, PiB, EiB per s, min, h, day, week."),
        mistake(
            "1 PiB/day",
            "1 PiB/dya",
            "17:36: providers.miners.capacity.first.knots.onboarding.2021-01-01: 1 PiB/dya: `dya` is not a unit here; accepted: B,"),
        mistake(
            "1 PiB/day",
            "1 PiB/month",
            "17:36: providers.miners.capacity.first.knots.onboarding.2021-01-01: 1 PiB/month: `PiB/month` is the wrong unit"),
        mistake(
            "1 PiB/day",
            "many",
            "17:36: providers.miners.capacity.first.knots.onboarding.2021-01-01: many: must be a number with a unit; accepted: B,"),
        mistake(
            "2021-01-01: 1 PiB",
            "2021-1-1: 1 PiB",
            "17:24: providers.miners.capacity.first.knots.onboarding: 2021-1-1: the key must be a date such as 2025-01-31."),
        mistake(
            "[32 GiB]",
            "[32]",
            "18:19: providers.miners.capacity.first.knots.sizes.0: 32: needs a unit; accepted: B,"),
        mistake(
            "asset: ONE",
            "asset: OEN",
            "21:12: networks.first.asset: OEN: no such asset. Maybe `ONE`."),
        mistake(
            "asset: ONE",
            "asset: ONE\n    servce: jobs",
            "22:5: networks.first: servce: unknown key. Maybe `service`."),
        mistake(
            "value: 9 ONE",
            "value: 9 USD",
            "24:24: networks.first.emission.halving.total: 9 USD: `USD` is not a unit here; accepted: ONE."),
        mistake(
            "grade: assumed",
            "grade: asumed",
            "24:38: networks.first.emission.halving.total.grade: asumed: must be a grade of evidence. Maybe `assumed`."),
        mistake(
            "grade: assumed",
            "grade: documented",
            "24:38: networks.first.emission.halving.total: documented: needs a `source`. Maybe the grade is `assumed`."),
        mistake(
            "[5 ONE, 10 ONE]",
            "[10 ONE, 20 ONE]",
            "24:54: networks.first.emission.halving.total.range: [10 ONE, 20 ONE]: must run from low to high around the value."),
        mistake(
            "[5 ONE, 10 ONE]",
            "[5 ONE, 10 kW]",
            "24:62: networks.first.emission.halving.total.range: 10 kW: `kW` is the wrong unit; accepted: ONE."),
        mistake(
            "halvings: 4",
            "halvings: 0",
            "25:19: networks.first.emission.halving.halvings: 0: must be 1 or more. Maybe use `fixed`."),
        mistake(
            "scale: 50 %",
            "scale: 0.5",
            "26:16: networks.first.emission.halving.scale: 0.5: needs a unit; accepted: %."),
        mistake(
            "scale: 50 %",
            "scale: 50 points",
            "26:16: networks.first.emission.halving.scale: 50 points: `points` is the wrong unit; accepted: %."),
        mistake(
            "{byWork: {exponent: 1}}",
            "byWork",
            "27:14: networks.first.rewards: byWork: must be a map of exactly one key, the kind of rewards. Maybe `{byWork: {}}`."),
        mistake(
            "{byWork: {exponent: 1}}",
            "{byWork: {}, byLuck: {}}",
            "27:14: networks.first.rewards: {byWork, byLuck}: must be a map of exactly one key"),
        mistake(
            "{byWork: {exponent: 1}}",
            "{byWork: }",
            "27:22: networks.first.rewards.byWork: no value: must be a map with exponent."),
        mistake(
            "{byWork: {exponent: 1}}",
            "{byWork: &a {exponent: 1}}",
            "27:23: &a: anchors and aliases are not read. Maybe share pieces by `extends`."),
        mistake(
            "{byWork: {exponent: 1}}",
            "{byWork: {exponent: !!int 1}}",
            "27:34: !!int: tags are not read."),
        mistake(
            "scale: 25 %",
            "scale: 25 W",
            "31:48: networks.first.emission.halving.scale: 25 W: `W` is the wrong unit; accepted: %."),
        mistake(
            "halving.scale:",
            "halving.scal:",
            "31:18: first.emission.halving.scal: no such path in the scenario. Maybe `networks.first.emission.halving.scale`."),
        mistake(
            "first.emission.halving.scale: 25 %",
            "first.emission.halving: 25 %",
            "31:18: first.emission.halving: 25 %: this is a block; `set` changes single values. Maybe `replace`."),
        mistake(
            "set: {first.emission",
            "sett: {first.emission",
            "31:12: policies.plan.half: sett: unknown key. Maybe `set`."),
        mistake(
            "policies:",
            "regimes:\n  dull: {set: {first.emission.halving.total: 8 ONE}}\n  odd: {replace: {first.emission: {none: {}}}}\npolicies:",
            "30:19: networks.first.emission: policies.plan changes this too"),
        mistake(
            "  ONE: {decimals: 9}",
            "  ONE: {decimals: 9}\n  TWO: {decimals: 8}",
            "8:3: assets: TWO: nothing in this scenario refers to it. Maybe remove it."),
        mistake(
            "  ONE: {decimals: 9}",
            "  ONE: {decimals: 9}\n  kWh: {decimals: 8}",
            "8:3: assets: kWh: an asset must not be called like a unit."),
        mistake(
            "policies:",
            "history: {chain: {metric: m, label: l, points: {2021-01-01: 1}}}\npolicies:",
            "28:11: history: chain: nothing in this scenario refers to it"),
        mistake(
            "policies:",
            "expect: [{name: n, basis: input, metric: m, statistic: last, within: [2, 1]}]\npolicies:",
            "28:70: expect.0.within: [2, 1]: must be [lowest, highest]."),
        mistake("policies:", "--- \npolicies:", "29:1: one file holds one document"),
        mistake(
            "name: small",
            "name: [small",
            "2:7: name: [small: the bracket `[` that opens here is not closed."),
        mistake(
            "potential: 50",
            "potential: {value: 50, source: here}",
            "11:16: providers.miners.potential: {value, source}: must be a single value. Maybe evidence is meant, which needs a `grade`."),
        mistake(
            "potential: 50",
            "potential: {value: 50, grade: fitted, sorce: here}",
            "11:16: providers.miners.potential: {value, grade, sorce}: must be a single value. Maybe evidence is meant, which has no `sorce`."),
        mistake(
            "steps: {}",
            "a/b: {}",
            "30:5: policies.plan: a/b: a level is called by letters, digits, spaces, _ . : % + or"
                + " -."),
        mistake(
            "first:\n    asset",
            "fi.rst:\n    asset",
            "20:3: networks: fi.rst: a name is a letter"),
        mistake(
            "scale: 50 %",
            "scale: 5e9999 %",
            "26:16: networks.first.emission.halving.scale: 5e9999 %: must be a number"),
        mistake(
            "scale: 50 %",
            "scale: 5e999 %",
            "26:16: networks.first.emission.halving.scale: 5e999 %: must be below 1.8e308."),
        mistake("asset: ONE", "asset: *a", "21:12: *a: anchors and aliases are not read."),
        mistake(
            "name: small",
            "<<: {name: small}",
            "2:1: <<: pieces are not merged by `<<`. Maybe share pieces by `extends`."));
  }

  private static Arguments mistake(String good, String bad, String message) {
    assertTrue(GOOD.contains(good), good);
    return Arguments.of(GOOD.replace(good, bad), message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesAMistakeAtItsPlace(String text, String message) throws IOException {
    String found = messages(refused(text));
    String wanted = Character.isDigit(message.charAt(0)) ? "bad.yaml:" + message : message;
    assertTrue(found.contains(wanted), () -> "wanted\n" + wanted + "\nfound\n" + found);
  }

  static Stream<Arguments> overrides() {
    return Stream.of(
        Arguments.of(
            "run.sed=5",
            "--set run.sed=5: run.sed: no such path in the scenario. Maybe `run.seed`."),
        Arguments.of(
            "run.seed=5 W",
            "--set run.seed=5 W: run.seed: 5 W: must be a bare number, without a unit."),
        Arguments.of("run.seed", "--set run.seed: must read PATH=VALUE."),
        Arguments.of(
            "frist.asset=ONE", "--set frist.asset=ONE: frist.asset: no such path in the scenario."),
        Arguments.of(
            "expect.0.name=x",
            "--set expect.0.name=x: expect.0.name: no such path in the scenario."),
        Arguments.of(
            "run.seed=[1", "--set run.seed=[1: the bracket `[` that opens here is not closed."));
  }

  @ParameterizedTest
  @MethodSource("overrides")
  void refusesAnOverrideThatChangesNothing(String override, String message) throws IOException {
    String found = messages(refused(GOOD, override));
    assertTrue(found.startsWith(message), found);
  }

  @Test
  void tellsAllMistakesAtOnce() throws IOException {
    String text =
        GOOD.replace("seed: 7", "seed: x")
            .replace("50 %", "50")
            .replace("kind: fleet", "knd: fleet");
    List<Problem> problems = refused(text).problems();
    assertEquals(
        List.of(4, 10, 10, 26),
        problems.stream().map(p -> p.place().line()).toList(),
        () -> problems.toString());
  }

  @Test
  void refusesTwoFactorsOnOnePath() throws IOException {
    String text =
        GOOD + "  more:\n    a: {}\n    b: {replace: {networks.first.emission: {none: {}}}}\n";
    assertEquals(
        "bad.yaml:34:19: networks.first.emission: policies.plan changes this too, at bad.yaml:31:18."
            + " Maybe they are levels of one factor.",
        messages(refused(text)));
  }

  @Test
  void refusesFilesThatExtendEachOther() throws IOException {
    Files.writeString(folder.resolve("other.yaml"), "extends: bad.yaml\n");
    assertEquals(
        "other.yaml:1:10: extends: bad.yaml: files must not extend each other in a circle: bad.yaml ->"
            + " other.yaml -> bad.yaml.",
        messages(refused("extends: other.yaml\n" + GOOD)));
  }

  @Test
  void refusesAMissingFileToExtend() throws IOException {
    assertEquals(
        "bad.yaml:1:11: extends: gone.yaml: no such file; the path starts at the folder of this file.",
        messages(refused("extends: [gone.yaml]\n" + GOOD)));
  }

  @Test
  void refusesAnEmptyFileAndAList() throws IOException {
    assertEquals(
        "bad.yaml:1:1: the file is empty. Maybe `depinsim new` writes one to start from.",
        messages(refused("")));
    assertTrue(messages(refused("- 1\n")).startsWith("bad.yaml:1:1: [1]: a scenario is a map"));
  }

  @Test
  void refusesTextNestedTooDeep() throws IOException {
    String deep = "a: " + "[".repeat(200) + "]".repeat(200);
    assertTrue(messages(refused(deep)).contains("may nest at most 100 deep"));
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
    ScenarioReader reader = new ScenarioReader(ToyRows.catalogue());
    ScenarioException refused =
        assertThrows(ScenarioException.class, () -> reader.read(file, List.of()));
    assertEquals(
        "latin.yaml:1:1: this line holds bytes that are not UTF-8. Maybe the file is in another"
            + " encoding, or no text at all; save it as UTF-8.",
        messages(refused));
  }
}
