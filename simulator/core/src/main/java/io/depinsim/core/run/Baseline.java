package io.depinsim.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a scenario behaved when its baseline was written: what every replicate of every policy and
 * regime answered to the scenario's questions.
 *
 * @param baseline version of this format, {@link #FORMAT}
 * @param scenario name the scenario gives itself
 * @param programVersion version of the program that wrote it
 * @param stateHashVersion version of the arithmetic behind the digests, {@link StateDigest#VERSION}
 * @param seed seed of all random numbers
 * @param replicates number of replicates, numbered from 0, ≥ 2
 * @param questions what each question asks, in words, by its name; answers to other words are not
 *     comparable
 * @param cases one per policy and regime, regimes within policies, the base first
 */
public record Baseline(
    int baseline,
    String scenario,
    String programVersion,
    int stateHashVersion,
    long seed,
    int replicates,
    Map<String, String> questions,
    List<Case> cases) {

  /** Version of the format. */
  public static final int FORMAT = 1;

  /**
   * One policy under one regime.
   *
   * @param policy name of the policy
   * @param regime name of the regime
   * @param digests one per replicate, lower-case hexadecimal
   * @param answers by question, one number per replicate; NaN where the statistic is undefined,
   *     which the file writes as null
   */
  public record Case(
      String policy, String regime, List<String> digests, Map<String, List<Double>> answers) {

    /** Copies; null becomes NaN. */
    public Case {
      Objects.requireNonNull(policy);
      Objects.requireNonNull(regime);
      digests = List.copyOf(digests);
      Map<String, List<Double>> copy = new LinkedHashMap<>();
      answers.forEach(
          (question, values) -> {
            List<Double> numbers = new ArrayList<>();
            values.forEach(value -> numbers.add(value == null ? Double.NaN : value));
            copy.put(question, Collections.unmodifiableList(numbers));
          });
      answers = Collections.unmodifiableMap(copy);
    }

    /** The answers to one question as a column, a copy. */
    public double[] column(String question) {
      return answers.get(question).stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A column as this record holds it. */
    public static List<Double> boxed(double[] values) {
      return Arrays.stream(values).boxed().toList();
    }
  }

  /**
   * Copies, and checks that every case has as many replicates and answers every question.
   *
   * @throws IllegalArgumentException if not, or if the format is another one
   */
  public Baseline {
    Objects.requireNonNull(scenario);
    Objects.requireNonNull(programVersion);
    questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    cases = List.copyOf(cases);
    require(
        baseline == FORMAT,
        "baseline: " + baseline + " is a format that this program does not know");
    require(replicates >= 2, "replicates: " + replicates + " is below 2");
    require(!cases.isEmpty(), "cases: there is none");
    for (Case each : cases) {
      String where = "policy " + each.policy() + ", regime " + each.regime() + ": ";
      require(
          each.answers().keySet().equals(questions.keySet()),
          where + "answers other questions than stand under `questions`");
      boolean whole =
          each.digests().size() == replicates
              && each.answers().values().stream().allMatch(values -> values.size() == replicates);
      require(whole, where + "does not hold " + replicates + " of everything");
    }
  }

  /** Whether two say the same, whichever version of the program wrote them. */
  public boolean behavesAs(Baseline other) {
    return scenario.equals(other.scenario)
        && stateHashVersion == other.stateHashVersion
        && seed == other.seed
        && replicates == other.replicates
        && questions.equals(other.questions)
        && cases.equals(other.cases);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
