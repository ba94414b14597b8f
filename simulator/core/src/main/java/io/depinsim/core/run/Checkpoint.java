package io.depinsim.core.run;

import io.depinsim.core.state.StateOwner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an unfinished run keeps in its folder, so that it can go on after having been killed at any
 * moment: results of finished tasks, and the state of tasks under way. A task is one replicate of a
 * run or one point of a sweep, numbered from 0.
 *
 * <p>Lies in {@value #FOLDER}: {@code identity.bin} says which run it belongs to, {@code
 * results-*.bin} hold finished tasks, {@code state-*.bin} tasks under way. Each is a {@link
 * SealedFile}. {@code decisions-*.bin} are logs of decisions, which grow. Finished tasks are
 * written together every {@value #WRITE_AFTER_SECONDS} seconds. Methods may be called by several
 * threads; the caller holds the folder's lock.
 */
public final class Checkpoint {
  static final String FOLDER = "checkpoint";
  private static final String IDENTITY = "identity.bin";
  private static final String RESULTS = "results-";
  private static final String STATE = "state-";
  private static final String DECISIONS = "decisions-";
  private static final String ENDING = ".bin";
  private static final int WRITE_AFTER_SECONDS = 2;
  private static final int WRITE_AFTER_BYTES = 8 << 20;

  private final Path folder;
  private final byte[] owner;
  private final Map<Integer, byte[]> earlier = new TreeMap<>();
  private final Map<Integer, byte[]> unwritten = new LinkedHashMap<>();
  private int segments;
  private long unwrittenBytes;
  private long writtenNanos = System.nanoTime();

  private Checkpoint(Path folder, byte[] owner) {
    this.folder = folder;
    this.owner = owner;
  }

  /** Writes a task's result or reads it back. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to {@code out}. */
    void writeTo(DataOutputStream out) throws IOException;
  }

  /** Reads what {@link Content} wrote. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads from {@code in}. */
    T readFrom(DataInputStream in) throws IOException;
  }

  /** Work that an interruption may end. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T execute() throws InterruptedException;
  }

  /**
   * Begins to keep a run, forgetting what lay there of an unfinished one.
   *
   * @param run folder of the run or sweep, which exists
   * @param identity what must be the same for a run to go on, by name; no text above 20,000
   *     characters
   * @throws RunDirectoryException if it cannot be written
   */
  public static Checkpoint begin(Path run, Map<String, String> identity) {
    Path folder = run.resolve(FOLDER);
    byte[] bytes = bytes(out -> write(identity, out));
    byte[] owner = SealedFile.sha256().digest(bytes);
    clear(folder);
    SealedFile.write(folder.resolve(IDENTITY), "identity", owner, out -> out.write(bytes));
    return new Checkpoint(folder, owner);
  }

  /**
   * Takes up what an unfinished run left.
   *
   * @return nothing if it left nothing
   * @throws RunDirectoryException with a sentence if it is cut short, damaged, of another format,
   *     or belongs to a run with another identity; nothing is changed
   */
  public static Optional<Checkpoint> resume(Path run, Map<String, String> identity) {
    Path folder = run.resolve(FOLDER);
    if (!Files.exists(folder.resolve(IDENTITY))) {
      return Optional.empty();
    }
    Map<String, String> stored =
        SealedFile.read(folder.resolve(IDENTITY), "identity", null, Checkpoint::readIdentity);
    requireSame(run, stored, identity);
    byte[] bytes = bytes(out -> write(identity, out));
    Checkpoint checkpoint = new Checkpoint(folder, SealedFile.sha256().digest(bytes));
    checkpoint.readResults();
    return Optional.of(checkpoint);
  }

  /** Whether an unfinished run left something in this folder. */
  public static boolean exists(Path run) {
    return Files.exists(run.resolve(FOLDER).resolve(IDENTITY));
  }

  /**
   * Whether an unfinished run of this identity left results or states here. What is damaged counts
   * as nothing.
   */
  public static boolean holds(Path run, Map<String, String> identity) {
    Path folder = run.resolve(FOLDER);
    if (!exists(run)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      boolean any = content.anyMatch(file -> isOurs(file, RESULTS) || isOurs(file, STATE));
      return any
          && SealedFile.read(folder.resolve(IDENTITY), "identity", null, Checkpoint::readIdentity)
              .equals(identity);
    } catch (IOException | RunDirectoryException e) {
      return false;
    }
  }

  private static void requireSame(
      Path run, Map<String, String> stored, Map<String, String> identity) {
    for (Map.Entry<String, String> entry : identity.entrySet()) {
      String was = stored.getOrDefault(entry.getKey(), "not stated");
      if (!was.equals(entry.getValue())) {
        throw new RunDirectoryException(
            String.join(
                " ",
                "The interrupted run in " + run + " is another one:",
                entry.getKey() + " was " + shown(was) + " there and is",
                shown(entry.getValue()) + " here.",
                "Nothing was changed. Maybe give the same file and options, or start over without"
                    + " --resume."));
      }
    }
  }

  private static String shown(String text) {
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }

  private void readResults() {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> content = Files.list(folder)) {
      content.filter(file -> isOurs(file, RESULTS)).sorted().forEach(files::add);
    } catch (IOException e) {
      throw FileTrouble.failed("read", folder, e);
    }
    for (Path file : files) {
      SealedFile.read(file, "results", owner, in -> readSegment(in));
    }
    segments = files.size();
  }

  private Void readSegment(DataInputStream in) throws IOException {
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      int task = in.readInt();
      earlier.put(task, in.readNBytes(in.readInt()));
    }
    return null;
  }

  private static boolean isOurs(Path file, String start) {
    String name = file.getFileName().toString();
    return name.startsWith(start) && name.endsWith(ENDING);
  }

  /** Number of tasks that an earlier attempt finished. */
  public int finishedEarlier() {
    return earlier.size();
  }

  /** The result of a task that an earlier attempt finished. */
  public <T> Optional<T> findResult(int task, Reading<T> reading) {
    byte[] bytes = earlier.get(task);
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.readFrom(new DataInputStream(new ByteArrayInputStream(bytes))));
    } catch (IOException e) {
      throw FileTrouble.failed("read the result of task " + task + " in", folder, e);
    }
  }

  /**
   * Keeps the result of a finished task.
   *
   * @throws RunDirectoryException if it cannot be written
   */
  public synchronized void finish(int task, Content result) {
    byte[] bytes = bytes(result);
    unwritten.put(task, bytes);
    unwrittenBytes += bytes.length;
    boolean due = System.nanoTime() - writtenNanos > WRITE_AFTER_SECONDS * 1_000_000_000L;
    if (due || unwrittenBytes > WRITE_AFTER_BYTES) {
      flush();
    }
  }

  /** Does work whose results go here; whatever ends it early, they are written first. */
  public <T> T flushIfEndedEarly(Work<T> work) throws InterruptedException {
    try {
      return work.execute();
    } catch (InterruptedException | RuntimeException | Error ended) {
      try {
        flush();
      } catch (RunDirectoryException e) {
        ended.addSuppressed(e);
      }
      throw ended;
    }
  }

  /**
   * Writes all results that are not on disk yet.
   *
   * @throws RunDirectoryException if they cannot be written
   */
  public synchronized void flush() {
    if (unwritten.isEmpty()) {
      return;
    }
    Path file = folder.resolve(String.format(Locale.ROOT, "%s%06d%s", RESULTS, segments, ENDING));
    SealedFile.write(file, "results", owner, this::writeSegment);
    segments++;
    for (int task : unwritten.keySet()) {
      delete(state(task));
    }
    unwritten.clear();
    unwrittenBytes = 0;
    writtenNanos = System.nanoTime();
  }

  private void writeSegment(DataOutputStream out) throws IOException {
    out.writeInt(unwritten.size());
    for (Map.Entry<Integer, byte[]> entry : unwritten.entrySet()) {
      out.writeInt(entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
  }

  /**
   * Keeps the state of a task under way, replacing an older one.
   *
   * @throws RunDirectoryException if it cannot be written; the older one is untouched
   */
  public void keep(int task, StateOwner state) {
    SealedFile.write(state(task), "state", owner, out -> state.visitState(new ColumnWriter(out)));
  }

  /**
   * Puts a task back to where it was kept.
   *
   * @param state as at the start of the task; written to
   * @return whether it had been kept
   * @throws RunDirectoryException with a sentence if what was kept is damaged or does not fit
   */
  public boolean restore(int task, StateOwner state) {
    if (!Files.exists(state(task))) {
      return false;
    }
    SealedFile.read(
        state(task),
        "state",
        owner,
        in -> {
          state.visitState(new ColumnReader(in));
          return null;
        });
    return true;
  }

  /** Where the decisions of a task under way are logged; what lies there is gone on with. */
  public DecisionSink decisions(int task) {
    return new DecisionPart(part(task));
  }

  /** File of the decisions of a task. */
  Path part(int task) {
    return folder.resolve(DECISIONS + task + ENDING);
  }

  /**
   * Removes everything: the run is complete.
   *
   * @throws RunDirectoryException if it cannot be removed
   */
  public void remove() {
    clear(folder);
  }

  private Path state(int task) {
    return folder.resolve(STATE + task + ENDING);
  }

  /** Identity first, so that what is left of a half-done clearing belongs to nobody. */
  private static void clear(Path folder) {
    delete(folder.resolve(IDENTITY));
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> doomed = new ArrayList<>();
    try (Stream<Path> content = Files.list(folder)) {
      content
          .filter(
              file ->
                  isOurs(file, RESULTS)
                      || isOurs(file, STATE)
                      || isOurs(file, DECISIONS)
                      || file.getFileName().toString().startsWith(WholeFile.UNFINISHED))
          .forEach(doomed::add);
    } catch (IOException e) {
      throw FileTrouble.failed("clear", folder, e);
    }
    doomed.forEach(Checkpoint::delete);
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isEmpty()) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw FileTrouble.failed("clear", folder, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileTrouble.failed("remove", file, e);
    }
  }

  private static void write(Map<String, String> identity, DataOutputStream out) throws IOException {
    out.writeInt(identity.size());
    for (Map.Entry<String, String> entry : identity.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeUTF(entry.getValue());
    }
  }

  private static Map<String, String> readIdentity(DataInputStream in) throws IOException {
    Map<String, String> identity = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      identity.put(in.readUTF(), in.readUTF());
    }
    return identity;
  }

  private static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
