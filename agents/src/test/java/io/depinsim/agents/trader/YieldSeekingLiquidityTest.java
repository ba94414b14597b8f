package io.depinsim.agents.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.agents.Refusal;
import io.depinsim.core.engine.market.LiquidityStrategy.View;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is lent at 2 % a year and everything at 10 %. */
class YieldSeekingLiquidityTest {
  private final YieldSeekingLiquidity rule =
      new YieldSeekingLiquidity(
          new YieldSeekingLiquidity.Spec(new BigDecimal("250"), 0.02, 0.1, 0.36));

  @ParameterizedTest
  @CsvSource({
    "0.02, 0, 0",
    "0.06, 0, 0.5",
    "0.1, 0, 1",
    "0.5, 0, 1",
    "0, 0, 0",
    // A volatility of 80 % costs 0.64 / 8 = 8 % a year.
    "0.14, 0.8, 0.5",
    "0.1, 0.8, 0",
    "0.18, 0.8, 1"
  })
  void asMuchIsLentAsFeesPayForSwings(double feeYield, double volatility, double share) {
    assertEquals(share, rule.wantedShare(new View(feeYield, volatility)), 1e-12);
  }

  @Test
  void paceCompoundsOverTheMonth() {
    assertEquals(0.36, rule.pace(1), 1e-12);
    assertEquals(0.2, rule.pace(0.5), 1e-12);
    assertEquals(new BigDecimal("250"), rule.openingCurrency());
  }

  @Test
  void specRefusesWhatCannotBe() {
    BigDecimal one = BigDecimal.ONE;
    Refusal.names("currency", () -> new YieldSeekingLiquidity.Spec(one.negate(), 0, 1, 1));
    Refusal.names("fullYield", () -> new YieldSeekingLiquidity.Spec(one, 0.1, 0.1, 1));
    Refusal.names("fullYield", () -> new YieldSeekingLiquidity.Spec(one, Double.NaN, 0.1, 1));
    Refusal.names("pace", () -> new YieldSeekingLiquidity.Spec(one, 0, 1, 1.1));
    Refusal.names("pace", () -> new YieldSeekingLiquidity.Spec(one, 0, 1, -0.1));
  }
}
