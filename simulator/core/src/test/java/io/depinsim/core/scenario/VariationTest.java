package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that the command line makes, {@code --vary path=a,b}. */
class VariationTest {
  @TempDir Path folder;

  private Examination examine(String text, String... variations) throws IOException {
    Path file = Files.writeString(folder.resolve("toy.yaml"), text);
    return new ScenarioReader(ToyRows.catalogue()).examine(file, List.of(), List.of(variations));
  }

  private Scenario vary(String... variations) throws IOException {
    Examination examination = examine(ScenarioErrorsTest.GOOD, variations);
    assertEquals(List.of(), examination.problems());
    return examination.scenario().orElseThrow();
  }

  private List<String> refused(String... variations) throws IOException {
    return examine(ScenarioErrorsTest.GOOD, variations).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void everyValueIsALevelAndTheFirstTheBase() throws IOException {
    Scenario scenario = vary("first.emission.halving.halvings=2, 5");
    assertEquals(List.of("steps/2", "steps/5", "half/2", "half/5"), scenario.policies(), "crossed");
    assertTrue(scenario.policy("half/5").resolvedYaml().contains("halvings: 5"));
    assertTrue(scenario.policy("half/5").resolvedYaml().contains("25 %"));
  }

  @Test
  void theResolvedScenarioHoldsThem() throws IOException {
    Scenario scenario = vary("first.emission.halving.total=5 ONE,10 ONE,7.5 ONE");
    Examination again = examine(scenario.resolvedYaml());
    assertEquals(List.of(), again.problems());
    assertEquals(
        List.of("steps/5 ONE", "steps/10 ONE", "steps/7.5 ONE"),
        again.scenario().orElseThrow().policies().subList(0, 3));
  }

  @Test
  void blocksAreReplacedAndCalledByTheirKind() throws IOException {
    Examination examination =
        examine(
            ScenarioErrorsTest.GOOD.split("policies:")[0],
            "first.emission={none: {}},{fixed: {perDay: 2 ONE/day}}");
    assertEquals(List.of(), examination.problems());
    assertEquals(List.of("none", "fixed"), examination.scenario().orElseThrow().policies());
  }

  @Test
  void blocksOfTheSameKindAreCounted() throws IOException {
    Examination examination =
        examine(
            ScenarioErrorsTest.GOOD.split("policies:")[0],
            "first.emission={fixed: {perDay: 2 ONE/day}},{fixed: {perDay: 3 ONE/day}}");
    assertEquals(List.of(), examination.problems());
    assertEquals(List.of("fixed", "fixed-2"), examination.scenario().orElseThrow().policies());
  }

  @Test
  void findingsSpeakOfPoliciesUnderTheBaseOfTheNewFactor() throws IOException {
    String claims =
        ScenarioErrorsTest.GOOD
            + "findings:\n  f: {claim: More, metric: first.m, statistic: last, between: [steps, half],"
            + " above: 0}\n";
    assertEquals(
        List.of("steps/2", "half/2"),
        examine(claims, "first.emission.halving.halvings=2,3")
            .scenario()
            .orElseThrow()
            .findings()
            .get("f")
            .between());
  }

  @Test
  void unitsWithASlashStayReadable() throws IOException {
    String daily =
        ScenarioErrorsTest.GOOD.split("policies:")[0].replace(
            "halving:\n        total: {value: 9 ONE, grade: assumed, range: [5 ONE, 10 ONE]}\n        halvings: 4\n        scale: 50 %",
            "fixed: {perDay: 2 ONE/day}");
    assertEquals(
        List.of("1 ONE per day", "2.5 ONE per day"),
        examine(daily, "first.emission.fixed.perDay=1 ONE/day,2.5 ONE/day")
            .scenario()
            .orElseThrow()
            .policies());
  }

  @Test
  void valuesOfOneFactorMustDiffer() throws IOException {
    assertEquals(
        List.of(
            "--vary first.emission.halving.halvings=3,3: networks.first.emission.halving.halvings:"
                + " 3: this value stands twice. Maybe remove one."),
        refused("first.emission.halving.halvings=3,3"));
  }

  @Test
  void aFactorMustNotTouchWhatAPolicySets() throws IOException {
    List<String> told = refused("first.emission.halving.scale=10 %,20 %");
    assertTrue(told.toString().contains("policies.plan changes this too"), told::toString);
  }

  @Test
  void mistakesAreToldAtTheOption() throws IOException {
    assertEquals(
        List.of(
            "--vary first.emission.halving.halvngs=1,2:"
                + " networks.first.emission.halving.halvngs: no such path in the scenario. Maybe"
                + " `networks.first.emission.halving.halvings`."),
        refused("first.emission.halving.halvngs=1,2"));
    assertEquals(List.of("--vary halvings: must read PATH=A,B."), refused("halvings"));
    assertEquals(
        List.of(
            "--vary first.emission.halving.halvings=3: needs at least two values, the first of"
                + " which is the base."),
        refused("first.emission.halving.halvings=3"));
  }
}
