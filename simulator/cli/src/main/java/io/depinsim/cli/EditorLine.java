package io.depinsim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first line of a scenario, which tells an editor where the schema lies. */
final class EditorLine {
  private EditorLine() {}

  /**
   * The line, ended; nothing if the program does not know where it lies.
   *
   * @param file the scenario to be written
   */
  static String of(Path file) throws IOException {
    String home = System.getProperty("depinsim.home");
    if (home == null) {
      return "";
    }
    Path schema = Path.of(home, "scenarios", "depinsim.schema.json");
    return "# yaml-language-server: $schema=" + seenFrom(file, schema) + "\n";
  }

  /**
   * A path from the folder of one file to another, with slashes; absolute if they share no root.
   *
   * @param from a file that need not be there yet
   */
  static String seenFrom(Path from, Path to) throws IOException {
    Path folder = real(from.toAbsolutePath().normalize().getParent());
    Path target = real(to.toAbsolutePath().normalize());
    Path relative = target.getRoot().equals(folder.getRoot()) ? folder.relativize(target) : target;
    return relative.toString().replace('\\', '/');
  }

  /** Links resolved as far as the path exists, since `..` after a link leads elsewhere. */
  private static Path real(Path path) throws IOException {
    if (Files.exists(path) || path.getParent() == null) {
      return path.toRealPath();
    }
    return real(path.getParent()).resolve(path.getFileName());
  }

  /** Text as a YAML scalar. */
  static String yaml(String text) {
    return text.matches("[A-Za-z0-9._/][A-Za-z0-9._/-]*")
        ? text
        : "'" + text.replace("'", "''") + "'";
  }
}
