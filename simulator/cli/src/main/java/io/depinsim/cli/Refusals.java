package io.depinsim.cli;

import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the files of a command one after the other, tells what is wrong with each, and counts. */
final class Refusals {
  private final PrintWriter err;
  private int problems;
  private int files;
  private int code = ExitCodes.SUCCESS;

  Refusals(PrintWriter err) {
    this.err = err;
  }

  /** Reads a file. */
  interface Reading {
    /** The scenario, or an exception that says what is wrong with it. */
    Scenario read(Path file) throws IOException;
  }

  /** The scenario, or nothing after telling what is wrong. */
  Optional<Scenario> read(Path file, Reading reading) {
    try {
      return Optional.of(reading.read(file));
    } catch (ScenarioException e) {
      tell(e);
    } catch (IOException e) {
      problems++;
      files++;
      code = Math.max(code, ExitCodes.INPUT_OUTPUT);
      err.println(Failures.message(e));
    } catch (OutOfMemoryError e) {
      problems++;
      files++;
      code = Math.max(code, ExitCodes.INPUT_OUTPUT);
      err.println(Failures.outOfMemory(file, "a shorter file"));
    }
    return Optional.empty();
  }

  /** Tells what is wrong with one file. */
  void tell(ScenarioException e) {
    problems += e.problems().size();
    files++;
    code = Math.max(code, ExitCodes.INVALID);
    err.println(e.getMessage());
  }

  /** The exit code that all of it deserves, after saying how much it was. */
  int end() {
    if (problems > 1) {
      err.println(problems + " problems" + (files > 1 ? " in " + files + " files." : "."));
    }
    return code;
  }
}
