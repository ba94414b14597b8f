package io.depinsim.cli;

import io.depinsim.core.scenario.Nearest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scenarios that lie beside the program, by short names such as {@code filecoin/replay-history}.
 */
final class ShippedScenarios {
  private ShippedScenarios() {}

  /**
   * A file as named, or the shipped scenario of that name, with or without its theme.
   *
   * @throws IOException if there is neither; names the nearest shipped scenario
   */
  static Path resolve(String text) throws IOException {
    Path file = Path.of(text);
    if (Files.exists(file)) {
      return file;
    }
    Path folder = Path.of(System.getProperty("depinsim.home", "."), "scenarios");
    for (String ending : List.of(".yaml", "")) {
      Path shipped = folder.resolve(text + ending);
      if (Files.isRegularFile(shipped)) {
        return shipped;
      }
    }
    List<String> names = names(folder);
    List<String> alike = names.stream().filter(name -> tail(name).equals(text)).toList();
    if (alike.size() == 1) {
      return folder.resolve(alike.get(0) + ".yaml");
    }
    throw new FileSystemException(
        text,
        null,
        "no such file or shipped scenario"
            + Nearest.find(text, names)
                .or(() -> Nearest.find(text, names.stream().map(n -> tail(n)).toList()))
                .map(near -> ". Maybe `" + near + "`")
                .orElse(""));
  }

  private static String tail(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  /** Short names, sorted. */
  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - 5))
          .sorted()
          .toList();
    }
  }
}
