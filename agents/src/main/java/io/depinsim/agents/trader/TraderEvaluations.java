package io.depinsim.agents.trader;

import io.depinsim.core.engine.market.SpeculationStrategy.View;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import java.math.BigDecimal;
import java.util.List;

/** What speculators think a token is worth, as an evaluation. */
public final class TraderEvaluations {
  private TraderEvaluations() {}

  /** Rows of this group. */
  public static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "tokenFundamental",
            "What a token is worth by revenue and users, and how far a price is from that.",
            "A perpetuity of revenue and a saturating worth of users, as in"
                + " io.depinsim.agents.trader.FundamentalSpeculators",
            Network.class,
            Fundamental.class,
            TraderEvaluations::fundamental,
            new Network(
                1_200_000, 0.3, 0.25, 9000, 20_000, 0.98, 60, 0.3, 25_000_000, 0.08, 0, 0.25)));
  }

  /**
   * A network and its token.
   *
   * @param revenuePerYear what users pay
   * @param accruing share of it that accrues to tokens
   * @param discount rate of the perpetuity
   * @param users people who use the service
   * @param addressable people who could; 0 for no limit
   * @param servedShare share of demand that is served
   * @param perUser what an active user is worth
   * @param saturation share of that by which users are worth less when all use it
   * @param circulating tokens free to move
   * @param price of a token now
   * @param mood of speculators, in logarithm of price
   * @param pace share of the mispricing that is traded in a month
   */
  public record Network(
      @InRange(atLeast = "0") @InUnit("currency/year") double revenuePerYear,
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double accruing,
      @InRange(above = "0 %/year") @InUnit("%/year") double discount,
      @InRange(atLeast = "0") @InUnit("users") double users,
      @InRange(atLeast = "0") @Omittable("0 users") @InUnit("users") double addressable,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("100 %") @InUnit("%")
          double servedShare,
      @InRange(atLeast = "0") @Omittable("0 currency/user") @InUnit("currency/user") double perUser,
      @InRange(atLeast = "0 %", atMost = "50 %") @Omittable("0 %") @InUnit("%") double saturation,
      @InRange(above = "0") @InUnit("1") double circulating,
      @InRange(above = "0") @InUnit("currency") double price,
      @Omittable("0") @InUnit("1") double mood,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month")
          @Omittable("100 %/month")
          @InUnit("%/month")
          double pace) {}

  /**
   * Its worth.
   *
   * @param fundamental worth of a token
   * @param ofRevenue part of it that revenue makes
   * @param ofUsers part of it that users make
   * @param mispricing how far it lies above the price, ln(fundamental / price); null if 0
   * @param trade share of speculators' money that buys in a month, below 0 less the share of their
   *     tokens that is sold; limited by 1 alone
   */
  public record Fundamental(
      double fundamental, double ofRevenue, double ofUsers, Double mispricing, double trade) {}

  private static Fundamental fundamental(Network in) {
    View view =
        new View(
            1,
            in.price(),
            in.revenuePerYear(),
            in.users(),
            in.addressable(),
            in.servedShare(),
            in.circulating());
    double whole = speculators(in, in.perUser()).fundamental(view);
    double ofRevenue = speculators(in, 0).fundamental(view);
    double wanted = FundamentalSpeculators.wanted(in.pace(), whole, in.price(), in.mood());
    return new Fundamental(
        whole,
        ofRevenue,
        whole - ofRevenue,
        whole > 0 ? StrictMath.log(whole / in.price()) : null,
        Math.max(-1, Math.min(1, wanted)));
  }

  private static FundamentalSpeculators speculators(Network in, double perUser) {
    double limit = 1;
    return new FundamentalSpeculators(
        new FundamentalSpeculators.Spec(
            BigDecimal.ZERO,
            in.accruing(),
            in.discount(),
            perUser,
            in.saturation(),
            in.pace(),
            limit,
            0,
            0));
  }
}
