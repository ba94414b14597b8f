package io.depinsim.experiments;

import io.depinsim.core.run.Checkpoint;
import io.depinsim.core.run.DecisionSink;
import java.util.Optional;

/**
 * One attempt at a replicate: takes it up where an earlier attempt was kept, keeps it every now and
 * then, and puts it down when asked to. Changes no result.
 */
final class Attempt {
  private static final double NANOS = 1e9;

  private final int task;
  private final Optional<Checkpoint> checkpoint;
  private final Keeping keeping;
  private final Tally tally;
  private long keptNanos = System.nanoTime();

  /**
   * An attempt.
   *
   * @param task number of the replicate among all of the run
   * @param checkpoint where it is kept; empty for nowhere
   * @param tally hears how far it has come
   */
  Attempt(int task, Optional<Checkpoint> checkpoint, Keeping keeping, Tally tally) {
    this.task = task;
    this.checkpoint = checkpoint;
    this.keeping = keeping;
    this.tally = tally;
  }

  /** Where the decisions of the replicate go: nowhere if it is kept nowhere. */
  DecisionSink decisions() {
    return checkpoint.map(kept -> kept.decisions(task)).orElse(DecisionSink.NOWHERE);
  }

  /**
   * Runs a replicate that was just assembled.
   *
   * @return whether it came to its end; if not, it was put down and its state kept
   */
  boolean run(Replicate replicate) {
    if (keeping.stop().raised()) {
      return false;
    }
    checkpoint.ifPresent(kept -> kept.restore(task, replicate.simulation()));
    return replicate.simulation().run(replicate.horizonMicros(), now -> goOn(replicate, now));
  }

  private boolean goOn(Replicate replicate, long now) {
    long nanos = System.nanoTime();
    boolean stop = keeping.stop().raised();
    if (stop || nanos - keptNanos >= keeping.everySeconds() * NANOS) {
      checkpoint.ifPresent(kept -> kept.keep(task, replicate.simulation()));
      keptNanos = System.nanoTime();
    }
    tally.under(task, (double) now / replicate.horizonMicros());
    return !stop;
  }
}
