package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.metric.MetricDefinition.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonWordsTest {
  private static ComparisonSample sample(int policies, String... regimes) {
    List<String> names = List.of("plan", "a", "b", "c", "d", "e").subList(0, policies);
    return new ComparisonSample(names, List.of(regimes));
  }

  @Test
  void saysDifferencesWithTheirIntervalsWhereTheyAreFew() {
    ComparisonSample sample =
        sample(3, "base")
            .row("cost", 1, 0, -2.5, 0.5, Direction.LOWER)
            .row("cost", 2, 0, 1.5, 1.2, Direction.LOWER)
            .around("cost", 1);
    assertEquals(
        List.of(
            "cost, against plan: a is better (\u22122.5\u00a0FIL [\u22123.0, \u22122.0]);"
                + " b is undecided (+1.5\u00a0FIL [0.3, 2.7]; worse with 95 %, but perhaps by less than"
                + " matters; about 1\u202f100 replicates would settle it); a is best with 95 %, by any margin."),
        ComparisonWords.sentences(sample.record()));
  }

  @Test
  void namesPoliciesThatFaredAlikeTogetherWhereTheyAreMany() {
    ComparisonSample sample = sample(4, "calm", "crash");
    for (int r = 0; r < 2; r++) {
      sample.row("reach", 1, r, 3, 0.5, Direction.HIGHER);
      sample.row("reach", 2, r, 4, 0.5, Direction.HIGHER);
      sample.row("reach", 3, r, r == 0 ? -3 : 1, 0.5, Direction.HIGHER);
    }
    assertEquals(
        List.of(
            "reach, against plan: a and b are better under every regime; c is worse under calm,"
                + " undecided under crash (about 1\u202f100 replicates would settle it)."),
        ComparisonWords.sentences(sample.record()));
  }

  @Test
  void saysThatNoFeasibleNumberOfReplicatesWouldSettleIt() {
    ComparisonSample sample = sample(2, "base").row("cost", 1, 0, 0, 2, Direction.LOWER);
    String sentence = ComparisonWords.sentences(sample.record()).get(0);
    assertTrue(sentence.endsWith("; no feasible number of replicates would settle it)."), sentence);
  }

  @Test
  void answersNoMoreThanTheIntervalsDo() {
    ComparisonSample sample =
        sample(3, "base")
            .row("cost", 1, 0, -2.5, 0.5, Direction.LOWER)
            .row("cost", 2, 0, 1.5, 1.2, Direction.LOWER)
            .row("reach", 1, 0, 0.1, 0.2, Direction.HIGHER)
            .row("reach", 2, 0, 0.1, 0.2, Direction.HIGHER)
            .around("cost", 1)
            .around("reach", 2);
    assertEquals(
        "Against plan, a is better in cost; a and b are equivalent in reach. 1 difference in cost is"
            + " undecided; about 1\u202f100 replicates would settle it. With 95 %, a is the best of"
            + " all in cost.",
        ComparisonAnswer.of(sample.record()));
    ComparisonSample open = sample(2, "base").row("cost", 1, 0, 1, 0.5, Direction.LOWER);
    assertEquals(
        "Undecided in cost; about 1\u202f100 replicates would settle it.",
        ComparisonAnswer.of(open.record()));
    ComparisonSample none = sample(2, "base").row("", 1, 0, 1, 0.5, Direction.NEITHER);
    assertTrue(ComparisonAnswer.of(none.record()).startsWith("No verdict: "));
  }

  @Test
  void leavesTheRegimesThatDisagreeToTheList() {
    ComparisonSample sample = sample(3, "calm", "crash");
    for (int r = 0; r < 2; r++) {
      sample.row("reach", 1, r, 3, 0.5, Direction.HIGHER);
      sample.row("reach", 2, r, r == 0 ? -3 : 3, 0.5, Direction.HIGHER);
    }
    assertEquals(
        "Against plan, a is better under every regime and the verdict depends on the regime for b"
            + " in reach.",
        ComparisonAnswer.of(sample.record()));
  }

  @Test
  void roundsNumbersOfReplicatesUpToTwoDigits() {
    assertEquals("85", ComparisonWords.about(85));
    assertEquals("1\u202f100", ComparisonWords.about(1001));
    assertEquals("990", ComparisonWords.about(990));
  }

  @Test
  void anEstimateThatIsLostInItsIntervalIsPrintedAsZero() {
    assertEquals(
        "0.00\u00a0points [\u22120.16, 0.17]",
        AskedQuestion.estimate(-0.00294, -0.16, 0.17, "points"));
    assertEquals(
        "+840\u202f000\u00a0USD [680\u202f000, 990\u202f000]",
        AskedQuestion.estimate(839_299, 683_722, 994_876, "USD"));
    assertEquals("no difference", AskedQuestion.estimate(0, 0, 0, "FIL"));
    assertEquals("+2\u00a0FIL", AskedQuestion.estimate(2, 2, 2, "FIL"));
  }
}
