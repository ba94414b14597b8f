package io.depinsim.core.scenario;

/**
 * How service is waited for.
 *
 * @param serviceTime mean hours a machine works on one request
 * @param leavesAfter mean hours a request waits before it is withdrawn
 */
public record QueueSpec(
    @InRange(above = "0") @Omittable("1 h") @InUnit("h") double serviceTime,
    @InRange(atLeast = "0") @Omittable("24 h") @InUnit("h") double leavesAfter) {

  /** What holds where a scenario says nothing. */
  public static final QueueSpec DEFAULT = new QueueSpec(1, 24);
}
