package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.incentive.filecoin.ConsensusLottery;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.random.Entity;
import io.depinsim.core.time.Phase;
import io.depinsim.core.world.Cohort;
import io.depinsim.core.world.ProviderTable;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounting identities of random networks, day by day and account class by account class. */
class NetworkIdentityPropertyTest {
  private static final int DAYS = 203;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyTokenIsAccountedForEveryDay(long seed) {
    SmallWorld world = RandomNetworks.of(seed).build();
    long[] checked = new long[1];
    world.daily(
        "identities",
        Phase.MEASUREMENT,
        day -> {
          String where = "seed " + seed + " day " + day;
          classes(world, where);
          rows(world, where);
          capacity(world, where);
          checked[0]++;
        });
    world.run(DAYS);
    assertEquals(DAYS + 1, checked[0]);
  }

  private static void classes(SmallWorld world, String where) {
    NetworkAccounts a = world.accounts();
    Ledger ledger = world.ledger();
    Asset asset = a.asset();
    long burnt =
        a.faultFees().total()
            + a.terminationFees().total()
            + a.sectorFees().total()
            + a.gasBurnt().total();
    assertEquals(burnt, ledger.burned(asset), where);
    long collateral = a.pledged().total() - a.pledgeReturned().total();
    assertEquals(collateral, ledger.total(asset, AccountClass.COLLATERAL), where);
    long locked = ledger.total(asset, AccountClass.REWARD_VESTING);
    assertEquals(world.network().rewardLock().totalLocked(), locked, where);
    long allotted = world.network().genesis().stream().mapToLong(GenesisHolder::allotted).sum();
    long unvested = ledger.total(asset, AccountClass.GENESIS_VESTING);
    assertEquals(allotted - a.genesisVested().total(), unvested, where);
    long reserve = ledger.total(asset, AccountClass.RESERVE);
    assertEquals(1_000_000_000 - a.reserveDisbursed().total(), reserve, where);
    // What holders had at the start came into circulation as if it had vested then.
    long vested = a.genesisVested().total() + a.genesis().total() - allotted - 1_000_000_000;
    long circulating =
        vested + a.minted().total() + a.reserveDisbursed().total() - burnt - collateral - locked;
    assertEquals(circulating, ledger.total(asset, AccountClass.WALLET), where);
    assertEquals(asset.toTokensRounded(circulating), a.circulating(), where);
    assertEquals(ledger.minted(asset), a.genesis().total() + a.minted().total(), where);
    assertEquals(
        ledger.minted(asset) - burnt,
        circulating + collateral + locked + unvested + reserve,
        where);
  }

  private static void rows(SmallWorld world, String where) {
    for (Account account : world.ledger().listAccounts()) {
      for (int row = 0; row < account.rows() && !account.accountClass().mayBeNegative(); row++) {
        assertTrue(account.balance(row) >= 0, where + ": " + account.name() + " row " + row);
      }
    }
    ProviderTable table = world.network().providers();
    for (int row = 0; row < table.rows(); row++) {
      assertEquals(
          world.network().rewardLock().locked(row), world.accounts().rewardLock().balance(row));
      assertTrue(table.plain()[row] >= 0 && table.boosted()[row] >= 0, where);
      assertTrue(table.feeDebt()[row] >= 0, where);
      assertTrue(
          table.faultyPlain()[row] >= 0
              && table.faultyPlain()[row] <= table.plain()[row]
              && table.faultyBoosted()[row] >= 0
              && table.faultyBoosted()[row] <= table.boosted()[row],
          where + ": faults of row " + row);
    }
  }

  private static void capacity(SmallWorld world, String where) {
    ProviderTable table = world.network().providers();
    long pledge = 0;
    long raw = 0;
    for (NetworkSegment s : world.network().segments()) {
      long plain = 0;
      long boosted = 0;
      for (int row = s.firstRow(); row < s.endRow(); row++) {
        plain += table.plain()[row];
        boosted += table.boosted()[row];
      }
      assertEquals(s.plain().units(), plain, where);
      assertEquals(s.boosted().units(), boosted, where);
      pledge += s.plain().pledge() + s.boosted().pledge();
      raw += plain + boosted;
    }
    assertEquals(pledge, world.accounts().collateral().total(), where);
    Network n = world.network();
    double opened = 0;
    for (NetworkSegment s : n.segments()) {
      opened += s.strategy().opening().plain() + s.strategy().opening().boosted();
    }
    assertEquals(raw, opened + n.addedTotal() - n.expiredTotal() - n.terminatedTotal(), where);
  }

  /** The same providers in another order get the same daily reward, within one minor unit. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfRowsMovesASplitByAtMostOneMinorUnit(long seed) {
    permuted(seed, false);
  }

  /** A lottery keyed to providers does not see their order at all. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfRowsDoesNotMoveALottery(long seed) {
    permuted(seed, true);
  }

  private static void permuted(long seed, boolean lottery) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 2 + random.nextInt(12);
    long[] sizes = random.longs(rows, 1, 5_000).toArray();
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    double perDay = random.nextDouble(1_000);
    long[][] straight = rewards(seed, sizes, null, perDay, lottery);
    long[][] shuffled = rewards(seed, sizes, order, perDay, lottery);
    for (int day = 0; day < straight.length; day++) {
      long[] back = new long[rows];
      for (int i = 0; i < rows; i++) {
        back[order[i]] = shuffled[day][i];
      }
      if (lottery) {
        assertArrayEquals(straight[day], back, "seed " + seed + " day " + day);
      }
      for (int i = 0; i < rows; i++) {
        long difference = Math.abs(straight[day][i] - back[i]);
        assertTrue(difference <= 1, "seed " + seed + " day " + day + " provider " + i);
      }
    }
  }

  /** Rewards by day and row; opening units are a multiple of sizes, so that these split exactly. */
  private static long[][] rewards(
      long seed, long[] sizes, int[] order, double perDay, boolean lottery) {
    int rows = sizes.length;
    long[] entity = new long[rows];
    long[] weight = new long[rows];
    long[] leaves = new long[rows];
    for (int i = 0; i < rows; i++) {
      int who = order == null ? i : order[i];
      entity[i] = Entity.of(1, who);
      weight[i] = sizes[who];
      leaves[i] = Long.MAX_VALUE;
    }
    long units = 3 * LongStream.of(sizes).sum();
    SmallNetwork network =
        new SmallNetwork()
            .seed(seed)
            .cohort(new Cohort("c", entity, weight, new long[rows], leaves), Script.keeping(units))
            .emission(perDay)
            .penalties(new FlatRules.FlatPenalties(0.01, 0, 0));
    if (lottery) {
      network.rewards(new ConsensusLottery(new ConsensusLottery.Spec(5, 1, 0)));
    }
    SmallWorld world = network.build();
    long[][] rewards = new long[11][rows];
    long[] before = new long[rows];
    world.daily(
        "rewards",
        Phase.MEASUREMENT,
        day -> {
          for (int i = 0; i < rows; i++) {
            long now = world.accounts().wallet().balance(i);
            rewards[day.intValue()][i] = now - before[i];
            before[i] = now;
          }
        });
    world.run(10);
    return rewards;
  }
}
