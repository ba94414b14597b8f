package io.depinsim.experiments.check;

/**
 * What the distributional gate says of one question in one case: fresh replicates against those of
 * the baseline.
 *
 * @param question name of the question
 * @param policy name of the policy
 * @param regime name of the regime
 * @param unit unit of the means; {@code 1} where they are shares
 * @param share whether the answer is undefined somewhere, so that the share of replicates that have
 *     one is looked at instead
 * @param before mean of the baseline
 * @param fresh mean of the fresh replicates
 * @param outcome what the test says
 * @param gating whether the question may fail a check
 * @param alarmed whether the test alarms here; one of a question that is not gating fails nothing
 */
public record FreshRow(
    String question,
    String policy,
    String regime,
    String unit,
    boolean share,
    double before,
    double fresh,
    LabelPermutation.Outcome outcome,
    boolean gating,
    boolean alarmed) {

  /** Whether the gate fails here. */
  public boolean failed() {
    return gating && alarmed;
  }
}
