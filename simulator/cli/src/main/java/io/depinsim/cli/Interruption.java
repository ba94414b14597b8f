package io.depinsim.cli;

import io.depinsim.experiments.StopSignal;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C and a friendly kill do: ask the work in hand to be put down, and give it time for
 * that. The exit code is the Java machine's, 128 and the number of the signal.
 */
final class Interruption {
  private static final int PATIENCE_SECONDS = 30;

  private final StopSignal signal = new StopSignal();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean listened;

  /** The signal for a command that knows how to put its work down. */
  StopSignal listen() {
    listened = true;
    return signal;
  }

  /** The command has ended and has said all it has to say. */
  void ended() {
    ended.countDown();
  }

  /** Called when the Java machine is told to end. */
  void arrive(PrintWriter err) {
    signal.raise();
    if (!listened) {
      err.println("Interrupted.");
      return;
    }
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        err.println("Interrupted; what was not put down in time is lost.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
