package io.depinsim.core.incentive.filecoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/**
 * Against the network's own test vectors: golden files TestSimpleReward and TestBaselineReward of
 * specs-actors @985cd0fa, every twentieth row or so.
 */
class EpochRewardVerificationTest {
  /** epoch, attoFIL. */
  private static final String SIMPLE =
      """
      0 36266264293777134739
      100000 35869888188091460688
      195000 35497344354387597482
      295000 35109372243353547537
      390000 34744727110759648747
      490000 34364980812279232031
      590000 33989384992539082067
      685000 33636372021772116242
      785000 33268739611568997498
      885000 32905125280038105120
      980000 32563373405706891936
      1080000 32207468451339775295
      1175000 31872962424785117005
      1275000 31524603392813634497
      """;

  /** theta before and after in Q.128 epochs, attoFIL. */
  private static final String BASELINE =
      """
      0 340282366920938463463374607398434878123 84621274052457285111
      34028236692093846346337460743175265590044460 34028576974460767284800924117782664024922583 83696396574166018591
      66355061549583000375358048449191767900586697 66355401831949921313821511823799166335464820 82827127724387713073
      100383298241676846721695509192367033490631157 100383638524043767660158972566974431925509280 81921859564795215724
      132710123099166000750716096898383535801173394 132710463381532921689179560272990934236051517 81071021015581378236
      166738359791259847097053557641558801391217854 166738700073626768035517021016166199826095977 80184946416504695579
      200766596483353693443391018384734066981262314 200766936765720614381854481759341465416140437 79308556266757669284
      233093421340842847472411606090750569291804551 233093761623209768410875069465357967726682674 78484859425490528854
      267121658032936693818749066833925834881849011 267121998315303614757212530208533233316727134 77627050562621200072
      301149894725030540165086527577101100471893471 301150235007397461103549990951708498906771594 76778617215623384516
      333476719582519694194107115283117602782435708 333477059864886615132570578657725001217313831 75981196263152005315
      367504956274613540540444576026292868372480168 367505296556980461478908039400900266807358291 75150751460892765518
      399831781132102694569465163732309370683022405 399832121414469615507928627106916769117900528 74370237484708642069
      433860017824196540915802624475484636273066865 433860358106563461854266087850092034707944988 73557399832770895347
      """;

  @Test
  void simplePartGivesTheChainsIntegers() {
    for (String[] row : OracleRows.of(SIMPLE)) {
      long epoch = Long.parseLong(row[0]);
      assertEquals(OracleRows.integer(row[1]), EpochReward.simpleAtto(epoch), "epoch " + epoch);
    }
  }

  @Test
  void baselinePartGivesTheChainsIntegers() {
    for (String[] row : OracleRows.of(BASELINE)) {
      BigInteger before = OracleRows.integer(row[0]);
      BigInteger after = OracleRows.integer(row[1]);
      BigInteger got = EpochReward.totalAtto(0, before, after).subtract(EpochReward.simpleAtto(0));
      assertEquals(OracleRows.integer(row[2]), got, "theta " + row[0]);
    }
  }

  @Test
  void closedFormIncrementsLoseNoDigits() {
    SimplePlusBaselineMinting mainnet = SimplePlusBaselineMinting.mainnet();
    for (String[] row : OracleRows.of(SIMPLE)) {
      double got = mainnet.simpleIncrementFil(Double.parseDouble(row[0]) - 1, 1);
      assertTrue(OracleRows.relativeErrorFil(got, row[1]) < 1e-12, row[0]);
    }
    for (String[] row : OracleRows.of(BASELINE)) {
      BigInteger before = OracleRows.integer(row[0]);
      double added = Q128.toDouble(OracleRows.integer(row[1]).subtract(before));
      double got = mainnet.baselineIncrementFil(Q128.toDouble(before), added);
      assertTrue(OracleRows.relativeErrorFil(got, row[2]) < 1e-12, row[0]);
    }
  }

  @Test
  void exponentialAgreesWithTheStandardLibrary() {
    for (double x : new double[] {0, 1e-9, 0.001, 0.5, 1, 1.725, 5, 30, 63.9}) {
      BigInteger q128 = Q128.of(new java.math.BigDecimal(x));
      double got = Q128.toDouble(Q128.expNegative(q128));
      assertEquals(StrictMath.exp(-x), got, 4e-16 * StrictMath.exp(-x) + 1e-38, "x " + x);
    }
  }
}
