package io.depinsim.agents.owner;

import io.depinsim.core.engine.market.MachineStrategy.Terms;
import io.depinsim.core.scenario.CohortSpec.ProviderKind;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import java.util.List;

/** What a machine is worth to its owner, as an evaluation. */
public final class OwnerEvaluations {

  private OwnerEvaluations() {}

  /** Rows of this group. */
  public static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "machineNetPresentValue",
            "What a machine is worth beyond its price, and what it would have to earn.",
            "Net present value over the investing horizon, as in io.depinsim.agents.owner.Owners",
            Machine.class,
            Worth.class,
            OwnerEvaluations::worth,
            new Machine(1500, 90, 25, 0, 24, 0.015, 2, 0.5, 0.03, 0.6, 0.01, 24)));
  }

  /**
   * A machine, and who would buy it.
   *
   * @param price of a machine; 0 for one that is there anyway
   * @param expectedIncome of a machine, the same every month
   * @param runningCost of a machine
   * @param ownUse what it is worth to its owner when it serves nobody
   * @param investingMonths within which it must pay, 1 to 1200
   * @param discount rate at which later money counts less
   * @param leadMonths from order to service; a part of a month counts as a whole one
   * @param resale share of the price that a used machine fetches at once
   * @param depreciation share by which that falls per month
   * @param loanShare part of the price that is borrowed
   * @param loanRate interest
   * @param loanMonths a part of 1/loanMonths of what is owed is repaid each month
   */
  public record Machine(
      @InRange(atLeast = "0") @InUnit("currency") double price,
      @InRange(atLeast = "0") @InUnit("currency/month") double expectedIncome,
      @InRange(atLeast = "0") @InUnit("currency/month") double runningCost,
      @InRange(atLeast = "0") @Omittable("0 currency/month") @InUnit("currency/month")
          double ownUse,
      @InRange(atLeast = "1", atMost = "1200") @InUnit("month") int investingMonths,
      @InRange(atLeast = "0 %/month") @InUnit("%/month") double discount,
      @InRange(atLeast = "0", atMost = "1200") @Omittable("0 months") @InUnit("month")
          double leadMonths,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("0 %") @InUnit("%") double resale,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month")
          @Omittable("0 %/month")
          @InUnit("%/month")
          double depreciation,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("0 %") @InUnit("%") double loanShare,
      @InRange(atLeast = "0 %/month") @Omittable("0 %/month") @InUnit("%/month") double loanRate,
      @InRange(atLeast = "1", atMost = "1200") @Omittable("1 month") @InUnit("month")
          int loanMonths) {}

  /**
   * Its worth.
   *
   * @param annuity present value of 1 a month while it serves
   * @param netPriceShare present value of what it costs to have it, per unit of its price
   * @param earnings present value of income less cost and own use
   * @param outlay present value of what it costs to have it
   * @param netPresentValue earnings less outlay
   * @param enters whether that is above zero
   * @param neededIncome income a month at which it is zero
   */
  public record Worth(
      double annuity,
      double netPriceShare,
      double earnings,
      double outlay,
      double netPresentValue,
      boolean enters,
      double neededIncome) {}

  private static Worth worth(Machine in) {
    Terms terms =
        new Terms(
            ProviderKind.invested,
            1,
            1,
            in.ownUse(),
            in.leadMonths(),
            in.resale(),
            in.depreciation(),
            1,
            in.loanShare(),
            in.loanRate(),
            in.loanMonths());
    int lead = (int) StrictMath.ceil(in.leadMonths());
    double factor = 1 / (1 + in.discount());
    double annuity = Owners.annuity(factor, lead, in.investingMonths());
    double share = Owners.netPrice(terms, factor, lead + in.investingMonths());
    double serving = in.runningCost() + in.ownUse();
    double earnings = annuity * (in.expectedIncome() - serving);
    double outlay = share * in.price();
    return new Worth(
        annuity,
        share,
        earnings,
        outlay,
        earnings - outlay,
        earnings - outlay > 0,
        serving + outlay / annuity);
  }
}
