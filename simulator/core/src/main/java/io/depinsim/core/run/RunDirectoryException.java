package io.depinsim.core.run;

/**
 * A run directory could not be written or read: disk full, no permission, another writer, a file
 * missing or damaged. Ends the program with exit code 4. The message is a sentence that names the
 * file and, for damaged files, the line.
 */
public final class RunDirectoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message that names the file and what is wrong with it. */
  public RunDirectoryException(String message) {
    super(message);
  }

  /** The same with the failure underneath. */
  public RunDirectoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
