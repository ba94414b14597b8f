package io.depinsim.experiments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.experiments.compare.VarianceSplit.Luck;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VarianceSplitTest {
  /** Inputs of variance 3² and luck of variance 1: a tenth of the whole is luck. */
  @Test
  void findsTheShareOfLuck() {
    double[] inputs = Synthetic.normal(1, 0, 2000);
    Luck luck =
        VarianceSplit.of(
                1,
                "q",
                Synthetic.mix(5, 3, inputs, 1, Synthetic.normal(1, 1, 2000)),
                Synthetic.mix(5, 3, inputs, 1, Synthetic.normal(1, 2, 2000)))
            .orElseThrow();
    assertEquals(0.1, luck.share(), 0.015);
    assertTrue(luck.low() < 0.1 && 0.1 < luck.high(), luck::toString);
    assertTrue(luck.high() - luck.low() < 0.03, luck::toString);
  }

  @Test
  void isAllLuckWhereInputsDoNothing() {
    Luck luck =
        VarianceSplit.of(1, "q", Synthetic.normal(2, 0, 500), Synthetic.normal(2, 1, 500))
            .orElseThrow();
    assertTrue(luck.share() > 0.9, luck::toString);
  }

  @Test
  void isNoneWhereLuckDoesNothing() {
    double[] inputs = Synthetic.normal(3, 0, 50);
    assertEquals(0, VarianceSplit.of(1, "q", inputs, inputs.clone()).orElseThrow().share());
  }

  @Test
  void aConstantHasNothingToSplit() {
    double[] constant = {2, 2, 2};
    assertEquals(Optional.empty(), VarianceSplit.of(1, "q", constant, constant.clone()));
  }
}
