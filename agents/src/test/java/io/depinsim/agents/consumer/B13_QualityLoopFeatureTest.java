package io.depinsim.agents.consumer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.agents.Refusal;
import io.depinsim.core.engine.market.DemandModel.Experience;
import io.depinsim.core.world.ConsumerTable;
import org.junit.jupiter.api.Test;

/**
 * What people live through comes back as demand: waits, breaches and outages lower what they
 * believe, some turn away for it, and those come back at a stated rate. Surpluses of 10 are one
 * unit of noise; a flawless unit is worth 20.
 */
class B13_QualityLoopFeatureTest {
  private static final double EXACT = 1e-12;
  private static final double E = Math.E;

  private final ChoiceWorld world = new ChoiceWorld();

  private static QualityLoop.Spec feels(Double waitTolerance, double breach, double outage) {
    return new QualityLoop.Spec(waitTolerance, breach, outage, null, null, null);
  }

  private static QualityLoop.Spec turnsAway(double churn, double returns) {
    return new QualityLoop.Spec(null, 0, 0, null, churn, returns);
  }

  private static Experience lived(double quality, double wait, double breach, double outage) {
    return new Experience(
        new double[] {quality}, new double[] {wait}, new double[] {breach}, new double[] {outage});
  }

  /** Belief after a month of that, from 80 % by half of the surprise. */
  private double belief(Experience lived) {
    world.belief = 0.8;
    world.learning = 0.5;
    ConsumerTable table = world.people(1, 1);
    new ServiceChoice(world.spec()).experience(table, lived, 1);
    return table.belief()[0];
  }

  @Test
  void withoutTheBlockOnlyWhatArrivedIsFelt() {
    assertEquals(0.7, belief(lived(0.6, 100, 0.4, 0.3)), EXACT, "0.8 - 0.5 x 0.2");
  }

  @Test
  void waitBreachAndOutageEachLowerTheBelief() {
    world.experience = feels(12.0, 0, 0);
    assertEquals(0.7, belief(lived(0.8, 4, 0.4, 0.3)), EXACT, "0.8 x 12 / 16 = 0.6");
    assertEquals(0.6, belief(lived(0.8, 12, 0, 0)), EXACT, "half of it at the tolerance");
    world.experience = feels(null, 0.5, 0);
    assertEquals(0.72, belief(lived(0.8, 4, 0.4, 0.3)), EXACT, "0.8 x (1 - 0.5 x 0.4) = 0.64");
    world.experience = feels(null, 0, 2);
    assertEquals(0.56, belief(lived(0.8, 4, 0.4, 0.3)), EXACT, "0.8 x (1 - 2 x 0.3) = 0.32");
    assertEquals(0.4, belief(lived(0.8, 4, 0.4, 0.7)), EXACT, "not less than nothing");
  }

  @Test
  void trustIsLostFasterThanWon() {
    world.experience = new QualityLoop.Spec(null, 0, 0, 0.1, null, null);
    assertEquals(0.6, belief(lived(0.4, 0, 0, 0)), EXACT, "0.8 - 0.5 x 0.4");
    assertEquals(0.82, belief(lived(1, 0, 0, 0)), EXACT, "0.8 + 0.1 x 0.2");
  }

  @Test
  void aShareOfThoseWhoLeaveSinceTheyBelieveLessTurnsAway() {
    world.experience = turnsAway(0.5, 0);
    ConsumerTable table = world.people(1, 1);
    world.decide(table, 8);
    assertEquals(E / (1 + E), table.totalUsers(), EXACT, "20 x 0.9 - 8 = 10");
    assertEquals(0, table.totalChurned(), "nobody has left");
    table.belief()[0] = 0.4;
    world.decide(table, 8);
    // 20 x 0.4 - 8 = 0: a half stays. Half of the others turn away.
    double away = (E / (1 + E) - 0.5) / 2;
    assertEquals(0.5, table.totalUsers(), EXACT);
    assertEquals(away, table.totalChurned(), EXACT);
    // A belief that is as good as before brings back only those who have not turned away.
    table.belief()[0] = 0.9;
    world.decide(table, 8);
    assertEquals((1 - away) * E / (1 + E), table.totalUsers(), EXACT);
    assertEquals(away, table.totalChurned(), EXACT);
  }

  @Test
  void whoLeavesForThePriceDoesNotTurnAway() {
    world.experience = turnsAway(1, 0);
    ConsumerTable table = world.people(1, 1);
    world.decide(table, 8);
    world.decide(table, 28);
    assertEquals(1 / (1 + E), table.totalUsers(), EXACT, "20 x 0.9 - 28 = -10");
    assertEquals(0, table.totalChurned(), EXACT);
  }

  @Test
  void whoTurnsAwayIsMissedByTheCentralProviderToo() {
    world.experience = turnsAway(1, 0);
    world.outside = "cloud";
    world.outsidePrice = 20;
    ConsumerTable table = world.people(1, 1);
    world.decide(table, 8);
    assertEquals(E / (2 + E), table.totalUsers(), EXACT, "10 against 0 and 0");
    table.belief()[0] = 0.4;
    world.decide(table, 8);
    // A third each would choose; those who leave divide equally, and all of them turn away.
    double away = E / (2 + E) - 1.0 / 3;
    assertEquals(1.0 / 3, table.totalUsers(), EXACT);
    assertEquals(away, table.totalChurned(), EXACT);
    assertEquals(1.0 / 3 - away / 2, table.totalOutsideUsers(), EXACT);
  }

  @Test
  void whoTurnedAwayComesBackAtTheStatedRate() {
    world.experience = turnsAway(0.5, 0.2);
    world.moving = 0;
    ConsumerTable table = world.people(2, 1);
    table.churned()[1] = 0.5;
    world.decide(table, 8);
    assertArrayEquals(new double[] {0, 0.4}, table.churned(), EXACT);
    world.months = 2;
    world.decide(table, 8);
    assertArrayEquals(new double[] {0, 0.256}, table.churned(), EXACT, "0.4 x 0.8 x 0.8");
  }

  @Test
  void onlyAsksForTheColumnsItNeeds() {
    assertFalse(new ServiceChoice(world.spec()).churns());
    assertEquals(0, world.people(3, 1).totalChurned());
    world.experience = feels(12.0, 0, 0);
    assertFalse(new ServiceChoice(world.spec()).churns());
    world.experience = turnsAway(0, 0);
    assertTrue(new ServiceChoice(world.spec()).churns());
  }

  @Test
  void refusesWhatNobodyCanFeel() {
    Refusal.names("waitTolerance", () -> feels(0.0, 0, 0));
    Refusal.names("breachWeight", () -> feels(null, -0.1, 0));
    Refusal.names("outageWeight", () -> feels(null, 0, Double.NaN));
    Refusal.names("learningGood", () -> new QualityLoop.Spec(null, 0, 0, 1.1, null, null));
    Refusal.names("churn", () -> turnsAway(1.1, 0));
    Refusal.names("returns", () -> turnsAway(1, -0.1));
    Refusal.names("returns", () -> new QualityLoop.Spec(null, 0, 0, null, 0.5, null));
    Refusal.names("churn", () -> new QualityLoop.Spec(null, 0, 0, null, null, 0.5));
  }
}
