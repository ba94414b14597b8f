package io.depinsim.agents.allocator;

import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import java.util.List;

/** What allocators reckon with, as evaluations. */
public final class AllocatorEvaluations {
  private AllocatorEvaluations() {}

  /** Rows of this group. */
  public static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "failureRisk",
            "Probability that a machine breaks soon, and the age from which on that is too much.",
            "1 - exp(-(((age + window)/life)^shape - (age/life)^shape)), as in"
                + " io.depinsim.agents.allocator.FailureRisk",
            Machine.class,
            Risk.class,
            in ->
                new Risk(
                    FailureRisk.within(in.age(), in.window(), in.life(), in.shape()),
                    FailureRisk.ageAt(in.maintain(), in.window(), in.life(), in.shape())),
            new Machine(500, 48, 1000, 3, 0.05)),
        new Evaluation<>(
            "reputationWeighted",
            "How often a provider is taken each time it is drawn.",
            "reputation^power, as in io.depinsim.agents.allocator.ReputationWeighted",
            Reputation.class,
            Weight.class,
            in -> new Weight(ReputationWeighted.weight(in.reputation(), in.power())),
            new Reputation(0.9, 4)));
  }

  /**
   * A machine that ages.
   *
   * @param age since it was new or repaired last
   * @param window time looked ahead
   * @param life characteristic life
   * @param shape of the Weibull distribution
   * @param maintain probability above which it is sent to maintenance
   */
  public record Machine(
      @InRange(atLeast = "0 h") @InUnit("h") double age,
      @InRange(above = "0 h") @InUnit("h") double window,
      @InRange(above = "0 h") @InUnit("h") double life,
      @InRange(above = "1", atMost = "100") @InUnit("1") double shape,
      @InRange(above = "0 %", below = "100 %") @InUnit("%") double maintain) {}

  /**
   * A risk.
   *
   * @param risk probability of breaking within the window
   * @param maintainAt age from which on it exceeds the limit, hours
   */
  public record Risk(double risk, double maintainAt) {}

  /**
   * A provider.
   *
   * @param reputation share of its latest jobs done in time
   * @param power of the reputation
   */
  public record Reputation(
      @InRange(atLeast = "0", atMost = "1") @InUnit("1") double reputation,
      @InRange(atLeast = "0", atMost = "100") @InUnit("1") double power) {}

  /**
   * A weight.
   *
   * @param weight probability of being taken when drawn
   */
  public record Weight(double weight) {}
}
