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
  CAPACITY("capacity");

  private final String key;

  Role(String key) {
    this.key = key;
  }

  /** The key under which this role stands in a scenario. */
  public String key() {
    return key;
  }
}
