package io.depinsim.experiments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.run.ComparisonRow.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static List<ComparisonRow> rows(List<Question> questions, List<List<double[]>> columns) {
    return new Comparison(Synthetic.arms(questions, columns), new MaxT(1, 999)).rows();
  }

  private static ComparisonRow row(String matters, double[] base, double[] other) {
    return rows(List.of(Synthetic.question("q", matters)), List.of(List.of(base, other))).get(0);
  }

  /** Arms 1, 2, 3, 6 and 2, 2, 5, 7: differences 1, 0, 2, 1 of mean 1 and variance 2/3. */
  @Test
  void differencesArePairedReplicateByReplicate() {
    ComparisonRow row = row("50 %", new double[] {1, 2, 3, 6}, new double[] {2, 2, 5, 7});
    assertEquals(1, row.meanDifference().getAsDouble());
    double half = row.ci95High().getAsDouble() - 1;
    double error = StrictMath.sqrt(2.0 / 3 / 4);
    assertTrue(half >= 3.182446 * error - 1e-6, () -> "half " + half);
    assertEquals(1 - half, row.ci95Low().getAsDouble(), 1e-12);
    assertEquals(3, row.baseMean().getAsDouble());
    assertEquals(4, row.policyMean().getAsDouble());
    assertEquals(1.5, row.matters().getAsDouble(), "half of the base's mean");
    assertEquals(4, row.replicates());
  }

  /** Variances 14/3 and 6 of the arms against 2/3 of the difference: (14/3 + 6) / (2/3) = 16. */
  @Test
  void saysWhatTheSameLuckBought() {
    ComparisonRow row = row("1", new double[] {1, 2, 3, 6}, new double[] {2, 2, 5, 7});
    assertEquals(16, row.varianceReduction().getAsDouble(), 1e-12);
    // Covariance 5, standard deviations sqrt(14/3) and sqrt(6).
    assertEquals(5 / StrictMath.sqrt(14.0 / 3 * 6), row.correlation().getAsDouble(), 1e-12);
  }

  @Test
  void anExactDifferenceNeedsNoLuck() {
    ComparisonRow row = row("0.5", new double[] {1, 2, 3, 4, 5}, new double[] {2, 3, 4, 5, 6});
    assertEquals(1, row.ci95Low().getAsDouble());
    assertEquals(1, row.ci95High().getAsDouble());
    assertEquals(Verdict.better, row.verdict());
    assertTrue(row.varianceReduction().isEmpty());
  }

  @Test
  void pointsAreHundredths() {
    assertEquals(
        0.03, row("3 points", new double[] {1, 2}, new double[] {2, 3}).matters().getAsDouble());
  }

  @Test
  void whatIsUndefinedInOneReplicateIsNotJudged() {
    ComparisonRow row = row("1", new double[] {1, 2, Double.NaN}, new double[] {2, 3, 4});
    assertTrue(row.meanDifference().isEmpty());
    assertTrue(row.ci95Low().isEmpty());
    assertEquals(Verdict.undecided, row.verdict());
    assertTrue(row.needed().isEmpty());
  }

  @Test
  void pricesFromOutsideAreNotJudged() {
    ComparisonRow row =
        rows(
                List.of(Synthetic.question("price", "1 %")),
                List.of(List.of(new double[] {1, 2}, new double[] {5, 6})))
            .get(0);
    assertEquals(Verdict.refused, row.verdict());
  }

  /**
   * Nothing differs in six replicates; an event of one in ten would show in half of such samples.
   */
  @Test
  void agreementOfFewReplicatesIsNoEquivalence() {
    double[] same = {1, 2, 3, 4, 5, 6};
    ComparisonRow row = row("1", same, same.clone());
    assertEquals(Verdict.undecided, row.verdict());
    assertEquals(20, row.needed().getAsLong());
    double[] many = Synthetic.normal(1, 0, 20);
    assertEquals(Verdict.equivalent, row("1", many, many.clone()).verdict());
  }

  /** Two replicates that agree may do so by chance. */
  @Test
  void fewerThanFiveReplicatesAreNotJudged() {
    ComparisonRow row = row("1", new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4});
    assertEquals(Verdict.undecided, row.verdict());
    assertTrue(row.needed().isEmpty());
  }

  /** More questions at once make each interval wider. */
  @Test
  void allQuestionsHoldAtOnce() {
    double[] base = Synthetic.normal(9, 0, 30);
    double[] one = Synthetic.normal(9, 1, 30);
    double[] two = Synthetic.normal(9, 2, 30);
    double[] three = Synthetic.normal(9, 3, 30);
    Question q = Synthetic.question("q", "1");
    double alone = half(rows(List.of(q), List.of(List.of(base, one))).get(0));
    double together = half(rows(List.of(q), List.of(List.of(base, one, two, three))).get(0));
    assertTrue(together > 1.05 * alone, () -> together + " against " + alone);
    assertFalse(together > 2 * alone, () -> together + " against " + alone);
  }

  private static double half(ComparisonRow row) {
    return (row.ci95High().getAsDouble() - row.ci95Low().getAsDouble()) / 2;
  }
}
