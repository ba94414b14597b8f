package io.depinsim.experiments;

/**
 * Asks work to be put down: whoever has it in hand stops where it can be taken up again. Raised
 * once, from any thread.
 */
public final class StopSignal {
  private volatile boolean raised;

  /** Asks. */
  public void raise() {
    raised = true;
  }

  /** Whether somebody asked. */
  public boolean raised() {
    return raised;
  }
}
