package io.depinsim.cli;

import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.CatalogueRows;
import io.depinsim.reports.chart.DrawingTrial;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Examines the machine that the program runs on. */
final class Doctor {
  private static final long GIB = 1L << 30;
  private static final long LITTLE_MEMORY = GIB / 2;
  private static final long LITTLE_DISK = GIB;
  private static final int OLDEST_JAVA = 17;

  private final List<Finding> findings = new ArrayList<>();

  /** How bad it is. */
  enum State {
    OK("ok"),
    NOTE("note"),
    PROBLEM("PROBLEM");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * One thing that was looked at.
   *
   * @param sentence what was found, and what to do about it
   */
  record Finding(State state, String what, String sentence) {}

  /** Looks at everything. */
  List<Finding> examine() {
    program();
    java();
    memory();
    processors();
    disk();
    fonts();
    cuda();
    modules();
    catalogue();
    text();
    terminal();
    return findings;
  }

  private void say(State state, String what, String sentence) {
    findings.add(new Finding(state, what, sentence));
  }

  private void program() {
    say(State.OK, "depinsim", Version.text() + ", build " + Version.build() + ".");
  }

  private void java() {
    int version = Runtime.version().feature();
    String home = System.getProperty("java.home");
    String what = Runtime.version() + " in " + home + ".";
    say(
        version >= OLDEST_JAVA ? State.OK : State.PROBLEM,
        "Java",
        version >= OLDEST_JAVA ? what : what + " Version 17 or newer is needed: set JAVA_HOME.");
  }

  private void memory() {
    long most = Runtime.getRuntime().maxMemory();
    long machine = physicalMemory();
    String what =
        gib(most)
            + " at most for a run"
            + (machine > 0 ? ", of " + gib(machine) + " in the machine." : ".");
    if (most < LITTLE_MEMORY) {
      say(State.NOTE, "memory", what + " Large runs want more: DEPINSIM_JAVA_OPTS=-Xmx4g.");
    } else {
      say(State.OK, "memory", what + " More or less: DEPINSIM_JAVA_OPTS=-Xmx4g.");
    }
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIB);
  }

  private void processors() {
    int count = Runtime.getRuntime().availableProcessors();
    say(
        State.OK,
        "processors",
        count + ": so many replicates run at once, unless --threads says otherwise.");
  }

  private void disk() {
    Path here = Path.of("").toAbsolutePath();
    try {
      Path trial = Files.createTempFile(here, ".depinsim-doctor", "");
      Files.delete(trial);
      long free = Files.getFileStore(here).getUsableSpace();
      String what = gib(free) + " free in " + here + ", where runs/ goes.";
      say(
          free < LITTLE_DISK ? State.NOTE : State.OK,
          "disk",
          free < LITTLE_DISK ? what + " That is little; --out DIR leads elsewhere." : what);
    } catch (IOException e) {
      say(
          State.PROBLEM,
          "disk",
          here + " cannot be written, where runs/ would go. Change folder, or use --out DIR.");
    }
  }

  private void fonts() {
    Optional<String> trouble = DrawingTrial.findTrouble();
    if (trouble.isEmpty()) {
      say(State.OK, "fonts", "charts draw with the font they bring, Liberation Sans.");
    } else {
      say(
          State.PROBLEM,
          "fonts",
          "charts cannot be drawn: "
              + trouble.get()
              + ". Maybe this Java lacks java.desktop; or run with --no-report.");
    }
  }

  private void cuda() {
    Path version = Path.of("/proc/driver/nvidia/version");
    String found =
        Files.isReadable(version)
            ? "an NVIDIA driver is here"
            : "no NVIDIA driver is here (no " + version + ")";
    say(
        State.NOTE,
        "CUDA",
        "not used: this version computes on processors only, and " + found + ".");
  }

  private void modules() {
    for (String[] module :
        new String[][] {
          {"JCuda", "jcuda.driver.JCudaDriver", "kernels on a GPU"},
          {"Spark", "org.apache.spark.SparkContext", "sweeps over many machines"},
          {
            "langchain4j",
            "dev.langchain4j.model.openai.OpenAiChatModel",
            "agents that ask a language model"
          }
        }) {
      boolean there = isThere(module[1]);
      say(
          State.NOTE,
          module[0],
          (there ? "on the class path, but " : "not on the class path, and ")
              + "nothing uses it in this version; meant for "
              + module[2]
              + ".");
    }
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type, false, Doctor.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private void catalogue() {
    try {
      Catalogue catalogue = Catalogues.join();
      String foreign =
          ServiceLoader.load(CatalogueRows.class).stream()
              .map(provider -> provider.type().getName())
              .sorted()
              .collect(Collectors.joining(", "));
      say(
          State.OK,
          "catalogue",
          catalogue.listKinds().size()
              + " kinds and "
              + catalogue.listEvaluations().size()
              + " rules; "
              + (foreign.isEmpty()
                  ? "no jars of others add to them."
                  : "added to by " + foreign + "."));
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      say(
          State.PROBLEM,
          "catalogue",
          "a jar that adds kinds cannot be used: "
              + String.valueOf(e.getMessage()).replaceFirst("[.]$", "")
              + ". Take it off the class path, or ask its author.");
    }
  }

  private void text() {
    Charset files = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    boolean good = files.equals(StandardCharsets.UTF_8);
    say(
        good ? State.OK : State.NOTE,
        "text",
        good
            ? "file names and texts are UTF-8."
            : "file names are read as "
                + files
                + "; set LC_ALL=C.UTF-8 if they hold other letters.");
  }

  private void terminal() {
    Terminal terminal = Terminal.ofErrors();
    say(
        State.OK,
        "terminal",
        terminal.present()
            ? terminal.columns() + " columns: progress is a bar."
            : "none: progress is a line every few seconds.");
  }
}
