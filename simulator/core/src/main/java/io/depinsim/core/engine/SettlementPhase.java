package io.depinsim.core.engine;

import io.depinsim.core.incentive.Emission;
import io.depinsim.core.incentive.NetworkConditions;
import io.depinsim.core.incentive.RewardSplit;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.ExactSplit;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.ledger.WideMath;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.world.ProviderTable;
import java.math.BigDecimal;
import java.util.Arrays;

/** Moves a network's tokens once per epoch: unlocks, mints, splits, locks, and burns fees. */
final class SettlementPhase {
  private static final long PARTS = 1_000_000;

  private final Network network;
  private final NetworkAccounts accounts;
  private final Ledger ledger;
  private final ProviderTable table;
  private final FeeCollector fees;
  private int days;
  private final long lockedParts;
  private final ClampTelemetry clamps;
  private final ClampTelemetry.Clamp feeCap;
  private final ClampTelemetry.Clamp reserveOfHolders;
  private final long[] amount;
  private final long[] work;
  private final long[] healthyRaw;
  private double unitsAtStart;
  private double offeredToday;
  private NetworkConditions conditions;

  SettlementPhase(Network network, FeeCollector fees, ClampTelemetry clamps) {
    this.network = network;
    this.accounts = network.accounts();
    this.ledger = accounts.ledger();
    this.table = network.providers();
    this.fees = fees;
    this.lockedParts =
        network.rules().vesting().map(v -> Math.round(v.lockedShare() * PARTS)).orElse(0L);
    this.clamps = clamps;
    this.feeCap = clamps.declare(network.name() + ".capacityFeeCap");
    this.reserveOfHolders = clamps.declare(network.name() + ".gasUnaffordable");
    int rows = table.rows();
    this.amount = new long[rows];
    this.work = new long[rows];
    this.healthyRaw = new long[rows];
  }

  /** Notes capacity before anything moves; returns the length of the epoch that ends now, days. */
  int beginEpoch(long now) {
    days = (int) SimulatedTime.wholeDays(now - network.lastEpochMicros());
    network.epochEnds(now);
    unitsAtStart = table.totalRaw();
    return days;
  }

  void unlockGenesis(long now) {
    for (GenesisHolder holder : network.genesis()) {
      ledger.transfer(accounts.genesisVested(), holder.locked(), holder.wallet(), holder.due(now));
    }
  }

  void releaseRewards() {
    // Without a vesting rule only an opening position can be locked, and that is soon released.
    boolean some = network.rules().vesting().isPresent() || accounts.rewardLock().total() > 0;
    for (int day = 0; some && day < days; day++) {
      network.rewardLock().advance(amount);
      ledger.move(accounts.rewardReleased(), accounts.rewardLock(), amount, accounts.wallet());
    }
    fees.payDebt(accounts.lateFees());
  }

  void mint(long now) {
    long from = Math.max(now - SimulatedTime.ofDays(days), network.stage().launchMicros());
    if (from >= now) {
      offeredToday = 0;
      network.offered(0, days);
      return;
    }
    offeredToday =
        network
            .rules()
            .emission()
            .expected(
                new Emission.Period(
                    from,
                    now,
                    network.stage().launchMicros(),
                    unitsAtStart,
                    table.totalRaw(),
                    network.market().revenueOfPeriod(),
                    network.market().price(),
                    (limit, bound) -> clamps.declare(network.name() + "." + limit).note(bound)));
    network.offered(offeredToday, days);
  }

  void split(long now) {
    long totalWork = 0;
    for (int row = 0; row < table.rows(); row++) {
      work[row] = table.quality(row) - table.faultyQuality(row);
      totalWork += work[row];
      healthyRaw[row] = table.raw(row) - table.faultyPlain()[row] - table.faultyBoosted()[row];
    }
    Asset asset = accounts.asset();
    RewardSplit.Round round =
        new RewardSplit.Round(
            SimulatedTime.wholeDays(now),
            days,
            offeredToday,
            asset.toMinor(BigDecimal.ONE),
            table.entity(),
            healthyRaw,
            work,
            totalWork,
            network.streams());
    network.rules().rewards().split(round, amount);
    ledger.pay(accounts.minted(), ledger.mintAccount(asset), amount, accounts.wallet());
    if (lockedParts > 0) {
      lockShare();
    }
    conditions = network.conditions(now);
  }

  private void lockShare() {
    for (int row = 0; row < amount.length; row++) {
      amount[row] = WideMath.mulDivFloor(amount[row], lockedParts, PARTS);
    }
    network.rewardLock().lock(amount);
    ledger.move(accounts.rewardLocked(), accounts.wallet(), amount, accounts.rewardLock());
  }

  void chargeFaults() {
    if (network.rules().penalties().isEmpty()) {
      return;
    }
    double perUnit = network.rules().penalties().get().faultFeePerUnit(conditions) * days;
    for (int row = 0; row < table.rows(); row++) {
      amount[row] = accounts.asset().toMinorRounded(perUnit * table.faultyQuality(row));
    }
    fees.charge(accounts.faultFees(), amount);
  }

  void chargeCapacityFee() {
    if (network.rules().sectorFee().isEmpty()) {
      return;
    }
    Asset asset = accounts.asset();
    for (NetworkSegment s : network.segments()) {
      long due = s.plain().dailyFee() + s.boosted().dailyFee();
      double cap =
          network.rules().sectorFee().get().capShare()
              * conditions.rewardPerUnitDay()
              * (s.plain().units() + (double) table.boost() * s.boosted().units());
      long capMinor = asset.toMinorRounded(cap);
      if (due > 0) {
        due = feeCap.note(due > capMinor) ? capMinor : due;
      }
      Arrays.fill(work, 0);
      for (int row = s.firstRow(); row < s.endRow(); row++) {
        work[row] = table.quality(row);
      }
      ExactSplit.split(work, due * days, amount);
      fees.charge(accounts.sectorFees(), amount);
    }
  }

  void burnGas(long now, double activated) {
    if (network.rules().gas().isEmpty()) {
      return;
    }
    double burn = 0;
    for (int daysAgo = days - 1; daysAgo >= 0; daysAgo--) {
      long time = now - SimulatedTime.ofDays(daysAgo);
      burn += network.rules().gas().get().burnOfDay(time, activated / days, table.totalRaw());
    }
    for (int row = 0; row < table.rows(); row++) {
      work[row] = table.raw(row);
    }
    long due = accounts.asset().toMinorRounded(burn);
    ExactSplit.split(work, due, amount);
    if (reserveOfHolders.note(fees.shortfall(amount) > accounts.holders().total())) {
      fees.charge(accounts.gasBurnt(), amount);
    } else {
      fees.buyAndBurn(accounts.gasBurnt(), amount);
    }
  }
}
