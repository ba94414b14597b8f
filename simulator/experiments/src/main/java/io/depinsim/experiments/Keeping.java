package io.depinsim.experiments;

import io.depinsim.core.run.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an unfinished run or sweep is kept in its folder.
 *
 * @param resume whether to go on with what an earlier attempt left
 * @param everySeconds wall-clock time between two states kept of a replicate under way, > 0
 * @param stop raised from outside to put the work down
 * @param build which build of the program runs; another one cannot go on
 */
public record Keeping(boolean resume, double everySeconds, StopSignal stop, String build) {

  /** Wall-clock time between two states kept unless something else is said. */
  public static final double DEFAULT_SECONDS = 30;

  /** Checks the time. */
  public Keeping {
    if (!(everySeconds > 0)) {
      throw new IllegalArgumentException("everySeconds: must be above 0");
    }
  }

  /** Keeps from the beginning, and is never asked to stop. */
  public static Keeping fromTheStart() {
    return new Keeping(false, DEFAULT_SECONDS, new StopSignal(), "unknown");
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
   * @throws io.depinsim.core.run.RunDirectoryException if what was kept is damaged or belongs to
   *     another run, or nothing can be written
   */
  public Checkpoint open(Path folder, Map<String, String> identity) {
    Map<String, String> whole = new LinkedHashMap<>(identity);
    whole.put("the build of the program", build);
    Optional<Checkpoint> earlier = resume ? Checkpoint.resume(folder, whole) : Optional.empty();
    return earlier.orElseGet(() -> Checkpoint.begin(folder, whole));
  }
}
