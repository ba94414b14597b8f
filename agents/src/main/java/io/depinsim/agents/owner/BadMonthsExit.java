package io.depinsim.agents.owner;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;

/**
 * An owner leaves after so many bad months in a row: the reading of patience as a counter. The
 * heuristic provider of EconAgentic quits when revenue falls below a tolerance; neither the
 * tolerance nor a number of months is published.
 */
public final class BadMonthsExit implements ExitRule {
  private final int months;
  private final double tolerance;

  /**
   * Parameters of {@code exit: {badMonths: …}}.
   *
   * @param months rounds in a row
   * @param tolerance share of cost that income must reach in a good month
   */
  public record Spec(
      @InRange(atLeast = "1") @InUnit("1") int months,
      @InRange(atLeast = "0 %") @Omittable("100 %") @InUnit("%") double tolerance) {}

  /** The rule of a spec. */
  public BadMonthsExit(Spec spec) {
    this.months = spec.months();
    this.tolerance = spec.tolerance();
  }

  @Override
  public boolean leaves(double cost, double expected, double income, long badMonths) {
    return badMonths >= months;
  }

  @Override
  public boolean bad(double cost, double income) {
    return income < tolerance * cost;
  }
}
