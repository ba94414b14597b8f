package io.depinsim.core.incentive.filecoin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.InvariantException;
import io.depinsim.core.incentive.RewardSplit.Round;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.Ranges;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Wins of a day are Poisson. With 14,400 tokens a day, 2,880 epochs and five wins to an epoch, a
 * win pays one token, so with a minor unit of one token rewards count wins.
 *
 * <p>False alarms: each z-score is compared with 5.5, passed by chance 4e-8 of the time if normal;
 * all of them together raise a false alarm for fewer than one seed in 100,000. Seeds are fixed.
 */
class ConsensusLotteryVerificationTest {
  private static final double LIMIT = 5.5;
  private static final double WINS_PER_DAY = 5 * 2_880;
  private static final double TIB = 0x1p40;

  private static ConsensusLottery lottery(double efficiency, double minimumBytes) {
    return new ConsensusLottery(
        Ranges.require(new ConsensusLottery.Spec(5, efficiency, minimumBytes)));
  }

  private static Round round(long day, long[] raw, long[] work, long totalWork, Streams streams) {
    long[] entity = LongStream.range(0, work.length).map(i -> Entity.of(3, i)).toArray();
    return new Round(day, 1, WINS_PER_DAY, 1, entity, raw, work, totalWork, streams);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0.97, 2", "0.5, 3", "0.001, 4"})
  void meanAndVarianceOfWinsAreThoseOfAPoissonCount(double efficiency, long seed) {
    long[] work = {1, 10, 100, 1_000, 10_000, 100_000};
    long totalWork = LongStream.of(work).sum();
    int periods = 3_000;
    ConsensusLottery lottery = lottery(efficiency, 0);
    Streams streams = new Streams(seed, 0);
    double[] sum = new double[work.length];
    double[] squares = new double[work.length];
    long[] reward = new long[work.length];
    for (int day = 1; day <= periods; day++) {
      long paid = lottery.split(round(day, work, work, totalWork, streams), reward);
      assertEquals(paid, LongStream.of(reward).sum());
      for (int i = 0; i < work.length; i++) {
        double mean = WINS_PER_DAY * efficiency * work[i] / totalWork;
        sum[i] += reward[i];
        squares[i] += (reward[i] - mean) * (reward[i] - mean);
      }
    }
    for (int i = 0; i < work.length; i++) {
      double mean = WINS_PER_DAY * efficiency * work[i] / totalWork;
      if (mean * periods < 100) {
        continue; // Too few wins for a normal score.
      }
      String what = "efficiency " + efficiency + ", provider " + i + ", mean " + mean;
      double meanScore = (sum[i] - periods * mean) / StrictMath.sqrt(periods * mean);
      assertTrue(Math.abs(meanScore) < LIMIT, what + ": score of the mean " + meanScore);
      // The squared deviation of a Poisson count has mean m and variance m + 2 m².
      double spread = StrictMath.sqrt(periods * (mean + 2 * mean * mean));
      double varianceScore = (squares[i] - periods * mean) / spread;
      assertTrue(Math.abs(varianceScore) < LIMIT, what + ": score of the variance");
    }
  }

  @Test
  void aWeekIsOneDrawWithSevenTimesTheMean() {
    long[] work = {2, 3};
    Streams streams = new Streams(9, 0);
    Round day = round(7, work, work, 5, streams);
    Round week = new Round(7, 7, 7 * WINS_PER_DAY, 1, day.entity(), work, work, 5, streams);
    long[] reward = new long[2];
    lottery(0.9, 0).split(week, reward);
    for (int i = 0; i < 2; i++) {
      double mean = 7 * WINS_PER_DAY * 0.9 * work[i] / 5;
      assertEquals(streams.at(Purpose.BLOCK_WINS, day.entity()[i], 7).nextPoisson(mean), reward[i]);
    }
  }

  @Test
  void belowTenTebibytesNobodyWinsButThePowerStillCounts() {
    // 320 sectors of 32 GiB are 10 TiB.
    long[] raw = {320, 320, 320, 320, 319};
    long total = LongStream.of(raw).sum();
    Streams streams = new Streams(5, 0);
    long[] reward = new long[5];
    lottery(1, 10 * TIB).split(round(1, raw, raw, total, streams), reward);
    assertEquals(0, reward[4]);
    for (int i = 0; i < 4; i++) {
      double mean = WINS_PER_DAY * 320 / total;
      assertEquals(streams.at(Purpose.BLOCK_WINS, Entity.of(3, i), 1).nextPoisson(mean), reward[i]);
    }
  }

  @Test
  void withFewerThanFourAboveTheMinimumEverybodyMayWin() {
    long[] raw = {320, 320, 320, 319, 319, 0};
    long[] reward = new long[6];
    Streams streams = new Streams(5, 0);
    lottery(1, 10 * TIB).split(round(1, raw, raw, 1_598, streams), reward);
    for (int i = 0; i < 5; i++) {
      assertTrue(reward[i] > 0, "provider " + i);
    }
    assertEquals(0, reward[5], "without power nobody wins");
    // The minimum is on raw power: boosted work does not lift anybody over it.
    long[] four = {320, 320, 320, 320, 319, 0};
    long[] work = {320, 320, 320, 320, 3_190, 0};
    lottery(1, 10 * TIB).split(round(1, four, work, 4_470, streams), reward);
    assertEquals(0, reward[4]);
  }

  /** A provider that joins ten days late changes nobody else's luck while shares are the same. */
  @Test
  void aDelayedProviderLeavesTheWinsOfOthersUnchanged() {
    long[] raw = {40, 30, 20, 10, 25};
    ConsensusLottery lottery = lottery(0.97, 0);
    Streams streams = new Streams(77, 4);
    for (int day = 1; day <= 30; day++) {
      long[] present = new long[5];
      lottery.split(round(day, raw, raw, 125, streams), present);
      long[] delayed = raw.clone();
      delayed[2] = day <= 10 ? 0 : 20;
      long[] reward = new long[5];
      lottery.split(round(day, delayed, delayed, 125, streams), reward);
      assertEquals(day > 10, reward[2] > 0);
      reward[2] = present[2];
      assertArrayEquals(present, reward, "day " + day);
    }
  }

  @Test
  void luckIsKeyedToProviderAndPeriodAndOverwritesOldRewards() {
    long[] raw = {50, 50};
    long[] first = {-1, -1};
    long[] second = {-1, -1};
    Streams streams = new Streams(1, 0);
    lottery(1, 0).split(round(1, raw, raw, 100, streams), first);
    lottery(1, 0).split(round(2, raw, raw, 100, streams), second);
    assertNotEquals(first[0], first[1]);
    assertNotEquals(first[0], second[0]);
    lottery(1, 0).split(round(1, new long[2], new long[2], 100, streams), first);
    assertEquals(0, Arrays.stream(first).sum());
  }

  @Test
  void refusesRewardsThatAreNoAmounts() {
    long[] raw = {1};
    for (double tokens : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e30}) {
      Round bad = new Round(1, 1, tokens, 1e9, new long[] {0}, raw, raw, 1, new Streams(1, 0));
      assertThrows(
          InvariantException.class, () -> lottery(1, 0).split(bad, new long[1]), "" + tokens);
    }
    assertThrows(IllegalArgumentException.class, () -> lottery(1.01, 0));
    assertThrows(IllegalArgumentException.class, () -> lottery(1, -1));
    assertThrows(IllegalArgumentException.class, () -> lottery(1, Double.NaN));
  }
}
