package io.depinsim.core.scenario;

/**
 * The places in a scenario where one key names a kind: the closed set of seams a mechanism can
 * fill.
 *
 * <p>A network block writes {@code emission: {simplePlusBaseline: {…}}}; {@code emission} is the
 * role and {@code simplePlusBaseline} the key of a {@link Kind}.
 */
public enum Role {
  /** How many tokens a network mints per settlement. */
  EMISSION("emission"),
  /** How an emission is split among providers. */
  REWARDS("rewards"),
  /** When an earned reward becomes spendable. */
  VESTING("vesting"),
  /** What a provider locks per unit of capacity. */
  COLLATERAL("collateral"),
  /** What failing or leaving costs. */
  PENALTIES("penalties"),
  /** What capacity pays per day to stay on the network. */
  SECTOR_FEE("sectorFee"),
  /** What messages to the chain burn. */
  GAS("gas"),
  /** How much capacity a cohort's providers add, renew and withdraw. */
  CAPACITY("capacity"),
  /** What service costs its users. */
  PRICING("pricing"),
  /** Where the token is traded, and how its price comes about. */
  EXCHANGE("exchange"),
  /** Who holds the token for what it may be worth. */
  SPECULATORS("speculators"),
  /** Who lends the exchange its reserves. */
  LIQUIDITY("liquidity"),
  /** How many people use a service, and how much. */
  DEMAND("demand"),
  /** When jobs could arrive. */
  ARRIVALS("arrivals"),
  /** How much work a job brings. */
  WORK("work"),
  /** Who gets a job. */
  ALLOCATION("rule"),
  /** When owners of machines buy, connect, disconnect and sell them. */
  DECISIONS("decisions"),
  /** What is expected of the future, given the past. */
  EXPECTATION("expectation"),
  /** When an owner gives up. */
  EXIT("exit"),
  /** What happens to a world from outside. */
  SHOCK("shock");

  private final String key;

  Role(String key) {
    this.key = key;
  }

  /** The key under which this role stands in a scenario. */
  public String key() {
    return key;
  }
}
