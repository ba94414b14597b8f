package io.depinsim.core.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario, an override or an input of {@code evaluate} is invalid: exit code 2. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Everything that is wrong, at least one thing; the message has one line for each. */
  public ScenarioException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order found. */
  public List<Problem> problems() {
    return problems;
  }
}
