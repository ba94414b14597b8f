package io.depinsim.agents.owner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.agents.Refusal;
import io.depinsim.core.engine.LifeStage.Stage;
import io.depinsim.core.engine.market.MachineStrategy.Offer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The project's machines, 10 units a month each. */
class ProjectFleetTest {
  private final OwnerWorld world = new OwnerWorld(new double[20], new double[20]);

  private static ProjectFleet fleet(int machines, double deploy, double cover, double windDown) {
    return new ProjectFleet(new ProjectFleet.Spec(machines, deploy, cover, windDown));
  }

  private static Offer offer(Stage stage, double outsiderUnits, double demandUnits) {
    return new Offer(stage, 1, outsiderUnits, 0, outsiderUnits, demandUnits);
  }

  private long[] after(ProjectFleet fleet, int rounds, Offer offer) {
    long[] machines = new long[rounds];
    for (int round = 0; round < rounds; round++) {
      world.decide(fleet, offer).follow();
      machines[round] = world.table.totalMachines();
    }
    return machines;
  }

  @Test
  void machinesAreDeployedAtTheRateUntilAllAreThere() {
    Offer early = offer(Stage.INCEPTION, 0, 0);
    assertArrayEquals(new long[] {4, 8, 10, 10}, after(fleet(10, 4, 1.1, 0.5), 4, early));
    assertTrue(fleet(10, 4, 1.1, 0.5).ownedByProject());
  }

  @Test
  void machinesOnOrderCount() {
    world.table.ordered()[0] = 1;
    world.table.ordered()[7] = 1;
    world.decide(fleet(4, 9, 1.1, 0.5), offer(Stage.INCEPTION, 0, 0));
    long[] order = new long[20];
    order[1] = 1;
    order[2] = 1;
    assertArrayEquals(order, world.decision.order());
    assertEquals(0, world.decision.home()[1]);
    assertEquals(-1, world.decision.home()[3]);
  }

  @Test
  void afterTheLaunchItRunsWhatIsMissingForCover() {
    // 110 % of 100 units less 34 of others are 76 units, 8 machines.
    Offer launched = offer(Stage.LAUNCHED, 34, 100);
    assertArrayEquals(new long[] {8, 8}, after(fleet(10, 20, 1.1, 0.5), 2, launched));
    assertArrayEquals(
        new long[] {10}, after(fleet(10, 20, 1.1, 0.5), 1, offer(Stage.LAUNCHED, 34, 1000)));
  }

  @Test
  void itWindsDownByTheRateAsOthersCover() {
    after(fleet(10, 10, 1.5, 0.3), 1, offer(Stage.INCEPTION, 0, 0));
    // 30 % of 10 machines a month, toward 15 - 12 = 3 machines
    Offer others = offer(Stage.LAUNCHED, 120, 100);
    assertArrayEquals(new long[] {7, 4, 3, 3}, after(fleet(10, 10, 1.5, 0.3), 4, others));
    Offer more = offer(Stage.LAUNCHED, 500, 100);
    assertArrayEquals(new long[] {0, 0}, after(fleet(10, 10, 1.5, 0.3), 2, more));
  }

  @Test
  void itIsGoneWhenTheNetworkCarriesItself() {
    after(fleet(10, 10, 1.1, 1), 1, offer(Stage.INCEPTION, 0, 0));
    Offer sustained = offer(Stage.SELF_SUSTAINING, 0, 100);
    assertArrayEquals(new long[] {0}, after(fleet(10, 10, 1.1, 1), 1, sustained));
  }

  @Test
  void ratesHoldWhateverTheRound() {
    // 3 a month in rounds of a quarter month are 3 in four rounds, not 4.
    world.months = 0.25;
    Offer early = offer(Stage.INCEPTION, 0, 0);
    assertEquals(9, after(fleet(20, 3, 1.1, 0.1), 12, early)[11]);
    // 10 % of 20 are 2 a month.
    Offer sustained = offer(Stage.SELF_SUSTAINING, 0, 0);
    assertEquals(7, after(fleet(20, 3, 1.1, 0.1), 4, sustained)[3]);
  }

  @Test
  void aRateOfLessThanOneMachineAddsOneNowAndThen() {
    Offer early = offer(Stage.INCEPTION, 0, 0);
    assertArrayEquals(new long[] {1, 1, 2, 2, 3, 3}, after(fleet(20, 0.5, 1.1, 1), 6, early));
  }

  @Test
  void whatIsTakenAwayIsInService() {
    world.own(0, 1, 0, 1);
    Arrays.fill(world.table.ordered(), 3, 5, 1);
    world.decide(fleet(10, 10, 1, 1), offer(Stage.SELF_SUSTAINING, 0, 0));
    long[] retire = new long[20];
    retire[0] = 1;
    retire[2] = 1;
    assertArrayEquals(retire, world.decision.retire());
    assertArrayEquals(new long[20], world.decision.order());
  }

  @Test
  void specRefusesWhatIsNegative() {
    Refusal.names("machines", () -> new ProjectFleet.Spec(-1, 1, 1, 1));
    Refusal.names("deploy", () -> new ProjectFleet.Spec(1, -1, 1, 1));
    Refusal.names("cover", () -> new ProjectFleet.Spec(1, 1, -1, 1));
    Refusal.names("windDown", () -> new ProjectFleet.Spec(1, 1, 1, Double.NaN));
  }
}
