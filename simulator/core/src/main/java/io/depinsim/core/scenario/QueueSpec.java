package io.depinsim.core.scenario;

/**
 * How service is waited for.
 *
 * @param serviceTime mean hours a machine works on one request
 * @param leavesAfter mean hours a request waits before it is withdrawn
 * @param line where jobs wait: in one line of the network, or in a line of the provider they were
 *     placed with; only for {@code service: jobs}
 * @param discipline who is next; only for {@code service: jobs}
 * @param preempts whether a job of an earlier tier takes the machine of one of a later tier, which
 *     then waits again; only for {@code service: jobs}
 * @param longest jobs that wait in one line at most, others are turned away; null for any number.
 *     Only for {@code service: jobs}
 */
public record QueueSpec(
    @InRange(above = "0") @Omittable("1 h") @InUnit("h") double serviceTime,
    @InRange(atLeast = "0") @Omittable("24 h") @InUnit("h") double leavesAfter,
    @Omittable("network") Line line,
    @Omittable("priority") Discipline discipline,
    @Omittable("false") boolean preempts,
    @InRange(atLeast = "0") @Omittable @InUnit("1") Integer longest) {

  /** Where jobs wait. */
  public enum Line {
    /** All in one line, for the next machine that is free. */
    network,
    /** Each with the provider it was placed with. */
    provider
  }

  /** What holds where a scenario says nothing. */
  public static final QueueSpec DEFAULT =
      new QueueSpec(1, 24, Line.network, Discipline.priority, false, null);
}
