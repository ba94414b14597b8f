package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program as a process, on the packaged class path.
 *
 * @param folder where it works
 */
record Program(Path folder) {
  private static final Path LIBRARIES = Path.of(System.getProperty("depinsim.lib"));

  /** What a process left behind. */
  record Ended(int code, String out, String err) {}

  /** The command of a process, to be started. */
  ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Short lives: compiling thoroughly would cost more than it brings.
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", LIBRARIES + "/*", "io.depinsim.cli.Depinsim"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile());
  }

  /** Runs to its end, fed with some text. */
  Ended run(String input, String... arguments) throws IOException, InterruptedException {
    return end(start(input, command(arguments)));
  }

  /** Starts; what it says is read by {@link #end}. One at a time. */
  Process start(String input, ProcessBuilder command) throws IOException {
    Path stdin = Files.writeString(folder.resolve("stdin"), input);
    return command
        .redirectInput(stdin.toFile())
        .redirectOutput(folder.resolve("stdout").toFile())
        .redirectError(folder.resolve("stderr").toFile())
        .start();
  }

  /** Waits for its end. */
  Ended end(Process process) throws IOException, InterruptedException {
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "hangs");
    return new Ended(
        process.exitValue(),
        Files.readString(folder.resolve("stdout")),
        Files.readString(folder.resolve("stderr")));
  }
}
