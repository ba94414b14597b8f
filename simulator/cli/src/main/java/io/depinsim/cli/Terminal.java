package io.depinsim.cli;

/**
 * What standard error leads to. Only the launcher can tell: {@code System.console()} is no proof of
 * a terminal on newer Java, and says nothing of its width.
 *
 * @param present whether it is a terminal
 * @param columns its width in characters
 */
record Terminal(boolean present, int columns) {
  private static final int USUAL = 80;

  /** As the launcher found it; no terminal if there was no launcher. */
  static Terminal ofErrors() {
    boolean present = Boolean.getBoolean("depinsim.terminal");
    int columns = Integer.getInteger("depinsim.columns", USUAL);
    return new Terminal(present, columns > 1 ? columns : USUAL);
  }
}
