package io.depinsim.agents.owner;

import static io.depinsim.agents.owner.OwnerWorld.adaptive;
import static io.depinsim.agents.owner.OwnerWorld.byMonths;
import static io.depinsim.agents.owner.OwnerWorld.byValue;
import static io.depinsim.agents.owner.OwnerWorld.months;
import static io.depinsim.agents.owner.OwnerWorld.naive;
import static io.depinsim.agents.owner.OwnerWorld.owners;
import static io.depinsim.agents.owner.OwnerWorld.pays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.depinsim.agents.Refusal;
import io.depinsim.core.scenario.KindChoice;
import io.depinsim.core.time.Span;
import org.junit.jupiter.api.Test;

/** When owners give up or move. Nobody buys: the chance to act is nothing. */
class OwnersExitTest {
  private static Owners leaving(KindChoice exit) {
    return owners(1, 12, 0, 0, naive(), exit);
  }

  /** The same, acting at once on whatever pays. */
  private static Owners moving(KindChoice exit) {
    return owners(1, 12, 0, 1, naive(), exit);
  }

  private static OwnerWorld costing(double... runningCost) {
    return new OwnerWorld(runningCost, new double[runningCost.length]);
  }

  @Test
  void whoseCostIsNotCoveredLeaves() {
    OwnerWorld world = costing(79.9, 80, 80.1, 999).own(0, 1, 1, 1, 0);
    world.decide(leaving(byValue()), pays(80));
    assertArrayEquals(new long[] {0, 0, 1, 0}, world.decision.retire());
  }

  @Test
  void ownUseForgoneIsACost() {
    OwnerWorld world = costing(69.9, 70.1).idle(10).own(0, 1, 1);
    world.decide(leaving(byValue()), pays(80));
    assertArrayEquals(new long[] {0, 1}, world.decision.retire());
  }

  @Test
  void capacityOnOrderKeepsNewOwnersOutButDrivesNobodyAway() {
    OwnerWorld world = costing(79).own(0, 1);
    world.decide(leaving(byValue()), pays(80, 100, 900));
    assertArrayEquals(new long[] {0}, world.decision.retire());
  }

  @Test
  void fleetsGiveUpByTheLot() {
    OwnerWorld world = costing(90, 90).fleet(9, 2).own(0, 3, 1);
    world.decide(leaving(byValue()), pays(80));
    assertArrayEquals(new long[] {2, 1}, world.decision.retire());
  }

  @Test
  void whoeverGivesUpDoesNotBuyInTheSameRound() {
    // A year is expected to pay, the next month is not.
    Owners impatient = owners(1, 12, 0, 1, adaptive(0.2, 0.5), byValue());
    OwnerWorld world = costing(75).fleet(9, 1).own(0, 1);
    world.decide(impatient, pays(100)).follow();
    assertEquals(2, world.table.machines()[0]);
    world.decide(impatient, pays(50));
    assertArrayEquals(new long[] {1}, world.decision.retire());
    assertArrayEquals(new long[] {0}, world.decision.order());
  }

  @Test
  void thePatientStayThroughADipThatTheImpatientLeave() {
    // Belief 90, income 50: 70 is expected of the next month and 83.3 on average of six.
    for (int planning : new int[] {1, 2, 3, 6}) {
      Owners strategy = owners(planning, 12, 0, 0, adaptive(0.2, 0.5), byValue());
      OwnerWorld world = costing(79).own(0, 1);
      world.decide(strategy, pays(100));
      assertEquals(0, world.decision.retire()[0], "before the dip");
      world.decide(strategy, pays(50));
      // Means 70, 75, 78.33 and 90 - 40 (1 - 1/64)/6 = 83.44 against a cost of 79.
      assertEquals(planning < 6 ? 1 : 0, world.decision.retire()[0], planning + " months");
    }
  }

  @Test
  void discountingMakesLaterMonthsCountLess() {
    Owners strategy = owners(2, 12, 1, 0, adaptive(0.2, 0.5), byValue());
    OwnerWorld world = costing(73.3, 73.4).own(0, 1, 1);
    world.decide(strategy, pays(100)).decide(strategy, pays(50));
    // (2 x 70 + 80) / 3 = 73.33
    assertArrayEquals(new long[] {0, 1}, world.decision.retire());
  }

  @Test
  void badMonthsAreCountedInARowAndAGoodOneResetsThem() {
    OwnerWorld world = costing(60).own(0, 1);
    double[] incomes = {50, 50, 70, 50, 50, 50};
    long[] counted = {1, 2, 0, 1, 2, 3};
    for (int i = 0; i < incomes.length; i++) {
      world.decide(leaving(byMonths(3)), pays(incomes[i]));
      assertEquals(counted[i], world.table.badMonths()[0], "round " + i);
      assertEquals(i == 5 ? 1 : 0, world.decision.retire()[0], "round " + i);
    }
    world.follow();
    world.decide(leaving(byMonths(3)), pays(50));
    assertEquals(0, world.table.badMonths()[0], "forgotten with the last machine");
  }

  @Test
  void aMonthIsBadByWhatCameInAndNotByWhatIsExpected() {
    Owners strategy = owners(12, 12, 0, 0, adaptive(0.2, 0.5), byMonths(2));
    OwnerWorld world = costing(60).own(0, 1);
    world.decide(strategy, pays(100)).decide(strategy, pays(50));
    assertEquals(1, world.table.badMonths()[0], "86.67 is expected on average of a year");
  }

  @Test
  void machinesMoveForMoreThanTheMargin() {
    // The third owner has no machine yet and goes where it pays most.
    OwnerWorld world = costing(0, 0, 0).own(0, 1, 1, 0);
    world.table.home()[1] = 1;
    world.decide(moving(byValue()), pays(100), pays(109.9));
    assertArrayEquals(new long[] {0, 1, 1}, world.decision.home());
    world.decide(moving(byValue()), pays(100), pays(110.1));
    assertArrayEquals(new long[] {1, 1, 1}, world.decision.home());
    world.decide(moving(byValue()), pays(110.1), pays(100));
    assertArrayEquals(new long[] {0, 0, 0}, world.decision.home());
  }

  @Test
  void capacityOnOrderHoldsNobodyBackFromMoving() {
    // New machines would earn 33.3 and 57.5; those that move earn 115 at once.
    OwnerWorld world = costing(0).own(0, 1);
    world.decide(moving(byValue()), pays(100, 100, 200), pays(115, 100, 100));
    assertArrayEquals(new long[] {1}, world.decision.home());
  }

  @Test
  void whoeverMovesLeavesNotWhereItPays() {
    OwnerWorld world = costing(60).own(0, 1);
    world.decide(moving(byValue()), pays(50), pays(70));
    assertArrayEquals(new long[] {1}, world.decision.home());
    assertArrayEquals(new long[] {0}, world.decision.retire());
    assertEquals(0, world.table.badMonths()[0], "judged by where it goes");
  }

  @Test
  void ownersAreNotTheProject() {
    assertFalse(leaving(byValue()).ownedByProject());
  }

  @Test
  void specRefusesWhatCannotBe() {
    Refusal.names("planning", () -> spec(months(0), months(1), 0, 0, 0));
    Refusal.names("investing", () -> spec(months(1), months(0), 0, 0, 0));
    Refusal.names("planning", () -> spec(Span.parse("30 days"), months(1), 0, 0, 0));
    Refusal.names("investing", () -> spec(months(1), Span.parse("30 days"), 0, 0, 0));
    Refusal.names("discount", () -> spec(months(1), months(1), -0.1, 0, 0));
    Refusal.names("discount", () -> spec(months(1), months(1), Double.NaN, 0, 0));
    Refusal.names("act", () -> spec(months(1), months(1), 0, 1.1, 0));
    Refusal.names("act", () -> spec(months(1), months(1), 0, -0.1, 0));
    Refusal.names("switching", () -> spec(months(1), months(1), 0, 0, -0.1));
  }

  private static Owners.Spec spec(
      Span planning, Span investing, double discount, double act, double switching) {
    return new Owners.Spec(planning, investing, discount, act, switching, naive(), byValue());
  }
}
