package io.depinsim.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.InvariantException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of the ledger beside the simplest possible books in BigInteger. */
class LedgerPropertyTest {
  private static final int STEPS = 3_800;
  private static final int ROWS = 5;
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithNaiveBooksAfterEveryStep(long seed) {
    History history = new History(seed);
    int applied = 0;
    int refused = 0;
    for (int step = 0; step < STEPS; step++) {
      String where = "seed " + seed + " step " + step;
      if (history.step()) {
        applied++;
      } else {
        refused++;
      }
      history.compare(where);
      history.ledger.afterEvent();
      if (step % 20 == 0) {
        history.ledger.afterEpoch();
      }
    }
    history.ledger.afterRun();
    // Five seeds together apply more than 10,000; and refusals were really tried.
    assertTrue(applied >= 2_200, "applied " + applied + " with seed " + seed);
    assertTrue(refused >= 200, "refused " + refused + " with seed " + seed);
  }

  /** One ledger, its naive twin, and random movements applied to both. */
  private static final class History {
    final Ledger ledger = new Ledger(CheckLevel.EVENT);
    private final SplittableRandom random;
    private final List<Asset> assets =
        List.of(
            Asset.capped("CAPPED", 9, "2000000000"),
            Asset.uncapped("LOOSE", 18),
            Asset.outside("USD", 6));
    private final Map<Account, BigInteger[]> books = new LinkedHashMap<>();
    private final Map<Asset, Flow> flows = new LinkedHashMap<>();
    private final Map<Asset, BigInteger> moved = new LinkedHashMap<>();
    private final Map<Asset, List<Account>> columns = new LinkedHashMap<>();
    private final Map<Asset, List<Account>> scalars = new LinkedHashMap<>();
    private final RollingVesting schedule = new RollingVesting(ROWS, 6);
    private final Account vesting;

    History(long seed) {
      random = new SplittableRandom(seed);
      for (Asset asset : assets) {
        String key = asset.key();
        flows.put(asset, ledger.flow(key + ".flow", asset));
        moved.put(asset, BigInteger.ZERO);
        columns.put(
            asset,
            List.of(
                ledger.open(key + ".wallets", asset, AccountClass.WALLET, ROWS),
                ledger.open(key + ".pledge", asset, AccountClass.COLLATERAL, ROWS)));
        List<Account> single = new ArrayList<>();
        single.add(ledger.open(key + ".treasury", asset, AccountClass.TREASURY, 1));
        single.add(ledger.open(key + ".pool", asset, AccountClass.POOL, 1));
        single.add(asset.outside() ? ledger.outsideAccount(asset) : ledger.mintAccount(asset));
        single.add(asset.outside() ? ledger.outsideAccount(asset) : ledger.burnAccount(asset));
        scalars.put(asset, single);
      }
      vesting = ledger.open("CAPPED.vesting", assets.get(0), AccountClass.REWARD_VESTING, ROWS);
      ledger.claimRows(vesting, schedule::locked);
      for (Account account : ledger.listAccounts()) {
        BigInteger[] zeros = new BigInteger[account.rows()];
        Arrays.fill(zeros, BigInteger.ZERO);
        books.put(account, zeros);
      }
    }

    /** Tries one random movement; says whether the ledger took it, which must be when it should. */
    boolean step() {
      Asset asset = assets.get(random.nextInt(assets.size()));
      Account column = pick(columns.get(asset));
      return switch (random.nextInt(7)) {
        case 0 -> attempt(asset, pick(columns.get(asset)), column, rowAmount());
        case 1 -> attempt(asset, source(asset), sink(asset), new long[] {amount()});
        case 2 -> attempt(asset, source(asset), column, rowAmounts());
        case 3 -> attempt(asset, column, sink(asset), coveredOrNot(column));
        case 4 -> attempt(asset, column, pick(columns.get(asset)), coveredOrNot(column));
        case 5 -> vest();
        default -> attempt(asset, source(asset), column, rowAmount());
      };
    }

    private Account pick(List<Account> accounts) {
      return accounts.get(random.nextInt(accounts.size()));
    }

    private Account source(Asset asset) {
      return scalars.get(asset).get(random.nextInt(3));
    }

    private Account sink(Asset asset) {
      List<Account> single = scalars.get(asset);
      int choice = random.nextInt(3);
      return single.get(choice == 2 ? 3 : choice);
    }

    private long amount() {
      return random.nextInt(40) == 0 ? -1 : random.nextLong() >>> 1 + random.nextInt(62);
    }

    private long[] rowAmounts() {
      long[] amounts = new long[ROWS];
      for (int i = 0; i < ROWS; i++) {
        amounts[i] = random.nextInt(100) == 0 ? -1 : random.nextLong() >>> 4 + random.nextInt(59);
      }
      return amounts;
    }

    /** All zero but one row. */
    private long[] rowAmount() {
      long[] amounts = new long[ROWS];
      amounts[random.nextInt(ROWS)] = amount();
      return amounts;
    }

    private long[] coveredOrNot(Account column) {
      long[] amounts = rowAmounts();
      for (int i = 0; i < ROWS && random.nextInt(20) != 0; i++) {
        amounts[i] = Math.min(amounts[i], column.balance(i));
      }
      return amounts;
    }

    /** A movement row by row; a scalar side takes part in every row. */
    private boolean attempt(Asset asset, Account from, Account to, long[] amounts) {
      boolean shouldWork = allowed(from, amounts);
      Flow flow = flows.get(asset);
      try {
        apply(flow, from, to, amounts);
      } catch (InvariantException e) {
        if (shouldWork) {
          throw e;
        }
        return false;
      }
      assertTrue(shouldWork, "the ledger took what the naive books refuse");
      for (int i = 0; i < amounts.length; i++) {
        add(from, from.rows() == 1 ? 0 : i, -1, amounts[i]);
        add(to, to.rows() == 1 ? 0 : i, 1, amounts[i]);
        moved.merge(asset, BigInteger.valueOf(amounts[i]), BigInteger::add);
      }
      return true;
    }

    private void apply(Flow flow, Account from, Account to, long[] amounts) {
      boolean fromColumn = from.rows() == ROWS;
      boolean toColumn = to.rows() == ROWS;
      int only = onlyRow(amounts);
      if (!fromColumn && !toColumn) {
        ledger.transfer(flow, from, to, amounts[0]);
      } else if (only >= 0 && random.nextBoolean()) {
        ledger.transfer(flow, from, fromColumn ? only : 0, to, toColumn ? only : 0, amounts[only]);
      } else if (fromColumn && toColumn) {
        ledger.move(flow, from, amounts, to);
      } else if (fromColumn) {
        ledger.collect(flow, from, amounts, to);
      } else {
        ledger.pay(flow, from, amounts, to);
      }
    }

    private static int onlyRow(long[] amounts) {
      int only = -1;
      for (int i = 0; i < amounts.length; i++) {
        if (amounts[i] != 0) {
          if (only >= 0) {
            return -1;
          }
          only = i;
        }
      }
      return only;
    }

    private boolean allowed(Account from, long[] amounts) {
      BigInteger sum = BigInteger.ZERO;
      for (int i = 0; i < amounts.length; i++) {
        BigInteger amount = BigInteger.valueOf(amounts[i]);
        boolean uncovered = from.rows() > 1 && amount.compareTo(books.get(from)[i]) > 0;
        if (amount.signum() < 0 || uncovered) {
          return false;
        }
        sum = sum.add(amount);
      }
      if (from.accountClass().mayBeNegative()) {
        Asset asset = from.asset();
        BigInteger issued = books.get(from)[0].negate().add(sum);
        BigInteger cap = BigInteger.valueOf(asset.capMinor());
        return issued.compareTo(MAX) <= 0 && inside(asset).add(sum).compareTo(cap) <= 0;
      }
      return sum.compareTo(MAX) <= 0 && (from.rows() > 1 || sum.compareTo(books.get(from)[0]) <= 0);
    }

    private BigInteger inside(Asset asset) {
      BigInteger sum = BigInteger.ZERO;
      for (Map.Entry<Account, BigInteger[]> entry : books.entrySet()) {
        Account account = entry.getKey();
        if (account.asset().equals(asset) && !account.accountClass().isEndOfTheWorld()) {
          for (BigInteger balance : entry.getValue()) {
            sum = sum.add(balance);
          }
        }
      }
      return sum;
    }

    private void add(Account account, int row, int sign, long amount) {
      BigInteger[] rows = books.get(account);
      rows[row] = rows[row].add(BigInteger.valueOf(sign * amount));
    }

    /** Locks rewards, lets a day pass, or takes a penalty; schedule and ledger side by side. */
    private boolean vest() {
      Asset asset = assets.get(0);
      Account wallets = columns.get(asset).get(0);
      int choice = random.nextInt(3);
      if (choice == 0) {
        long[] amounts = new long[ROWS];
        for (int i = 0; i < ROWS; i++) {
          amounts[i] = wallets.balance(i) / (1 + random.nextInt(5));
        }
        schedule.lock(amounts);
        return attempt(asset, wallets, vesting, amounts);
      }
      long[] amounts = new long[ROWS];
      if (choice == 1) {
        schedule.advance(amounts);
        return attempt(asset, vesting, wallets, amounts);
      }
      int row = random.nextInt(ROWS);
      amounts[row] = schedule.takeSoonest(row, random.nextLong() >>> 8 + random.nextInt(50));
      return attempt(asset, vesting, sink(asset), amounts);
    }

    void compare(String where) {
      for (Map.Entry<Account, BigInteger[]> entry : books.entrySet()) {
        Account account = entry.getKey();
        BigInteger total = BigInteger.ZERO;
        for (int row = 0; row < account.rows(); row++) {
          BigInteger expected = entry.getValue()[row];
          assertEquals(expected.longValueExact(), account.balance(row), where);
          total = total.add(expected);
        }
        assertEquals(total.longValueExact(), account.total(), where);
      }
      for (Asset asset : assets) {
        assertEquals(inside(asset).longValueExact(), ledger.supply(asset), where);
        assertEquals(
            moved.get(asset),
            flows.get(asset).totalTokens().movePointRight(asset.decimals()).toBigIntegerExact(),
            where);
      }
    }
  }
}
