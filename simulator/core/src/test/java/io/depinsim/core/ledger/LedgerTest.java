package io.depinsim.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.InvariantException;
import io.depinsim.core.state.StateVisitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Asset FIL = Asset.capped("FIL", 2, "1000");
  private static final Asset USD = Asset.outside("USD", 2);

  private Ledger ledger;
  private Account reserve;
  private Account miners;
  private Account pledge;
  private Flow reward;
  private Flow lock;

  @BeforeEach
  void open() {
    ledger = new Ledger(CheckLevel.EVENT);
    reserve = ledger.open("fil.reserve", FIL, AccountClass.RESERVE, 1);
    miners = ledger.open("fil.miners", FIL, AccountClass.WALLET, 3);
    pledge = ledger.open("fil.pledge", FIL, AccountClass.COLLATERAL, 3);
    reward = ledger.flow("fil.reward", FIL);
    lock = ledger.flow("fil.lock", FIL);
    ledger.mint(reward, reserve, 0, 1_000);
  }

  @Test
  void movesBetweenRowsAndKeepsTotals() {
    ledger.transfer(reward, reserve, 0, miners, 2, 300);
    assertEquals(700, ledger.balance(reserve, 0));
    assertEquals(300, ledger.balance(miners, 2));
    assertEquals(300, ledger.total(miners));
    assertEquals(300, ledger.total(FIL, AccountClass.WALLET));
    assertEquals(1_000, ledger.supply(FIL));
    ledger.checkAll();
  }

  @Test
  void mintsAndBurnsThroughNamedAccounts() {
    ledger.burn(lock, reserve, 0, 400);
    assertEquals(1_000, ledger.minted(FIL));
    assertEquals(400, ledger.burned(FIL));
    assertEquals(600, ledger.supply(FIL));
    assertEquals(-1_000, ledger.mintAccount(FIL).total());
    assertEquals(400, ledger.burnAccount(FIL).total());
  }

  @Test
  void paysCollectsAndMovesWholeColumns() {
    assertEquals(600, ledger.pay(reward, reserve, new long[] {100, 200, 300}, miners));
    assertEquals(60, ledger.move(lock, miners, new long[] {10, 20, 30}, pledge));
    assertEquals(35, ledger.collect(lock, pledge, new long[] {5, 0, 30}, ledger.burnAccount(FIL)));
    assertEquals(List.of(90L, 180L, 270L), rows(miners));
    assertEquals(List.of(5L, 20L, 0L), rows(pledge));
    assertEquals(35, ledger.burned(FIL));
    assertEquals(1_600, reward.total());
    assertEquals(95, lock.total());
    ledger.checkTouched();
    ledger.checkAll();
  }

  @Test
  void mintsStraightIntoAColumn() {
    ledger.pay(reward, ledger.mintAccount(FIL), new long[] {1, 2, 3}, miners);
    assertEquals(1_006, ledger.minted(FIL));
    ledger.checkAll();
  }

  @Test
  void bringsUsdInAndOutThroughOneAccount() {
    Account trader = ledger.open("trader", USD, AccountClass.WALLET, 1);
    Flow budget = ledger.flow("trader.budget", USD);
    ledger.transfer(budget, ledger.outsideAccount(USD), trader, 500);
    ledger.transfer(budget, trader, ledger.outsideAccount(USD), 200);
    assertEquals(300, ledger.supply(USD));
    assertEquals(0, ledger.minted(USD));
    assertEquals(-300, ledger.outsideAccount(USD).total());
    assertThrows(IllegalArgumentException.class, () -> ledger.mint(budget, trader, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> ledger.outsideAccount(FIL));
    ledger.checkAll();
  }

  @Test
  void refusesAnOverdraftAndNamesRowAmountAndBalance() {
    ledger.pay(reward, reserve, new long[] {100, 200, 300}, miners);
    String message = refusal(() -> ledger.transfer(lock, miners, 1, pledge, 1, 201)).getMessage();
    assertTrue(message.contains("fil.miners row 1"), message);
    assertTrue(message.contains("2.01 FIL for fil.lock from a balance of 2.00 FIL"), message);
    refusal(() -> ledger.move(lock, miners, new long[] {100, 200, 301}, pledge));
    refusal(() -> ledger.collect(lock, miners, new long[] {0, 201, 0}, reserve));
    refusal(() -> ledger.pay(reward, reserve, new long[] {100, 200, 101}, miners));
  }

  @Test
  void refusesNegativeAndOverflowingAmounts() {
    ledger.pay(reward, reserve, new long[] {100, 200, 300}, miners);
    refusal(() -> ledger.transfer(lock, miners, 1, pledge, 1, -1));
    refusal(() -> ledger.move(lock, miners, new long[] {1, -1, 0}, pledge));
    refusal(() -> ledger.pay(reward, reserve, new long[] {2, -1, 0}, miners));
    long[] wraps = {Long.MAX_VALUE, Long.MAX_VALUE, 3};
    String message = refusal(() -> ledger.pay(reward, reserve, wraps, miners)).getMessage();
    assertTrue(message.contains("pass 64 bits at row 1"), message);
  }

  @Test
  void refusesMoreThanTheCapButAllowsExactlyTheCap() {
    String message = refusal(() -> ledger.mint(reward, reserve, 0, 99_001)).getMessage();
    assertTrue(message.contains("above the cap of 1000.00 FIL"), message);
    ledger.mint(reward, reserve, 0, 99_000);
    refusal(() -> ledger.pay(reward, ledger.mintAccount(FIL), new long[] {0, 1, 0}, miners));
    // The cap is on what exists, so a burn makes room.
    ledger.burn(lock, reserve, 0, 10);
    ledger.mint(reward, reserve, 0, 10);
  }

  @Test
  void refusesToIssueMoreThan64BitsEvenWithoutACap() {
    Asset loose = Asset.uncapped("LOOSE", 18);
    Account holder = ledger.open("holder", loose, AccountClass.WALLET, 1);
    Flow flow = ledger.flow("loose", loose);
    ledger.mint(flow, holder, 0, Long.MAX_VALUE);
    ledger.burn(flow, holder, 0, Long.MAX_VALUE);
    refusal(() -> ledger.mint(flow, holder, 0, 1));
    ledger.checkAll();
  }

  @Test
  void neverMovesBetweenAssetsOrLedgers() {
    Account dollars = ledger.open("dollars", USD, AccountClass.WALLET, 1);
    Flow usd = ledger.flow("usd", USD);
    wiring(() -> ledger.transfer(reward, reserve, dollars, 1));
    wiring(() -> ledger.transfer(usd, reserve, 0, miners, 0, 1));
    Ledger other = new Ledger(CheckLevel.NONE);
    Account foreign = other.open("fil.reserve", FIL, AccountClass.RESERVE, 1);
    wiring(() -> ledger.transfer(reward, reserve, foreign, 1));
    wiring(() -> ledger.claim(foreign, () -> 0));
  }

  @Test
  void neverPaysIntoTheMintOrOutOfTheGrave() {
    wiring(() -> ledger.transfer(reward, reserve, ledger.mintAccount(FIL), 1));
    wiring(() -> ledger.transfer(reward, ledger.burnAccount(FIL), reserve, 0));
  }

  @Test
  void refusesWrongShapes() {
    wiring(() -> ledger.pay(reward, reserve, new long[2], miners));
    wiring(() -> ledger.pay(reward, miners, new long[3], pledge));
    wiring(() -> ledger.collect(lock, miners, new long[3], pledge));
    wiring(() -> ledger.move(lock, miners, new long[3], reserve));
    wiring(() -> ledger.transfer(lock, reserve, miners, 1));
    wiring(() -> ledger.open("fil.miners", FIL, AccountClass.WALLET, 1));
    wiring(() -> ledger.open("fil.miners", USD, AccountClass.WALLET, 1));
    wiring(() -> ledger.open("more", USD, AccountClass.WALLET, -1));
    wiring(() -> ledger.open("more", FIL, AccountClass.MINT, 1));
    wiring(() -> ledger.flow("fil.reward", USD));
    wiring(() -> ledger.register(Asset.capped("FIL", 3, "1000")));
    List<Long> before = snapshot();
    assertThrows(
        IndexOutOfBoundsException.class, () -> ledger.transfer(lock, reserve, 0, miners, 3, 1));
    assertThrows(
        IndexOutOfBoundsException.class, () -> ledger.transfer(lock, miners, -1, reserve, 0, 1));
    assertEquals(before, snapshot());
  }

  @Test
  void flowsTellWhatMovedBetweenTwoReadings() {
    long morning = reward.mark();
    ledger.transfer(reward, reserve, 0, miners, 0, 70);
    ledger.transfer(lock, miners, 0, pledge, 0, 30);
    ledger.transfer(reward, reserve, 0, miners, 1, 5);
    assertEquals(75, reward.since(morning));
    assertEquals(1_075, reward.total());
    assertEquals("10.75", reward.totalTokens().toPlainString());
  }

  @Test
  void flowsOutliveSixtyFourBits() {
    Asset loose = Asset.uncapped("LOOSE", 0);
    Account a = ledger.open("a", loose, AccountClass.WALLET, 1);
    Account b = ledger.open("b", loose, AccountClass.POOL, 1);
    Flow turnover = ledger.flow("turnover", loose);
    ledger.mint(ledger.flow("genesis", loose), a, 0, Long.MAX_VALUE);
    for (int i = 0; i < 3; i++) {
      ledger.transfer(turnover, a, b, Long.MAX_VALUE);
      long mark = turnover.mark();
      ledger.transfer(turnover, b, a, Long.MAX_VALUE);
      assertEquals(Long.MAX_VALUE, turnover.since(mark));
    }
    // 6 (2^63 - 1)
    assertEquals("55340232221128654842", turnover.totalTokens().toPlainString());
    assertThrows(ArithmeticException.class, turnover::total);
  }

  @Test
  void listsInOpeningOrderAndFindsByName() {
    assertEquals(
        List.of("FIL.mint", "FIL.burn", "fil.reserve", "fil.miners", "fil.pledge"),
        ledger.listAccounts().stream().map(Account::name).toList());
    assertEquals(miners, ledger.findAccount("fil.miners").orElseThrow());
    assertFalse(ledger.findFlow("nothing").isPresent());
    assertEquals(List.of(FIL), ledger.listAssets());
  }

  @Test
  void showsEveryBalanceAndTotalUnderUniqueNames() {
    ledger.transfer(reward, reserve, 0, miners, 2, 300);
    List<Long> before = snapshot();
    List<String> names = new ArrayList<>();
    ledger.visitState(
        new StateVisitor() {
          @Override
          public void longs(String name, long[] column, int length) {
            names.add(name);
          }

          @Override
          public void doubles(String name, double[] column, int length) {
            throw new AssertionError("money is not a double");
          }
        });
    assertEquals(names.size(), new HashSet<>(names).size());
    assertTrue(names.containsAll(List.of("balance/fil.miners", "total/fil.miners", "posted/FIL")));
    ledger.transfer(reward, reserve, 0, miners, 1, 1);
    assertNotEquals(before, snapshot());
  }

  private InvariantException refusal(Runnable movement) {
    List<Long> before = snapshot();
    InvariantException e = assertThrows(InvariantException.class, movement::run);
    assertEquals(before, snapshot(), "a refused movement wrote something");
    return e;
  }

  private void wiring(Runnable movement) {
    List<Long> before = snapshot();
    assertThrows(IllegalArgumentException.class, movement::run);
    assertEquals(before, snapshot(), "a refused movement wrote something");
  }

  private List<Long> snapshot() {
    List<Long> state = new ArrayList<>();
    ledger.visitState(new Recorder(state));
    return state;
  }

  private static List<Long> rows(Account account) {
    List<Long> rows = new ArrayList<>();
    for (int i = 0; i < account.rows(); i++) {
      rows.add(account.balance(i));
    }
    return rows;
  }

  /** Copies everything it is shown. */
  record Recorder(List<Long> seen) implements StateVisitor {
    @Override
    public void longs(String name, long[] column, int length) {
      for (int i = 0; i < length; i++) {
        seen.add(column[i]);
      }
    }

    @Override
    public void doubles(String name, double[] column, int length) {
      for (int i = 0; i < length; i++) {
        seen.add(Double.doubleToLongBits(column[i]));
      }
    }
  }
}
