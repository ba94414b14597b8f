package io.depinsim.agents.consumer;

import io.depinsim.core.engine.market.DemandModel.Experience;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.world.ConsumerTable;

/**
 * How what people lived through changes what they believe, and who turns away for it.
 *
 * <p>Of service of quality q with wait w, breach b and outage o people feel f = q t / (t + w)
 * max(0, 1 - B b) max(0, 1 - O o), with t their tolerance of waits and B and O how much they mind
 * breach and outage beyond what did not arrive. Belief moves toward f at the rate of learning,
 * which may differ for good surprises. Of those whom a belief below its best so far drives from the
 * service a share turns away; those use nothing, the central provider neither, and come back among
 * the undecided at a constant rate. Draws no random numbers.
 */
public final class QualityLoop {
  private final Spec spec;
  private final double learning;

  /**
   * Parameters of {@code choice: {experience: …}}.
   *
   * @param waitTolerance wait at which half of the quality is felt; null if waits are not felt.
   *     Beside {@code waitCost}, which is known when choosing
   * @param breachWeight how much service that was not served in time lowers what is felt, beyond
   *     what did not arrive
   * @param outageWeight how much requests that met machines that were down lower what is felt,
   *     beyond what did not arrive
   * @param learningGood share of a good surprise by which the belief moves in a month; null for
   *     {@code learning}, which else holds for bad ones
   * @param churn share of those who leave since they believe less who turn away; null if nobody
   *     does
   * @param returns share of those who turned away who come back in a month; given with {@code
   *     churn}
   */
  public record Spec(
      @InRange(above = "0") @Omittable @InUnit("h") Double waitTolerance,
      @InRange(atLeast = "0 %") @Omittable("0 %") @InUnit("%") double breachWeight,
      @InRange(atLeast = "0 %") @Omittable("0 %") @InUnit("%") double outageWeight,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month") @Omittable @InUnit("%/month")
          Double learningGood,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable @InUnit("%") Double churn,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month") @Omittable @InUnit("%/month")
          Double returns) {
    /** What people are without this block: they feel what arrived, and nobody turns away. */
    static final Spec NONE = new Spec(null, 0, 0, null, null, null);

    /** Checks that a share that turns away has a rate at which it comes back. */
    public Spec {
      if ((churn == null) != (returns == null)) {
        throw new IllegalArgumentException(
            (churn == null ? "churn" : "returns")
                + ": is missing; `churn` and `returns` must be given together. Maybe 0 %?");
      }
    }
  }

  /** The rule of a spec, with the share of a surprise by which belief moves in a month. */
  QualityLoop(Spec spec, double learning) {
    this.spec = spec;
    this.learning = learning;
  }

  /** Whether people may turn away. */
  boolean churns() {
    return spec.churn() != null;
  }

  /** What is felt of a tier, 0 to 1. */
  double felt(double quality, double waitHours, double breach, double outage) {
    double patience =
        spec.waitTolerance() == null
            ? 1
            : spec.waitTolerance() / (spec.waitTolerance() + waitHours);
    return quality
        * patience
        * Math.max(0, 1 - spec.breachWeight() * breach)
        * Math.max(0, 1 - spec.outageWeight() * outage);
  }

  /** A belief after some months in which this was felt. */
  double learned(double belief, double felt, double months) {
    double rate = felt > belief && spec.learningGood() != null ? spec.learningGood() : learning;
    return belief + (1 - StrictMath.pow(1 - rate, months)) * (felt - belief);
  }

  /** Moves the beliefs of a table, and its best ones if it keeps them. */
  void learn(ConsumerTable table, Experience lived, double months) {
    double[] belief = table.belief();
    for (int tier = 0; tier < belief.length; tier++) {
      double quality = lived.quality()[tier];
      if (!Double.isNaN(quality)) {
        double felt =
            felt(quality, lived.waitHours()[tier], lived.breach()[tier], lived.outage()[tier]);
        belief[tier] = learned(belief[tier], felt, months);
      }
      if (table.churns()) {
        table.bestBelief()[tier] = Math.max(table.bestBelief()[tier], belief[tier]);
      }
    }
  }

  /** Lets those come back who have turned away and whose time has come. */
  void comeBack(ConsumerTable table, double months) {
    if (!churns()) {
      return;
    }
    double stay = StrictMath.pow(1 - spec.returns(), months);
    double[] churned = table.churned();
    for (int row = 0; row < churned.length; row++) {
      churned[row] *= stay;
    }
  }

  /**
   * Lets a share of those turn away whom a lower belief drives out. They come out of those who have
   * just gone to the central provider or to neither, as those divide.
   *
   * @param driven people of the row who have left and would have stayed at the best belief
   * @param toOutside weight of the central provider in the choice of who does not use the network
   * @param toNeither weight of doing without
   */
  void turnAway(ConsumerTable table, int row, double driven, double toOutside, double toNeither) {
    if (driven <= 0) {
      return;
    }
    double away = spec.churn() * driven;
    double fromOutside = away * toOutside / (toOutside + toNeither);
    table.churned()[row] += away;
    double[] outside = table.outsideUsers();
    outside[row] = Math.max(0, outside[row] - fromOutside);
  }
}
