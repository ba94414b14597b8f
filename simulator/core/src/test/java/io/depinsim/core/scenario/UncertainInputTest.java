package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncertainInputTest {
  private static List<UncertainInput> of(String yaml) {
    ConfigMap root = (ConfigMap) ConfigParser.parse("test.yaml", yaml, false);
    Problems problems = new Problems();
    List<Evidence> evidence = new EvidenceReader(problems).read(root);
    problems.throwIfAny();
    return UncertainInput.of(root, evidence, new Levels(root, new Defaults(ToyRows.catalogue())));
  }

  private static List<String> shown(String yaml) {
    return of(yaml).stream()
        .map(i -> i.path() + " " + i.text(i.low()) + " .. " + i.text(i.high()))
        .toList();
  }

  @Test
  void assumedSingleNumbersWithARangeAreTaken() {
    assertEquals(
        List.of(
            "networks.n.share 20 % .. 60 %",
            "networks.n.price -1 USD/day .. 2.5 USD/day",
            "networks.n.count 3 .. 5",
            "networks.n.list.0 1 USD .. 3 USD",
            "networks.n.after 10 days .. 40 days"),
        shown(
            """
            networks:
              n:
                share: {value: 30 %, grade: assumed, range: [20 %, 60 %]}
                price: {value: 0 USD/day, grade: assumed, range: [-1 USD/day, 2.5 USD/day]}
                count: {value: 4, grade: assumed, range: [3, 5]}
                list: [{value: 2 USD, grade: assumed, range: [1 USD, 3 USD]}]
                after: {value: 20 days, grade: assumed, range: [10 days, 40 days]}
            """));
  }

  @Test
  void whatIsNoSingleNumberOrNotAssumedOrCannotMoveIsLeft() {
    assertEquals(
        List.of(),
        shown(
            """
            networks:
              n:
                known: {value: 4, grade: derived, range: [3, 5]}
                bare: 7
                open: {value: 4, grade: assumed}
                fixed: {value: 4, grade: assumed, range: [4, 4]}
                series: {value: {2025-01-01: 4}, grade: assumed, range: [3, 5]}
                day: {value: 2025-01-01, grade: assumed, range: [2025-01-01, 2025-02-01]}
                list: {value: [1, 2], grade: assumed, range: [1, 3]}
                months: {value: 1 months, grade: assumed, range: [20 days, 2 months]}
            """));
  }

  @Test
  void theUpperEndIsTurnedIntoTheUnitOfTheLower() {
    UncertainInput size =
        of("networks: {n: {size: {value: 1 TiB, grade: assumed, range: [512 GiB, 2 TiB]}}}").get(0);
    assertEquals("GiB", size.unit());
    assertEquals(0, size.high().compareTo(BigDecimal.valueOf(2048)));
    assertEquals("1 TiB", size.value());
  }

  @Test
  void whatAPolicySetsItselfIsMarked() {
    List<UncertainInput> inputs =
        of(
            """
            networks:
              n:
                one: {value: 2, grade: assumed, range: [1, 3]}
                two: {kind: {value: {value: 2, grade: assumed, range: [1, 3]}}}
                three: {value: 2, grade: assumed, range: [1, 3]}
            policies:
              plan:
                now: {}
                later: {set: {n.one: 3}, replace: {n.two: {other: {}}}}
            """);
    assertEquals(
        List.of("networks.n.one true", "networks.n.two.kind.value true", "networks.n.three false"),
        inputs.stream().map(i -> i.path() + " " + i.setByPolicy()).toList());
  }

  /** A range that spans a decade is taken by its logarithm, unless the scenario says otherwise. */
  @Test
  void aDecadeIsLogarithmic() {
    List<UncertainInput> inputs =
        of(
            """
            networks:
              n:
                wide: {value: 2, grade: assumed, range: [0.5, 5]}
                narrow: {value: 2, grade: assumed, range: [0.5, 4.99]}
                zero: {value: 2, grade: assumed, range: [0, 5]}
                below: {value: 2, grade: assumed, range: [-1, 5]}
            """);
    assertEquals(
        List.of(true, false, false, false),
        inputs.stream().map(UncertainInput::logarithmic).toList());
  }
}
