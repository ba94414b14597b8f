package io.depinsim.agents.consumer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.world.ConsumerTable;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random people and offers: what makes a service worse never brings users to it. */
class ServiceChoicePropertyTest {
  private static final int CASES = 400;
  private static final double NOISE = 1e-9;

  private static final class Case {
    final ChoiceWorld world = new ChoiceWorld();
    final ConsumerTable table;
    final double[] prices;

    Case(long seed, int tiers) {
      SplittableRandom random = new SplittableRandom(seed);
      world.value = 1 + 50 * random.nextDouble();
      world.valueSpread = random.nextDouble();
      world.budget = 200 * random.nextDouble();
      world.budgetSpread = random.nextDouble();
      world.usage = 10 * random.nextDouble();
      world.elasticity = -2 * random.nextDouble();
      world.networkEffect = random.nextDouble();
      world.noise = 0.5 + 20 * random.nextDouble();
      world.belief = random.nextDouble();
      world.moving = random.nextDouble();
      world.outside = random.nextBoolean() ? "cloud" : "";
      world.outsidePrice = 0.1 + 30 * random.nextDouble();
      world.outsideReliability = random.nextDouble();
      world.outsideAdvantage = 5 * random.nextDouble();
      world.waitCost = 1;
      table = world.people(20, tiers);
      world.wait = new double[tiers];
      Arrays.setAll(world.wait, tier -> 50 * random.nextDouble());
      prices = new double[tiers];
      Arrays.setAll(prices, tier -> 0.1 + 30 * random.nextDouble());
      for (int tier = 0; tier < tiers; tier++) {
        Arrays.setAll(table.users(tier), row -> random.nextDouble() / tiers);
      }
    }

    double[] users() {
      world.decide(table, prices);
      double[] users = new double[table.tiers() + 1];
      for (int tier = 0; tier < table.tiers(); tier++) {
        users[tier] = Arrays.stream(table.users(tier)).sum();
      }
      users[table.tiers()] = table.totalOutsideUsers();
      return users;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aHigherPriceBringsNoUsers(long seed) {
    for (long i = seed * CASES; i < (seed + 1) * CASES; i++) {
      Case before = new Case(i, 2);
      Case after = new Case(i, 2);
      after.prices[0] *= 1.3;
      double[] then = before.users();
      double[] now = after.users();
      assertTrue(now[0] <= then[0] + NOISE, "seed " + i + ": dearer and more used");
      assertTrue(now[1] >= then[1] - NOISE, "seed " + i + ": the other tier is less used");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aLowerQualityBringsNoUsers(long seed) {
    for (long i = seed * CASES; i < (seed + 1) * CASES; i++) {
      Case before = new Case(i, 2);
      Case after = new Case(i, 2);
      after.table.belief()[0] *= 0.7;
      double[] then = before.users();
      double[] now = after.users();
      assertTrue(now[0] <= then[0] + NOISE, "seed " + i + ": worse and more used");
      assertTrue(now[2] >= then[2] - NOISE, "seed " + i + ": the cloud is less used");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aLongerWaitBringsNoUsers(long seed) {
    for (long i = seed * CASES; i < (seed + 1) * CASES; i++) {
      Case before = new Case(i, 2);
      Case after = new Case(i, 2);
      after.world.wait[0] *= 2;
      assertTrue(after.users()[0] <= before.users()[0] + NOISE, "seed " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aCheaperCloudBringsNoUsers(long seed) {
    for (long i = seed * CASES; i < (seed + 1) * CASES; i++) {
      Case before = new Case(i, 1);
      Case after = new Case(i, 1);
      after.world.outsidePrice *= 0.7;
      double[] then = before.users();
      double[] now = after.users();
      assertTrue(now[0] <= then[0] + NOISE, "seed " + i + ": cheaper cloud and more users");
      assertTrue(now[1] >= then[1] - NOISE, "seed " + i + ": cheaper cloud and less used");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void peopleAreNeitherLostNorMade(long seed) {
    for (long i = seed * CASES; i < (seed + 1) * CASES; i++) {
      Case one = new Case(i, 3);
      double[] users = one.users();
      double sum = 0;
      for (double count : users) {
        assertTrue(count >= 0, "seed " + i + ": " + count);
        sum += count;
      }
      assertTrue(sum <= one.table.potential(), "seed " + i + ": " + sum);
    }
  }
}
