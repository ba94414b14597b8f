package io.depinsim.core.engine;

/**
 * One server, jobs in order of arrival (M/M/1), load 0.8. Every calendar runs this same arithmetic
 * on the same draws: only what schedules the two events differs.
 */
final class SingleServer {
  static final int JOBS = 1_000_000;
  private static final int ROOM = 1 << 12;

  private final Draws gaps = new Draws(2, 1_000);
  private final Draws works = new Draws(3, 800);
  private final long[] arrived = new long[ROOM];
  private int arrivals;
  private int departures;
  private long waited;

  /** What schedules the two events after a span. */
  interface Clock {
    void arrivalAfter(long micros);

    void departureAfter(long micros);
  }

  /** Begins a run with nobody there. */
  void open(Clock clock) {
    gaps.rewind();
    works.rewind();
    arrivals = 0;
    departures = 0;
    waited = 0;
    clock.arrivalAfter(gaps.next());
  }

  void arrival(long now, Clock clock) {
    arrived[arrivals & ROOM - 1] = now;
    if (arrivals++ == departures) {
      clock.departureAfter(works.next());
    }
    if (arrivals < JOBS) {
      clock.arrivalAfter(gaps.next());
    }
  }

  void departure(long now, Clock clock) {
    departures++;
    if (departures < arrivals) {
      waited += now - arrived[departures & ROOM - 1];
      clock.departureAfter(works.next());
    }
  }

  /** Time that all jobs waited for their service to begin, microseconds. */
  long waited() {
    if (departures != JOBS) {
      throw new IllegalStateException(departures + " jobs left");
    }
    return waited;
  }
}
