package io.depinsim.core.engine.service;

import io.depinsim.core.scenario.AllocatorSpec.Principal;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;

/** One allocator at work: its rule, whom it can reach, what it has turned over. */
public final class Desk implements StateOwner {
  private static final int DUE = 0;
  private static final int PLACED = 1;
  private static final int DONE = 2;
  private static final int LATE = 3;
  private static final int LOST = 4;
  private static final int RESPONSE = 5;
  private static final int FIGURES = 6;

  private static final int DONE_WORK = 0;
  private static final int DONE_WORK_BEFORE = 1;

  private final String name;
  private final Allocator allocator;
  private final Principal principal;
  private final double fee;
  private final double budgetPerMonth;
  private final int listing;
  private final long[] figures = new long[FIGURES];
  private final long[] before = new long[FIGURES];
  private final double[] budget = new double[3];
  private final double[] work = new double[2];

  /**
   * An allocator at work.
   *
   * @param name its key in the scenario
   * @param fee share of the price of a job
   * @param budgetPerMonth what it may spend, currency per month
   * @param listing number of the listing through which it reaches providers
   */
  public Desk(
      String name,
      Allocator allocator,
      Principal principal,
      double fee,
      double budgetPerMonth,
      int listing) {
    this.name = name;
    this.allocator = allocator;
    this.principal = principal;
    this.fee = fee;
    this.budgetPerMonth = budgetPerMonth;
    this.listing = listing;
  }

  /** Its key in the scenario. */
  public String name() {
    return name;
  }

  /** Whom jobs go to. */
  public Allocator allocator() {
    return allocator;
  }

  /** Who pays its fee. */
  public Principal principal() {
    return principal;
  }

  /** Share of the price of a job that it takes. */
  public double fee() {
    return fee;
  }

  /** Whether jobs wait for it to match several at once. */
  public boolean matches() {
    return allocator.batchMicros() > 0;
  }

  int listing() {
    return listing;
  }

  /** What a unit costs users who come through it, over the price of the provider. */
  public double markUp() {
    return principal == Principal.consumers ? 1 + fee : 1;
  }

  /** Share that a provider keeps of what it gets for a job. */
  public double kept() {
    return principal == Principal.providers ? 1 - fee : 1;
  }

  void placed() {
    figures[PLACED]++;
  }

  void lost() {
    figures[LOST]++;
  }

  void done(long feeMinor, long responseMicros, boolean late, double units) {
    work[DONE_WORK] += units;
    figures[DUE] += feeMinor;
    figures[DONE]++;
    figures[LATE] += late ? 1 : 0;
    figures[RESPONSE] += responseMicros;
  }

  /** Prices of jobs done through it since the period began, fee not included, minor units. */
  public long dueOfPeriod() {
    return figures[DUE] - before[DUE];
  }

  /** Prices of jobs done through it since the start, fee not included, minor units. */
  public long dueTotal() {
    return figures[DUE];
  }

  /** Jobs placed since the start. */
  public long placedTotal() {
    return figures[PLACED];
  }

  /** Jobs placed since the period began. */
  public long placedOfPeriod() {
    return figures[PLACED] - before[PLACED];
  }

  /** Jobs done since the period began. */
  public long doneOfPeriod() {
    return figures[DONE] - before[DONE];
  }

  /** Work done since the period began, units. */
  public double workOfPeriod() {
    return work[DONE_WORK] - work[DONE_WORK_BEFORE];
  }

  /** Mean time from arrival to result in the period, microseconds; 0 if nothing was done. */
  public double responseOfPeriod() {
    long done = figures[DONE] - before[DONE];
    return done == 0 ? 0 : (double) (figures[RESPONSE] - before[RESPONSE]) / done;
  }

  /** Share of the period's jobs that ended late or never; 0 if there were none. */
  public double failureOfPeriod() {
    long lost = figures[LOST] - before[LOST];
    long all = figures[DONE] - before[DONE] + lost;
    return all == 0 ? 0 : (double) (figures[LATE] - before[LATE] + lost) / all;
  }

  /** Jobs of the period that were never done. */
  public long lostOfPeriod() {
    return figures[LOST] - before[LOST];
  }

  /** What is left of the budget, currency. */
  public double budget() {
    return budget[0];
  }

  /** What it has spent since the start, currency. */
  public double spent() {
    return budget[1];
  }

  /** What it has spent since the period began, currency. */
  public double spentOfPeriod() {
    return budget[1] - budget[2];
  }

  /** Spends money of the budget if there is as much. */
  boolean spend(double currency) {
    if (currency > budget[0]) {
      return false;
    }
    budget[0] -= currency;
    budget[1] += currency;
    return true;
  }

  /** A new market period of so many months begins; what is left of the budget lapses. */
  void beginPeriod(double months) {
    System.arraycopy(figures, 0, before, 0, FIGURES);
    work[DONE_WORK_BEFORE] = work[DONE_WORK];
    budget[0] = budgetPerMonth * months;
    budget[2] = budget[1];
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("figures", figures, FIGURES);
    visitor.longs("before", before, FIGURES);
    visitor.doubles("budget", budget, budget.length);
    visitor.doubles("work", work, work.length);
    allocator.visitState(new Machines.Named("rule", visitor));
  }
}
