package io.depinsim.agents.owner;

import static io.depinsim.agents.owner.OwnerWorld.adaptive;
import static io.depinsim.agents.owner.OwnerWorld.byValue;
import static io.depinsim.agents.owner.OwnerWorld.naive;
import static io.depinsim.agents.owner.OwnerWorld.owners;
import static io.depinsim.agents.owner.OwnerWorld.pays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.LifeStage.Stage;
import io.depinsim.core.engine.market.MachineStrategy;
import io.depinsim.core.engine.market.MachineStrategy.Offer;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.world.OwnerTable;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * When owners buy. Money of a month later is worth half, a machine must pay within two months, and
 * everybody acts at once, so that thresholds are plain fractions.
 */
class OwnersEntryTest {
  private static final double HALVES = 1;
  private static final double ALWAYS = 1;

  private static Owners twoMonths() {
    return owners(1, 2, HALVES, ALWAYS, naive(), byValue());
  }

  /** Owners whose running cost is 16, one just below a price and one just above. */
  private static OwnerWorld around(double price) {
    return new OwnerWorld(new double[] {16, 16}, new double[] {price - 0.001, price + 0.001});
  }

  private static void onlyTheFirstBuys(OwnerWorld world) {
    assertArrayEquals(new long[] {1, 0}, world.decision.order());
    assertArrayEquals(new long[] {0, OwnerTable.NOWHERE}, world.decision.home());
  }

  @Test
  void aMachineIsWorthItsDiscountedIncomeLessCost() {
    // (1/2 + 1/4) (80 - 16) = 48
    onlyTheFirstBuys(around(48).decide(twoMonths(), pays(80)));
  }

  @Test
  void nothingIsEarnedBeforeItArrives() {
    // One month later: (1/4 + 1/8) 64 = 24. A part of a month counts as a whole one.
    onlyTheFirstBuys(around(24).lead(1).decide(twoMonths(), pays(80)));
    onlyTheFirstBuys(around(24).lead(0.2).decide(twoMonths(), pays(80)));
  }

  @Test
  void whatIsExpectedFromTheArrivalOnCounts() {
    Owners strategy = owners(1, 2, HALVES, ALWAYS, adaptive(0.2, 0.5), byValue());
    // In a dip 90 - 40/8 = 85 and 90 - 40/16 = 87.5 are expected of the third and fourth month:
    // 85/8 + 87.5/16 - 16 (1/8 + 1/16) = 13.09375.
    OwnerWorld world = around(13.09375).lead(2);
    world.decide(strategy, pays(100));
    onlyTheFirstBuys(world.decide(strategy, pays(50)));
  }

  @Test
  void resaleAtTheEndIsPartOfTheWorth() {
    // Two months on, half of half of 64/100 of the price is left, worth a quarter today:
    // price (1 - 0.64/16) = 48.
    onlyTheFirstBuys(around(50).resale(0.64, 0.5).decide(twoMonths(), pays(80)));
  }

  @Test
  void resaleIsCountedFromTheOrderOn() {
    // Three months on: price (1 - 0.64/8/8) = 24.
    onlyTheFirstBuys(around(24 / 0.99).lead(1).resale(0.64, 0.5).decide(twoMonths(), pays(80)));
  }

  @Test
  void borrowedMoneyCountsByItsRepayment() {
    // Of each unit borrowed 0.35 is paid after a month and 3/4 of the last each month after:
    // 0.175 / (1 - 0.375) = 0.28. Half of the price is borrowed: price (0.5 + 0.14) = 48.
    onlyTheFirstBuys(around(75).loan(0.5, 0.1, 4).decide(twoMonths(), pays(80)));
  }

  @Test
  void capacityOnOrderThinsIncome() {
    // 100 units in service and 60 on order: 80 becomes 50, and (1/2 + 1/4) (50 - 16) = 25.5.
    onlyTheFirstBuys(around(25.5).decide(twoMonths(), pays(80, 100, 60)));
  }

  @Test
  void withoutCapacityTheMemoryIsThinnedAsIfOneMachineServed() {
    // A machine of 10 units and 30 on order: 80 becomes 20, and (1/2 + 1/4) (20 - 16) = 3.
    OwnerWorld world = around(3);
    world.memory[0][Expectation.SEEN] = 1;
    world.memory[0][Expectation.LATEST] = 8;
    onlyTheFirstBuys(world.decide(twoMonths(), pays(0, 0, 30)));
  }

  @Test
  void timeWithoutCapacityCountsWhenIncomeIsSeenAgain() {
    Owners strategy = owners(1, 2, HALVES, ALWAYS, adaptive(0.5, 0), byValue());
    OwnerWorld world = around(48);
    world.decide(strategy, pays(80)).decide(strategy, pays(0, 0, 0)).decide(strategy, pays(0));
    assertEquals(8 * 0.25, world.memory[0][Expectation.BELIEF], 1e-12, "two months at 50 %");
    world.decide(strategy, pays(0));
    assertEquals(8 * 0.125, world.memory[0][Expectation.BELIEF], 1e-12);
  }

  @Test
  void withoutCapacityAndMemoryNobodyActs() {
    OwnerWorld world = around(48).decide(twoMonths(), pays(80, 0, 0));
    assertArrayEquals(new long[2], world.decision.order());
    assertEquals(0, world.memory[0][Expectation.SEEN]);
  }

  @Test
  void nobodyActsBeforeTheLaunchAndMemoryStartsWithIt() {
    OwnerWorld world = around(48).own(0, 0, 1);
    Offer early = new Offer(Stage.INCEPTION, 80, 100, 0, 100, 100);
    world.decide(twoMonths(), early);
    assertArrayEquals(new long[2], world.decision.order());
    assertArrayEquals(new long[2], world.decision.retire());
    assertArrayEquals(new double[MachineStrategy.MEMORY], world.memory[0]);
    world.decide(twoMonths(), pays(80));
    assertArrayEquals(new long[] {1, 0}, world.decision.order());
    assertEquals(8, world.memory[0][Expectation.LATEST], "income of a unit, not of a machine");
  }

  @Test
  void idleOwnersPayNoPriceButForgoTheirOwnUse() {
    OwnerWorld world =
        new OwnerWorld(new double[] {69.999, 70.001}, new double[] {1e9, 1e9}).idle(10);
    onlyTheFirstBuys(world.decide(twoMonths(), pays(80)));
  }

  @Test
  void nothingIsGainedByBreakingEven() {
    OwnerWorld world = new OwnerWorld(new double[] {16}, new double[] {48});
    assertArrayEquals(new long[1], world.decide(twoMonths(), pays(80)).decision.order());
  }

  @Test
  void fleetsBuyByTheLotUpToTheirMost() {
    OwnerWorld world = new OwnerWorld(new double[5], new double[5]).fleet(5, 2);
    world.own(0, 0, 2, 4, 5, 0);
    world.table.ordered()[4] = 1;
    world.decide(twoMonths(), pays(80));
    assertArrayEquals(new long[] {2, 2, 1, 0, 0}, world.decision.order());
  }

  @Test
  void theBestNetworkIsChosenAndGrowsOnlyThere() {
    OwnerWorld world = new OwnerWorld(new double[3], new double[3]).fleet(5, 1);
    world.own(0, 0, 1, 0);
    world.table.machines()[2] = 1;
    world.table.home()[2] = 1;
    // 105 is not 10 % more than 100, so whoever serves the first stays there.
    world.decide(twoMonths(), pays(100), pays(105));
    assertArrayEquals(new long[] {1, 0, 1}, world.decision.order());
    assertArrayEquals(new long[] {1, 0, 1}, world.decision.home());
  }

  @Test
  void aNetworkBeforeItsLaunchIsNoChoice() {
    OwnerWorld world = new OwnerWorld(new double[1], new double[1]);
    Offer early = new Offer(Stage.INCEPTION, 80, 100, 0, 100, 100);
    world.decide(twoMonths(), early, pays(1));
    assertArrayEquals(new long[] {1}, world.decision.home());
  }

  @Test
  void whoActsIsDrawnByOwnerAndRound() {
    // 36 % a month is 20 % in half a month: 0.8 x 0.8 = 0.64.
    OwnerWorld world = new OwnerWorld(new double[1000], new double[1000]);
    world.months = 0.5;
    world.round = 3;
    world.decide(owners(1, 2, HALVES, 0.36, naive(), byValue()), pays(80));
    int acting = 0;
    for (int row = 0; row < 1000; row++) {
      double drawn = new Streams(7, 0).at(Purpose.OWNER_ACTION, row, 3).nextUniform();
      assertEquals(drawn < 0.2 ? 1 : 0, world.decision.order()[row], "row " + row);
      acting += (int) world.decision.order()[row];
    }
    // 200 expected, standard deviation 12.6; the seed is fixed, so this can fail once at most.
    assertTrue(Math.abs(acting - 200) < 50, "" + acting);
  }

  @Test
  void nobodyActsAtAChanceOfNothing() {
    OwnerWorld world = new OwnerWorld(new double[100], new double[100]);
    world.decide(owners(1, 2, HALVES, 0, naive(), byValue()), pays(80));
    assertArrayEquals(new long[100], world.decision.order());
  }

  @Test
  void anOwnerLeftOutChangesNobodyElse() {
    int rows = 60;
    long[] all = new long[rows];
    Arrays.setAll(all, row -> 1000 + row);
    long[][] before = orders(all);
    for (int gone : new int[] {0, 17, rows - 1}) {
      long[] others = new long[rows - 1];
      Arrays.setAll(others, row -> all[row < gone ? row : row + 1]);
      long[][] after = orders(others);
      for (int round = 0; round < before.length; round++) {
        for (int row = 0; row < rows - 1; row++) {
          assertEquals(before[round][row < gone ? row : row + 1], after[round][row]);
        }
      }
    }
    assertFalse(Arrays.equals(before[0], before[1]), "rounds draw anew");
  }

  /** Machines of every owner after each of six rounds, one in five acting. */
  private static long[][] orders(long[] entity) {
    int rows = entity.length;
    OwnerWorld world = new OwnerWorld(entity, new double[rows], new double[rows]);
    Owners strategy = owners(1, 2, HALVES, 0.2, naive(), byValue());
    long[][] machines = new long[6][];
    for (int round = 0; round < machines.length; round++) {
      world.decide(strategy, pays(80)).follow();
      machines[round] = world.table.machines().clone();
    }
    return machines;
  }
}
