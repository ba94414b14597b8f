package io.depinsim.core.engine.market;

import io.depinsim.core.random.Entity;
import io.depinsim.core.scenario.CohortSpec.ProviderKind;
import io.depinsim.core.world.OwnerTable;
import java.util.Arrays;

/** One cohort of a few owners, put together by hand; by default machines cost nothing to run. */
final class SmallOwners {
  final String name;
  final int rows;
  final MachineStrategy strategy;
  private int[] order;
  private ProviderKind kind = ProviderKind.fleet;
  private long capacity = 100;
  private double[] runningCost = {0};
  private double[] capex = {0};
  private double[] runway = {0};
  private double leadMonths;
  private double resale;
  private double depreciation;
  private double loanShare;
  private double loanRate;
  private int loanMonths = 1;
  double sellsOfRest;
  double outage;

  SmallOwners(String name, int rows, MachineStrategy strategy) {
    this.name = name;
    this.rows = rows;
    this.strategy = strategy;
  }

  SmallOwners kind(ProviderKind value) {
    kind = value;
    return this;
  }

  /** Units of service of a machine per month. */
  SmallOwners capacity(long value) {
    capacity = value;
    return this;
  }

  /** Per machine and month: one for all, or one an owner. */
  SmallOwners runningCost(double... value) {
    runningCost = value;
    return this;
  }

  /** Price of a machine: one for all, or one an owner. */
  SmallOwners capex(double... value) {
    capex = value;
    return this;
  }

  /** Months of running cost held in cash: one for all, or one an owner. */
  SmallOwners runway(double... value) {
    runway = value;
    return this;
  }

  SmallOwners lead(double months) {
    leadMonths = months;
    return this;
  }

  SmallOwners resale(double share, double lessPerMonth) {
    resale = share;
    depreciation = lessPerMonth;
    return this;
  }

  SmallOwners loan(double share, double rate, int months) {
    loanShare = share;
    loanRate = rate;
    loanMonths = months;
    return this;
  }

  SmallOwners sellsOfRest(double share) {
    sellsOfRest = share;
    return this;
  }

  SmallOwners outage(double share) {
    outage = share;
    return this;
  }

  /** Which member stands in which row; identities move along. */
  SmallOwners order(int... members) {
    order = members;
    return this;
  }

  OwnerTable table() {
    long[] entity = new long[rows];
    double[] cost = new double[rows];
    double[] price = new double[rows];
    double[] months = new double[rows];
    Arrays.setAll(
        entity, row -> Entity.of(Entity.cohortCode(name), order == null ? row : order[row]));
    Arrays.setAll(cost, row -> of(runningCost, row));
    Arrays.setAll(price, row -> of(capex, row));
    Arrays.setAll(months, row -> of(runway, row));
    return new OwnerTable(name, entity, cost, price, months);
  }

  private double of(double[] column, int row) {
    int member = order == null ? row : order[row];
    return column.length == 1 ? column[0] : column[member];
  }

  MachineStrategy.Terms terms() {
    return new MachineStrategy.Terms(
        kind,
        1_000_000,
        1,
        0,
        leadMonths,
        resale,
        depreciation,
        capacity,
        loanShare,
        loanRate,
        loanMonths);
  }
}
