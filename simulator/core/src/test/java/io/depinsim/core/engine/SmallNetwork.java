package io.depinsim.core.engine;

import io.depinsim.core.incentive.CapacityShare;
import io.depinsim.core.incentive.Collateral;
import io.depinsim.core.incentive.Emission;
import io.depinsim.core.incentive.FixedEmission;
import io.depinsim.core.incentive.GasBurn;
import io.depinsim.core.incentive.Penalties;
import io.depinsim.core.incentive.RewardSplit;
import io.depinsim.core.incentive.RewardVesting;
import io.depinsim.core.incentive.SectorFee;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.ledger.CliffVesting;
import io.depinsim.core.ledger.ExactSplit;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.ledger.RollingVesting;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Streams;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.world.CapacityBook;
import io.depinsim.core.world.Cohort;
import io.depinsim.core.world.ProviderTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One network with a handful of providers, put together by hand for tests. */
final class SmallNetwork {
  /** What providers are made of before the network is put together. */
  private record Part(Cohort cohort, CapacityStrategy strategy) {}

  private final List<Part> parts = new ArrayList<>();
  private Asset asset = Asset.uncapped("TOK", 2);
  private CheckLevel checks = CheckLevel.EVENT;
  private long seed = 7;
  private int boost = 10;
  private int epochDays = 1;
  private double held;
  private double reserve;
  private double reserveDisbursed;
  private final List<CliffVesting> vestingPlan = new ArrayList<>();
  private Emission emission = new FixedEmission(new FixedEmission.Spec(0));
  private RewardSplit rewards = new CapacityShare();
  private Optional<RewardVesting> vesting = Optional.empty();
  private Optional<Collateral> collateral = Optional.empty();
  private Optional<Penalties> penalties = Optional.empty();
  private Optional<SectorFee> sectorFee = Optional.empty();
  private Optional<GasBurn> gas = Optional.empty();

  /** Adds a cohort of one provider. */
  SmallNetwork provider(String name, CapacityStrategy strategy) {
    return cohort(name, strategy, 1);
  }

  /** Adds a cohort of providers of given relative sizes who are there from start to end. */
  SmallNetwork cohort(String name, CapacityStrategy strategy, long... sizes) {
    long[] leaves = new long[sizes.length];
    Arrays.fill(leaves, Long.MAX_VALUE);
    return cohort(name, strategy, sizes, new long[sizes.length], leaves);
  }

  /** Adds a cohort; times in microseconds. */
  SmallNetwork cohort(
      String name, CapacityStrategy strategy, long[] sizes, long[] joins, long[] leaves) {
    int code = Entity.cohortCode(name);
    long[] entity = new long[sizes.length];
    for (int i = 0; i < entity.length; i++) {
      entity[i] = Entity.of(code, i);
    }
    return cohort(new Cohort(name, entity, sizes, joins, leaves), strategy);
  }

  SmallNetwork cohort(Cohort cohort, CapacityStrategy strategy) {
    parts.add(new Part(cohort, strategy));
    return this;
  }

  SmallNetwork asset(Asset value) {
    asset = value;
    return this;
  }

  SmallNetwork checks(CheckLevel value) {
    checks = value;
    return this;
  }

  SmallNetwork seed(long value) {
    seed = value;
    return this;
  }

  SmallNetwork boost(int value) {
    boost = value;
    return this;
  }

  SmallNetwork epochDays(int value) {
    epochDays = value;
    return this;
  }

  /** An allocation that vests in a straight line, by days from the start. */
  SmallNetwork genesis(double tokens, long cliffDays, long endDays) {
    vestingPlan.add(
        CliffVesting.continuous(asset.toMinorRounded(tokens), 0, days(cliffDays), days(endDays)));
    return this;
  }

  /** Tokens held back, and the part of them put into circulation before the start. */
  SmallNetwork reserve(double tokens, double disbursed) {
    reserve = tokens;
    reserveDisbursed = disbursed;
    return this;
  }

  /** Tokens of everybody who is not a provider. */
  SmallNetwork held(double tokens) {
    held = tokens;
    return this;
  }

  SmallNetwork emission(double tokensPerDay) {
    return emission(new FixedEmission(new FixedEmission.Spec(tokensPerDay)));
  }

  SmallNetwork emission(Emission rule) {
    emission = rule;
    return this;
  }

  SmallNetwork rewards(RewardSplit rule) {
    rewards = rule;
    return this;
  }

  SmallNetwork vesting(double lockedShare, int days) {
    vesting = Optional.of(new RewardVesting(lockedShare, days));
    return this;
  }

  SmallNetwork collateral(Collateral rule) {
    collateral = Optional.of(rule);
    return this;
  }

  SmallNetwork penalties(Penalties rule) {
    penalties = Optional.of(rule);
    return this;
  }

  SmallNetwork sectorFee(SectorFee rule) {
    sectorFee = Optional.of(rule);
    return this;
  }

  SmallNetwork gas(GasBurn rule) {
    gas = Optional.of(rule);
    return this;
  }

  /** Puts the network together, ready to run. */
  SmallWorld build() {
    List<NetworkSegment> segments = new ArrayList<>();
    int rows = 0;
    for (Part part : parts) {
      segments.add(
          new NetworkSegment(
              part.cohort, rows, part.strategy, new CapacityBook(), new CapacityBook()));
      rows += part.cohort.rows();
    }
    long[] entity = new long[rows];
    for (NetworkSegment s : segments) {
      for (int row = s.firstRow(); row < s.endRow(); row++) {
        entity[row] = s.cohort().entity(row - s.firstRow());
      }
    }
    Ledger ledger = new Ledger(checks);
    ProviderTable table = new ProviderTable(boost, entity);
    NetworkAccounts accounts = new NetworkAccounts(ledger, "net", asset, rows);
    RollingVesting lock = new RollingVesting(rows, vesting.map(RewardVesting::days).orElse(1));
    segments.forEach(s -> open(s, table));
    ledger.claimRows(accounts.rewardLock(), lock::locked);
    ledger.claim(
        accounts.collateral(),
        () -> segments.stream().mapToLong(s -> s.plain().pledge() + s.boosted().pledge()).sum());
    ledger.mint(accounts.genesis(), accounts.holders(), 0, asset.toMinorRounded(held));
    ledger.mint(accounts.genesis(), accounts.reserve(), 0, asset.toMinorRounded(reserve));
    ledger.transfer(
        accounts.reserveDisbursed(),
        accounts.reserve(),
        accounts.holders(),
        asset.toMinorRounded(reserveDisbursed));
    NetworkRules rules =
        new NetworkRules(emission, rewards, vesting, collateral, penalties, sectorFee, gas);
    Network network =
        new Network(
            "net",
            0,
            table,
            segments,
            accounts,
            rules,
            holders(ledger, accounts),
            lock,
            new Streams(seed, 0),
            LifeStage.launchedAtStart());
    return new SmallWorld(network, new Simulation(ledger, seed), epochDays);
  }

  private List<GenesisHolder> holders(Ledger ledger, NetworkAccounts accounts) {
    List<GenesisHolder> holders = new ArrayList<>();
    for (CliffVesting plan : vestingPlan) {
      String name = "net.genesis." + holders.size();
      Account locked = ledger.open(name, asset, AccountClass.GENESIS_VESTING, 1);
      ledger.mint(accounts.genesis(), locked, 0, plan.amount());
      holders.add(GenesisHolder.byDates(locked, accounts.holders(), List.of(plan), plan.amount()));
    }
    return holders;
  }

  private static void open(NetworkSegment s, ProviderTable table) {
    CapacityStrategy.Opening o = s.strategy().opening();
    spread(s, s.plain(), o.plain(), o, table.plain());
    spread(s, s.boosted(), o.boosted(), o, table.boosted());
  }

  private static void spread(
      NetworkSegment s, CapacityBook book, long units, CapacityStrategy.Opening o, long[] column) {
    int days = o.longestDays() - o.shortestDays() + 1;
    for (int i = 0; i < days; i++) {
      long part = units * (i + 1) / days - units * i / days;
      book.add(-o.meanAgeDays(), o.shortestDays() + i, part, 0, 0, 0);
    }
    long[] sizes = new long[column.length];
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      int member = row - s.firstRow();
      sizes[row] = s.cohort().active(member, 0) ? s.cohort().sizeWeight(member) : 0;
    }
    long[] share = new long[column.length];
    ExactSplit.split(sizes, units, share);
    System.arraycopy(share, s.firstRow(), column, s.firstRow(), s.cohort().rows());
  }

  /** Whole days as microseconds. */
  static long days(long count) {
    return SimulatedTime.ofDays(count);
  }
}
