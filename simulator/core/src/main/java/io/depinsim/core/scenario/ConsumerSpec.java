package io.depinsim.core.scenario;

/**
 * People who might buy a service.
 *
 * @param potential how many there could ever be
 * @param rows rows that stand for them; each stands for the same number, with one draw of tastes
 * @param buys name of the network whose service they may buy
 * @param demand how many use it, and how much
 */
public record ConsumerSpec(
    @InUnit("users") long potential,
    @Omittable("1") @InUnit("1") int rows,
    String buys,
    @OfRole(Role.DEMAND) KindChoice demand) {

  /** Checks the ranges. */
  public ConsumerSpec {
    if (potential < 1) {
      throw new IllegalArgumentException("potential: must be 1 user or more");
    }
    if (rows < 1 || rows > potential) {
      throw new IllegalArgumentException("rows: must lie between 1 and `potential`");
    }
  }
}
