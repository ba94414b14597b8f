package io.depinsim.core.incentive;

import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.time.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Emission schedules as evaluations. */
public final class EmissionEvaluations {
  private static final MathContext SIGNIFICANT = new MathContext(16);

  private EmissionEvaluations() {}

  /** Rows of this group. */
  static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "stepHalving",
            "Tokens of one month since the launch, and of all up to it, halving in steps.",
            "E0 / 2^floor(k / H); Bitcoin Core, GetBlockSubsidy, for blocks in place of months",
            Halving.class,
            Month.class,
            EmissionEvaluations::halving,
            new Halving(
                new BigDecimal("6250000"),
                Span.parse("48 months"),
                new BigDecimal("600000000"),
                95)),
        new Evaluation<>(
            "geometricDecay",
            "Tokens of one month since the launch, and of all up to it, each less than the one"
                + " before by a share.",
            "E0 (1 - d)^k",
            Decay.class,
            Month.class,
            EmissionEvaluations::decay,
            new Decay(new BigDecimal("10000000"), 0.02, null, 35)),
        new Evaluation<>(
            "demandLinkedEmission",
            "Tokens worth a share of revenue, between a floor and a cap per month.",
            "share times revenue over price, within floor and cap times months",
            Demand.class,
            Tokens.class,
            EmissionEvaluations::demand,
            new Demand(
                0.7,
                new BigDecimal("6000000"),
                new BigDecimal("500000"),
                1,
                new BigDecimal("180000"),
                0.05)));
  }

  /**
   * A month of a halving schedule.
   *
   * @param perMonth tokens of each month up to the first halving
   * @param every calendar months between two halvings
   * @param total tokens paid at most; no limit if left out
   * @param month the month, 0 for the first
   */
  public record Halving(
      @InRange(atLeast = "0") BigDecimal perMonth,
      Span every,
      @InRange(atLeast = "0", maybe = "leave it out") BigDecimal total,
      @InRange(atLeast = "0", atMost = "3000") @InUnit("1") long month) {}

  /**
   * A month of a decaying schedule.
   *
   * @param perMonth tokens of the first month
   * @param decay by how much each month brings less than the one before
   * @param total tokens paid at most; no limit if left out
   * @param month the month, 0 for the first
   */
  public record Decay(
      @InRange(atLeast = "0") BigDecimal perMonth,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month") @InUnit("%/month") double decay,
      @InRange(atLeast = "0", maybe = "leave it out") BigDecimal total,
      @InRange(atLeast = "0", atMost = "3000") @InUnit("1") long month) {}

  /**
   * What a month brings.
   *
   * @param tokens of this month
   * @param tokensUntilItsEnd of all months from the launch to the end of this one
   * @param totalBinds whether the schedule would have paid more without a total
   */
  public record Month(BigDecimal tokens, BigDecimal tokensUntilItsEnd, boolean totalBinds) {}

  /**
   * A period of a network that earns.
   *
   * @param share of revenue that the tokens are worth
   * @param capPerMonth most tokens per month
   * @param floorPerMonth fewest tokens per month
   * @param months calendar months the period covers
   * @param revenue of the period
   * @param price of a token; 0 for none
   */
  public record Demand(
      @InRange(atLeast = "0 %") @InUnit("%") double share,
      @InRange(atLeast = "0") BigDecimal capPerMonth,
      @InRange(atLeast = "0") BigDecimal floorPerMonth,
      @InRange(atLeast = "0") @InUnit("1") double months,
      @InRange(atLeast = "0") BigDecimal revenue,
      @InRange(atLeast = "0") @InUnit("currency/asset") double price) {}

  /**
   * What the period brings.
   *
   * @param tokens within floor and cap
   * @param floorBinds whether they would be fewer without the floor
   * @param capBinds whether they would be more without the cap
   */
  public record Tokens(BigDecimal tokens, boolean floorBinds, boolean capBinds) {}

  private static Month halving(Halving in) {
    if (in.every() == null) {
      throw new IllegalArgumentException("every: missing. Maybe `48 months`.");
    }
    return month(
        new StepHalving(amount("perMonth", in.perMonth()), in.every(), limit(in.total())),
        in.month());
  }

  private static Month decay(Decay in) {
    return month(
        new GeometricDecay(amount("perMonth", in.perMonth()), in.decay(), limit(in.total())),
        in.month());
  }

  private static Month month(MonthlySchedule schedule, long month) {
    // Sums of doubles without rounding, so that round schedules give round amounts.
    BigDecimal before = BigDecimal.ZERO;
    for (long k = 0; k < month; k++) {
      before = before.add(new BigDecimal(schedule.ofMonth(k)));
    }
    BigDecimal scheduled = before.add(new BigDecimal(schedule.ofMonth(month)));
    Double total = schedule.total();
    BigDecimal most = total == null ? scheduled : new BigDecimal(total);
    BigDecimal paid = scheduled.min(most);
    return new Month(
        decimal(paid.subtract(before.min(most))), decimal(paid), scheduled.compareTo(paid) > 0);
  }

  private static Tokens demand(Demand in) {
    DemandLinkedEmission.Spec spec =
        new DemandLinkedEmission.Spec(
            in.share(),
            amount("capPerMonth", in.capPerMonth()),
            amount("floorPerMonth", in.floorPerMonth()),
            null);
    double revenue = amount("revenue", in.revenue());
    double tokens = spec.tokens(in.months(), revenue, in.price());
    double worth = spec.worth(revenue, in.price());
    return new Tokens(decimal(tokens), worth < tokens, worth > tokens);
  }

  private static double amount(String field, BigDecimal tokens) {
    if (tokens == null) {
      throw new IllegalArgumentException(field + ": missing; this rule needs it.");
    }
    if (Double.isInfinite(tokens.doubleValue())) {
      throw new IllegalArgumentException(field + ": must be below 1.8e308.");
    }
    return tokens.doubleValue();
  }

  private static Double limit(BigDecimal total) {
    return total == null ? null : Double.valueOf(total.doubleValue());
  }

  /** A double or an exact sum for reading, to the 16 digits a double carries. */
  private static BigDecimal decimal(double tokens) {
    return decimal(new BigDecimal(tokens));
  }

  private static BigDecimal decimal(BigDecimal tokens) {
    BigDecimal stripped = tokens.round(SIGNIFICANT).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
