package io.depinsim.agents.owner;

/**
 * An owner leaves when what is expected over its planning horizon, discounted, does not cover the
 * cost of serving.
 */
public final class NetPresentValueExit implements ExitRule {

  /** Parameters of {@code exit: {netPresentValue: {}}}: none; the horizon is the owner's. */
  public record Spec() {}

  @Override
  public boolean leaves(double cost, double expected, double income, long badMonths) {
    return expected < cost;
  }

  @Override
  public boolean bad(double cost, double income) {
    return income < cost;
  }
}
