package io.depinsim.agents.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.world.ConsumerTable;
import org.junit.jupiter.api.Test;

/** People who turned away and come back, against the closed form of exponential decay. */
class ChurnVerificationTest {
  private static final double RETURNS = 0.05;

  private static ChoiceWorld world(double months) {
    ChoiceWorld world = new ChoiceWorld();
    world.experience = new QualityLoop.Spec(null, 0, 0, null, 0.5, RETURNS);
    world.months = months;
    return world;
  }

  /** dN/dt = -k N with k = -ln(1 - r) has N(t) = N(0) exp(-k t), however long the periods are. */
  @Test
  void thoseWhoTurnedAwayDecayExponentially() {
    double rate = -StrictMath.log1p(-RETURNS);
    for (double months : new double[] {1.0 / 30, 0.25, 1, 3}) {
      ChoiceWorld world = world(months);
      ConsumerTable table = world.people(1, 1);
      table.churned()[0] = 0.8;
      for (int period = 1; period * months <= 36; period++) {
        world.decide(table, 8);
        double closed = 0.8 * StrictMath.exp(-rate * period * months);
        assertEquals(closed, table.totalChurned(), 1e-12, months + " months, period " + period);
      }
    }
  }

  /** With everybody moving at once, users are the logit's share of those who have come back. */
  @Test
  void usersReturnAsTheOthersComeBack() {
    double share = 1 / (1 + StrictMath.exp(-1));
    ChoiceWorld world = world(1);
    ConsumerTable table = world.people(1, 1);
    table.churned()[0] = 0.8;
    for (int month = 1; month <= 60; month++) {
      world.decide(table, 8);
      double away = 0.8 * StrictMath.exp(month * StrictMath.log1p(-RETURNS));
      assertEquals(share * (1 - away), table.totalUsers(), 1e-12, "month " + month);
    }
  }
}
