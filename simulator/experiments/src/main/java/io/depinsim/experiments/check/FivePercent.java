package io.depinsim.experiments.check;

import io.depinsim.core.scenario.Quantity;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioException;
import io.depinsim.experiments.Answers;
import io.depinsim.experiments.Factor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A scenario in which one input has 5 % more, or 5 % less where it does not take more.
 *
 * @param from value as stated
 * @param to value tried: the next that the scenario takes where 5 % is less than its last digit
 * @param changed the scenario
 */
record FivePercent(String from, String to, Scenario changed) {
  private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

  /** The change; nothing if the scenario takes neither. */
  static Optional<FivePercent> of(Scenario scenario, Factor factor) {
    return of(scenario, factor, new BigDecimal("0.05"))
        .or(() -> of(scenario, factor, new BigDecimal("-0.05")));
  }

  private static Optional<FivePercent> of(Scenario scenario, Factor factor, BigDecimal share) {
    Quantity stated = Quantity.parse(factor.input().value());
    BigDecimal value = stated.value();
    BigDecimal more =
        value.signum() == 0
            ? factor.input().high().subtract(factor.input().low()).multiply(share)
            : value.multiply(BigDecimal.ONE.add(share)).round(SIX);
    if (factor.decimals() < more.scale()) {
      more = more.setScale(factor.decimals(), RoundingMode.HALF_EVEN);
      if (more.compareTo(value) == 0) {
        BigDecimal last = BigDecimal.ONE.movePointLeft(factor.decimals());
        more = share.signum() > 0 ? more.add(last) : more.subtract(last);
      }
    }
    BigDecimal plain = more.stripTrailingZeros();
    String to =
        new Quantity(plain.scale() < 0 ? plain.setScale(0) : plain, stated.unit()).toString();
    try {
      Scenario changed = scenario.with(List.of(factor.input().path() + "=" + to));
      Answers.require(changed);
      return Optional.of(new FivePercent(stated.toString(), to, changed));
    } catch (ScenarioException | IllegalArgumentException | ArithmeticException refused) {
      return Optional.empty();
    }
  }
}
