package io.depinsim.agents.owner;

import io.depinsim.core.engine.LifeStage.Stage;
import io.depinsim.core.engine.market.MachineStrategy;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.CohortSpec.ProviderKind;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.KindChoice;
import io.depinsim.core.scenario.OfRole;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.scenario.Role;
import io.depinsim.core.time.Span;
import io.depinsim.core.world.OwnerTable;

/**
 * Owners who act on net present value.
 *
 * <p><b>Entry.</b> With income E_k expected of a machine k months ahead, running cost c, own use u
 * forgone, price K and lead time L, a machine is worth the sum over the investing horizon H of (E_k
 * - c - u) / (1 + d)^k, plus what it can be resold for at the end, less the price, whose borrowed
 * part counts by the present value of its repayment. Where that is above zero an owner acts with a
 * constant chance per month. Income is thinned by the capacity that is on order, which everybody
 * can see.
 *
 * <p><b>Exit.</b> By the exit rule, over the planning horizon; what was paid is sunk.
 * <b>Switching.</b> Machines move to another network, with the same chance, if it promises so much
 * more.
 *
 * <p>Entry and exit compare each row with thresholds that are the same for the cohort, so a row
 * costs a few operations. Draws one number per row and round in which acting would pay.
 */
public final class Owners implements MachineStrategy {
  /** Place in memory of the months since an income was seen; none is while nothing serves. */
  private static final int UNSEEN_MONTHS = 4;

  private final Spec spec;
  private final Expectation expectation;
  private final ExitRule exit;
  private final Draws draws = new Draws();

  /**
   * Parameters of {@code decisions: {owners: …}}.
   *
   * @param planning horizon over which an owner of machines looks ahead before giving up
   * @param investing horizon over which a machine must pay; idle owners, who buy none, use the
   *     planning horizon
   * @param discount rate at which later money counts less
   * @param act chance per month that an owner acts on what would pay
   * @param switching how much more another network must promise
   * @param expectation what is expected
   * @param exit when an owner gives up
   */
  public record Spec(
      Span planning,
      Span investing,
      @InRange(atLeast = "0 %/month") @InUnit("%/month") double discount,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month") @InUnit("%/month") double act,
      @InRange(atLeast = "0 %") @Omittable("10 %") @InUnit("%") double switching,
      @OfRole(Role.EXPECTATION) KindChoice expectation,
      @OfRole(Role.EXIT) KindChoice exit) {
    /** Checks the horizons. */
    public Spec {
      requireMonths("planning", planning);
      requireMonths("investing", investing);
    }

    private static void requireMonths(String field, Span horizon) {
      if (horizon.unit().isFixed() || horizon.wholeMonths() < 1) {
        throw new IllegalArgumentException(
            field + ": must be one month or more. Maybe '12 months'.");
      }
    }
  }

  /** The owners of a spec. */
  public Owners(Spec spec, BuildContext context) {
    this.spec = spec;
    this.expectation = spec.expectation().build(Expectation.class, context);
    this.exit = spec.exit().build(ExitRule.class, context);
  }

  @Override
  public boolean ownedByProject() {
    return false;
  }

  /** What is worth knowing about one network. */
  private record Prospect(boolean open, double now, double planning, double investing) {}

  @Override
  public void decide(Observation o, OwnerTable owners, Decision decision) {
    Terms terms = o.terms();
    Prospect[] prospects = new Prospect[o.offers().size()];
    int best = -1;
    for (int place = 0; place < prospects.length; place++) {
      prospects[place] = prospect(o.offers().get(place), o.memory()[place], o.months(), terms);
      boolean better = best < 0 || prospects[place].investing() > prospects[best].investing();
      best = prospects[place].open() && better ? place : best;
    }
    if (best < 0) {
      return;
    }
    leaveAndSwitch(o, owners, decision, prospects, best);
    enter(o, owners, decision, prospects[best].investing(), best);
  }

  private Prospect prospect(Offer offer, double[] memory, double months, Terms terms) {
    if (offer.stage() == Stage.INCEPTION || offer.units() <= 0 && memory[Expectation.SEEN] == 0) {
      return new Prospect(false, 0, 0, 0);
    }
    memory[UNSEEN_MONTHS] += months;
    if (offer.units() > 0) {
      expectation.observe(memory, offer.incomePerUnit(), memory[UNSEEN_MONTHS]);
      memory[UNSEEN_MONTHS] = 0;
    }
    int lead = (int) StrictMath.ceil(terms.leadMonths());
    double units = Math.max(offer.units(), terms.capacity());
    double thinned = units / (units + offer.unitsComing());
    double rate = spec.discount();
    double planning = expectation.discountedMean(memory, 1, spec.planning().wholeMonths(), rate);
    double investing = expectation.discountedMean(memory, lead + 1, lead + horizon(terms), rate);
    double capacity = terms.capacity();
    return new Prospect(
        true,
        capacity * offer.incomePerUnit(),
        capacity * planning,
        capacity * investing * thinned);
  }

  private void leaveAndSwitch(
      Observation o, OwnerTable owners, Decision decision, Prospect[] prospects, int best) {
    Terms terms = o.terms();
    double chance = chance(o);
    long[] machines = owners.machines();
    long[] home = owners.home();
    long[] bad = owners.badMonths();
    double[] cost = owners.runningCost();
    double[] needed = new double[prospects.length];
    for (int place = 0; place < prospects.length; place++) {
      needed[place] = (1 + spec.switching()) * prospects[place].planning();
    }
    for (int row = 0; row < machines.length; row++) {
      if (machines[row] == 0) {
        bad[row] = 0;
        continue;
      }
      int at = (int) home[row];
      if (at != best
          && prospects[best].planning() > needed[at]
          && acts(o, owners.entity()[row], chance)) {
        decision.home()[row] = best;
        at = best;
      }
      double serving = cost[row] + terms.ownUse();
      bad[row] = exit.bad(serving, prospects[at].now()) ? bad[row] + 1 : 0;
      if (exit.leaves(serving, prospects[at].planning(), prospects[at].now(), bad[row])) {
        decision.retire()[row] = Math.min(terms.lot(), machines[row]);
      }
    }
  }

  /** Orders where a machine is worth more than nothing: a - b cost - k price > 0 for the row. */
  private void enter(
      Observation o, OwnerTable owners, Decision decision, double expected, int best) {
    Terms terms = o.terms();
    int lead = (int) StrictMath.ceil(terms.leadMonths());
    int horizon = horizon(terms);
    double factor = 1 / (1 + spec.discount());
    double annuity = annuity(factor, lead, horizon);
    double a = annuity * (expected - terms.ownUse());
    double k = terms.kind() == ProviderKind.idle ? 0 : netPrice(terms, factor, lead + horizon);
    double chance = chance(o);
    long[] machines = owners.machines();
    long[] ordered = owners.ordered();
    double[] cost = owners.runningCost();
    double[] price = owners.capex();
    for (int row = 0; row < machines.length; row++) {
      boolean full = machines[row] >= terms.most() || ordered[row] > 0;
      boolean elsewhere = machines[row] > 0 && decision.home()[row] != best;
      if (full || elsewhere || decision.retire()[row] > 0) {
        continue;
      }
      if (a - annuity * cost[row] - k * price[row] > 0) {
        if (acts(o, owners.entity()[row], chance)) {
          decision.order()[row] = Math.min(terms.lot(), terms.most() - machines[row]);
          decision.home()[row] = best;
        }
      }
    }
  }

  /** Who invests nothing looks no further ahead when starting than when giving up. */
  private int horizon(Terms terms) {
    return terms.kind() == ProviderKind.idle
        ? spec.planning().wholeMonths()
        : spec.investing().wholeMonths();
  }

  private double chance(Observation o) {
    return 1 - StrictMath.pow(1 - spec.act(), o.months());
  }

  /** Whether an owner acts in this round on what would pay. */
  private boolean acts(Observation o, long entity, double chance) {
    o.streams().seek(draws, Purpose.OWNER_ACTION, entity, o.round());
    return draws.nextUniform() < chance;
  }

  /** Present value of 1 a month from month lead + 1 on, {@code horizon} times. */
  static double annuity(double factor, int lead, int horizon) {
    double sum = 0;
    for (int month = lead + 1; month <= lead + horizon; month++) {
      sum += StrictMath.pow(factor, month);
    }
    return sum;
  }

  /**
   * Present value of what a machine costs, per unit of its price: own part, repayment of the
   * borrowed part, less what it fetches at the end.
   */
  static double netPrice(Terms terms, double factor, int months) {
    double repaid = 1.0 / Math.max(1, terms.loanMonths());
    double loan = (terms.loanRate() + repaid) * factor / (1 - factor * (1 - repaid));
    double used = terms.resale() * StrictMath.pow(1 - terms.depreciation(), months);
    return 1 - terms.loanShare() + terms.loanShare() * loan - StrictMath.pow(factor, months) * used;
  }
}
