package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionFilePropertyTest {
  @TempDir Path folder;
  private RunDirectory directory;
  private Checkpoint checkpoint;

  @BeforeEach
  void begin() {
    directory = RunDirectory.create(folder.resolve("run"));
    checkpoint = Checkpoint.begin(directory.path(), Map.of());
  }

  private DecisionSection log(int rows, RandomDecisions random, List<List<Object>> all) {
    DecisionBlock block = new DecisionBlock();
    try (DecisionSink sink = checkpoint.decisions(0)) {
      DecisionChain chain = new DecisionChain(sink);
      for (int i = 0; i < rows; i++) {
        random.add(block, all);
        if (block.full()) {
          chain.seal(block, RandomDecisions.HEAD);
        }
      }
      chain.seal(block, RandomDecisions.HEAD);
      return new DecisionSection("base", "calm", 0, chain.settle());
    }
  }

  private Path write(DecisionSection... sections) {
    directory.writeDecisions(new DecisionIndex(List.of(sections)), checkpoint, section -> 0);
    return directory.path().resolve("decisions.bin");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4095, 4096, 4097, 9000})
  void whatWasLoggedIsRead(int rows) throws IOException {
    for (boolean odd : new boolean[] {false, true}) {
      if (odd && rows > 4096) {
        continue;
      }
      List<List<Object>> all = new ArrayList<>();
      DecisionSection section = log(rows, new RandomDecisions(rows, odd), all);
      assertEquals(rows, section.seal().decisions());
      Path file = write(section);
      DecisionFile read = DecisionFile.open(file);
      read.verify();
      assertEquals(List.of(section), read.index().sections());
      List<List<Object>> back = new ArrayList<>();
      new DecisionReader(
              file,
              section,
              Files.newInputStream(checkpoint.part(0)),
              OutputStream.nullOutputStream())
          .read(
              new DecisionReader.Taker() {
                @Override
                public boolean wants(DecisionHead head, long first, long last) {
                  return true;
                }

                @Override
                public void take(DecisionHead head, DecisionBlock block) {
                  assertEquals(RandomDecisions.HEAD, head);
                  back.addAll(RandomDecisions.rows(block));
                }
              });
      assertEquals(all, back);
    }
  }

  @Test
  void refusesAnyByteDamagedAndAnyLengthCut() throws IOException {
    DecisionSection section = log(4200, new RandomDecisions(3, false), new ArrayList<>());
    Path file = write(section);
    byte[] whole = Files.readAllBytes(file);
    int[] places = new int[1200];
    for (int i = 0; i < places.length; i++) {
      // Every byte of both ends, and bytes from all over.
      places[i] =
          i < 300
              ? i
              : i < 600 ? whole.length - 1 - (i - 300) : (int) (whole.length * (i / 1201.0));
    }
    for (int place : places) {
      byte[] damaged = whole.clone();
      damaged[place] ^= (byte) (1 << place % 8);
      Files.write(file, damaged);
      refused(file, "byte " + place);
      if (place % 5 == 0) {
        Files.write(file, Arrays.copyOf(whole, place));
        refused(file, "length " + place);
      }
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    refused(file, "one byte more");
    Files.write(file, whole);
    DecisionFile.open(file).verify();
  }

  private static void refused(Path file, String what) {
    RunDirectoryException refusal =
        assertThrows(RunDirectoryException.class, () -> DecisionFile.open(file).verify(), what);
    assertTrue(refusal.getMessage().endsWith("."), refusal.getMessage());
  }

  @Test
  void saysWhichBlockIsDamaged() throws IOException {
    DecisionSection section = log(9000, new RandomDecisions(5, false), new ArrayList<>());
    Path file = write(section);
    byte[] whole = Files.readAllBytes(file);
    whole[whole.length / 2] ^= 1;
    Files.write(file, whole);
    assertEquals(
        file
            + " is damaged at block 2 of 3 of policy base, regime calm, replicate 0: its checksum"
            + " does not hold. Maybe copy it again from where it came.",
        assertThrows(RunDirectoryException.class, () -> DecisionFile.open(file).verify())
            .getMessage());
  }

  @Test
  void blocksCannotChangePlaces() throws IOException {
    DecisionSection section = log(2 * 4096, new RandomDecisions(5, false), new ArrayList<>());
    byte[] part = Files.readAllBytes(checkpoint.part(0));
    int names = RandomDecisions.HEAD.bytes().length + DecisionChain.SUM;
    int first =
        names
            + DecisionChain.BLOCK_HEAD
            + ByteBuffer.wrap(part, names, 4).getInt()
            + DecisionChain.SUM;
    byte[] swapped = part.clone();
    System.arraycopy(part, first, swapped, names, part.length - first);
    System.arraycopy(part, names, swapped, names + part.length - first, first - names);
    Files.write(checkpoint.part(0), swapped);
    RunDirectoryException refusal = assertThrows(RunDirectoryException.class, () -> write(section));
    assertTrue(
        refusal.getMessage().contains("block 1 of 2")
            && refusal.getMessage().contains("does not follow what stands before it"),
        refusal.getMessage());
  }

  @Test
  void goesOnBehindTheLastBlockThatWasSealed() throws IOException {
    for (int kept : new int[] {0, 10, 4096, 5000}) {
      List<List<Object>> all = new ArrayList<>();
      log(9000, new RandomDecisions(7, false), all);
      final byte[] through = Files.readAllBytes(checkpoint.part(0));
      Files.delete(checkpoint.part(0));
      RandomDecisions random = new RandomDecisions(7, false);
      DecisionBlock block = new DecisionBlock();
      DecisionSink killed = checkpoint.decisions(0);
      DecisionChain chain = new DecisionChain(killed);
      more(random, kept, block, chain);
      checkpoint.keep(
          0,
          visitor -> {
            chain.visitState(visitor);
            block.visitState(visitor);
          });
      RandomDecisions lost = new RandomDecisions(8, false);
      more(lost, 9000, block, chain);
      killed.close();
      DecisionBlock newBlock = new DecisionBlock();
      try (DecisionSink again = checkpoint.decisions(0)) {
        DecisionChain newChain = new DecisionChain(again);
        checkpoint.restore(
            0,
            visitor -> {
              newChain.visitState(visitor);
              newBlock.visitState(visitor);
            });
        more(random, 9000 - kept, newBlock, newChain);
        newChain.seal(newBlock, RandomDecisions.HEAD);
        newChain.settle();
      }
      assertArrayEquals(through, Files.readAllBytes(checkpoint.part(0)), kept + " kept");
    }
  }

  private static void more(
      RandomDecisions random, int rows, DecisionBlock block, DecisionChain chain) {
    for (int i = 0; i < rows; i++) {
      random.add(block, new ArrayList<>());
      if (block.full()) {
        chain.seal(block, RandomDecisions.HEAD);
      }
    }
  }

  @Test
  void refusesAPartThatIsShorterThanWhatWasKept() throws IOException {
    DecisionBlock block = new DecisionBlock();
    try (DecisionSink sink = checkpoint.decisions(0)) {
      DecisionChain chain = new DecisionChain(sink);
      more(new RandomDecisions(7, false), 5000, block, chain);
      checkpoint.keep(0, chain);
    }
    byte[] part = Files.readAllBytes(checkpoint.part(0));
    Files.write(checkpoint.part(0), Arrays.copyOf(part, part.length - 1));
    DecisionChain other = new DecisionChain(checkpoint.decisions(0));
    assertTrue(
        assertThrows(RunDirectoryException.class, () -> checkpoint.restore(0, other))
            .getMessage()
            .contains("is cut short: it holds "));
  }

  @Test
  void aDecisionIsALineOfJson() throws IOException {
    DecisionBlock block = new DecisionBlock();
    DecisionSection section;
    try (DecisionSink sink = checkpoint.decisions(0)) {
      DecisionChain chain = new DecisionChain(sink);
      block.begin(90_000_000L, 0, 0, 0, 17);
      block.input(2.5);
      block.input(Double.NaN);
      block.input(3);
      block.option(7, 0.1);
      block.option(1003, 0.25);
      block.option(5000, Double.NaN);
      block.end(1, 0);
      block.begin(90_000_001L, 1, 1, 1, 2);
      block.end(-1, 0);
      chain.seal(block, RandomDecisions.HEAD);
      section = new DecisionSection("base", "calm", 0, chain.settle());
    }
    List<String> lines = new ArrayList<>();
    DecisionFile.open(write(section))
        .read(
            section,
            new DecisionFile.Taker() {
              @Override
              public boolean wants(Instant first, Instant last) {
                assertEquals(Instant.parse("2025-01-01T00:01:30Z"), first);
                assertEquals(Instant.parse("2025-01-01T00:01:30.000001Z"), last);
                return true;
              }

              @Override
              public boolean take(Decision decision) {
                lines.add(decision.json());
                return true;
              }
            });
    assertEquals(
        List.of(
            "{\"policy\":\"base\",\"regime\":\"calm\",\"replicate\":0,"
                + "\"time\":\"2025-01-01T00:01:30Z\",\"agent\":\"main\",\"decision\":\"placement\","
                + "\"subject\":\"studios\",\"number\":17,"
                + "\"inputs\":{\"workUnits\":2.5,\"priceUsd\":null,\"region\":3},"
                + "\"options\":[{\"option\":\"home 7\",\"score\":0.1},"
                + "{\"option\":\"farm 3\",\"score\":0.25},{\"option\":\"5000\",\"score\":null}],"
                + "\"choice\":\"farm 3\",\"reason\":\"cheapest\"}",
            "{\"policy\":\"base\",\"regime\":\"calm\",\"replicate\":0,"
                + "\"time\":\"2025-01-01T00:01:30.000001Z\",\"agent\":\"voter\","
                + "\"decision\":\"vote\",\"subject\":\"proposal\",\"number\":2,\"inputs\":{},"
                + "\"options\":[],\"choice\":null,\"reason\":\"own profit\"}"),
        lines);
  }
}
