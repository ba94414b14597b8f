package io.depinsim.agents.owner;

import static io.depinsim.agents.owner.OwnerWorld.adaptive;
import static io.depinsim.agents.owner.OwnerWorld.byValue;
import static io.depinsim.agents.owner.OwnerWorld.owners;
import static io.depinsim.agents.owner.OwnerWorld.pays;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Two owners of one machine each meet the same dip. Both believe a fifth of every surprise and
 * expect half of a deviation to be gone a month later; serving costs 79 a month and a new machine
 * 300. One looks one month ahead before giving up, the other twelve.
 */
class D01_PatienceFeatureTest {
  private static final double COST = 79;

  private final StringBuilder table =
      new StringBuilder(
          "month  income  belief   ahead 1  ahead 12  hasty  patient  hasty earned  patient earned\n");
  private final OwnerWorld hasty = owner();
  private final OwnerWorld patient = owner();
  private double hastyEarned;
  private double patientEarned;

  private static OwnerWorld owner() {
    return new OwnerWorld(new double[] {COST}, new double[] {300}).own(0, 1);
  }

  private static Owners planning(int months) {
    return owners(months, 12, 0, 1, adaptive(0.2, 0.5), byValue());
  }

  private void month(int month, double income) {
    hastyEarned += hasty.table.machines()[0] * (income - COST);
    patientEarned += patient.table.machines()[0] * (income - COST);
    hasty.decide(planning(1), pays(income)).follow();
    patient.decide(planning(12), pays(income)).follow();
    double[] memory = patient.memory[0];
    AdaptiveExpectation rule = new AdaptiveExpectation(new AdaptiveExpectation.Spec(0.2, 0.5));
    table.append(
        String.format(
            Locale.ROOT,
            "%5d  %6.0f  %6.2f  %8.2f  %8.2f  %5d  %7d  %12.0f  %14.0f\n",
            month,
            income,
            10 * memory[Expectation.BELIEF],
            10 * rule.discountedMean(memory, 1, 1, 0),
            10 * rule.discountedMean(memory, 1, 12, 0),
            hasty.table.machines()[0],
            patient.table.machines()[0],
            hastyEarned,
            patientEarned));
  }

  @Test
  void patienceSeesThroughAShortDip() {
    double[] incomes = {100, 50, 50, 100, 100, 100};
    for (int i = 0; i < incomes.length; i++) {
      month(i + 1, incomes[i]);
    }
    // Month 2: belief 100 - 50/5 = 90, next month 90 - 40/2 = 70, a year 90 - 40/12 = 86.67.
    // Whoever has left would have to buy again, which 12 (86.80 - 79) = 94 does not pay.
    assertEquals(
        """
        month  income  belief   ahead 1  ahead 12  hasty  patient  hasty earned  patient earned
            1     100  100.00    100.00    100.00      1        1            21              21
            2      50   90.00     70.00     86.67      0        1            -8              -8
            3      50   82.00     66.00     79.33      0        1            -8             -37
            4     100   85.60     92.80     86.80      0        1            -8             -16
            5     100   88.48     94.24     89.44      0        1            -8               5
            6     100   90.78     95.39     91.55      0        1            -8              26
        """,
        table.toString());
  }

  @Test
  void aDipThatLastsTurnsThePatientAwayTooAndLater() {
    double[] incomes = {100, 50, 50, 50, 50};
    for (int i = 0; i < incomes.length; i++) {
      month(i + 1, incomes[i]);
    }
    // Month 4: belief 82 - 32/5 = 75.60, a year 75.60 - 25.60/12 = 73.47, below 79.
    assertEquals(
        """
        month  income  belief   ahead 1  ahead 12  hasty  patient  hasty earned  patient earned
            1     100  100.00    100.00    100.00      1        1            21              21
            2      50   90.00     70.00     86.67      0        1            -8              -8
            3      50   82.00     66.00     79.33      0        1            -8             -37
            4      50   75.60     62.80     73.47      0        0            -8             -66
            5      50   70.48     60.24     68.77      0        0            -8             -66
        """,
        table.toString());
  }
}
