package io.depinsim.core.world;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.Arrays;

/**
 * Owners of machines in columns, one row per potential owner of one cohort. Who they are is fixed
 * before time starts; what they have changes.
 *
 * <p>120 bytes a row, of which 32 never change.
 */
public final class OwnerTable implements StateOwner {
  /** {@link #home()} of an owner who serves no network. */
  public static final long NOWHERE = -1;

  private final String name;
  private final long[] entity;
  private final double[] runningCost;
  private final double[] capex;
  private final double[] runwayMonths;
  private final long[] machines;
  private final long[] ordered;
  private final long[] deliveryMicros;
  private final long[] home;
  private final long[] badMonths;
  private final long[] invested;
  private final long[] earned;
  private final long[] debt;
  private final long[] sinceMicros;
  private final long[] boughtMicros;
  private final long[] paidBackMicros;

  /**
   * Owners who own nothing yet.
   *
   * @param name key of the cohort
   * @param entity stable identities, keys of random draws
   * @param runningCost of a machine, currency per month
   * @param capex price of a machine, currency
   * @param runwayMonths cash held, months of running cost
   * @throws IllegalArgumentException if columns differ in length
   */
  public OwnerTable(
      String name, long[] entity, double[] runningCost, double[] capex, double[] runwayMonths) {
    int rows = entity.length;
    if (runningCost.length != rows || capex.length != rows || runwayMonths.length != rows) {
      throw new IllegalArgumentException("owners " + name + ": columns differ in length");
    }
    this.name = name;
    this.entity = entity;
    this.runningCost = runningCost;
    this.capex = capex;
    this.runwayMonths = runwayMonths;
    this.machines = new long[rows];
    this.ordered = new long[rows];
    this.deliveryMicros = new long[rows];
    this.home = new long[rows];
    Arrays.fill(home, NOWHERE);
    this.badMonths = new long[rows];
    this.invested = new long[rows];
    this.earned = new long[rows];
    this.debt = new long[rows];
    this.sinceMicros = new long[rows];
    this.boughtMicros = new long[rows];
    this.paidBackMicros = new long[rows];
  }

  /** Key of the cohort in the scenario. */
  public String name() {
    return name;
  }

  /** Number of potential owners. */
  public int rows() {
    return entity.length;
  }

  /** Stable identities. */
  public long[] entity() {
    return entity;
  }

  /** Running cost of a machine, currency per month. */
  public double[] runningCost() {
    return runningCost;
  }

  /** Price of a machine, currency. */
  public double[] capex() {
    return capex;
  }

  /** Cash held, months of running cost. */
  public double[] runwayMonths() {
    return runwayMonths;
  }

  /** Machines in service. */
  public long[] machines() {
    return machines;
  }

  /** Machines ordered and not delivered. */
  public long[] ordered() {
    return ordered;
  }

  /** When the ordered machines arrive, microseconds since the start. */
  public long[] deliveryMicros() {
    return deliveryMicros;
  }

  /** Place among the networks of the cohort of the one that is served, or {@link #NOWHERE}. */
  public long[] home() {
    return home;
  }

  /** Decision rounds in a row in which income was too low; kept by the strategy. */
  public long[] badMonths() {
    return badMonths;
  }

  /** Paid for machines so far, minor units of the currency. */
  public long[] invested() {
    return invested;
  }

  /** Income less running cost and interest so far, minor units of the currency, either sign. */
  public long[] earned() {
    return earned;
  }

  /** Owed for machines, minor units of the currency. */
  public long[] debt() {
    return debt;
  }

  /** When the first order was placed, microseconds since the start; 0 before. */
  public long[] sinceMicros() {
    return sinceMicros;
  }

  /** When the oldest of the present machines was ordered, microseconds since the start. */
  public long[] boughtMicros() {
    return boughtMicros;
  }

  /** When earnings first covered what was invested, microseconds since the start; 0 before. */
  public long[] paidBackMicros() {
    return paidBackMicros;
  }

  /** Machines in service, all owners. */
  public long totalMachines() {
    return sum(machines);
  }

  /** Machines on order, all owners. */
  public long totalOrdered() {
    return sum(ordered);
  }

  private static long sum(long[] column) {
    long sum = 0;
    for (long value : column) {
      sum += value;
    }
    return sum;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("machines", machines, machines.length);
    visitor.longs("ordered", ordered, ordered.length);
    visitor.longs("deliveryMicros", deliveryMicros, deliveryMicros.length);
    visitor.longs("home", home, home.length);
    visitor.longs("badMonths", badMonths, badMonths.length);
    visitor.longs("invested", invested, invested.length);
    visitor.longs("earned", earned, earned.length);
    visitor.longs("debt", debt, debt.length);
    visitor.longs("sinceMicros", sinceMicros, sinceMicros.length);
    visitor.longs("boughtMicros", boughtMicros, boughtMicros.length);
    visitor.longs("paidBackMicros", paidBackMicros, paidBackMicros.length);
  }
}
