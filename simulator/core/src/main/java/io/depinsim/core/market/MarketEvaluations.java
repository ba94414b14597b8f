package io.depinsim.core.market;

import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.scenario.Ranges;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Swaps, the price of service and the wait for it as evaluations. */
public final class MarketEvaluations {

  private MarketEvaluations() {}

  /** Rows of this group. */
  static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "constantProductSwap",
            "What a trade with a constant-product pool brings, and the price after it.",
            "Uniswap v2 periphery, UniswapV2Library.getAmountOut",
            Swap.class,
            Swapped.class,
            MarketEvaluations::swap,
            new Swap(
                Side.buyTokens,
                new BigDecimal("15000"),
                new BigDecimal("30000000"),
                new BigDecimal("1500000"),
                0.003,
                9,
                6)),
        new Evaluation<>(
            "utilisationPrice",
            "Price of service after one market period, from utilisation against its target.",
            "EIP-1559, base fee; its step is 12.5 %",
            Use.class,
            NextPrice.class,
            MarketEvaluations::price,
            new Use(12, 0.9, 0.6, 0.125, null, 13.0)),
        new Evaluation<>(
            "expectedWait",
            "Mean wait of a user for a free machine, approximate and exact, and who waits at all.",
            "Sakasegawa (1977), doi 10.1007/BF02532775; Erlang's C formula",
            Queue.class,
            Wait.class,
            MarketEvaluations::await,
            new Queue(20, 0.9, 1.5)));
  }

  /** Direction of a trade. */
  public enum Side {
    /** Currency is paid in, tokens come out. */
    buyTokens,
    /** Tokens are paid in, currency comes out. */
    sellTokens
  }

  /**
   * A trade with a pool.
   *
   * @param side its direction
   * @param paidIn tokens or currency paid in, by direction
   * @param tokenReserve tokens of the pool
   * @param currencyReserve currency of the pool
   * @param fee share of {@code paidIn} that stays in the pool
   * @param tokenDecimals decimal places of the token
   * @param currencyDecimals decimal places of the currency
   */
  public record Swap(
      Side side,
      BigDecimal paidIn,
      BigDecimal tokenReserve,
      BigDecimal currencyReserve,
      @InRange(atLeast = "0 %", below = "100 %") @InUnit("%") double fee,
      @InRange(atLeast = "0", atMost = "18") @Omittable("18") @InUnit("1") int tokenDecimals,
      @InRange(atLeast = "0", atMost = "18") @Omittable("6") @InUnit("1") int currencyDecimals) {}

  /**
   * A trade done.
   *
   * @param paidOut currency or tokens the trade brings, rounded down to a minor unit
   * @param tokenReserveAfter tokens of the pool
   * @param currencyReserveAfter currency of the pool
   * @param priceBefore currency per token
   * @param priceAfter currency per token
   * @param averagePrice currency per token over the trade, with its fee; 0 if it brings nothing
   */
  public record Swapped(
      BigDecimal paidOut,
      BigDecimal tokenReserveAfter,
      BigDecimal currencyReserveAfter,
      double priceBefore,
      double priceAfter,
      double averagePrice) {}

  /**
   * A market period.
   *
   * @param price of a unit of service in it
   * @param utilisation demand over capacity
   * @param target utilisation at which the price stands still
   * @param step largest change of the price
   * @param floor lowest price, at most {@code price}; none if left out
   * @param cap highest price, at least {@code price}; none if left out
   */
  public record Use(
      @InRange(above = "0") @InUnit("currency") double price,
      @InRange(atLeast = "0") @InUnit("1|%") double utilisation,
      @InUnit("%") double target,
      @InUnit("%") double step,
      @InUnit("currency") Double floor,
      @InUnit("currency") Double cap) {}

  /**
   * The price of the next period.
   *
   * @param nextPrice of a unit of service
   * @param floorBinds whether it would be lower without the floor
   * @param capBinds whether it would be higher without the cap
   */
  public record NextPrice(double nextPrice, boolean floorBinds, boolean capBinds) {}

  /**
   * Users behind one line.
   *
   * @param servers machines
   * @param utilisation demand over capacity, below 100 %
   * @param serviceHours mean time of service
   */
  public record Queue(
      @InRange(atLeast = "1", atMost = "10000000") @InUnit("1") int servers,
      @InRange(atLeast = "0", below = "1") @InUnit("1|%") double utilisation,
      @InRange(atLeast = "0") @InUnit("h") double serviceHours) {}

  /**
   * Their wait.
   *
   * @param approximateHours Sakasegawa's approximation
   * @param exactHours by Erlang's C formula
   * @param waitingShare share of users that find all machines busy
   */
  public record Wait(double approximateHours, double exactHours, double waitingShare) {}

  private static Swapped swap(Swap in) {
    int feeParts = ConstantProductPool.feeParts(in.fee());
    BigInteger tokens = minor("tokenReserve", in.tokenReserve(), in.tokenDecimals(), 1);
    BigInteger currency = minor("currencyReserve", in.currencyReserve(), in.currencyDecimals(), 1);
    if (in.side() == null) {
      throw new IllegalArgumentException("side: missing; must be buyTokens or sellTokens.");
    }
    boolean buys = in.side() == Side.buyTokens;
    int decimalsIn = buys ? in.currencyDecimals() : in.tokenDecimals();
    BigInteger paidIn = minor("paidIn", in.paidIn(), decimalsIn, 0);
    BigInteger out =
        ConstantProductPool.paidOut(
            paidIn, buys ? currency : tokens, buys ? tokens : currency, feeParts);
    BigInteger traded = buys ? out : paidIn;
    BigInteger paid = buys ? paidIn : out;
    BigDecimal tokensAfter =
        whole(buys ? tokens.subtract(out) : tokens.add(paidIn), in.tokenDecimals());
    BigDecimal currencyAfter =
        whole(buys ? currency.add(paidIn) : currency.subtract(out), in.currencyDecimals());
    return new Swapped(
        whole(out, buys ? in.tokenDecimals() : in.currencyDecimals()),
        tokensAfter,
        currencyAfter,
        ratio(in.currencyReserve(), in.tokenReserve()),
        ratio(currencyAfter, tokensAfter),
        traded.signum() == 0
            ? 0
            : ratio(whole(paid, in.currencyDecimals()), whole(traded, in.tokenDecimals())));
  }

  private static BigInteger minor(String field, BigDecimal amount, int decimals, int least) {
    if (amount == null) {
      throw new IllegalArgumentException(field + ": missing; this rule needs it.");
    }
    if (amount.signum() < least) {
      throw Limit.refusal(field, amount, least > 0 ? "must be above 0" : "must be ≥ 0", "");
    }
    try {
      return amount.movePointRight(decimals).toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw Limit.refusal(field, amount, "must have at most " + decimals + " decimal places", "");
    }
  }

  private static BigDecimal whole(BigInteger minor, int decimals) {
    BigDecimal stripped = new BigDecimal(minor, decimals).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static double ratio(BigDecimal above, BigDecimal below) {
    return above.doubleValue() / below.doubleValue();
  }

  private static NextPrice price(Use in) {
    UtilisationPricing pricing =
        new UtilisationPricing(
            Ranges.require(
                new UtilisationPricing.Spec(
                    in.price(), in.target(), in.step(), in.floor(), in.cap())));
    boolean[] bound = new boolean[2];
    pricing.observe(
        MarketPeriod.ofUse(in.utilisation()),
        (limit, binds) -> bound[limit.equals("priceFloor") ? 0 : 1] = binds);
    return new NextPrice(pricing.price(0), bound[0], bound[1]);
  }

  private static Wait await(Queue in) {
    return new Wait(
        ServiceQueue.expectedWaitHours(in.servers(), in.utilisation(), in.serviceHours()),
        ServiceQueue.exactWaitHours(in.servers(), in.utilisation(), in.serviceHours()),
        ServiceQueue.erlangC(in.servers(), in.utilisation()));
  }
}
