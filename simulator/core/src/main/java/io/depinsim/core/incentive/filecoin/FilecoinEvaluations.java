package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.scenario.Evaluation;
import java.util.List;
import java.util.stream.Stream;

/** Every Filecoin rule as a row for {@code depinsim evaluate}. */
public final class FilecoinEvaluations {
  private FilecoinEvaluations() {}

  /** The rows, in the order they should be listed. */
  public static List<Evaluation<?, ?>> rows() {
    return Stream.of(
            MintingEvaluations.rows(),
            RewardEvaluations.rows(),
            ConsensusEvaluations.rows(),
            PledgeEvaluations.rows(),
            PenaltyEvaluations.rows(),
            GasEvaluations.rows(),
            SupplyEvaluations.rows())
        .flatMap(List::stream)
        .<Evaluation<?, ?>>map(row -> row)
        .toList();
  }
}
