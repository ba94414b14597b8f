package io.depinsim.experiments;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.UncertainInput;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds what of a scenario can be varied, and how finely. */
public final class Factors {
  /** Digits behind the point tried, finest first; what no reader takes is left to fail. */
  private static final List<Integer> DECIMALS = List.of(Factor.ANY, 9, 6, 3, 2, 1, 0);

  /** Coordinates of which no range makes round numbers; the first near the end with most digits. */
  private static final List<Double> PROBES = List.of(0.00713, 0.13717, 0.48613);

  private final Scenario scenario;

  private Factors(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * The inputs to vary, in scenario order.
   *
   * @param chosen which of them, by path
   * @throws IllegalArgumentException if there is none
   */
  public static List<Factor> of(Scenario scenario, Predicate<String> chosen) {
    List<UncertainInput> all = scenario.uncertainInputs();
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "inputs: no assumed number of this scenario states a range, so there is nothing to vary."
              + " Maybe write {value: …, grade: assumed, range: [lowest, highest]}.");
    }
    Factors factors = new Factors(scenario);
    List<Factor> found =
        all.stream().filter(i -> chosen.test(i.path())).map(factors::factor).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "--inputs: none of "
              + all.size()
              + " inputs matches. Maybe `"
              + all.get(0).path()
              + "`, or a part of it between two *?");
    }
    return found;
  }

  /** The inputs that the scenario calls uncertain, by name, in its order. */
  static Map<String, Factor> uncertain(Scenario scenario) {
    Factors factors = new Factors(scenario);
    Map<String, Factor> named = new LinkedHashMap<>();
    scenario.uncertainties().forEach((name, input) -> named.put(name, factors.factor(input)));
    return named;
  }

  /** Asks the reader, since only the rule that takes a value knows which values it takes. */
  private Factor factor(UncertainInput input) {
    for (int decimals : DECIMALS) {
      Factor factor = new Factor(input, decimals);
      if (PROBES.stream().map(factor::at).allMatch(value -> takes(factor, value))) {
        return factor;
      }
    }
    return new Factor(input, Factor.ANY);
  }

  private boolean takes(Factor factor, BigDecimal value) {
    try {
      Scenario changed = scenario.with(List.of(factor.override(value)));
      new Assembler(changed.policy(changed.policies().get(0)))
          .assemble(0, CheckLevel.NONE, key -> false);
      return true;
    } catch (RuntimeException refused) {
      // Whatever the reason: a point that really meets it will say so.
      return false;
    }
  }
}
