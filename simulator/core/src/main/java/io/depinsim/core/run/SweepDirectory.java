package io.depinsim.core.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder a sweep leaves behind. Files appear whole or not at all, as in a {@link RunDirectory};
 * {@code sweep.json} comes last, so a folder that has one holds a finished sweep. One writer at a
 * time.
 */
public final class SweepDirectory implements AutoCloseable {
  static final String MANIFEST = "sweep.json";
  private static final List<String> FILES =
      List.of(
          MANIFEST,
          "scenario.yaml",
          "design.csv",
          "effects.csv",
          "failures.csv",
          "shares.csv",
          "sensitivity.csv",
          "sweep.html");

  private final Path path;
  private final WriterLock lock;

  private SweepDirectory(Path path, WriterLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes a folder ready for a new sweep and locks it. The files of an earlier one stay until there
   * are new ones; foreign files stay for ever.
   *
   * @throws RunDirectoryException if the folder holds something that is not a sweep, another writer
   *     is at work, or it cannot be written
   */
  public static SweepDirectory create(Path path) {
    try {
      Files.createDirectories(path);
      refuseForeignFolder(path);
    } catch (IOException e) {
      throw FileTrouble.failed("make the folder", path, e);
    }
    try {
      return new SweepDirectory(path, WriterLock.take(path));
    } catch (IOException e) {
      throw FileTrouble.failed("lock", path, e);
    }
  }

  private static void refuseForeignFolder(Path path) throws IOException {
    boolean run = Files.exists(path.resolve(RunDirectory.MANIFEST));
    boolean ours =
        Files.exists(path.resolve(MANIFEST)) || Files.exists(path.resolve(WriterLock.MARKER));
    try (Stream<Path> content = Files.list(path)) {
      Optional<Path> first = content.sorted().findFirst();
      if (run || !ours && first.isPresent()) {
        throw new RunDirectoryException(
            String.join(
                " ",
                path + " is not empty and holds no sweep; it holds",
                (run ? RunDirectory.MANIFEST : first.get().getFileName())
                    + ". Choose another folder with --out."));
      }
    }
  }

  /** Where the folder is. */
  public Path path() {
    return path;
  }

  /**
   * Replaces what an earlier sweep left by a new one, all but the page; {@code sweep.json} last.
   *
   * @param scenario the resolved scenario, before any point
   * @throws RunDirectoryException if a file cannot be written
   */
  public void write(String scenario, SweepRecord sweep) {
    try {
      for (String name : FILES) {
        Files.deleteIfExists(path.resolve(name));
      }
    } catch (IOException e) {
      throw FileTrouble.failed("clear the folder", path, e);
    }
    write("scenario.yaml", out -> out.write(scenario));
    write("design.csv", out -> SweepCsv.writeDesign(sweep.design(), out));
    write("effects.csv", out -> SweepCsv.writeEffects(sweep.effects(), out));
    write("failures.csv", out -> SweepCsv.writeFailures(sweep.failures(), out));
    write("shares.csv", out -> SweepCsv.writeShares(sweep.shares(), out));
    write("sensitivity.csv", out -> SweepCsv.writeSensitivities(sweep.sensitivities(), out));
    write(MANIFEST, out -> out.write(new ManifestJson().text(sweep.manifest())));
  }

  /** Writes {@code sweep.html}. */
  public void writePage(String html) {
    write("sweep.html", out -> out.write(html));
  }

  private void write(String name, RunDirectory.TextBody body) {
    Path target = path.resolve(name);
    try {
      WholeFile.write(
          target,
          out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            body.writeTo(text);
            text.flush();
          });
    } catch (IOException e) {
      throw FileTrouble.failed("write", target, e);
    }
  }

  /** Releases the lock. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw FileTrouble.failed("release the lock of", path, e);
    }
  }
}
