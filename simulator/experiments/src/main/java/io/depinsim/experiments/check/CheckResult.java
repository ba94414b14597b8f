package io.depinsim.experiments.check;

import io.depinsim.core.run.ExpectationRow;
import java.util.List;
import java.util.Optional;

/**
 * How a scenario stands against its baseline.
 *
 * @param scenario name the scenario gives itself
 * @param replicates how many of each kind were run, per policy and regime
 * @param falseAlarm declared chance that the distributional gate alarms though nothing changed
 * @param troubles sentences about what cannot be compared; each is a failure
 * @param remarks sentences that fail nothing
 * @param digests digests that were compared, by case
 * @param weighed whether questions weigh the differences; if not, any digest that differs is a
 *     failure
 * @param paired the paired gate, cases within questions
 * @param fresh the distributional gate, likewise
 * @param expectations how the scenario's expectations came out
 * @param pairedSeconds wall-clock time of the paired gate
 * @param freshSeconds of the distributional gate
 */
public record CheckResult(
    String scenario,
    int replicates,
    double falseAlarm,
    List<String> troubles,
    List<String> remarks,
    List<DigestRow> digests,
    boolean weighed,
    List<PairedRow> paired,
    List<FreshRow> fresh,
    List<ExpectationRow> expectations,
    double pairedSeconds,
    double freshSeconds) {

  /** Copies the lists. */
  public CheckResult {
    troubles = List.copyOf(troubles);
    remarks = List.copyOf(remarks);
    digests = List.copyOf(digests);
    paired = List.copyOf(paired);
    fresh = List.copyOf(fresh);
    expectations = List.copyOf(expectations);
  }

  /** Whether digests alone fail the check. */
  public boolean digestsFailed() {
    return !weighed && digests.stream().anyMatch(row -> row.differing() > 0);
  }

  /** Whether anything fails. */
  public boolean failed() {
    return !troubles.isEmpty()
        || digestsFailed()
        || paired.stream().anyMatch(PairedRow::failed)
        || fresh.stream().anyMatch(FreshRow::failed)
        || expectations.stream().anyMatch(row -> row.outcome() == ExpectationRow.Outcome.failed);
  }

  /** The row of the distributional gate about the same question and case as one of the paired. */
  public Optional<FreshRow> fresh(PairedRow of) {
    return fresh.stream()
        .filter(
            row ->
                row.question().equals(of.question())
                    && row.policy().equals(of.policy())
                    && row.regime().equals(of.regime()))
        .findFirst();
  }
}
