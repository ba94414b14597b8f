package io.depinsim.core.random;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Stable 40-bit identity of whoever draws: 14 bits for the name of its cohort, 26 bits for its
 * ordinal within the cohort.
 *
 * <p>An identity does not depend on rows, on the order of the scenario file, or on what else takes
 * part. A thing that stands alone, such as a network, is ordinal 0 of its name. The layout is
 * frozen.
 */
public final class Entity {
  /** Identities lie below this. */
  public static final long LIMIT = 1L << 40;

  /** Cohort codes lie below this. */
  public static final int COHORT_CODE_LIMIT = 1 << 14;

  /** Largest ordinal within a cohort, 67,108,863. */
  public static final long MAX_ORDINAL = (1L << 26) - 1;

  private static final int ORDINAL_BITS = 26;

  private Entity() {}

  /**
   * The code of a cohort: the first 14 bits of the SHA-256 of its name in UTF-8. Two names may
   * share a code; {@link CohortCodes} refuses that.
   *
   * @param name path of the cohort in the scenario, not blank
   * @throws IllegalArgumentException if the name is blank
   */
  public static int cohortCode(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "cohort name: blank, but random streams are keyed to it. Maybe name the cohort.");
    }
    byte[] hash = sha256().digest(name.getBytes(StandardCharsets.UTF_8));
    return (hash[0] & 0xFF) << 6 | (hash[1] & 0xFF) >>> 2;
  }

  /**
   * The identity of one member of a cohort.
   *
   * @param cohortCode from {@link #cohortCode}, 0 to 16,383
   * @param ordinal place within the cohort, 0 to 67,108,863
   * @throws IllegalArgumentException if either is out of range
   */
  public static long of(int cohortCode, long ordinal) {
    if (cohortCode < 0 || cohortCode >= COHORT_CODE_LIMIT) {
      throw new IllegalArgumentException(
          "cohort code: " + cohortCode + " is not within 0 to " + (COHORT_CODE_LIMIT - 1) + ".");
    }
    if (ordinal < 0 || ordinal > MAX_ORDINAL) {
      throw new IllegalArgumentException(
          "ordinal in cohort: "
              + ordinal
              + " is not within 0 to "
              + MAX_ORDINAL
              + ". Maybe split the cohort in two.");
    }
    return (long) cohortCode << ORDINAL_BITS | ordinal;
  }

  /**
   * The identity of something of which there may be many, each with a name of its own, such as the
   * inputs of a scenario: forty bits of the name's hash.
   *
   * @param name not blank
   */
  public static long ofName(String name) {
    long ordinal =
        (long) cohortCode("ordinal, high, of " + name) << 12
            | cohortCode("ordinal, low, of " + name) >>> 2;
    return of(cohortCode(name), ordinal);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must offer SHA-256", e);
    }
  }
}
