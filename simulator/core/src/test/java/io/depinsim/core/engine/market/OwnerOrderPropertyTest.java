package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same owners in other rows get the same within a minor unit of each amount that is split. A
 * minor unit of money changes what is handed in by the tokens it is worth, and the reverse. From
 * the second month on such a unit moves the price of a pool, so longer runs are held to a price
 * from outside.
 */
class OwnerOrderPropertyTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 120);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfOwnersMovesNothingButRounding(long seed) {
    RandomMarkets.Drawn drawn = RandomMarkets.of(seed);
    int[] order = shuffled(seed, drawn.owners().rows);
    for (int months = 1; months <= (drawn.pool() ? 1 : 6); months++) {
      long[][] straight = run(seed, new int[0], months);
      long[][] moved = run(seed, order, months);
      for (int row = 0; row < order.length; row++) {
        int member = order[row];
        String who = "seed " + seed + " months " + months + " owner " + member;
        assertEquals(straight[member][0], moved[row][0], who);
        assertEquals(straight[member][1], moved[row][1], who);
        for (int column = 2; column <= 5; column++) {
          long most = months == 1 && column < 5 ? 1 : months * straight[0][column == 5 ? 7 : 6];
          long difference = Math.abs(straight[member][column] - moved[row][column]);
          assertTrue(difference <= most, who + " column " + column + " differs by " + difference);
        }
      }
    }
  }

  private static int[] shuffled(long seed, int rows) {
    int[] order = new int[rows];
    Draws draws = new Streams(seed, 0).at(Purpose.UNCERTAINTY, 2, 0);
    for (int i = 0; i < rows; i++) {
      int j = draws.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /**
   * By row: identity, machines, cash, earned, debt, tokens, and how far rounding may move money and
   * tokens in a month: a minor unit of either is worth some of the other.
   */
  private static long[][] run(long seed, int[] order, int months) {
    RandomMarkets.Drawn drawn = RandomMarkets.of(seed);
    if (order.length > 0) {
      drawn.owners().order(order);
    }
    MarketWorld world = drawn.build();
    world.run(months);
    OwnerCohort own = world.cohort("own");
    long[][] result = new long[drawn.owners().rows][];
    for (int row = 0; row < result.length; row++) {
      result[row] =
          new long[] {
            own.table().entity()[row],
            own.table().machines()[row],
            own.money().cash().balance(row),
            own.table().earned()[row],
            own.table().debt()[row],
            world.network().wallet().balance(row),
            2 + (long) StrictMath.ceil(world.market().price()),
            2 + (long) StrictMath.ceil(2 / world.market().price())
          };
    }
    return result;
  }
}
