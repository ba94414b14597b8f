package io.depinsim.agents.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.market.DemandModel.Experience;
import io.depinsim.core.world.ConsumerTable;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random people, offers and experiences: what was worse never brings more demand after it. */
class QualityLoopPropertyTest {
  private static final int CASES = 300;
  private static final int TIERS = 2;
  private static final double NOISE = 1e-9;

  private static final class Case {
    final SplittableRandom random;
    final ChoiceWorld world = new ChoiceWorld();
    final ConsumerTable table;
    final ServiceChoice choice;
    final Experience lived;
    final double[] prices = new double[TIERS];

    Case(long seed) {
      random = new SplittableRandom(seed);
      world.valueSpread = random.nextDouble();
      world.value = 1 + 50 * random.nextDouble();
      world.budget = 200 * random.nextDouble();
      world.networkEffect = random.nextDouble();
      world.noise = 0.5 + 20 * random.nextDouble();
      world.belief = random.nextDouble();
      world.learning = random.nextDouble();
      world.moving = random.nextDouble();
      world.months = random.nextBoolean() ? 1 : 0.25;
      world.outside = random.nextBoolean() ? "cloud" : "";
      world.outsidePrice = 0.1 + 30 * random.nextDouble();
      boolean churns = random.nextBoolean();
      world.experience =
          new QualityLoop.Spec(
              random.nextBoolean() ? 0.1 + 20 * random.nextDouble() : null,
              2 * random.nextDouble(),
              2 * random.nextDouble(),
              random.nextBoolean() ? random.nextDouble() : null,
              churns ? random.nextDouble() : null,
              churns ? random.nextDouble() : null);
      table = world.people(10, TIERS);
      choice = new ServiceChoice(world.spec());
      lived = experience();
      Arrays.setAll(prices, tier -> 0.1 + 30 * random.nextDouble());
      for (int tier = 0; tier < TIERS; tier++) {
        Arrays.setAll(table.users(tier), row -> random.nextDouble() / TIERS);
      }
    }

    Experience experience() {
      double[][] parts = new double[4][TIERS];
      for (double[] part : parts) {
        Arrays.setAll(part, tier -> random.nextDouble());
      }
      Arrays.setAll(parts[1], tier -> 40 * parts[1][tier]);
      return new Experience(parts[0], parts[1], parts[2], parts[3]);
    }

    /** Demand of the first tier in the period after, units per month. */
    double demandAfter() {
      choice.experience(table, lived, world.months);
      world.decide(table, prices);
      return world.unitsPerMonth[0];
    }
  }

  private static void neverMore(long seed, String what, Consumer<Experience> worse) {
    for (long i = seed * CASES; i < (seed + 1) * CASES; i++) {
      Case before = new Case(i);
      Case after = new Case(i);
      worse.accept(after.lived);
      double then = before.demandAfter();
      double now = after.demandAfter();
      assertTrue(now <= then + NOISE, "seed " + i + ": more " + what + " and more demand");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void moreBreachIsNeverFollowedByMoreDemand(long seed) {
    neverMore(seed, "breach", e -> e.breach()[0] = 1 - 0.5 * (1 - e.breach()[0]));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void moreOutageIsNeverFollowedByMoreDemand(long seed) {
    neverMore(seed, "outage", e -> e.outage()[0] = 1 - 0.5 * (1 - e.outage()[0]));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void moreWaitIsNeverFollowedByMoreDemand(long seed) {
    neverMore(seed, "wait", e -> e.waitHours()[0] = 2 * e.waitHours()[0] + 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void lessThatArrivesIsNeverFollowedByMoreDemand(long seed) {
    neverMore(seed, "missing", e -> e.quality()[0] *= 0.6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everybodyIsSomewhereInEachPeriod(long seed) {
    for (long i = seed * CASES; i < (seed + 1) * CASES; i++) {
      Case one = new Case(i);
      for (int period = 0; period < 12; period++) {
        one.choice.experience(one.table, one.experience(), one.world.months);
        one.world.decide(one.table, one.prices);
        for (int row = 0; row < one.table.rows(); row++) {
          double churned = one.table.churns() ? one.table.churned()[row] : 0;
          double outside = one.table.outsideUsers()[row];
          double users = one.table.users(0)[row] + one.table.users(1)[row];
          double neither = one.table.peoplePerRow() - users - outside - churned;
          String what = "seed " + i + ", period " + period + ", row " + row;
          assertTrue(Math.min(Math.min(churned, outside), users) >= 0, what);
          assertTrue(neither >= -NOISE, what + ": " + -neither + " people too many");
        }
      }
    }
  }

  /** A block in which nothing is minded and nobody turns away is as good as none, bit by bit. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aBlockThatSaysNothingChangesNothing(long seed) {
    for (long i = seed * CASES; i < (seed + 1) * CASES; i++) {
      Case one = new Case(i);
      one.world.experience = null;
      double[] without = demands(one);
      one.world.experience = new QualityLoop.Spec(null, 0, 0, null, 0.0, 0.05);
      assertEquals(Arrays.toString(without), Arrays.toString(demands(one)), "seed " + i);
    }
  }

  private static double[] demands(Case one) {
    ConsumerTable table = one.world.people(10, TIERS);
    ServiceChoice choice = new ServiceChoice(one.world.spec());
    double[] demands = new double[6];
    for (int period = 0; period < demands.length; period++) {
      one.world.decide(table, one.prices);
      demands[period] = one.world.unitsPerMonth[0];
      choice.experience(table, one.lived, one.world.months);
    }
    return demands;
  }
}
