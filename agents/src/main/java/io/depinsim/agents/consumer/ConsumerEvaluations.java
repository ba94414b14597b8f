package io.depinsim.agents.consumer;

import io.depinsim.core.engine.market.DemandModel.Observation;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.SpanUnit;
import io.depinsim.core.world.ConsumerTable;
import java.util.List;

/** How people choose, as an evaluation. */
public final class ConsumerEvaluations {
  private ConsumerEvaluations() {}

  /** Rows of this group. */
  public static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "serviceChoice",
            "Shares of people who choose a service, a central provider or neither.",
            "McFadden (1974), Conditional logit analysis of qualitative choice behavior",
            Person.class,
            Choice.class,
            ConsumerEvaluations::choose,
            new Person(
                18, 12, 0.95, 5, 2, 12.0, -0.5, 40.0, 0.1, 0.4, 0.3, 0.5, 1, 20.0, 0.995, 0)),
        new Evaluation<>(
            "beliefAfter",
            "What users feel of the service of a market period, and what they believe after it.",
            "own rule: hyperbolic in the wait, linear in breach and outage, adaptive learning",
            Lived.class,
            Belief.class,
            ConsumerEvaluations::live,
            new Lived(0.9, 0.8, 6, 0.1, 0.05, 12.0, 0.5, 0.5, 0.3, 0.1, 1)));
  }

  /**
   * What a cohort lived through, and how much it minds.
   *
   * @param belief share of service believed to arrive
   * @param quality share of the demanded service that arrived
   * @param waitHours mean wait for it
   * @param breach share that was not served in time
   * @param outage share that met machines that were down
   * @param waitTolerance wait at which half of the quality is felt; left out if waits are not felt
   * @param breachWeight how much breach lowers what is felt, beyond what did not arrive
   * @param outageWeight how much outage does
   * @param learning share of a surprise by which the belief moves in a month
   * @param learningGood the same for a good surprise; {@code learning} if left out
   * @param months length of the market period
   */
  public record Lived(
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double belief,
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double quality,
      @InRange(atLeast = "0") @Omittable("0 h") @InUnit("h") double waitHours,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("0 %") @InUnit("%") double breach,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("0 %") @InUnit("%") double outage,
      @InRange(above = "0") @Omittable @InUnit("h") Double waitTolerance,
      @InRange(atLeast = "0 %") @Omittable("0 %") @InUnit("%") double breachWeight,
      @InRange(atLeast = "0 %") @Omittable("0 %") @InUnit("%") double outageWeight,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month")
          @Omittable("30 %/month")
          @InUnit("%/month")
          double learning,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month") @Omittable @InUnit("%/month")
          Double learningGood,
      @InRange(atLeast = "0") @Omittable("1") @InUnit("1") double months) {}

  /**
   * What they believe after it.
   *
   * @param felt share of service that was felt to arrive
   * @param belief share of service believed to arrive from now on
   */
  public record Belief(double felt, double belief) {}

  private static Belief live(Lived in) {
    QualityLoop loop =
        new QualityLoop(
            new QualityLoop.Spec(
                in.waitTolerance(),
                in.breachWeight(),
                in.outageWeight(),
                in.learningGood(),
                null,
                null),
            in.learning());
    double felt = loop.felt(in.quality(), in.waitHours(), in.breach(), in.outage());
    return new Belief(felt, loop.learned(in.belief(), felt, in.months()));
  }

  /**
   * A person with average tastes, and what is on offer.
   *
   * @param value what a flawless unit is worth
   * @param price of a unit
   * @param belief share of service believed to arrive
   * @param noise scale of what the model does not know
   * @param usage what a person uses at the reference price
   * @param referencePrice see usage; {@code price} if left out
   * @param elasticity of usage with respect to price, ≤ 0
   * @param budget what a person can spend; unlimited if left out
   * @param networkShare share of all people who use the service already
   * @param networkEffect most by which users raise the value, as a share of it
   * @param networkHalf share of all people at which half of that is reached
   * @param waitHours expected wait for a unit
   * @param waitCost what an hour of it costs
   * @param centralPrice of a unit of the central provider; left out for none
   * @param centralReliability share of its service that arrives
   * @param centralAdvantage what using it is worth beyond the service
   */
  public record Person(
      @InRange(above = "0") @InUnit("currency/unit") double value,
      @InRange(above = "0") @InUnit("currency/unit") double price,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("100 %") @InUnit("%") double belief,
      @InRange(above = "0") @InUnit("currency/month") double noise,
      @InRange(atLeast = "0") @Omittable("1 unit/month") @InUnit("unit/month") double usage,
      @InRange(above = "0") @InUnit("currency/unit") Double referencePrice,
      @InRange(atMost = "0") @Omittable("0") @InUnit("1") double elasticity,
      @InRange(atLeast = "0") @InUnit("currency/month") Double budget,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("0 %") @InUnit("%")
          double networkShare,
      @InRange(atLeast = "0 %") @Omittable("0 %") @InUnit("%") double networkEffect,
      @InRange(above = "0 %") @Omittable("50 %") @InUnit("%") double networkHalf,
      @InRange(atLeast = "0") @Omittable("0 h") @InUnit("h") double waitHours,
      @InRange(atLeast = "0") @Omittable("0 currency/h") @InUnit("currency/h") double waitCost,
      @InRange(above = "0") @InUnit("currency/unit") Double centralPrice,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("100 %") @InUnit("%")
          double centralReliability,
      @Omittable("0 currency/unit") @InUnit("currency/unit") double centralAdvantage) {}

  /**
   * What is chosen.
   *
   * @param networkFactor what a unit is worth with its users, over its worth with none
   * @param units used a month by who chooses the service
   * @param surplus what that is worth beyond its price and wait, currency per month
   * @param centralUnits used a month by who chooses the central provider; null for none
   * @param centralSurplus what that is worth beyond its price; null for none
   * @param share of people who choose the service
   * @param centralShare share who choose the central provider
   * @param neitherShare share who do without
   */
  public record Choice(
      double networkFactor,
      double units,
      double surplus,
      Double centralUnits,
      Double centralSurplus,
      double share,
      double centralShare,
      double neitherShare) {}

  private static Choice choose(Person in) {
    boolean central = in.centralPrice() != null;
    double budget = in.budget() == null ? Double.POSITIVE_INFINITY : in.budget();
    ServiceChoice choice = new ServiceChoice(spec(in, budget, central));
    ConsumerTable person = new ConsumerTable("person", 1, new long[1], 1);
    person.value()[0] = in.value();
    person.budget()[0] = budget;
    person.belief()[0] = in.belief();
    person.users(0)[0] = in.networkShare();
    double centralPrice = central ? in.centralPrice() : 1;
    choice.decide(
        new Observation(
            0,
            1,
            true,
            new double[] {in.price()},
            new double[] {in.waitHours()},
            centralPrice,
            in.centralReliability(),
            1),
        person,
        new double[1]);
    double factor = choice.networkFactor(in.networkShare());
    double units = choice.units(in.price(), budget);
    double centralUnits = choice.units(centralPrice, budget);
    double centralWorth = in.value() * in.centralReliability() + in.centralAdvantage();
    double share = person.users(0)[0];
    double centralShare = person.outsideUsers()[0];
    return new Choice(
        factor,
        units,
        choice.surplus(
            units, in.value() * in.belief() * factor - in.price() - in.waitCost() * in.waitHours()),
        central ? centralUnits : null,
        central ? choice.surplus(centralUnits, centralWorth - centralPrice) : null,
        share,
        centralShare,
        1 - share - centralShare);
  }

  private static ServiceChoice.Spec spec(Person in, double budget, boolean central) {
    double learning = 0;
    double moving = 1;
    return new ServiceChoice.Spec(
        in.value(),
        0,
        budget,
        0,
        in.usage(),
        in.referencePrice() == null ? in.price() : in.referencePrice(),
        in.elasticity(),
        in.networkEffect(),
        in.networkHalf(),
        in.waitCost(),
        in.noise(),
        in.belief(),
        learning,
        moving,
        1,
        new Span(0, SpanUnit.MONTHS),
        central ? "central" : "",
        in.centralAdvantage(),
        null);
  }
}
