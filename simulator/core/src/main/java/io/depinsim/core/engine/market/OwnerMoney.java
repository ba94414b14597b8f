package io.depinsim.core.engine.market;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.market.MachineStrategy.Terms;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.ExactSplit;
import io.depinsim.core.ledger.Flow;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.ledger.WideMath;
import io.depinsim.core.scenario.CohortSpec.ProviderKind;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.world.OwnerTable;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Money of one cohort of owners.
 *
 * <p>Capital comes from a purse: the outside world, or the project's treasury. Whoever runs
 * machines holds some months of running cost in cash; what it has beyond that it takes out, what it
 * lacks it covers by selling tokens. Sold tokens are handed in for all owners together and the
 * proceeds divided by what each handed in.
 */
public final class OwnerMoney implements StateOwner {
  private final OwnerTable table;
  private final Terms terms;
  private final Ledger ledger;
  private final Account cash;
  private final Account purse;
  private final Account outside;
  private final boolean purseIsOutside;
  private final double sellsOfRest;
  private final double minor;
  private final Flow capital;
  private final Flow capex;
  private final Flow borrowed;
  private final Flow runningCost;
  private final Flow debtService;
  private final Flow resale;
  private final Flow takenOut;
  private final Flow proceeds;
  private final ClampTelemetry.Clamp outOfCash;
  private final ClampTelemetry.Clamp purseEmpty;
  private final long[][] handedIn;
  private final long[][] kept;

  /** Running cost of a machine between two rounds, minor units. */
  private final long[] costPerRound;

  /** Cash held for each machine, minor units. */
  private final long[] runway;

  private final long[] amount;
  private final long[] other;
  private final double[] coming;
  private final long[][] networkRows;

  /**
   * Money of a cohort.
   *
   * @param purse where capital comes from and profit goes to
   * @param sellsOfRest share sold of tokens that running cost does not take
   * @param months time between two rounds
   * @param tableRows rows of the provider table of each network the cohort may serve
   */
  public OwnerMoney(
      OwnerTable table,
      Terms terms,
      Ledger ledger,
      Account cash,
      Account purse,
      double sellsOfRest,
      double months,
      int[] tableRows,
      ClampTelemetry clamps) {
    this.table = table;
    this.terms = terms;
    this.ledger = ledger;
    this.cash = cash;
    this.purse = purse;
    this.outside = ledger.outsideAccount(cash.asset());
    this.purseIsOutside = purse.accountClass() == AccountClass.OUTSIDE;
    this.sellsOfRest = sellsOfRest;
    this.minor = cash.asset().toMinor(BigDecimal.ONE);
    String name = table.name();
    Asset currency = cash.asset();
    this.capital = ledger.flow(name + ".capital", currency);
    this.capex = ledger.flow(name + ".capex", currency);
    this.borrowed = ledger.flow(name + ".borrowed", currency);
    this.runningCost = ledger.flow(name + ".runningCost", currency);
    this.debtService = ledger.flow(name + ".debtService", currency);
    this.resale = ledger.flow(name + ".resale", currency);
    this.takenOut = ledger.flow(name + ".takenOut", currency);
    this.proceeds = ledger.flow(name + ".proceeds", currency);
    this.outOfCash = clamps.declare(name + ".outOfCash");
    this.purseEmpty = clamps.declare(name + ".capitalShort");
    int rows = table.rows();
    this.handedIn = new long[tableRows.length][rows];
    this.kept = new long[tableRows.length][rows];
    this.costPerRound = new long[rows];
    this.runway = new long[rows];
    for (int row = 0; row < rows; row++) {
      double cost = table.runningCost()[row] * minor;
      costPerRound[row] = rounded(cost * months);
      runway[row] = rounded(cost * table.runwayMonths()[row]);
    }
    this.amount = new long[rows];
    this.other = new long[rows];
    this.coming = new double[rows];
    this.networkRows = new long[tableRows.length][];
    for (int place = 0; place < tableRows.length; place++) {
      networkRows[place] = new long[tableRows[place]];
    }
  }

  /** Cash, one row per owner. */
  public Account cash() {
    return cash;
  }

  /** Running cost paid since the start. */
  public Flow runningCost() {
    return runningCost;
  }

  /** Paid for machines since the start. */
  public Flow capex() {
    return capex;
  }

  /** Profit taken out since the start. */
  public Flow takenOut() {
    return takenOut;
  }

  /** Received for tokens since the start. */
  public Flow proceeds() {
    return proceeds;
  }

  /** What the last sales brought, divided by what each owner had handed in. */
  void receiveProceeds(ServiceMarket market, OwnerSegment segment, int place) {
    SellOrders orders = market.orders();
    int seller = market.seller(segment);
    long sum = orders.due(seller);
    if (sum == 0 || ExactSplit.split(handedIn[place], sum, amount) != sum) {
      return;
    }
    orders.payOut(proceeds, seller, amount, cash);
    long[] earned = table.earned();
    for (int row = 0; row < amount.length; row++) {
      earned[row] += amount[row];
    }
  }

  /** A treasury pays what its machines cannot earn, row by row, as long as it lasts. */
  private void support(long[] upkeep) {
    long left = purse.total();
    long sum = 0;
    for (int row = 0; row < amount.length; row++) {
      long lack = costPerRound[row] * table.machines()[row] + upkeep[row] - cash.balance(row);
      amount[row] = Math.max(0, Math.min(lack, left));
      left -= amount[row];
      sum += amount[row];
    }
    if (sum > 0) {
      ledger.pay(capital, purse, amount, cash);
    }
  }

  /**
   * Whoever cannot pay all pays what it has and is noted as broke.
   *
   * @param upkeep what energy and repairs have cost each owner since the last round, minor units
   */
  void payRunningCost(boolean[] broke, long[] upkeep) {
    if (!purseIsOutside) {
      support(upkeep);
    }
    long[] machines = table.machines();
    long[] earned = table.earned();
    for (int row = 0; row < amount.length; row++) {
      long owed = costPerRound[row] * machines[row] + upkeep[row];
      if (owed == 0 && machines[row] == 0) {
        amount[row] = 0;
        continue;
      }
      amount[row] = Math.min(owed, cash.balance(row));
      broke[row] = outOfCash.note(amount[row] < owed) && machines[row] > 0;
      earned[row] -= amount[row];
    }
    ledger.collect(runningCost, cash, amount, outside);
  }

  /** Interest, and a constant part of what is owed. */
  void serveDebt(double months) {
    if (terms.loanShare() == 0) {
      return;
    }
    long[] debt = table.debt();
    long[] earned = table.earned();
    for (int row = 0; row < amount.length; row++) {
      long interest = rounded(debt[row] * terms.loanRate() * months);
      long repaid = Math.min(debt[row], rounded(debt[row] * months / terms.loanMonths()));
      amount[row] = Math.min(interest + repaid, cash.balance(row));
      long paidInterest = Math.min(interest, amount[row]);
      debt[row] -= amount[row] - paidInterest;
      earned[row] -= paidInterest;
    }
    ledger.collect(debtService, cash, amount, outside);
  }

  /** Used machines fetch what is left of their price; what is owed for them is repaid from it. */
  void resell(long[] retire, long now, double monthMicros) {
    long[] machines = table.machines();
    long[] debt = table.debt();
    long[] earned = table.earned();
    double[] price = table.capex();
    boolean any = false;
    for (int row = 0; row < amount.length; row++) {
      amount[row] = 0;
      other[row] = 0;
      if (retire[row] == 0) {
        continue;
      }
      any = true;
      if (terms.kind() != ProviderKind.idle) {
        double age = (now - table.boughtMicros()[row]) / monthMicros;
        double left = terms.resale() * StrictMath.pow(1 - terms.depreciation(), age);
        amount[row] = rounded(left * price[row] * retire[row] * minor);
        earned[row] += amount[row];
      }
      long owned = machines[row] + table.ordered()[row];
      boolean all = retire[row] == owned;
      long owed = all ? debt[row] : WideMath.mulDivFloor(debt[row], retire[row], owned);
      other[row] = Math.min(owed, cash.balance(row) + amount[row]);
      // What the owner of nothing cannot repay is the lender's loss.
      debt[row] -= all ? debt[row] : other[row];
    }
    if (any) {
      ledger.pay(resale, outside, amount, cash);
      ledger.collect(debtService, cash, other, outside);
    }
  }

  /**
   * Pays for machines, partly with borrowed money, and puts the running cost of some months aside.
   * A purse that is too small buys for the first rows only; {@code order} is cut accordingly.
   */
  void buy(long[] order, long now) {
    double[] price = table.capex();
    boolean idle = terms.kind() == ProviderKind.idle;
    long left = purseIsOutside ? Long.MAX_VALUE : purse.total();
    boolean any = false;
    for (int row = 0; row < amount.length; row++) {
      amount[row] = 0;
      other[row] = 0;
      if (order[row] == 0) {
        continue;
      }
      long cost = idle ? 0 : rounded(price[row] * order[row] * minor);
      long loan = rounded(cost * terms.loanShare());
      long target = target(row, table.machines()[row] + table.ordered()[row] + order[row]);
      long needed = cost - loan + Math.max(0, target - cash.balance(row));
      if (purseEmpty.note(needed > left)) {
        order[row] = 0;
        continue;
      }
      any = true;
      left -= purseIsOutside ? 0 : needed;
      amount[row] = needed;
      other[row] = loan;
      table.debt()[row] += loan;
      table.invested()[row] += cost;
      if (table.machines()[row] + table.ordered()[row] == 0) {
        table.boughtMicros()[row] = now;
      }
      if (table.sinceMicros()[row] == 0) {
        table.sinceMicros()[row] = Math.max(1, now);
      }
    }
    if (!any) {
      return;
    }
    ledger.pay(capital, purse, amount, cash);
    ledger.pay(borrowed, outside, other, cash);
    for (int row = 0; row < amount.length; row++) {
      amount[row] = idle || order[row] == 0 ? 0 : rounded(price[row] * order[row] * minor);
    }
    ledger.collect(capex, cash, amount, outside);
  }

  /** Owners take out what they have beyond the running cost of some months. */
  void takeOut() {
    for (int row = 0; row < amount.length; row++) {
      long running = table.machines()[row] + table.ordered()[row];
      amount[row] = Math.max(0, cash.balance(row) - target(row, running));
    }
    ledger.collect(takenOut, cash, amount, purse);
  }

  private long target(int row, long machines) {
    return runway[row] * machines;
  }

  /**
   * Owners hand in tokens: those of the round for what their cash lacks, then a share of the rest
   * of them; old ones only if the round's do not cover the lack. Owners of nothing hand in
   * everything. To be called network by network, from place 0 on: what tokens of one will bring is
   * no longer lacking on the next.
   */
  void placeOrders(ServiceMarket market, OwnerSegment segment, int place) {
    double price = market.price();
    long[] sale = handedIn[place];
    long[] keep = kept[place];
    Account wallet = market.accounts().network().wallet();
    Asset token = wallet.asset();
    double tokenMinor = token.toMinor(BigDecimal.ONE);
    int seller = market.seller(segment);
    // On a network that settles more rarely than owners decide, some is still to be sold.
    ExactSplit.split(sale, market.orders().open(seller), amount);
    long[] rows = networkRows[place];
    Arrays.fill(rows, 0);
    if (place == 0) {
      Arrays.fill(coming, 0);
    }
    long sum = 0;
    for (int row = 0; row < sale.length; row++) {
      long have = wallet.balance(segment.firstRow() + row);
      sale[row] = amount[row];
      coming[row] += amount[row] / tokenMinor * price * minor;
      if (have == 0 || price <= 0) {
        keep[row] = Math.min(keep[row], have);
        continue;
      }
      long machines = table.machines()[row] + table.ordered()[row];
      long fresh = Math.max(0, have - keep[row]);
      double lack = Math.max(0, target(row, machines) - cash.balance(row) - coming[row]) / minor;
      double needed = Math.min(have, lack / price * tokenMinor);
      double rest = Math.max(0, fresh - needed) * sellsOfRest;
      long sold = machines == 0 ? have : Math.min(have, (long) StrictMath.ceil(needed + rest));
      sale[row] += sold;
      keep[row] = have - sold;
      coming[row] += sold / tokenMinor * price * minor;
      rows[segment.firstRow() + row] = sold;
      sum += sold;
    }
    if (sum > 0) {
      market.orders().handIn(seller, wallet, rows);
    }
  }

  /** To the nearest minor unit, halves to even. */
  private static long rounded(double amount) {
    return (long) Math.rint(amount);
  }

  /** Notes who has been paid back by now. */
  void notePaidBack(long now) {
    long[] invested = table.invested();
    long[] earned = table.earned();
    long[] paidBack = table.paidBackMicros();
    for (int row = 0; row < invested.length; row++) {
      if (invested[row] > 0 && paidBack[row] == 0 && earned[row] >= invested[row]) {
        paidBack[row] = now;
      }
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    for (int place = 0; place < handedIn.length; place++) {
      visitor.longs("handedIn." + place, handedIn[place], handedIn[place].length);
      visitor.longs("kept." + place, kept[place], kept[place].length);
    }
  }
}
