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
        VarianceSplit.of(Synthetic.normal(2, 0, 500), Synthetic.normal(2, 1, 500)).orElseThrow();
    assertTrue(luck.share() > 0.9, luck::toString);
  }

  @Test
  void isNoneWhereLuckDoesNothing() {
    double[] inputs = Synthetic.normal(3, 0, 50);
    assertEquals(0, VarianceSplit.of(inputs, inputs.clone()).orElseThrow().share());
  }

  @Test
  void aConstantHasNothingToSplit() {
    double[] constant = {2, 2, 2};
    assertEquals(Optional.empty(), VarianceSplit.of(constant, constant.clone()));
  }

  /** Pairs (1, 3) and (5, 7): B = 2 × 2² × 2 = 16 and W = 2, so luck has 4 of 18. */
  @Test
  void agreesWithTheMeanSquaresByHand() {
    Luck luck = VarianceSplit.of(new double[] {1, 5}, new double[] {3, 7}).orElseThrow();
    assertEquals(4.0 / 18, luck.share(), 1e-15);
  }

  /**
   * 1,000 experiments of ten pairs, half of the variance luck; more than 72 misses are too many.
   */
  @Test
  void theIntervalHoldsItsLevel() {
    int misses = 0;
    for (int trial = 0; trial < 1000; trial++) {
      double[] inputs = Synthetic.normal(100 + trial, 0, 10);
      Luck luck =
          VarianceSplit.of(
                  Synthetic.mix(0, 1, inputs, 1, Synthetic.normal(100 + trial, 1, 10)),
                  Synthetic.mix(0, 1, inputs, 1, Synthetic.normal(100 + trial, 2, 10)))
              .orElseThrow();
      misses += luck.low() > 0.5 || luck.high() < 0.5 ? 1 : 0;
    }
    int counted = misses;
    assertTrue(counted >= 25 && counted <= 72, () -> counted + " misses of 1,000");
  }
}
