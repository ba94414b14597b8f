package io.depinsim.core;

/**
 * An invariant of the simulated economy broke: money appeared or vanished, a metric is not finite,
 * a clamp bound more often than allowed. The run ends with exit code 3.
 */
public final class InvariantException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message that names path, value and rule. */
  public InvariantException(String message) {
    super(message);
  }

  /** The same with the failure underneath. */
  public InvariantException(String message, Throwable cause) {
    super(message, cause);
  }
}
