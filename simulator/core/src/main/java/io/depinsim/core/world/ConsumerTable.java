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
  private final double[] bestBelief;
  private final double[] churned;

  /**
   * Consumers who use nothing yet.
   *
   * @param name key of the cohort
   * @param peoplePerRow people a row stands for, > 0
   * @param entity stable identities of the rows, keys of random draws
   * @param tiers tiers of the service they may buy
   */
  public ConsumerTable(String name, double peoplePerRow, long[] entity, int tiers) {
    this(name, peoplePerRow, entity, tiers, false);
  }

  /**
   * Consumers who use nothing yet.
   *
   * @param name key of the cohort
   * @param peoplePerRow people a row stands for, > 0
   * @param entity stable identities of the rows, keys of random draws
   * @param tiers tiers of the service they may buy
   * @param churns whether it is counted who has turned away
   */
  public ConsumerTable(String name, double peoplePerRow, long[] entity, int tiers, boolean churns) {
    this.name = name;
    this.peoplePerRow = peoplePerRow;
    this.entity = entity;
    this.value = new double[entity.length];
    this.budget = new double[entity.length];
    this.users = new double[tiers][entity.length];
    this.outsideUsers = new double[entity.length];
    this.belief = new double[tiers];
    this.bestBelief = new double[churns ? tiers : 0];
    this.churned = new double[churns ? entity.length : 0];
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

  /** The best belief so far, by tier; empty if it is not counted who has turned away. */
  public double[] bestBelief() {
    return bestBelief;
  }

  /**
   * People of a row who have turned away and use nothing for now; empty if they are not counted.
   */
  public double[] churned() {
    return churned;
  }

  /** Whether it is counted who has turned away. */
  public boolean churns() {
    return churned.length > 0;
  }

  /** People who have turned away and use nothing for now; 0 if they are not counted. */
  public double totalChurned() {
    return sum(churned);
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
    if (churns()) {
      visitor.doubles("bestBelief", bestBelief, bestBelief.length);
      visitor.doubles("churned", churned, churned.length);
    }
  }
}
