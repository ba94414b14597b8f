package io.depinsim.cli;

/** How the program ends. */
final class ExitCodes {
  static final int SUCCESS = 0;

  /** An expectation or regression failed. */
  static final int EXPECTATION_FAILED = 1;

  /** Wrong usage or an invalid scenario. */
  static final int INVALID = 2;

  /** An invariant broke. */
  static final int INVARIANT = 3;

  /** Input, output or resources failed. */
  static final int INPUT_OUTPUT = 4;

  /** A bug of ours. */
  static final int BUG = 70;

  /** Interrupted. */
  static final int INTERRUPTED = 130;

  private ExitCodes() {}
}
