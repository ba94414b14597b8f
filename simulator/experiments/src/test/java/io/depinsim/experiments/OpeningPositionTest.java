package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.NetworkAccounts;
import io.depinsim.core.engine.NetworkSegment;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.ledger.Ledger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The opening of the small Filecoin-like sample, at time zero, in nanoFIL. Amounts are those of the
 * scenario file, retyped.
 */
class OpeningPositionTest {
  private static Ledger ledger;
  private static Network network;

  @BeforeAll
  static void open() throws IOException {
    Replicate replicate =
        new Assembler(Samples.smallFilecoin()).assemble(0, CheckLevel.EVENT, key -> true);
    ledger = replicate.simulation().ledger();
    network = replicate.networks().get("filecoin");
  }

  private static long nano(String fil) {
    return new BigDecimal(fil).scaleByPowerOfTen(9).longValueExact();
  }

  @Test
  void everythingThatWasMintedIsHeldBurntOrReserved() {
    NetworkAccounts a = network.accounts();
    long minted = nano("100000000") + nano("62435587") + nano("300000000") + nano("300000");
    long held =
        a.wallet().total()
            + a.holders().total()
            + a.collateral().total()
            + a.rewardLock().total()
            + a.reserve().total()
            + ledger.total(a.asset(), AccountClass.GENESIS_VESTING)
            + ledger.burned(a.asset());
    assertEquals(minted, held);
  }

  @Test
  void everyAccountOpensWithWhatTheScenarioStates() {
    NetworkAccounts a = network.accounts();
    assertEquals(nano("300000"), a.minted().total());
    assertEquals(nano("200000"), a.rewardLock().total());
    assertEquals(nano("250000"), a.collateral().total());
    assertEquals(nano("300000000") - nano("17066600"), a.reserve().total());
    assertEquals(nano("100000.000000001"), ledger.burned(a.asset()));
  }

  /** 47 days of 2190 of the foundation, all of the first tranche, 47 of 183 days of the second. */
  @Test
  void whatVestedBeforeTheStartIsFree() {
    double vested = 100e6 * 47 / 2190 + 10_632_000 + 51_803_587.0 * 47 / 183;
    double got = network.accounts().genesisVested().total() * 1e-9;
    assertEquals(vested, got, 1e-7);
  }

  /** Locked rewards are 200,000 of 300,000 mined; collateral of 250,000 needs 150,000 bought. */
  @Test
  void providersBuyWhatTheyAreShortOf() {
    NetworkAccounts a = network.accounts();
    long free = nano("300000") - nano("200000");
    long missing = nano("250000") - free;
    assertEquals(missing, a.bought().total(), 60, "rounded per provider");
    assertTrue(a.wallet().total() <= 60, "nothing but roundings is left");
    for (int row = 0; row < a.wallet().rows(); row++) {
      assertTrue(a.wallet().balance(row) >= 0);
    }
  }

  /** 30 PiB are 983,040 units of 32 GiB; quality 1.2 is 1,179,648, a 45th of the excess boosted. */
  @Test
  void capacityAndItsQualityAreTheRecordsAndBelongToThoseWhoAreThere() {
    assertEquals(983_040, network.providers().totalRaw());
    assertEquals(1_179_648, network.providers().totalQuality(), 9);
    NetworkSegment segment = network.segments().get(0);
    assertEquals(983_040, segment.plain().units() + segment.boosted().units());
    int holders = 0;
    for (int row = 0; row < 60; row++) {
      boolean active = segment.cohort().active(row, 0);
      assertEquals(active, network.providers().raw(row) > 0, "row " + row);
      holders += active ? 1 : 0;
    }
    assertEquals(30, holders, "half are there at the start");
  }

  @Test
  void collateralSplitsOverCommitmentsToTheLastUnit() {
    NetworkSegment segment = network.segments().get(0);
    assertEquals(nano("250000"), segment.plain().pledge() + segment.boosted().pledge());
  }

  @Test
  void whatDoesNotAddUpIsRefusedWithThePathOfTheNetwork() {
    refused("filecoin.genesis.pledged=1_000_000_000 FIL", "cannot pay");
    refused("filecoin.genesis.lockedRewards=400_000 FIL", "cannot pay");
    refused("filecoin.genesis.reserveDisbursed=300_000_001 FIL", "cannot pay");
    refused("filecoin.genesis.reserve=3_000_000_000 FIL", "above the cap");
    refused("filecoin.genesis.burnedBefore=200_000_000 FIL", "cannot pay");
  }

  private static void refused(String override, String why) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Assembler(Samples.smallFilecoin(override))
                    .assemble(0, CheckLevel.NONE, key -> true),
            override);
    String message = refusal.getMessage();
    assertTrue(message.startsWith("networks.filecoin.genesis: does not add up: "), message);
    assertTrue(message.contains(why), message);
  }

  /** 360 tokens over 1095 days from the start on, in a network without stages: 90 days' worth. */
  @Test
  void allocationsOfANetworkWithoutStagesVestFromTheStart(@TempDir Path folder) throws IOException {
    String held =
        SmallScenario.TEXT.replace("10 days}", "3 months, measure: 1 month}")
            + "    genesis: {holders: {team: {amount: 360 TOKEN, vesting: {over: 36 months}}}}\n";
    Replicate replicate =
        new Assembler(Samples.parse(folder, held)).assemble(0, CheckLevel.EVENT, key -> true);
    replicate.run();
    int vested =
        replicate.definitions().stream().map(d -> d.key()).toList().indexOf("first.genesisLocked");
    assertEquals(360 * (1 - 90.0 / 1095), replicate.recorder().series(vested)[3], 0.01);
  }
}
