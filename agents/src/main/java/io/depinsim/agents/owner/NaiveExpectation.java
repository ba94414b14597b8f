package io.depinsim.agents.owner;

/** Income stays what it is. */
public final class NaiveExpectation implements Expectation {

  /** Parameters of {@code expectation: {naive: {}}}: none. */
  public record Spec() {}

  @Override
  public void observe(double[] memory, double income, double months) {
    memory[SEEN] = 1;
    memory[LATEST] = income;
  }

  @Override
  public double ahead(double[] memory, int month) {
    return memory[LATEST];
  }
}
