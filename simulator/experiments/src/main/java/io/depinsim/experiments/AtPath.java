package io.depinsim.experiments;

import io.depinsim.core.InvariantException;

/**
 * Gives what a part of the assembly throws the path of the scenario that the part was made from.
 */
final class AtPath {
  private static final String PATH_FIRST = "(?s)[A-Za-z][A-Za-z0-9._-]*: .*";

  private AtPath() {}

  /**
   * Does a part of the work.
   *
   * @throws IllegalArgumentException what the part throws without a path, behind this path; what
   *     has one is thrown as it is
   */
  static void run(String path, Runnable work) {
    try {
      work.run();
    } catch (IllegalArgumentException | ArithmeticException | InvariantException e) {
      if (isTold(e)) {
        throw e;
      }
      throw new IllegalArgumentException(message(path, e), e);
    }
  }

  /** What an exception says, behind a path unless it begins with one. */
  static String message(String path, RuntimeException e) {
    return isTold(e) ? e.getMessage() : path + ": " + e.getMessage();
  }

  private static boolean isTold(RuntimeException e) {
    return e.getMessage() != null && e.getMessage().matches(PATH_FIRST);
  }
}
