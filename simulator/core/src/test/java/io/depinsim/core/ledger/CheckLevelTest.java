package io.depinsim.core.ledger;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.InvariantException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plants corruption and proves which level notices it, and when. */
class CheckLevelTest {
  private static final Asset FIL = Asset.capped("FIL", 2, "1000");

  /** First moment at which a level notices. */
  private enum Noticed {
    AFTER_EVENT,
    AFTER_EPOCH,
    AFTER_RUN,
    NEVER
  }

  private static final class Economy {
    final Ledger ledger;
    final Account wallets;
    final Account pledge;
    final Account pot;
    final Flow flow;
    final long[] openPledge = {50, 0};

    Economy(CheckLevel level) {
      ledger = new Ledger(level);
      wallets = ledger.open("wallets", FIL, AccountClass.WALLET, 2);
      pledge = ledger.open("pledge", FIL, AccountClass.COLLATERAL, 2);
      pot = ledger.open("pot", FIL, AccountClass.TREASURY, 1);
      flow = ledger.flow("any", FIL);
      ledger.claimRows(pledge, row -> openPledge[row]);
      ledger.pay(flow, ledger.mintAccount(FIL), new long[] {100, 200}, wallets);
      ledger.transfer(flow, wallets, 0, pledge, 0, 50);
      ledger.mint(flow, pot, 0, 10);
      ledger.afterEvent();
      ledger.checkAll();
    }
  }

  private static Noticed when(CheckLevel level, Consumer<Economy> corruption) {
    Economy economy = new Economy(level);
    corruption.accept(economy);
    if (breaks(economy.ledger::afterEvent)) {
      return Noticed.AFTER_EVENT;
    }
    if (breaks(economy.ledger::afterEpoch)) {
      return Noticed.AFTER_EPOCH;
    }
    return breaks(economy.ledger::afterRun) ? Noticed.AFTER_RUN : Noticed.NEVER;
  }

  private static boolean breaks(Runnable check) {
    try {
      check.run();
      return false;
    } catch (InvariantException e) {
      return true;
    }
  }

  private static void assertNoticed(
      Consumer<Economy> corruption, Noticed event, Noticed epoch, Noticed run) {
    assertEquals(event, when(CheckLevel.EVENT, corruption), "level EVENT");
    assertEquals(epoch, when(CheckLevel.EPOCH, corruption), "level EPOCH");
    assertEquals(run, when(CheckLevel.RUN, corruption), "level RUN");
    assertEquals(Noticed.NEVER, when(CheckLevel.NONE, corruption), "level NONE");
  }

  @Test
  void unbalancedTransferIsNoticedAfterTheEvent() {
    assertNoticed(
        e -> e.ledger.post(e.wallets, 1, 7),
        Noticed.AFTER_EVENT,
        Noticed.AFTER_EPOCH,
        Noticed.AFTER_RUN);
  }

  @Test
  void balanceWrittenBehindTheLedgersBackIsNoticedByTheScan() {
    assertNoticed(
        e -> e.wallets.balances[1] += 7,
        Noticed.AFTER_EPOCH,
        Noticed.AFTER_EPOCH,
        Noticed.AFTER_RUN);
  }

  @Test
  void moneyShiftedBetweenRowsOfEscrowIsNoticedByTheRowClaim() {
    assertNoticed(
        e -> {
          e.pledge.balances[0] -= 20;
          e.pledge.balances[1] += 20;
        },
        Noticed.AFTER_EPOCH,
        Noticed.AFTER_EPOCH,
        Noticed.AFTER_RUN);
  }

  @Test
  void escrowThatDiffersFromOpenCollateralIsNoticedByTheScan() {
    assertNoticed(
        e -> e.openPledge[1] = 1, Noticed.AFTER_EPOCH, Noticed.AFTER_EPOCH, Noticed.AFTER_RUN);
  }

  @Test
  void touchedRowBelowZeroIsNoticedAfterTheEvent() {
    assertNoticed(
        e -> {
          e.ledger.post(e.wallets, 0, -60);
          e.ledger.post(e.wallets, 1, 60);
        },
        Noticed.AFTER_EVENT,
        Noticed.AFTER_EPOCH,
        Noticed.AFTER_RUN);
  }

  @Test
  void wrongRunningTotalOfOneAccountIsNoticedAfterTheEvent() {
    assertNoticed(
        e -> e.pot.total[0]++, Noticed.AFTER_EVENT, Noticed.AFTER_EPOCH, Noticed.AFTER_RUN);
  }

  @Test
  void runningTotalsWrongInOppositeWaysAreNoticedOnceTouched() {
    Consumer<Economy> corruption =
        e -> {
          e.pot.total[0]++;
          e.wallets.total[0]--;
        };
    assertNoticed(corruption, Noticed.AFTER_EPOCH, Noticed.AFTER_EPOCH, Noticed.AFTER_RUN);
    assertNoticed(
        corruption.andThen(e -> e.ledger.transfer(e.flow, e.pot, 0, e.wallets, 0, 1)),
        Noticed.AFTER_EVENT,
        Noticed.AFTER_EPOCH,
        Noticed.AFTER_RUN);
  }

  @Test
  void supplyAboveTheCapIsNoticedAfterTheEvent() {
    assertNoticed(
        e -> {
          e.ledger.post(e.ledger.mintAccount(FIL), 0, -100_000);
          e.ledger.post(e.pot, 0, 100_000);
        },
        Noticed.AFTER_EVENT,
        Noticed.AFTER_EPOCH,
        Noticed.AFTER_RUN);
  }

  @Test
  void soundBooksAreNeverReported() {
    assertNoticed(
        e -> e.ledger.transfer(e.flow, e.wallets, 1, e.pot, 0, 5),
        Noticed.NEVER,
        Noticed.NEVER,
        Noticed.NEVER);
  }

  @Test
  void aColumnTouchedAgainAfterACheckIsCheckedAgain() {
    Economy economy = new Economy(CheckLevel.EVENT);
    economy.ledger.collect(economy.flow, economy.wallets, new long[] {1, 1}, economy.pot);
    economy.ledger.afterEvent();
    economy.wallets.balances[1]++;
    economy.ledger.afterEvent();
    economy.ledger.collect(economy.flow, economy.wallets, new long[] {1, 1}, economy.pot);
    assertThrows(InvariantException.class, economy.ledger::afterEvent);
  }

  @Test
  void aBreachNamesAssetAccountRowValuesAndRule() {
    Economy economy = new Economy(CheckLevel.EPOCH);
    economy.openPledge[1] = 123;
    String message =
        assertThrows(InvariantException.class, economy.ledger::afterEpoch).getMessage();
    assertEquals(
        "FIL account pledge row 1: holds 0.00 FIL against claims of 1.23 FIL; escrow must equal"
            + " what is open against it",
        message);
    economy.wallets.balances[1] = -1;
    String negative =
        assertThrows(InvariantException.class, economy.ledger::afterEpoch).getMessage();
    assertTrue(negative.startsWith("FIL account wallets row 1: balance -0.01 FIL"), negative);
  }

  @Test
  void aClaimOnTheTotalIsHeldToo() {
    Ledger ledger = new Ledger(CheckLevel.RUN);
    Account escrow = ledger.open("escrow", FIL, AccountClass.COLLATERAL, 4);
    long[] owed = {5};
    ledger.claim(escrow, () -> owed[0]);
    ledger.mint(ledger.flow("deposit", FIL), escrow, 2, 5);
    assertDoesNotThrow(ledger::afterRun);
    owed[0] = 6;
    assertThrows(InvariantException.class, ledger::afterRun);
    assertThrows(IllegalArgumentException.class, () -> ledger.claimRows(escrow, row -> 0));
  }

  @ParameterizedTest
  @EnumSource(CheckLevel.class)
  void checkLevelChangesNoResult(CheckLevel level) {
    assertEquals(history(CheckLevel.NONE), history(level));
  }

  private static List<Long> history(CheckLevel level) {
    Economy economy = new Economy(level);
    for (int i = 0; i < 30; i++) {
      economy.ledger.transfer(economy.flow, economy.wallets, 1, economy.pot, 0, i % 4);
      economy.ledger.collect(economy.flow, economy.wallets, new long[] {1, i % 2}, economy.pot);
      economy.ledger.afterEvent();
    }
    economy.ledger.afterEpoch();
    economy.ledger.afterRun();
    List<Long> seen = new ArrayList<>();
    economy.ledger.visitState(new LedgerTest.Recorder(seen));
    return seen;
  }
}
