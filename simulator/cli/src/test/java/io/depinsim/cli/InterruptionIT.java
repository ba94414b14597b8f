package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a long run meets at three in the morning: kills, Ctrl-C, a full disk, a second writer. */
class InterruptionIT {
  private static final Path SCENARIOS =
      Path.of(System.getProperty("depinsim.home")).resolve("scenarios");
  private static final String[] RUN = {
    "run",
    SCENARIOS.resolve("filecoin/replay-history.yaml").toString(),
    "--set",
    "run.end=2021-05-01",
    "--replicates",
    "3",
    "--checkpoint",
    "0.2",
    "--no-progress"
  };
  private static final String[] SWEEP = {
    "sweep",
    SCENARIOS.resolve("econagentic/baseline.yaml").toString(),
    "--set",
    "run.horizon=24 months",
    "--points",
    "40",
    "--no-progress"
  };

  /** Files that tell when and how long, or draw that; every other must be the same bytes. */
  private static final List<String> OF_THEIR_DAY = List.of("manifest.json", "report.html");

  @TempDir Path folder;

  private Program.Ended run(String... arguments) throws Exception {
    return new Program(folder).run("", arguments);
  }

  private static String[] plus(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aRunKilledAtThirtyFiveMomentsEndsWithTheSameBytes() throws Exception {
    killed(35, plus(RUN, "--no-report"), 20261125);
    assertEquals(digests("through"), digests("killed"));
  }

  @Test
  void aRunKilledAtFiveMomentsEndsWithTheSamePictures() throws Exception {
    killed(5, RUN, 20261127);
  }

  @Test
  void aSweepKilledAtTenMomentsEndsWithTheSameBytes() throws Exception {
    killed(10, SWEEP, 20261126);
  }

  /** Kills, resumes, kills again, over as many complete runs as it takes. */
  private void killed(int kills, String[] command, long seed) throws Exception {
    long begun = System.nanoTime();
    Program.Ended through = run(plus(command, "--out", "through"));
    assertEquals(0, through.code(), through.err());
    long millis = (System.nanoTime() - begun) / 1_000_000;
    SplittableRandom random = new SplittableRandom(seed);
    int done = 0;
    while (done < kills) {
      String[] arguments = plus(command, "--out", "killed", "--resume");
      Process process = new Program(folder).start("", new Program(folder).command(arguments));
      if (process.waitFor(random.nextLong(millis), TimeUnit.MILLISECONDS)) {
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("stderr")));
        same(true, "complete after " + done + " kills, seed " + seed);
        deleteAll(folder.resolve("killed"));
      } else {
        process.destroyForcibly().waitFor();
        done++;
        same(false, "kill " + done + ", seed " + seed);
      }
    }
    Program.Ended last = run(plus(command, "--out", "killed", "--resume"));
    assertEquals(0, last.code(), last.err());
    same(true, "at the end, seed " + seed);
  }

  /** Every file that is there has the bytes of the uninterrupted run; none is half-written. */
  private void same(boolean complete, String when) throws IOException {
    Path killed = folder.resolve("killed");
    List<String> names = files(killed);
    for (String name : names) {
      assertTrue(Files.exists(folder.resolve("through").resolve(name)), name + " " + when);
      if (!OF_THEIR_DAY.contains(name)) {
        assertArrayEquals(
            Files.readAllBytes(folder.resolve("through").resolve(name)),
            Files.readAllBytes(killed.resolve(name)),
            name + " " + when);
      }
    }
    if (complete) {
      assertEquals(files(folder.resolve("through")), names, when);
      assertFalse(Files.exists(killed.resolve("checkpoint")), when);
    }
  }

  /** Names of the files that users see, in order. */
  private static List<String> files(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .filter(name -> !name.startsWith("checkpoint") && !name.matches("(.*/)?\\..*"))
          .sorted()
          .toList();
    }
  }

  private List<String> digests(String run) throws IOException {
    return Files.readAllLines(folder.resolve(run).resolve("manifest.json")).stream()
        .filter(line -> line.contains("\"digest\""))
        .toList();
  }

  private static void deleteAll(Path root) throws IOException {
    List<Path> doomed = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.forEach(doomed::add);
    }
    for (int i = doomed.size() - 1; i >= 0; i--) {
      Files.delete(doomed.get(i));
    }
  }

  @Test
  void damagedAndForeignCheckpointsAreRefusedWithASentence() throws Exception {
    Path checkpoint = killedHalfWay();
    Path state;
    try (Stream<Path> all = Files.list(checkpoint)) {
      state = all.filter(f -> f.getFileName().toString().startsWith("state-")).findFirst().get();
    }
    byte[] whole = Files.readAllBytes(state);
    Files.write(state, Arrays.copyOf(whole, whole.length / 2));
    refused("is cut short or damaged: its end is missing", RUN);
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    Files.write(state, flipped);
    refused("is damaged: its checksum does not hold", RUN);
    Files.write(state, "a letter to my aunt".getBytes(StandardCharsets.UTF_8));
    refused("is no checkpoint of depinsim", RUN);
    Files.write(state, whole);
    refused("the seed was 20201015 there and is 8 here", plus(RUN, "--seed", "8"));
    refused(
        "the text of the resolved scenario was",
        plus(RUN, "--set", "networks.filecoin.vesting.linear.locked=50 %"));
    Program.Ended resumed = run(plus(RUN, "--out", "killed", "--resume"));
    assertEquals(0, resumed.code(), resumed.err());
  }

  @Test
  void anInterruptedRunIsNotForgottenByOversight() throws Exception {
    Path checkpoint = killedHalfWay();
    Program.Ended again = run(plus(RUN, "--out", "killed", "--no-report"));
    assertEquals(4, again.code(), again.err());
    assertTrue(again.err().contains("Add --resume to go on with it, or --restart"), again.err());
    assertTrue(states(checkpoint) > 0, "the state was dropped");
    Program.Ended other = run(plus(RUN, "--seed", "8", "--out", "killed", "--no-report"));
    assertEquals(0, other.code(), other.err());
    assertTrue(other.err().contains("is forgotten"), other.err());
    killedHalfWay();
    Program.Ended over = run(plus(RUN, "--out", "killed", "--no-report", "--restart"));
    assertEquals(0, over.code(), over.err());
    assertTrue(over.err().contains("is forgotten"), over.err());
  }

  private void refused(String sentence, String[] arguments) throws Exception {
    Program.Ended ended = run(plus(arguments, "--out", "killed", "--resume"));
    assertEquals(4, ended.code(), ended.err());
    assertTrue(ended.err().contains(sentence), ended.err());
    assertTrue(ended.err().contains("Nothing was changed. Maybe"), ended.err());
    assertTrue(ended.err().lines().count() <= 2, ended.err());
    assertEquals("", ended.out());
  }

  /** Kills a run once the state of a replicate has been kept. */
  private Path killedHalfWay() throws Exception {
    Path checkpoint = folder.resolve("killed/checkpoint");
    Process process =
        new Program(folder).start("", new Program(folder).command(plus(RUN, "--out", "killed")));
    for (int i = 0; i < 1200 && states(checkpoint) == 0; i++) {
      assertFalse(process.waitFor(50, TimeUnit.MILLISECONDS), "ended early");
    }
    process.destroyForcibly().waitFor();
    return checkpoint;
  }

  private static long states(Path checkpoint) throws IOException {
    if (!Files.isDirectory(checkpoint)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(checkpoint)) {
      return all.filter(f -> f.getFileName().toString().startsWith("state-")).count();
    }
  }

  private static String[] longer() {
    return Stream.of(RUN)
        .map(argument -> argument.startsWith("run.end=") ? "run.end=2024-12-31" : argument)
        .toArray(String[]::new);
  }

  @Test
  void aSecondRunIntoTheSameFolderIsRefused() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Process first =
        new Program(elsewhere)
            .start("", new Program(elsewhere).command(plus(longer(), "--out", "../shared")));
    try {
      for (int i = 0; i < 1200 && states(folder.resolve("shared/checkpoint")) == 0; i++) {
        assertFalse(first.waitFor(50, TimeUnit.MILLISECONDS), "ended early");
      }
      for (String mode : List.of("--no-report", "--resume")) {
        Program.Ended second = run(plus(longer(), "--out", "shared", mode));
        assertEquals(4, second.code(), second.err());
        assertTrue(second.err().contains("is being written by another run"), second.err());
      }
    } finally {
      first.destroyForcibly().waitFor();
    }
  }

  /** A shell's background job ignores SIGINT, and so does every Java it starts. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).trim(), 16) & 2) != 0);
  }

  @Test
  void ctrlCKeepsWhatIsFinishedAndSaysHowToGoOn() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no /bin/kill to send an interrupt with");
    assumeFalse(interruptsAreIgnored(), "started with SIGINT ignored, which children inherit");
    run(plus(RUN, "--out", "through", "--no-report"));
    String[] slow = RUN.clone();
    slow[7] = "1000";
    Program program = new Program(folder);
    Process process =
        program.start("", program.command(plus(slow, "--out", "killed", "--no-report")));
    for (int i = 0; i < 1200 && !Files.exists(folder.resolve("killed/checkpoint")); i++) {
      assertFalse(process.waitFor(50, TimeUnit.MILLISECONDS), "ended early");
    }
    new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();
    Program.Ended ended = program.end(process);
    assertEquals(130, ended.code(), ended.err());
    assertTrue(ended.err().startsWith("Interrupted. What was finished"), ended.err());
    assertTrue(ended.err().contains("To go on: ./depinsim run " + RUN[1]), ended.err());
    assertTrue(ended.err().trim().endsWith("--out killed --no-report --resume"), ended.err());
    assertFalse(Files.exists(folder.resolve("killed/manifest.json")));
    Program.Ended resumed = run(plus(RUN, "--out", "killed", "--no-report", "--resume"));
    assertEquals(0, resumed.code(), resumed.err());
    assertEquals("", resumed.err());
    same(true, "after Ctrl-C");
    Program.Ended again = run(plus(RUN, "--out", "killed", "--no-report", "--resume"));
    assertEquals(0, again.code(), again.err());
    assertTrue(again.err().contains("is complete already"), again.err());
    assertEquals(resumed.out(), again.out());
  }

  /** A limit on the size of files stands in for a full disk: writing fails half-way. */
  @Test
  void aFullDiskEndsWithFourAndLeavesNothingHalfWritten() throws Exception {
    run(plus(RUN, "--out", "through", "--no-report"));
    Program program = new Program(folder);
    List<String> java = program.command(plus(RUN, "--out", "killed", "--no-report")).command();
    List<String> limited =
        new ArrayList<>(List.of("bash", "-c", "ulimit -f 64; exec \"$@\"", "bash"));
    limited.addAll(java);
    limited.add(5, "-XX:-UsePerfData");
    Program.Ended full =
        program.end(program.start("", new ProcessBuilder(limited).directory(folder.toFile())));
    assertEquals(4, full.code(), full.err());
    assertTrue(full.err().startsWith("Cannot write killed/"), full.err());
    assertTrue(full.err().contains("What was finished is kept. To go on: "), full.err());
    same(false, "after a full disk");
    Program.Ended resumed = run(plus(RUN, "--out", "killed", "--no-report", "--resume"));
    assertEquals(0, resumed.code(), resumed.err());
    same(true, "after space was made");
  }

  @Test
  void anUnwritableFolderEndsWithFour() throws Exception {
    Files.writeString(folder.resolve("file"), "not a folder");
    Program.Ended ended = run(plus(RUN, "--out", "file/inside"));
    assertEquals(4, ended.code(), ended.err());
    assertTrue(
        ended.err().startsWith("Cannot make the folder file/inside: a file stands"), ended.err());
    assertEquals(1, ended.err().lines().count(), ended.err());
  }
}
