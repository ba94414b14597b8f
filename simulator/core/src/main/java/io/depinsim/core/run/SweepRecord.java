package io.depinsim.core.run;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a sweep leaves behind: which inputs were varied how, how each claim fared at each point, and
 * what that says together.
 *
 * @param manifest what the sweep was
 * @param inputs the inputs varied, in scenario order
 * @param design values tried, by point and then by input
 * @param effects how each claim fared, by point, claim and case; none of a point that failed
 * @param failures points that could not be run, in order
 * @param shares what the points say about each claim
 * @param sensitivities how each claim's effect goes with each input, by claim and then by input
 */
public record SweepRecord(
    SweepManifest manifest,
    List<Input> inputs,
    List<DesignRow> design,
    List<EffectRow> effects,
    List<FailureRow> failures,
    List<ShareRow> shares,
    List<SensitivityRow> sensitivities) {

  /** Copies the lists. */
  public SweepRecord {
    inputs = List.copyOf(inputs);
    design = List.copyOf(design);
    effects = List.copyOf(effects);
    failures = List.copyOf(failures);
    shares = List.copyOf(shares);
    sensitivities = List.copyOf(sensitivities);
  }

  /**
   * An input that was varied.
   *
   * @param path where it stands in the scenario
   * @param value as the scenario states it
   * @param low lowest value tried, with unit
   * @param high highest value tried, with unit
   * @param logarithmic whether its logarithm is spread evenly, rather than itself
   * @param whole whether only whole numbers were tried
   * @param setByPolicy whether some policy sets it to a value of its own, whatever was tried
   */
  public record Input(
      String path,
      String value,
      String low,
      String high,
      boolean logarithmic,
      boolean whole,
      boolean setByPolicy) {}

  /**
   * One row of {@code design.csv}.
   *
   * @param point number of the point, 0 and up
   * @param input path of the input
   * @param value value tried, with unit
   */
  public record DesignRow(int point, String input, String value) {}

  /**
   * One row of {@code effects.csv}.
   *
   * @param point number of the point
   * @param finding name of the claim
   * @param policyFrom policy compared with; empty if a policy is looked at by itself
   * @param policyTo policy that is looked at
   * @param effect mean effect over replicates; empty if it is undefined
   * @param holds whether it meets the claim; false if it is undefined
   */
  public record EffectRow(
      int point,
      String finding,
      String policyFrom,
      String policyTo,
      OptionalDouble effect,
      boolean holds) {}

  /**
   * One row of {@code failures.csv}.
   *
   * @param point number of the point
   * @param sentence why it could not be run
   */
  public record FailureRow(int point, String sentence) {}

  /**
   * One row of {@code shares.csv}. The effect of a claim about every policy is that of the policy
   * nearest to breaking it.
   *
   * @param finding name of the claim
   * @param claim the claim, as a sentence
   * @param points points tried
   * @param failed points without an effect: they could not be run, or the effect is undefined
   * @param holds points at which the claim holds, for every policy it speaks of
   * @param share {@code holds} of the points with an effect; empty if there is none
   * @param wilson95Low lower end of Wilson's 95 % interval of the share; empty as {@code share}
   * @param wilson95High upper end of it; empty as {@code share}
   * @param medianEffect median over the points with an effect; empty as {@code share}
   * @param effectQ05 5 % quantile; empty as {@code share}
   * @param effectQ95 95 % quantile; empty as {@code share}
   * @param limitDirection side of the limit on which the claim holds: {@code above} or {@code
   *     below}
   * @param limit the limit
   * @param unit unit of effect and limit; {@code 1} for a pure number
   * @param relative whether effect and limit are shares of something, to be read as percent
   * @param source who made the claim; empty if the scenario names nobody
   */
  public record ShareRow(
      String finding,
      String claim,
      int points,
      int failed,
      int holds,
      OptionalDouble share,
      OptionalDouble wilson95Low,
      OptionalDouble wilson95High,
      OptionalDouble medianEffect,
      OptionalDouble effectQ05,
      OptionalDouble effectQ95,
      String limitDirection,
      double limit,
      String unit,
      boolean relative,
      String source) {}

  /**
   * One row of {@code sensitivity.csv}.
   *
   * @param finding name of the claim
   * @param input path of the input
   * @param spearman rank correlation of effect and input over the points with an effect, -1 to 1;
   *     empty if either never changes
   */
  public record SensitivityRow(String finding, String input, OptionalDouble spearman) {}
}
