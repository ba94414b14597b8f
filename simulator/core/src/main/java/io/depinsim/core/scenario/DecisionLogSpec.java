package io.depinsim.core.scenario;

/**
 * Which decisions are logged in {@code decisions.bin}. Changes no result.
 *
 * @param rate share of the decisions of which there are many, such as placements of jobs; votes and
 *     other rare ones are logged always
 * @param replicates of how many replicates of each policy and regime, the first ones; 0 for no log
 */
public record DecisionLogSpec(
    @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("0.1 %") @InUnit("%") double rate,
    @InRange(atLeast = "0", atMost = "524288") @Omittable("1") @InUnit("1") int replicates) {

  /** What holds where a scenario says nothing. */
  static final DecisionLogSpec DEFAULT = new DecisionLogSpec(0.001, 1);
}
