package io.depinsim.core.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The folder a run leaves behind.
 *
 * <p>Files appear whole or not at all: each is written under another name beside its place, forced
 * to disk and moved there in one step. One writer at a time: {@link #create} takes the folder's
 * lock at once, a folder opened for reading takes it with its first write, {@link #close} releases
 * it. Text is UTF-8 with LF line ends. Methods may be called by several threads.
 */
public final class RunDirectory implements AutoCloseable {
  static final String MANIFEST = "manifest.json";
  static final String SCENARIO = "scenario.yaml";
  static final String SERIES = "series.csv";
  static final String SUMMARY = "summary.csv";
  static final String EXPECTATIONS = "expectations.csv";
  static final String FINDINGS = "findings.csv";
  static final String COMPARISON = "comparison.csv";
  static final String ARMS = "arms.csv";
  static final String BEST = "best.csv";
  static final String VARIANCE = "variance.csv";
  static final String INPUTS = "inputs.csv";
  static final String MAP = "map.csv";
  static final String DECISIONS = "decisions.bin";

  private final Path path;
  private WriterLock lock;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /** Writes the text of a file. */
  @FunctionalInterface
  public interface TextBody {
    /** Writes everything to {@code out}, which is buffered and closed by the caller. */
    void writeTo(Writer out) throws IOException;
  }

  /**
   * Makes a folder ready for a new run and locks it. Parents are made as needed. The files of an
   * earlier run in it stay until {@link #replaceEarlier}; foreign files stay for ever.
   *
   * @throws RunDirectoryException if the folder holds something that is not a run, another writer
   *     is at work, or it cannot be written
   */
  public static RunDirectory create(Path path) {
    RunDirectory directory = new RunDirectory(path);
    try {
      Files.createDirectories(path);
      directory.refuseForeignFolder();
    } catch (IOException e) {
      throw FileTrouble.failed("make the folder", path, e);
    }
    directory.takeLock();
    return directory;
  }

  /**
   * Removes what an earlier run left, manifest first. Until then its results stay: call this when
   * the new ones are ready to be written.
   *
   * @throws RunDirectoryException if the folder cannot be cleared
   */
  public void replaceEarlier() {
    try {
      EarlierRun.remove(path);
    } catch (IOException e) {
      throw FileTrouble.failed("clear the folder", path, e);
    }
  }

  /**
   * Opens the folder of a finished run.
   *
   * @throws RunDirectoryException if there is no manifest
   */
  public static RunDirectory open(Path path) {
    if (!isComplete(path)) {
      throw new RunDirectoryException(
          String.join(
              " ",
              path + " holds no " + MANIFEST + ".",
              "Maybe it is not a run directory, or the run did not finish."));
    }
    return new RunDirectory(path);
  }

  /** Whether a folder holds a finished run. */
  public static boolean isComplete(Path path) {
    return Files.isRegularFile(path.resolve(MANIFEST));
  }

  /** Where the folder is. */
  public Path path() {
    return path;
  }

  /**
   * Writes one file.
   *
   * @param name path inside the folder with forward slashes, {@code charts/supply.svg}; folders are
   *     made as needed
   * @throws RunDirectoryException if it cannot be written; the old file, if any, is untouched
   * @throws IllegalArgumentException if the name points outside the folder
   */
  public void write(String name, byte[] content) {
    replace(name, out -> out.write(content));
  }

  /**
   * Writes one text file. If {@code body} throws, no file appears and the exception passes.
   *
   * @param name as for {@link #write(String, byte[])}
   */
  public void write(String name, TextBody body) {
    replace(
        name,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          body.writeTo(text);
          text.flush();
        });
  }

  /** Writes {@code manifest.json}. Do this last: it says that the run is complete. */
  public void writeManifest(Manifest manifest) {
    write(MANIFEST, out -> out.write(new ManifestJson().text(manifest)));
  }

  /** Writes {@code scenario.yaml}, the resolved scenario. */
  public void writeScenario(String text) {
    write(SCENARIO, out -> out.write(text));
  }

  /** Writes {@code series.csv}. */
  public void writeSeries(SeriesTable series) {
    write(SERIES, out -> SeriesCsv.write(series, out));
  }

  /** Writes {@code summary.csv}, rows in the order given. */
  public void writeSummary(List<SummaryRow> rows) {
    write(SUMMARY, out -> TableCsv.writeSummary(rows, out));
  }

  /** Writes {@code expectations.csv}, rows in the order given. */
  public void writeExpectations(List<ExpectationRow> rows) {
    write(EXPECTATIONS, out -> TableCsv.writeExpectations(rows, out));
  }

  /** Writes {@code findings.csv}, rows in the order given. */
  public void writeFindings(List<FindingRow> rows) {
    write(FINDINGS, out -> TableCsv.writeFindings(rows, out));
  }

  /** Writes the tables that {@code compare} adds; {@code map.csv} only where there is a map. */
  public void writeComparison(ComparisonRecord comparison) {
    write(COMPARISON, out -> ComparisonCsv.COMPARISON.write(comparison.rows(), out));
    write(ARMS, out -> ComparisonCsv.ARMS.write(comparison.arms(), out));
    write(BEST, out -> ComparisonCsv.BEST.write(comparison.best(), out));
    write(VARIANCE, out -> ComparisonCsv.VARIANCE.write(comparison.variance(), out));
    write(INPUTS, out -> ComparisonCsv.INPUTS.write(comparison.inputs(), out));
    if (!comparison.map().isEmpty()) {
      write(MAP, out -> ComparisonCsv.MAP.write(comparison.map(), out));
    }
  }

  /**
   * Writes {@code decisions.bin}; nothing if no decision was logged.
   *
   * @param index what it holds, in order
   * @param checkpoint holds the parts
   * @param task whose part a log is
   * @throws RunDirectoryException if a part is damaged, or it cannot be written
   */
  public void writeDecisions(
      DecisionIndex index, Checkpoint checkpoint, ToIntFunction<DecisionSection> task) {
    if (!index.sections().isEmpty()) {
      replace(
          DECISIONS,
          out ->
              DecisionFile.write(out, index, section -> checkpoint.part(task.applyAsInt(section))));
    }
  }

  /**
   * Opens {@code decisions.bin}.
   *
   * @return nothing if no decision was logged
   * @throws RunDirectoryException if it is damaged or lost, or not the one that the manifest seals
   */
  public Optional<DecisionFile> decisions() {
    Manifest.Decisions sealed = manifest().decisions();
    Path file = path.resolve(DECISIONS);
    if (!has(DECISIONS) && sealed.seal().isEmpty()) {
      return Optional.empty();
    }
    if (!has(DECISIONS)) {
      throw new RunDirectoryException(
          String.join(
              " ",
              path + " holds no " + DECISIONS + ", but its " + MANIFEST + " seals one.",
              "Maybe copy it again from where it came."));
    }
    DecisionFile decisions = DecisionFile.open(file);
    if (!decisions.index().seal().equals(sealed.seal())) {
      throw new RunDirectoryException(
          file + " is not the one of this run: " + MANIFEST + " has another seal of it.");
    }
    return Optional.of(decisions);
  }

  /**
   * Reads the tables that {@code compare} adds.
   *
   * @return nothing if the run is no comparison
   * @throws RunDirectoryException if one is missing or damaged; names file and line
   */
  public Optional<ComparisonRecord> comparison() {
    if (!has(COMPARISON)) {
      return Optional.empty();
    }
    return Optional.of(
        new ComparisonRecord(
            table(COMPARISON, ComparisonCsv.COMPARISON::read),
            table(ARMS, ComparisonCsv.ARMS::read),
            table(BEST, ComparisonCsv.BEST::read),
            table(VARIANCE, ComparisonCsv.VARIANCE::read),
            table(INPUTS, ComparisonCsv.INPUTS::read),
            has(MAP) ? table(MAP, ComparisonCsv.MAP::read) : List.of()));
  }

  /**
   * Reads {@code manifest.json}.
   *
   * @throws RunDirectoryException if it is missing or damaged; names file, line and column
   */
  public Manifest manifest() {
    return new ManifestJson().read(path.resolve(MANIFEST).toString(), text(MANIFEST));
  }

  /**
   * Reads {@code scenario.yaml} as it stands.
   *
   * @throws RunDirectoryException if it is missing
   */
  public String scenarioText() {
    return text(SCENARIO);
  }

  /**
   * Reads {@code series.csv}; names, their order and the number of replicates whose series are kept
   * are the manifest's.
   *
   * @throws RunDirectoryException if either file is missing or damaged; names file and line
   */
  public SeriesTable series() {
    Manifest manifest = manifest();
    return table(SERIES, in -> SeriesCsv.read(in, manifest));
  }

  /**
   * Reads {@code summary.csv}.
   *
   * @throws RunDirectoryException if it is missing or damaged; names file and line
   */
  public List<SummaryRow> summary() {
    return table(SUMMARY, TableCsv::readSummary);
  }

  /**
   * Reads {@code expectations.csv}.
   *
   * @throws RunDirectoryException if it is missing or damaged; names file and line
   */
  public List<ExpectationRow> expectations() {
    return table(EXPECTATIONS, TableCsv::readExpectations);
  }

  /**
   * Reads {@code findings.csv}.
   *
   * @throws RunDirectoryException if it is missing or damaged; names file and line
   */
  public List<FindingRow> findings() {
    return table(FINDINGS, TableCsv::readFindings);
  }

  /** Whether the folder holds this file. */
  public boolean has(String name) {
    return Files.isRegularFile(path.resolve(name));
  }

  /** Releases the lock, if held. */
  @Override
  public synchronized void close() {
    if (lock == null) {
      return;
    }
    try {
      lock.close();
      lock = null;
    } catch (IOException e) {
      throw FileTrouble.failed("release the lock of", path, e);
    }
  }

  private interface TableReader<T> {
    T read(CsvReader in) throws IOException;
  }

  private void replace(String name, WholeFile.Body body) {
    Path target = inside(name);
    takeLock();
    try {
      WholeFile.write(target, body);
    } catch (IOException e) {
      throw FileTrouble.failed("write", target, e);
    }
  }

  private Path inside(String name) {
    Path target = path.resolve(name).normalize();
    boolean proper = !name.isEmpty() && !target.equals(path.normalize());
    if (!proper || !target.startsWith(path.normalize()) || Path.of(name).isAbsolute()) {
      throw new IllegalArgumentException("'" + name + "' is not a name inside a run directory.");
    }
    return target;
  }

  private synchronized void takeLock() {
    if (lock != null) {
      return;
    }
    try {
      lock = WriterLock.take(path);
    } catch (IOException e) {
      throw FileTrouble.failed("lock", path, e);
    }
  }

  private void refuseForeignFolder() throws IOException {
    if (has(SweepDirectory.MANIFEST)) {
      throw new RunDirectoryException(path + " holds a sweep. Choose another folder with --out.");
    }
    if (has(WriterLock.MARKER)) {
      return;
    }
    try (Stream<Path> content = Files.list(path)) {
      Optional<Path> first = content.findFirst();
      if (first.isPresent() && !holdsReadableManifest()) {
        throw new RunDirectoryException(
            String.join(
                " ",
                path + " is not empty and not a run directory; it holds",
                first.get().getFileName() + ". Choose another folder with --out."));
      }
    }
  }

  /** A copied run directory may have lost its hidden marker. */
  private boolean holdsReadableManifest() {
    try {
      return has(MANIFEST) && manifest().stateHashVersion() > 0;
    } catch (RunDirectoryException e) {
      return false;
    }
  }

  private String text(String name) {
    Path file = path.resolve(name);
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw FileTrouble.failed("read", file, e);
    }
  }

  private <T> T table(String name, TableReader<T> reader) {
    Path file = path.resolve(name);
    try (Reader in = Files.newBufferedReader(file)) {
      return reader.read(new CsvReader(file.toString(), in));
    } catch (IOException e) {
      throw FileTrouble.failed("read", file, e);
    }
  }
}
