package io.depinsim.experiments.check;

/**
 * What the paired gate says of one question in one case: the same replicates, before and now.
 *
 * @param question name of the question
 * @param policy name of the policy
 * @param regime name of the regime
 * @param unit unit of the numbers
 * @param replicates how many were compared
 * @param differing how many differ at all
 * @param largest the difference, now less before, that is largest in absolute value; NaN if some
 *     number is undefined before or now, and not both
 * @param mean mean difference over all replicates; NaN likewise
 * @param matters smallest difference worth talking about, ≥ 0
 * @param gating whether the question may fail a check
 */
public record PairedRow(
    String question,
    String policy,
    String regime,
    String unit,
    int replicates,
    int differing,
    double largest,
    double mean,
    double matters,
    boolean gating) {

  /** Whether the gate fails here. */
  public boolean failed() {
    return gating && beyond();
  }

  /** Whether the mean difference is beyond what matters, gating or not. */
  public boolean beyond() {
    return Double.isNaN(mean) || Math.abs(mean) > matters;
  }

  /** Compares two columns of as many replicates; those undefined in both do not count. */
  static PairedRow of(CaseQuestion about, double matters, double[] before, double[] now) {
    int differing = 0;
    double largest = 0;
    double sum = 0;
    int defined = 0;
    for (int r = 0; r < before.length; r++) {
      defined += Double.isNaN(before[r]) && Double.isNaN(now[r]) ? 0 : 1;
      boolean same = Double.isNaN(before[r]) ? Double.isNaN(now[r]) : before[r] == now[r];
      if (!same) {
        double difference = now[r] - before[r];
        differing++;
        sum += difference;
        boolean larger = !(Math.abs(difference) <= Math.abs(largest));
        largest = Double.isNaN(largest) || !larger ? largest : difference;
      }
    }
    return new PairedRow(
        about.question(),
        about.policy(),
        about.regime(),
        about.unit(),
        before.length,
        differing,
        largest,
        sum / Math.max(1, defined),
        matters,
        about.gating());
  }
}
