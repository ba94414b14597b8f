package io.depinsim.core.run;

import io.depinsim.core.scenario.FindingSpec.Direction;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One row of {@code findings.csv}: a claim of the scenario, held against its run under one regime.
 *
 * @param finding what the scenario calls it
 * @param claim the claim, as a sentence
 * @param regime name of the regime
 * @param policyFrom policy compared with; empty if a policy is looked at by itself
 * @param policyTo policy whose statistic, or its difference from the other's, is the effect
 * @param metric key of the metric
 * @param statistic what was computed from one replicate's series
 * @param meanEffect mean effect over replicates; empty if it is undefined in some replicate
 * @param sd standard deviation over replicates; empty with the mean, and for one replicate
 * @param ci95Low lower end of the 95 % interval of the mean; empty as {@code sd}
 * @param ci95High upper end of the 95 % interval of the mean; empty as {@code sd}
 * @param limitDirection side of the limit on which the claim holds
 * @param limit the limit, in the unit of the effect
 * @param shareHolding share of replicates in which the claim holds, 0 to 1
 * @param replicates number of replicates, at least 1
 * @param verdict whether the interval lies wholly on one side of the limit
 * @param unit unit of the effect; {@code 1} for a pure number
 * @param relative whether effect and limit are shares of the statistic compared with
 * @param source who made the claim; empty if the scenario names nobody
 */
public record FindingRow(
    String finding,
    String claim,
    String regime,
    String policyFrom,
    String policyTo,
    String metric,
    String statistic,
    OptionalDouble meanEffect,
    OptionalDouble sd,
    OptionalDouble ci95Low,
    OptionalDouble ci95High,
    Direction limitDirection,
    double limit,
    double shareHolding,
    int replicates,
    Verdict verdict,
    String unit,
    boolean relative,
    String source) {

  /** What the interval supports; written as it stands here. */
  public enum Verdict {
    /** The whole interval meets the claim. */
    holds,
    /** The whole interval lies on the other side of the limit. */
    reversed,
    /** Neither; one replicate decides nothing. */
    undecided,
    /** The claim is about a price that comes from outside, which no policy can move. */
    refused
  }

  /**
   * Checks that the interval is whole or absent, and that a verdict has one.
   *
   * @throws IllegalArgumentException if not
   */
  public FindingRow {
    Objects.requireNonNull(finding);
    Objects.requireNonNull(claim);
    Objects.requireNonNull(regime);
    Objects.requireNonNull(policyFrom);
    Objects.requireNonNull(policyTo);
    Objects.requireNonNull(metric);
    Objects.requireNonNull(statistic);
    Objects.requireNonNull(limitDirection);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(source);
    boolean interval = sd.isPresent();
    if (ci95Low.isPresent() != interval
        || ci95High.isPresent() != interval
        || interval && (meanEffect.isEmpty() || replicates < 2)
        || !interval && (verdict == Verdict.holds || verdict == Verdict.reversed)) {
      throw new IllegalArgumentException(
          "Finding " + finding + " is " + verdict + ": a verdict needs a mean and its interval.");
    }
    if (replicates < 1 || !(shareHolding >= 0 && shareHolding <= 1)) {
      throw new IllegalArgumentException(
          "Finding " + finding + ": needs a replicate, and a share from 0 to 1.");
    }
  }
}
