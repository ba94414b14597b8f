package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.scenario.FeeSpec.PayIn;
import io.depinsim.core.time.Phase;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Accounting identities of random markets, month by month and account class by account class. Those
 * of sums that flow in and out are checked on what moved within the month, so opposite errors of
 * two months do not cancel.
 */
class MarketIdentityPropertyTest {
  private static final int MONTHS = 9;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 120);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyAmountIsAccountedForEveryMonth(long seed) {
    RandomMarkets.Drawn drawn = RandomMarkets.of(seed);
    MarketWorld world = drawn.build();
    long[] last = new long[4];
    last[0] = drawn.opening();
    long[] checked = new long[1];
    world.each(
        "identities",
        Phase.MEASUREMENT,
        month -> {
          String where = "seed " + seed + " month " + month;
          currency(drawn, world, last, where);
          fees(drawn, world, where);
          tokens(world, month, where);
          rows(world.ledger(), where);
          checked[0]++;
        });
    world.run(MONTHS);
    assertEquals(MONTHS + 1, checked[0]);
  }

  private static long flow(MarketWorld world, String name) {
    return world.ledger().findFlow(name).orElseThrow().total();
  }

  /** Money inside moves by what entered less what left; every class holds its part. */
  private static void currency(
      RandomMarkets.Drawn drawn, MarketWorld world, long[] last, String where) {
    MarketAccounts a = world.accounts();
    long entered =
        flow(world, "own.capital")
            + flow(world, "own.borrowed")
            + flow(world, "own.resale")
            + paidFees(drawn, world);
    long left =
        flow(world, "own.capex")
            + flow(world, "own.runningCost")
            + flow(world, "own.debtService")
            + flow(world, "own.takenOut")
            + flow(world, "net.holdersSpend");
    // Trades with a pool stay inside, but users' money comes from outside. With a price from
    // outside everybody trades with the outside.
    if (drawn.pool()) {
      entered += flow(world, "net.users.currencyTraded");
    } else {
      entered += flow(world, "net.sellers.currencyTraded") + a.speculatorCurrency().total();
      left += flow(world, "net.burn.currencyTraded") + speculatorsOpening(drawn);
    }
    long inside = world.ledger().supply(MarketWorld.USD);
    assertEquals(entered - left - last[1], inside - last[0], where);
    last[0] = inside;
    last[1] = entered - left;
    long classes = 0;
    for (AccountClass kind : AccountClass.values()) {
      classes += kind.isEndOfTheWorld() ? 0 : world.ledger().total(MarketWorld.USD, kind);
    }
    assertEquals(inside, classes, where);
    // Only pools hold money of the exchange, only treasuries that of the treasury.
    assertEquals(
        a.poolCurrency().total(), world.ledger().total(MarketWorld.USD, AccountClass.POOL), where);
    assertEquals(
        a.credits().total(), world.ledger().total(MarketWorld.USD, AccountClass.COLLATERAL), where);
    assertTrue(drawn.pool() || a.poolCurrency().total() == 0, where);
  }

  private static long speculatorsOpening(RandomMarkets.Drawn drawn) {
    return drawn
        .market()
        .speculators
        .map(s -> MarketWorld.USD.toMinor(s.openingCurrency()))
        .orElse(0L);
  }

  /** What users paid in currency; money that leaves the escrow of credits was paid before. */
  private static long paidFees(RandomMarkets.Drawn drawn, MarketWorld world) {
    long all = flow(world, "net.fees");
    if (drawn.payIn() != PayIn.credits) {
      return all;
    }
    MarketAccounts a = world.accounts();
    long burned = a.burnFund().total() + flow(world, "net.burn.currencyTraded");
    long fromEscrow = (all - burned - a.credits().total()) / 2;
    assertEquals(all, burned + a.credits().total() + 2 * fromEscrow);
    return all - fromEscrow;
  }

  /** Paid = distributed + held for providers + burn + treasury + escrow, in both assets. */
  private static void fees(RandomMarkets.Drawn drawn, MarketWorld world, String where) {
    MarketAccounts a = world.accounts();
    long treasury =
        a.treasuryCurrency().total()
            - drawn.opening()
            + speculatorsOpening(drawn)
            + drawn
                .market()
                .liquidity
                .map(l -> MarketWorld.USD.toMinor(l.openingCurrency()))
                .orElse(0L)
            + (drawn.pool() ? MarketWorld.USD.toMinorRounded(drawn.market().poolMoney) : 0);
    assertEquals(
        paidFees(drawn, world),
        flow(world, "net.feesDistributed")
            + a.nodeFees().total()
            + a.burnFund().total()
            + flow(world, "net.burn.currencyTraded")
            + treasury
            + a.credits().total(),
        where);
    assertEquals(
        flow(world, "net.feesInTokens"),
        flow(world, "net.feesDistributedInTokens")
            + a.nodeTokens().total()
            + a.treasuryTokens().total(),
        where);
    long earned = LongStream.of(world.owners("own").earned()).sum();
    assertTrue(drawn.payIn() != PayIn.token || flow(world, "net.fees") == 0, where);
    // Interest is what debt service was beyond repayment and write-off; earnings hold the rest.
    assertTrue(
        earned
            <= flow(world, "net.feesDistributed")
                + flow(world, "own.proceeds")
                + flow(world, "own.resale")
                - flow(world, "own.runningCost"),
        where);
  }

  private static void tokens(MarketWorld world, long month, String where) {
    Asset token = world.accounts().token();
    Ledger ledger = world.ledger();
    long minted = world.network().minted().total();
    double offered = 100 * world.market().network().offeredTotal();
    assertTrue(minted <= offered + 0.5 * month, where + ": " + minted + " of " + offered);
    assertEquals(world.accounts().burnt().total(), ledger.burned(token), where);
    long unlocked = world.network().genesisVested().total();
    long genesis = world.network().genesis().total();
    long allotted = world.market().network().genesis().stream().mapToLong(h -> h.allotted()).sum();
    assertEquals(allotted - unlocked, ledger.total(token, AccountClass.GENESIS_VESTING), where);
    assertEquals(0, ledger.total(token, AccountClass.COLLATERAL), where);
    assertEquals(
        world.accounts().treasuryTokens().total(),
        ledger.total(token, AccountClass.TREASURY),
        where);
    long circulating =
        genesis
            - allotted
            + unlocked
            + minted
            - ledger.burned(token)
            - ledger.total(token, AccountClass.TREASURY);
    assertEquals(token.toTokensRounded(circulating), world.network().circulating(), where);
  }

  private static void rows(Ledger ledger, String where) {
    for (Account account : ledger.listAccounts()) {
      for (int row = 0; row < account.rows() && !account.accountClass().mayBeNegative(); row++) {
        assertTrue(account.balance(row) >= 0, where + ": " + account.name() + " row " + row);
      }
    }
  }
}
