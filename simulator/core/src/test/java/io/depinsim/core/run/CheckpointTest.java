package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final Map<String, String> OURS = Map.of("the seed", "7");

  @TempDir Path folder;

  /** Columns of every sort: empty, of zeros, long enough for several chunks, odd reals. */
  private static final class World implements StateOwner {
    final long[] empty = {};
    final long[] zeros = new long[3];
    final long[] many;
    final double[] odd;

    World(int rows, double... odd) {
      this.many = new long[rows];
      this.odd = odd;
    }

    @Override
    public void visitState(StateVisitor visitor) {
      visitor.longs("empty", empty, 0);
      visitor.longs("zeros", zeros, zeros.length);
      visitor.longs("many", many, many.length);
      visitor.doubles("odd", odd, odd.length);
    }
  }

  private static String refusal(Executable action) {
    return assertThrows(RunDirectoryException.class, action).getMessage();
  }

  @Test
  void stateComesBackBitByBit() {
    Checkpoint checkpoint = Checkpoint.begin(folder, OURS);
    double[] odd = {-0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.1};
    World kept = new World(10_001, odd.clone());
    for (int i = 0; i < kept.many.length; i++) {
      kept.many[i] = Long.MIN_VALUE + 31L * i;
    }
    checkpoint.keep(4, kept);
    World back = new World(10_001, 1, 2, 3, 4, 5);
    back.zeros[1] = 9;
    assertTrue(checkpoint.restore(4, back));
    assertArrayEquals(kept.many, back.many);
    assertArrayEquals(new long[3], back.zeros);
    for (int i = 0; i < odd.length; i++) {
      assertEquals(Double.doubleToRawLongBits(odd[i]), Double.doubleToRawLongBits(back.odd[i]));
    }
    assertFalse(checkpoint.restore(5, back), "nothing was kept of that task");
  }

  @Test
  void resultsComeBackAndTheStateOfAFinishedTaskGoes() {
    Checkpoint first = Checkpoint.begin(folder, OURS);
    first.keep(0, new World(1, 0));
    first.finish(0, out -> out.writeUTF("nought"));
    first.finish(2, out -> out.writeUTF("two"));
    first.flush();
    first.finish(1, out -> out.writeUTF("one"));
    first.flush();
    Checkpoint second = Checkpoint.resume(folder, OURS).orElseThrow();
    assertEquals(3, second.finishedEarlier());
    assertEquals(Optional.of("one"), second.findResult(1, in -> in.readUTF()));
    assertEquals(Optional.empty(), second.findResult(3, in -> in.readUTF()));
    assertFalse(second.restore(0, new World(1, 0)));
    second.finish(3, out -> out.writeUTF("three"));
    second.flush();
    Checkpoint third = Checkpoint.resume(folder, OURS).orElseThrow();
    assertEquals(Optional.of("three"), third.findResult(3, in -> in.readUTF()));
    third.remove();
    assertFalse(Files.exists(folder.resolve("checkpoint")));
    assertEquals(Optional.empty(), Checkpoint.resume(folder, OURS));
  }

  @Test
  void beginningAgainForgets() {
    Checkpoint.begin(folder, OURS).finish(0, out -> out.writeInt(1));
    Checkpoint first = Checkpoint.begin(folder, OURS);
    first.finish(0, out -> out.writeInt(1));
    first.keep(1, new World(1, 0));
    first.flush();
    Checkpoint.begin(folder, OURS);
    Checkpoint second = Checkpoint.resume(folder, OURS).orElseThrow();
    assertEquals(0, second.finishedEarlier());
    assertFalse(second.restore(1, new World(1, 0)));
  }

  @Test
  void refusesWhatBelongsToAnotherRun() throws IOException {
    Checkpoint.begin(folder, OURS).keep(0, new World(2, 0));
    assertEquals(
        "The interrupted run in "
            + folder
            + " is another one: the seed was 7 there and is 8 here. Nothing was changed. Maybe give"
            + " the same file and options, or start over without --resume.",
        refusal(() -> Checkpoint.resume(folder, Map.of("the seed", "8"))));
    Path other = Files.createDirectory(folder.resolve("other"));
    Checkpoint foreign = Checkpoint.begin(other, Map.of("the seed", "8"));
    Files.copy(folder.resolve("checkpoint/state-0.bin"), other.resolve("checkpoint/state-0.bin"));
    assertTrue(
        refusal(() -> foreign.restore(0, new World(2, 0))).contains("belongs to another run"));
  }

  @Test
  void refusesStateOfAnotherWorld() {
    Checkpoint checkpoint = Checkpoint.begin(folder, OURS);
    checkpoint.keep(0, new World(2, 0));
    assertTrue(
        refusal(() -> checkpoint.restore(0, new World(3, 0)))
            .contains(
                "was written for another world: it holds many of 2 entries where many of 3 is"
                    + " needed"));
  }

  @Test
  void refusesWhatIsDamagedAtAnyByteAndCutAtAnyLength() throws IOException {
    Checkpoint checkpoint = Checkpoint.begin(folder, OURS);
    checkpoint.keep(0, new World(2, 0.5));
    Path file = folder.resolve("checkpoint/state-0.bin");
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 4;
      Files.write(file, damaged);
      refusal(() -> checkpoint.restore(0, new World(2, 0)));
      Files.write(file, Arrays.copyOf(whole, i));
      refusal(() -> checkpoint.restore(0, new World(2, 0)));
    }
    byte[] newer = whole.clone();
    newer[11] = 2;
    Files.write(file, newer);
    assertTrue(
        refusal(() -> checkpoint.restore(0, new World(2, 0)))
            .contains("has format 2, and this program reads format 1"));
    Files.write(file, whole);
    assertTrue(checkpoint.restore(0, new World(2, 0)));
  }

  @Test
  void refusesAnIdentityThatIsCutShort() throws IOException {
    Checkpoint.begin(folder, OURS);
    Path file = folder.resolve("checkpoint/identity.bin");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertTrue(refusal(() -> Checkpoint.resume(folder, OURS)).contains("is cut short or damaged"));
  }
}
