package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicateColumnsTest {
  /** Below, at and above the size of a block, and several blocks. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 513, 1024, 2000})
  void givesBackWhatWasAdded(int replicates) {
    ReplicateColumns columns = new ReplicateColumns(3);
    for (int r = 0; r < replicates; r++) {
      columns.add(new double[] {r, -0.5 * r, 1.0 / (r + 1)});
    }
    assertArrayEquals(
        IntStream.range(0, replicates).mapToDouble(r -> r).toArray(), columns.column(0));
    assertArrayEquals(
        IntStream.range(0, replicates).mapToDouble(r -> 1.0 / (r + 1)).toArray(),
        columns.column(2));
    assertThrows(IllegalArgumentException.class, () -> columns.add(new double[2]));
  }
}
