package io.depinsim.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StreamsTest {
  private static final long SEED = 0x0123_4567_89AB_CDEFL;
  private static final Streams STREAMS = new Streams(SEED, 0xABCDE);

  /** replicate abcde | purpose 003 | draw d | occurrence 123456789a | entity fedcba9876. */
  private static long[] blockOfTheLayout(int draw) {
    int[] out = new int[4];
    int counter3 = 0xABCDE003;
    int counter2 = draw << 16 | 0x1234;
    int counter1 = 0x56789AFE;
    int counter0 = 0xDCBA9876;
    Philox4x32.block(0x89ABCDEF, 0x01234567, counter0, counter1, counter2, counter3, out);
    return new long[] {
      (out[1] & 0xFFFF_FFFFL) << 32 | out[0] & 0xFFFF_FFFFL,
      (out[3] & 0xFFFF_FFFFL) << 32 | out[2] & 0xFFFF_FFFFL
    };
  }

  @Test
  void layoutOfKeyAndCounterIsFrozen() {
    Draws draws = STREAMS.at(Purpose.BLOCK_WINS, 0xFEDCBA9876L, 0x123456789AL);
    for (int draw = 0; draw < 3; draw++) {
      long[] expected = blockOfTheLayout(draw);
      assertEquals(expected[0], draws.nextLong());
      assertEquals(expected[1], draws.nextLong());
    }
  }

  @Test
  // Computed by a second program, written in Python from the layout alone.
  void firstValuesAreFrozen() {
    Draws draws = new Streams(42, 7).at(Purpose.FAULTS, Entity.of(100, 3), 365);
    long[] values = {draws.nextLong(), draws.nextLong(), draws.nextLong()};
    assertArrayEquals(
        new long[] {3662722596097445916L, -5713482244895091307L, -8210268122508021008L}, values);
  }

  @Test
  void lastValueOfAStreamSitsInTheLastBlockAndTheNextThrows() {
    Draws draws = STREAMS.at(Purpose.BLOCK_WINS, 0xFEDCBA9876L, 0x123456789AL);
    long last = 0;
    for (int n = 0; n < Draws.VALUES_PER_STREAM; n++) {
      last = draws.nextLong();
    }
    assertEquals(blockOfTheLayout(0xFFFF)[1], last);
    assertEquals(Draws.VALUES_PER_STREAM, draws.taken());
    String message = assertThrows(IllegalStateException.class, draws::nextLong).getMessage();
    assertTrue(message.contains("131072"), message);
  }

  @Test
  void everyFieldOfTheKeyChangesTheDraw() {
    long entity = Entity.of(5, 5);
    long base = new Streams(1, 1).at(Purpose.FAULTS, entity, 1).nextLong();
    assertNotEquals(base, new Streams(2, 1).at(Purpose.FAULTS, entity, 1).nextLong());
    assertNotEquals(base, new Streams(1L << 32 | 1, 1).at(Purpose.FAULTS, entity, 1).nextLong());
    assertNotEquals(base, new Streams(1, 2).at(Purpose.FAULTS, entity, 1).nextLong());
    assertNotEquals(base, new Streams(1, 1).at(Purpose.BLOCK_WINS, entity, 1).nextLong());
    assertNotEquals(base, new Streams(1, 1).at(Purpose.FAULTS, Entity.of(6, 5), 1).nextLong());
    assertNotEquals(base, new Streams(1, 1).at(Purpose.FAULTS, Entity.of(5, 6), 1).nextLong());
    assertNotEquals(base, new Streams(1, 1).at(Purpose.FAULTS, entity, 2).nextLong());
    assertNotEquals(base, new Streams(1, 1).at(Purpose.FAULTS, entity, 1L << 24 | 1).nextLong());
  }

  @Test
  void seekingGivesWhatANewCursorGives() {
    Draws reused = STREAMS.at(Purpose.FAULTS, 1, 1);
    reused.nextLong();
    STREAMS.seek(reused, Purpose.BLOCK_WINS, 9, 4);
    Draws fresh = STREAMS.at(Purpose.BLOCK_WINS, 9, 4);
    assertEquals(0, reused.taken());
    for (int n = 0; n < 5; n++) {
      assertEquals(fresh.nextLong(), reused.nextLong());
    }
  }

  @Test
  void refusesFieldsOutOfRangeAndLeavesTheCursor() {
    assertThrows(IllegalArgumentException.class, () -> new Streams(0, -1));
    assertThrows(IllegalArgumentException.class, () -> new Streams(0, 1 << 20));
    Draws draws = STREAMS.at(Purpose.FAULTS, 1, 1);
    long first = draws.nextLong();
    assertThrows(
        IllegalArgumentException.class, () -> STREAMS.seek(draws, Purpose.FAULTS, 1L << 40, 0));
    assertThrows(IllegalArgumentException.class, () -> STREAMS.seek(draws, Purpose.FAULTS, -1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> STREAMS.seek(draws, Purpose.FAULTS, 0, 1L << 40));
    assertThrows(IllegalArgumentException.class, () -> STREAMS.at(Purpose.FAULTS, 0, -1));
    assertEquals(1, draws.taken());
    assertNotEquals(first, draws.nextLong());
  }

  @Test
  void anUnplacedCursorRefusesToDraw() {
    assertThrows(IllegalStateException.class, () -> new Draws().nextLong());
  }

  @Test
  void aDelayedOrMissingEntityLeavesEveryOtherDrawUnchanged() {
    double[][] base = histories(-1, 0);
    double[][] without = histories(4, 1_000);
    double[][] delayed = histories(4, 3);
    for (int entity = 0; entity < base.length; entity++) {
      if (entity != 4) {
        assertArrayEquals(base[entity], without[entity]);
        assertArrayEquals(base[entity], delayed[entity]);
      }
    }
    // The delayed entity meets, on each date it is there, the luck that belongs to that date.
    for (int day = 0; day < 20; day++) {
      assertEquals(day < 3 ? 0 : base[4][day], delayed[4][day]);
    }
  }

  /** Wins of ten entities over 20 days; {@code late} joins on {@code firstDay} and draws more. */
  private static double[][] histories(int late, int firstDay) {
    double[][] wins = new double[10][20];
    Draws draws = new Draws();
    for (int day = 0; day < 20; day++) {
      for (int entity = 0; entity < 10; entity++) {
        if (entity == late && day < firstDay) {
          continue;
        }
        STREAMS.seek(draws, Purpose.BLOCK_WINS, Entity.of(1, entity), day);
        wins[entity][day] = draws.nextPoisson(50) + draws.nextUniform();
        if (entity == late) {
          draws.nextBinomial(1_000, 0.5);
        }
      }
    }
    return wins;
  }
}
