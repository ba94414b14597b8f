package io.depinsim.experiments.compare;

import io.depinsim.core.run.ComparisonRow;
import java.util.List;

/**
 * Says when there are enough replicates: when the half-width of every question's interval is at
 * most a share of the base's mean. Replicates grow by what the spread so far makes necessary, by a
 * tenth at least and to the double at most, so that the rule looks few times.
 *
 * <p>Stopping when an interval looks narrow favours samples whose spread is small by chance. To
 * make up for it, the half-width is held against the goal as if the spread were one standard error
 * larger.
 *
 * @param share of the base's mean, above 0
 * @see <a href="https://doi.org/10.1214/aoms/1177700156">Chow and Robbins: On the asymptotic theory
 *     of fixed-width sequential confidence intervals for the mean (1965)</a>
 */
public record Precision(double share) {
  /** Fewest replicates that the rule judges by. */
  public static final int FIRST = 30;

  /** Checks the share. */
  public Precision {
    if (!(share > 0)) {
      throw new IllegalArgumentException("precision: must be above 0");
    }
  }

  /**
   * How many replicates to have next.
   *
   * @param rows comparison of those there are; questions alone count, and of those the ones whose
   *     base has a mean other than 0
   * @param replicates how many there are
   * @return {@code replicates} if they are enough
   */
  public int next(List<ComparisonRow> rows, int replicates) {
    if (replicates < FIRST) {
      return FIRST;
    }
    double worst = 0;
    for (ComparisonRow row : rows) {
      boolean counts =
          !row.question().isEmpty()
              && row.meanDifference().isPresent()
              && row.baseMean().orElse(0) != 0;
      if (counts) {
        double half = (row.ci95High().getAsDouble() - row.ci95Low().getAsDouble()) / 2;
        worst = Math.max(worst, half / (share * Math.abs(row.baseMean().getAsDouble())));
      }
    }
    double careful = worst * (1 + 1 / StrictMath.sqrt(2.0 * replicates));
    if (careful <= 1) {
      return replicates;
    }
    double wanted = StrictMath.ceil(replicates * careful * careful);
    long least = replicates + Math.max(1, replicates / 10);
    return (int) Math.min(2L * replicates, Math.max(least, (long) wanted));
  }
}
