package io.depinsim.core.scenario;

/**
 * People who might buy a service. There are 2^26 rows at most, since draws know the members of a
 * cohort by 26 bits.
 *
 * @param potential how many there could ever be
 * @param rows rows that stand for them; each stands for the same number, with one draw of tastes
 * @param buys name of the network whose service they may buy
 * @param demand how many use it, and how much
 * @param jobs the work they send, job by job; goes with {@code service: jobs}
 */
public record ConsumerSpec(
    @InRange(atLeast = "1 user") @InUnit("users") long potential,
    @InRange(atLeast = "1", atMost = "67108864") @Omittable("1") @InUnit("1") int rows,
    String buys,
    @OfRole(Role.DEMAND) KindChoice demand,
    @Omittable JobsSpec jobs) {

  /** Checks the ranges. */
  public ConsumerSpec {
    if (rows > potential) {
      throw new IllegalArgumentException("rows: must be at most `potential`");
    }
  }
}
