package io.depinsim.core.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a scenario.
 *
 * @param problems everything that is wrong, by file, line and column
 * @param scenario the scenario, without the statements about results that are wrong; empty if
 *     anything else is wrong
 */
public record Examination(List<Problem> problems, Optional<Scenario> scenario) {
  public Examination {
    problems = List.copyOf(problems);
  }
}
