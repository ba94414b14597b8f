package io.depinsim.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Makes the help of every command fit a screen of 80 columns and 24 lines. */
final class HelpLayout {
  private static final int COLUMNS = 80;
  private static final int LONGEST_OPTION = 26;
  private static final String EXAMPLE = "  depinsim help run";

  private HelpLayout() {}

  /** Lays out the help of a command and of all below it. */
  static void apply(CommandLine root) {
    root.setUsageHelpWidth(COLUMNS);
    root.setUsageHelpLongOptionsMaxWidth(LONGEST_OPTION);
    for (CommandLine command : root.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      spec.usageMessage().abbreviateSynopsis(true);
      hide(spec, "--help");
      hide(spec, "--version");
    }
    CommandSpec help = root.getSubcommands().get("help").getCommandSpec();
    help.usageMessage().footer("", EXAMPLE);
  }

  /** The option stays, and its line goes: every command has it. */
  private static void hide(CommandSpec spec, String name) {
    OptionSpec option = spec.findOption(name);
    if (option != null) {
      spec.remove(option);
      spec.addOption(OptionSpec.builder(option).hidden(true).build());
    }
  }
}
