package io.depinsim.core.scenario;

/**
 * How service is waited for.
 *
 * @param serviceTime mean hours a machine works on one request
 * @param longestWait hours; nobody waits longer: the wait that users reckon with on a full network
 */
public record QueueSpec(
    @Omittable("1 h") @InUnit("h") double serviceTime,
    @Omittable("24 h") @InUnit("h") double longestWait) {

  /** What holds where a scenario says nothing. */
  public static final QueueSpec DEFAULT = new QueueSpec(1, 24);

  /** Checks the ranges. */
  public QueueSpec {
    if (!(serviceTime > 0)) {
      throw new IllegalArgumentException("serviceTime: must be above 0");
    }
    if (!(longestWait >= 0)) {
      throw new IllegalArgumentException("longestWait: must be 0 or more");
    }
  }
}
