package io.depinsim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the scenarios that paths mean. */
final class CheckFiles {
  private CheckFiles() {}

  /**
   * Files as they were named, and those of folders in the order of their names: files that end in
   * {@code .yaml} and say how to run.
   *
   * @throws IOException if a path leads nowhere or cannot be read
   * @throws IllegalArgumentException if a folder holds none
   */
  static List<Path> find(List<Path> paths) throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        found.add(InputFile.require(path));
        continue;
      }
      List<Path> inside = inside(path);
      if (inside.isEmpty()) {
        throw new IllegalArgumentException(
            path + ": holds no scenario, that is, no file that ends in .yaml and has `run:`.");
      }
      found.addAll(inside);
    }
    return List.copyOf(found);
  }

  private static List<Path> inside(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().endsWith(".yaml"))
              .sorted()
              .toList();
    }
    Set<Path> scenarios = new LinkedHashSet<>();
    for (Path file : files) {
      if (Files.readString(file).lines().anyMatch(line -> line.startsWith("run:"))) {
        scenarios.add(file);
      }
    }
    return List.copyOf(scenarios);
  }
}
