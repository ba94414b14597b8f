package io.depinsim.core.run;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/** Puts failures of the file system into sentences. */
final class FileTrouble {
  private FileTrouble() {}

  /** "Cannot <i>what</i> <i>file</i>: reason." */
  static RunDirectoryException failed(String what, Path file, IOException cause) {
    return new RunDirectoryException(
        "Cannot " + what + " " + file + ": " + reason(cause) + ".", cause);
  }

  private static String reasonOfSystem(IOException cause) {
    return cause instanceof FileSystemException failure ? failure.getReason() : null;
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException
        || cause instanceof NotDirectoryException
        || "Not a directory".equals(reasonOfSystem(cause))) {
      return "a file stands where a folder is needed";
    }
    if (reasonOfSystem(cause) != null) {
      return reasonOfSystem(cause);
    }
    if (cause instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
  }
}
