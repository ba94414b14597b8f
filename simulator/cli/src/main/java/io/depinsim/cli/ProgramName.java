package io.depinsim.cli;

/** What a user types to start the program, for sentences that name a command. */
final class ProgramName {
  private ProgramName() {}

  /** As the launcher was called, ready for a shell; {@code ./depinsim} without one. */
  static String typed() {
    return ScenarioOptions.quote(System.getProperty("depinsim.command", "./depinsim"));
  }
}
