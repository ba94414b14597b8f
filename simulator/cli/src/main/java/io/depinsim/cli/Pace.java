package io.depinsim.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast work goes, by what was done over the last {@value #SECONDS} seconds: the beginning, when
 * nothing has warmed up, is soon forgotten. Not safe for several threads.
 */
final class Pace {
  private static final int SECONDS = 20;
  private static final long NANOS = 1_000_000_000L;

  private final Deque<Mark> marks = new ArrayDeque<>();
  private final long begunNanos;

  private record Mark(long nanos, double done) {}

  /**
   * Nothing has been done yet.
   *
   * @param nanos the present, as by {@link System#nanoTime}
   */
  Pace(long nanos) {
    this.begunNanos = nanos;
  }

  /** So much is done now. */
  void mark(long nanos, double done) {
    while (marks.size() > 2 && nanos - marks.peekFirst().nanos() > SECONDS * NANOS) {
      marks.removeFirst();
    }
    if (marks.isEmpty() || nanos - marks.peekLast().nanos() > NANOS / 10) {
      marks.addLast(new Mark(nanos, done));
    }
  }

  /** What is done in a second; nothing during the first one. */
  OptionalDouble perSecond() {
    if (marks.isEmpty() || marks.peekLast().nanos() - begunNanos < NANOS) {
      return OptionalDouble.empty();
    }
    Mark first = marks.peekFirst();
    Mark last = marks.peekLast();
    double seconds = (double) (last.nanos() - first.nanos()) / NANOS;
    double done = last.done() - first.done();
    return seconds > 0 && done > 0 ? OptionalDouble.of(done / seconds) : OptionalDouble.empty();
  }

  /** Time until all is done at this pace; nothing while it is not known. */
  Optional<Duration> left(double of) {
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    double more = of - marks.peekLast().done();
    OptionalDouble rate = perSecond();
    return rate.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) (1000 * more / rate.getAsDouble())));
  }
}
