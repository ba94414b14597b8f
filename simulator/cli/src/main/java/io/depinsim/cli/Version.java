package io.depinsim.cli;

import picocli.CommandLine.IVersionProvider;

/** Version of the program, from the jar it was started from. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "depinsim " + text() + " (build " + build() + ", Java " + Runtime.version() + ")"
    };
  }

  /** The version alone; {@code development} when run from classes. */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Which build this is: the launcher's stamp of the sources, whatever the Java version. */
  static String build() {
    return System.getProperty("depinsim.stamp", text()).replaceFirst("-jdk[0-9]+$", "");
  }
}
