package io.depinsim.cli;

/** How the program ends. */
final class ExitCodes {
  static final int SUCCESS = 0;

  /** An expectation or regression failed. */
  static final int EXPECTATION_FAILED = 1;

  /** Wrong usage or an invalid scenario. */
  static final int INVALID = 2;

  /**
   * An invariant broke, or an event or the program itself failed: whatever was computed cannot be
   * trusted.
   */
  static final int BROKEN = 3;

  /** Input, output or resources failed. */
  static final int INPUT_OUTPUT = 4;

  /** Interrupted. */
  static final int INTERRUPTED = 130;

  private ExitCodes() {}
}
