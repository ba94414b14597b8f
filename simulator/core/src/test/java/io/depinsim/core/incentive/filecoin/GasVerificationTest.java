package io.depinsim.core.incentive.filecoin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against tables made by the arithmetic of lotus basefee.go @0efce075 and burn.go @0656b621. */
class GasVerificationTest {
  /** base fee, sum of gas limits, blocks, next base fee. */
  private static final String BASE_FEE =
      """
      100 1000000000 1 100
      100 4999999999 1 100
      100 5000000001 1 100
      100 7500000000 1 106
      100 50000000000 1 112
      101 1000000000 1 100
      101 4999999999 1 100
      101 10000000000 1 113
      1000 5000000001 1 1000
      99999 0 1 87499
      99999 4999999999 1 99998
      99999 25000000000 1 112498
      100000000 2500000000 1 93750000
      100000000 25000000000 1 112500000
      123456789 4999999999 1 123456788
      123456789 25000000000 1 138888887
      5000000000 4999999999 1 4999999999
      5000000000 7500000000 1 5312500000
      5000000000 50000000000 1 5625000000
      """;

  /**
   * used, limit, base fee, cap, premium; burn, over-estimation, penalty, tip, refund, gas refund,
   * gas burned.
   */
  private static final String OUTPUTS =
      """
      0 1000000 100 100 0 0 100000000 0 0 0 0 1000000
      0 1000000 1500000000 200000000 150000000 0 200000000000000 1300000000000000 0 0 0 1000000
      0 1050000 1500000000 100000000 100000 0 105000000000000 1470000000000000 0 0 0 1050000
      0 1100000 1500000000 100 0 0 110000000 1649999890000000 0 0 0 1100000
      0 1500000 100 100 0 0 150000000 0 0 0 0 1500000
      0 2000000 100000000 100 0 0 200000000 199999800000000 0 0 0 2000000
      1000000 1000000 1500000000 200000000 150000000 200000000000000 0 1300000000000000 0 0 0 0
      1000000 1100000 1500000000 100 0 100000000 0 1499999900000000 0 10000000 100000 0
      1000000 1250000 100000000 200000000 150000000 100000000000000 3750000000000 0 125000000000000 21250000000000 212500 37500
      1000000 1500000 100000000 100000000 100000 100000000000000 20000000000000 0 0 30000000000000 300000 200000
      1000000 2000000 1500000000 100000000 100000 100000000000000 90000000000000 2660000000000000 0 10000000000000 100000 900000
      1000000 3000000 1500000000 100 0 100000000 200000000 4499999700000000 0 0 0 2000000
      1000000 10000000 100000000 200000000 150000000 100000000000000 900000000000000 0 1000000000000000 0 0 9000000
      16700000 16700000 100 100 0 1670000000 0 0 0 0 0 0
      16700000 20875000 100000000 200000000 150000000 1670000000000000 62625000000000 0 2087500000000000 354875000000000 3548750 626250
      16700000 50100000 100 200000000 150000000 1670000000 3340000000 0 7515000000000000 2504994990000000 0 33400000
      267500000 267500000 100000000 100000000 100000 26750000000000000 0 0 0 0 0 0
      267500000 294250000 1500000000 100 0 26750000000 0 401249973250000000 0 2675000000 26750000 0
      267500000 535000000 100000000 100 0 26750000000 24075000000 50824949175000000 0 2675000000 26750000 240750000
      267500000 2675000000 100000000 200000000 150000000 26750000000000000 240750000000000000 0 267500000000000000 0 0 2407500000
      """;

  /** FIP-0115, section Test Cases, rows whose base fee is a multiple of 8: fee, P20, next. */
  private static final String FIP0115 =
      """
      808 0 707
      808 1 708
      808 201 908
      808 202 909
      808 203 909
      """;

  /** FIP-0115, section Test Cases, for 1e11 gas: tip, gas, tip, gas, P20. */
  private static final String PERCENTILE =
      """
      123 59999999999 100 20000000000 0
      123 59999999999 0 20000000001 0
      123 59999999999 100 20000000001 100
      123 79999999999 100 20000000001 100
      123 80000000000 100 20000000000 123
      123 80000000000 100 90000000000 123
      """;

  @Test
  void targetGasRuleGivesTheChainsIntegers() {
    for (String[] row : OracleRows.of(BASE_FEE)) {
      long gas = Long.parseLong(row[1]);
      int blocks = Integer.parseInt(row[2]);
      String at = String.join(" ", row);
      assertEquals(Long.parseLong(row[3]), BaseFee.next(Long.parseLong(row[0]), gas, blocks), at);
      BigInteger wide = BaseFee.next(OracleRows.integer(row[0]), gas, blocks);
      assertEquals(OracleRows.integer(row[3]), wide, at);
    }
  }

  @Test
  void longAndBigIntegerPathsAgree() {
    long seed = 20_251_122;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      long fee = random.nextLong(BaseFee.LARGEST_ATTO) >>> random.nextInt(57);
      int blocks = 1 + random.nextInt(10);
      long gas = random.nextLong(blocks * 12_000_000_000L);
      String at = "seed " + seed + " draw " + i + ": " + fee + " " + gas + " " + blocks;
      BigInteger wide = BaseFee.next(BigInteger.valueOf(fee), gas, blocks);
      assertEquals(wide.longValueExact(), BaseFee.next(fee, gas, blocks), at);
      long tip = random.nextLong(1 + fee / 2);
      BigInteger tipped = BaseFee.nextFip0115(BigInteger.valueOf(fee), BigInteger.valueOf(tip));
      assertEquals(tipped.longValueExact(), BaseFee.nextFip0115(fee, tip), at);
    }
  }

  @Test
  void percentileRuleMatchesTheProposal() {
    for (String[] row : OracleRows.of(FIP0115)) {
      long next = BaseFee.nextFip0115(Long.parseLong(row[0]), Long.parseLong(row[1]));
      assertEquals(Long.parseLong(row[2]), next, String.join(" ", row));
    }
    assertEquals(100, BaseFee.nextFip0115(100, 0), "floor");
    assertEquals(807 - 101 + 20, BaseFee.nextFip0115(807, 20), "an eighth is rounded up");
    for (String[] row : OracleRows.of(PERCENTILE)) {
      long[] tips = {Long.parseLong(row[0]), Long.parseLong(row[2])};
      long[] gas = {Long.parseLong(row[1]), Long.parseLong(row[3])};
      long tip = BaseFee.percentile20Tip(tips, gas, 100_000_000_000L);
      assertEquals(Long.parseLong(row[4]), tip, String.join(" ", row));
    }
  }

  @Test
  void outputsOfMessagesGiveTheChainsIntegers() {
    for (String[] row : OracleRows.of(OUTPUTS)) {
      GasOutputs got =
          GasOutputs.of(
              Long.parseLong(row[0]),
              Long.parseLong(row[1]),
              OracleRows.integer(row[2]),
              OracleRows.integer(row[3]),
              OracleRows.integer(row[4]));
      GasOutputs want =
          new GasOutputs(
              OracleRows.integer(row[5]),
              OracleRows.integer(row[6]),
              OracleRows.integer(row[7]),
              OracleRows.integer(row[8]),
              OracleRows.integer(row[9]),
              Long.parseLong(row[10]),
              Long.parseLong(row[11]));
      assertEquals(want, got, String.join(" ", row));
    }
  }

  @Test
  void nothingOfTheDepositIsLost() {
    for (String[] row : OracleRows.of(OUTPUTS)) {
      long limit = Long.parseLong(row[1]);
      BigInteger cap = OracleRows.integer(row[3]);
      GasOutputs got =
          GasOutputs.of(
              Long.parseLong(row[0]),
              limit,
              OracleRows.integer(row[2]),
              cap,
              OracleRows.integer(row[4]));
      BigInteger parts =
          got.baseFeeBurn().add(got.overestimationBurn()).add(got.minerTip()).add(got.refund());
      assertEquals(cap.multiply(BigInteger.valueOf(limit)), parts, String.join(" ", row));
    }
  }
}
