package io.depinsim.core.world;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;

/**
 * Consumers of one cohort in columns. Every row stands for the same number of people and has one
 * draw of tastes; with one person a row it is a person.
 */
public final class ConsumerTable implements StateOwner {
  private final String name;
  private final double peoplePerRow;
  private final long[] entity;
  private final double[] value;
  private final double[] budget;
  private final double[][] users;
  private final double[] outsideUsers;
  private final double[] belief;

  /**
   * Consumers who use nothing yet.
   *
   * @param name key of the cohort
   * @param peoplePerRow people a row stands for, > 0
   * @param entity stable identities of the rows, keys of random draws
   * @param tiers tiers of the service they may buy
   */
  public ConsumerTable(String name, double peoplePerRow, long[] entity, int tiers) {
    this.name = name;
    this.peoplePerRow = peoplePerRow;
    this.entity = entity;
    this.value = new double[entity.length];
    this.budget = new double[entity.length];
    this.users = new double[tiers][entity.length];
    this.outsideUsers = new double[entity.length];
    this.belief = new double[tiers];
  }

  /** Key of the cohort in the scenario. */
  public String name() {
    return name;
  }

  /** People a row stands for. */
  public double peoplePerRow() {
    return peoplePerRow;
  }

  /** Number of rows. */
  public int rows() {
    return entity.length;
  }

  /** Number of tiers. */
  public int tiers() {
    return users.length;
  }

  /** Stable identities. */
  public long[] entity() {
    return entity;
  }

  /** What a flawless unit of service is worth to a row, currency. */
  public double[] value() {
    return value;
  }

  /** What a person of a row can spend, currency per month. */
  public double[] budget() {
    return budget;
  }

  /** People of a row who use a tier. */
  public double[] users(int tier) {
    return users[tier];
  }

  /** People of a row who use the central provider. */
  public double[] outsideUsers() {
    return outsideUsers;
  }

  /** Share of service that is believed to arrive, by tier, 0 to 1. */
  public double[] belief() {
    return belief;
  }

  /** People there could be. */
  public double potential() {
    return peoplePerRow * entity.length;
  }

  /** People who use the service, all tiers. */
  public double totalUsers() {
    double sum = 0;
    for (double[] column : users) {
      sum += sum(column);
    }
    return sum;
  }

  /** People who use the central provider. */
  public double totalOutsideUsers() {
    return sum(outsideUsers);
  }

  private static double sum(double[] column) {
    double sum = 0;
    for (double entry : column) {
      sum += entry;
    }
    return sum;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    for (int tier = 0; tier < users.length; tier++) {
      visitor.doubles("users." + tier, users[tier], users[tier].length);
    }
    visitor.doubles("outsideUsers", outsideUsers, outsideUsers.length);
    visitor.doubles("belief", belief, belief.length);
  }
}
