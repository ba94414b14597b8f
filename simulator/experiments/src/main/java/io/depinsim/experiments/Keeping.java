package io.depinsim.experiments;

import io.depinsim.core.run.Checkpoint;
import io.depinsim.core.run.RunDirectoryException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How an unfinished run or sweep is kept in its folder.
 *
 * @param mode what becomes of what an earlier attempt left
 * @param everySeconds wall-clock time between two states kept of a replicate under way, > 0
 * @param stop raised from outside to put the work down
 * @param build which build of the program runs; another one cannot go on
 * @param beginning hears, once the folder is locked, how the work begins
 */
public record Keeping(
    Mode mode, double everySeconds, StopSignal stop, String build, Consumer<Beginning> beginning) {

  /** Wall-clock time between two states kept unless something else is said. */
  public static final double DEFAULT_SECONDS = 30;

  /** What becomes of what an earlier attempt left. */
  public enum Mode {
    /** It is gone on with. */
    RESUME,
    /** It is forgotten. */
    RESTART,
    /** An attempt at the very same work is never forgotten by oversight; another's is. */
    CAREFUL
  }

  /** How work begins. */
  public enum Beginning {
    /** Nothing was left, and nothing was asked for. */
    FRESH,
    /** What was left is gone on with. */
    RESUMED,
    /** It was to be gone on with, but nothing was left. */
    NOTHING_TO_RESUME,
    /** What was left is forgotten. */
    OVER
  }

  /** Checks the time. */
  public Keeping {
    if (!(everySeconds > 0)) {
      throw new IllegalArgumentException("everySeconds: must be above 0");
    }
  }

  /** Keeps from the beginning, and is never asked to stop. */
  public static Keeping fromTheStart() {
    return new Keeping(Mode.RESTART, DEFAULT_SECONDS, new StopSignal(), "unknown", how -> {});
  }

  /** SHA-256 of a text, to stand for it in an identity. */
  public static String checksum(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * What is kept in a folder: taken up if that is wanted and something is there, else begun.
   *
   * @param folder of the run or sweep, which exists and is locked
   * @param identity what must be the same for an earlier attempt to be gone on with
   * @throws RunDirectoryException if what was kept is damaged, belongs to another run or must not
   *     be forgotten by oversight, or nothing can be written
   */
  public Checkpoint open(Path folder, Map<String, String> identity) {
    Map<String, String> whole = new LinkedHashMap<>(identity);
    whole.put("the build of the program", build);
    if (mode == Mode.RESUME) {
      Optional<Checkpoint> earlier = Checkpoint.resume(folder, whole);
      beginning.accept(earlier.isPresent() ? Beginning.RESUMED : Beginning.NOTHING_TO_RESUME);
      return earlier.orElseGet(() -> Checkpoint.begin(folder, whole));
    }
    if (mode == Mode.CAREFUL && Checkpoint.holds(folder, whole)) {
      throw new RunDirectoryException(
          folder
              + " holds what an interrupted attempt at this very work came to. Nothing was changed."
              + " Add --resume to go on with it, or --restart to start over.");
    }
    beginning.accept(Checkpoint.exists(folder) ? Beginning.OVER : Beginning.FRESH);
    return Checkpoint.begin(folder, whole);
  }
}
