package io.depinsim.agents.owner;

/** When an owner of machines gives up. What was paid for them is sunk and plays no part. */
public interface ExitRule {
  /**
   * Whether an owner leaves.
   *
   * @param cost what serving costs, own use forgone included, currency per machine and month
   * @param expected discounted mean of what a machine is expected to earn over the planning horizon
   * @param income what it earned by the latest settlement
   * @param badMonths rounds in a row in which {@link #bad} was true, this one included
   */
  boolean leaves(double cost, double expected, double income, long badMonths);

  /** Whether a round counts as a bad one. */
  boolean bad(double cost, double income);
}
