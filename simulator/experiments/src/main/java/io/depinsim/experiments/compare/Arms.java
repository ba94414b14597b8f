package io.depinsim.experiments.compare;

import java.util.Arrays;
import java.util.List;

/**
 * What the replicates of every policy and regime answered: the arms of an experiment. Values of one
 * place in two arms met the same luck.
 *
 * @param questions what was asked, in order
 * @param policies the base first
 * @param regimes states of the world, the base first
 * @param answers where the numbers are
 */
public record Arms(
    List<Question> questions, List<String> policies, List<String> regimes, Answers answers) {

  /** Where the numbers are. */
  public interface Answers {
    /**
     * One number per replicate, in order of replicates; NaN where the statistic is undefined.
     *
     * @param question place of the question
     * @param policy place of the policy
     * @param regime place of the regime
     */
    double[] of(int question, int policy, int regime);

    /** Whether the answer is about a price from outside, which no policy can move. */
    boolean refused(int question, int policy, int regime);
  }

  /** Copies the lists. */
  public Arms {
    questions = List.copyOf(questions);
    policies = List.copyOf(policies);
    regimes = List.copyOf(regimes);
  }

  /** The difference to the base policy, replicate by replicate. */
  double[] differences(int question, int policy, int regime) {
    return minus(answers.of(question, policy, regime), answers.of(question, 0, regime));
  }

  /** Whether every number of a column is defined. */
  public static boolean defined(double[] column) {
    return Arrays.stream(column).allMatch(Double::isFinite);
  }

  /** The difference of two policies, replicate by replicate. */
  public static double[] minus(double[] one, double[] other) {
    double[] differences = new double[one.length];
    for (int r = 0; r < differences.length; r++) {
      differences[r] = one[r] - other[r];
    }
    return differences;
  }
}
