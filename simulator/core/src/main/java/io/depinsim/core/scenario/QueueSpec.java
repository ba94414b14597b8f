package io.depinsim.core.scenario;

/**
 * How service is waited for.
 *
 * @param serviceTime mean hours a machine works on one request
 * @param leavesAfter mean hours a request waits before it is withdrawn
 */
public record QueueSpec(
    @Omittable("1 h") @InUnit("h") double serviceTime,
    @Omittable("24 h") @InUnit("h") double leavesAfter) {

  /** What holds where a scenario says nothing. */
  public static final QueueSpec DEFAULT = new QueueSpec(1, 24);

  /** Checks the ranges. */
  public QueueSpec {
    if (!(serviceTime > 0)) {
      throw new IllegalArgumentException("serviceTime: must be above 0");
    }
    if (!(leavesAfter >= 0)) {
      throw new IllegalArgumentException("leavesAfter: must be 0 or more");
    }
  }
}
