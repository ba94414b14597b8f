package io.depinsim.core.run;

import java.io.IOException;
import java.nio.file.Path;

/** A second process for {@link WriterLockTest}: takes a folder, says so, waits to be ended. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws IOException {
    RunDirectory directory = RunDirectory.create(Path.of(arguments[0]));
    System.out.println("held " + directory.path());
    while (System.in.read() >= 0) {
      // Ends with the test that started it, at the latest.
    }
  }
}
