package io.depinsim.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an earlier run left in a folder, finished or not. */
final class EarlierRun {
  /** What a new run removes of an older one. Anything else in the folder is not ours. */
  private static final List<String> FILES =
      List.of(
          RunDirectory.MANIFEST,
          RunDirectory.SCENARIO,
          RunDirectory.SERIES,
          RunDirectory.SUMMARY,
          RunDirectory.EXPECTATIONS,
          RunDirectory.FINDINGS,
          RunDirectory.COMPARISON,
          RunDirectory.ARMS,
          RunDirectory.BEST,
          RunDirectory.VARIANCE,
          RunDirectory.INPUTS,
          RunDirectory.MAP,
          RunDirectory.DECISIONS,
          "report.html",
          "report-difference.html");

  private static final String CHARTS = "charts";

  private EarlierRun() {}

  /** Removes it, manifest first, so that a manifest never describes files of two runs. */
  static void remove(Path path) throws IOException {
    for (String name : FILES) {
      Files.deleteIfExists(path.resolve(name));
    }
    delete(path, name -> name.startsWith(WholeFile.UNFINISHED));
    Path charts = path.resolve(CHARTS);
    if (Files.isDirectory(charts)) {
      delete(
          charts,
          name ->
              name.startsWith(WholeFile.UNFINISHED)
                  || name.endsWith(".svg")
                  || name.endsWith(".png"));
    }
  }

  private static void delete(Path folder, Predicate<String> names) throws IOException {
    List<Path> doomed;
    try (Stream<Path> content = Files.list(folder)) {
      doomed = content.filter(file -> names.test(file.getFileName().toString())).toList();
    }
    for (Path file : doomed) {
      Files.delete(file);
    }
  }
}
