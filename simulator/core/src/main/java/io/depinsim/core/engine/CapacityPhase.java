package io.depinsim.core.engine;

import io.depinsim.core.incentive.NetworkConditions;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.ExactSplit;
import io.depinsim.core.ledger.WideMath;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.world.CapacityBook;
import io.depinsim.core.world.Cohort;
import io.depinsim.core.world.ProviderTable;
import io.depinsim.core.world.Terms;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Moves capacity: extends, ends and adds commitments, with the collateral behind them.
 *
 * <p>A cohort decides in units; units fall to its providers by exact split, additions by size among
 * those who are active, removals first among those who have begun to leave and then in proportion
 * to what each has.
 */
final class CapacityPhase {
  private final Network network;
  private final FeeCollector fees;
  private final ProviderTable table;
  private final CapacityStrategy.Decision[] decisions;
  private final CapacityBook.Taken taken = new CapacityBook.Taken();
  private final long[] weight;
  private final long[] share;
  private final long[] removed;
  private final long[] collateral;
  private final long[] terminationFee;
  private final ClampTelemetry.Clamp collateralClamp;
  private NetworkConditions conditions;
  private int epochDays;
  private long day;
  private long added;
  private long extended;

  CapacityPhase(Network network, FeeCollector fees, ClampTelemetry clamps) {
    this.network = network;
    this.fees = fees;
    this.table = network.providers();
    int rows = table.rows();
    this.decisions = new CapacityStrategy.Decision[network.segments().size()];
    this.weight = new long[rows];
    this.share = new long[rows];
    this.removed = new long[rows];
    this.collateral = new long[rows];
    this.terminationFee = new long[rows];
    this.collateralClamp = clamps.declare(network.name() + ".collateralShort");
  }

  /** Raw units added in the epoch. */
  double activated() {
    return added;
  }

  /** Asks every cohort; {@code days} is the length of the epoch that ends now. */
  void decide(long now, int days) {
    epochDays = days;
    conditions = network.conditions(now);
    day = SimulatedTime.wholeDays(now);
    added = 0;
    extended = 0;
    Arrays.fill(terminationFee, 0);
    double pledge = network.rules().collateral().map(c -> c.perUnit(conditions)).orElse(0.0);
    for (int i = 0; i < decisions.length; i++) {
      NetworkSegment s = network.segments().get(i);
      decisions[i] =
          s.strategy()
              .decide(
                  new CapacityStrategy.Observation(
                      day,
                      epochDays,
                      s.plain().units(),
                      s.boosted().units(),
                      s.plain().ending(day - epochDays + 1, day),
                      s.boosted().ending(day - epochDays + 1, day),
                      pledge,
                      conditions.rewardPerUnitDay()));
    }
  }

  void extend() {
    double fee = network.rules().sectorFee().map(f -> f.perUnitDay(conditions)).orElse(0.0);
    double feeMinor = minor(fee);
    for (int i = 0; i < decisions.length; i++) {
      NetworkSegment s = network.segments().get(i);
      Terms terms = s.strategy().terms(day);
      extended += extend(s.plain(), decisions[i].plain(), terms, feeMinor);
      extended += extend(s.boosted(), decisions[i].boosted(), terms, table.boost() * feeMinor);
    }
  }

  private long extend(
      CapacityBook book, CapacityStrategy.Change change, Terms terms, double feeMinor) {
    long first = day - epochDays + 1;
    return book.extend(first, day, change.extend(), change.extendEarly(), terms, feeMinor);
  }

  void expire() {
    long expired = 0;
    for (int i = 0; i < decisions.length; i++) {
      NetworkSegment s = network.segments().get(i);
      for (long ending = day - epochDays + 1; ending <= day; ending++) {
        s.plain().expire(ending, taken);
        expired += taken.units();
        withdraw(s, table.plain(), 1);
        s.boosted().expire(ending, taken);
        expired += taken.units();
        withdraw(s, table.boosted(), table.boost());
      }
      s.plain().lapse(day + 1, decisions[i].plain().lapse(), taken);
      expired += taken.units();
      withdraw(s, table.plain(), 1);
      s.boosted().lapse(day + 1, decisions[i].boosted().lapse(), taken);
      expired += taken.units();
      withdraw(s, table.boosted(), table.boost());
    }
    network.moved(0, extended, expired, 0);
  }

  void terminate() {
    long terminated = 0;
    for (int i = 0; i < decisions.length; i++) {
      NetworkSegment s = network.segments().get(i);
      s.plain().terminate(day, decisions[i].plain().terminate(), taken);
      terminated += taken.units();
      withdraw(s, table.plain(), 1);
      noteTerminationFee(s, 1);
      s.boosted().terminate(day, decisions[i].boosted().terminate(), taken);
      terminated += taken.units();
      withdraw(s, table.boosted(), table.boost());
      noteTerminationFee(s, table.boost());
    }
    network.moved(0, 0, 0, terminated);
  }

  void add() {
    for (int i = 0; i < decisions.length; i++) {
      NetworkSegment s = network.segments().get(i);
      addClass(s, s.plain(), table.plain(), decisions[i].plain().add(), 1);
      addClass(s, s.boosted(), table.boosted(), decisions[i].boosted().add(), table.boost());
    }
    network.moved(added, 0, 0, 0);
  }

  void chargeTerminations() {
    if (decisions.length == 0) {
      return;
    }
    fees.charge(network.accounts().terminationFees(), terminationFee);
  }

  private void addClass(
      NetworkSegment s, CapacityBook book, long[] column, long wanted, int quality) {
    if (wanted == 0) {
      return;
    }
    Asset asset = network.accounts().asset();
    double perUnit = network.rules().collateral().map(c -> c.perUnit(conditions)).orElse(0.0);
    long units = affordable(s, wanted, perUnit * quality, asset);
    if (units == 0) {
      return;
    }
    long pledge = asset.toMinorRounded(perUnit * quality * units);
    splitAmongActive(s, units, share);
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      column[row] += share[row];
    }
    fees.buy(collateral);
    network
        .accounts()
        .ledger()
        .move(
            network.accounts().pledged(),
            network.accounts().wallet(),
            collateral,
            network.accounts().collateral());
    double remembered =
        network.rules().collateral().map(c -> c.rewardAtActivation(conditions)).orElse(0.0);
    double fee = network.rules().sectorFee().map(f -> f.perUnitDay(conditions)).orElse(0.0);
    book.add(
        day,
        s.strategy().terms(day),
        units,
        pledge,
        asset.toMinorRounded(remembered * quality * units),
        asset.toMinorRounded(fee * quality * units));
    added += units;
  }

  /**
   * Units whose collateral providers own or holders can sell them; leaves that collateral, by row,
   * in {@code collateral}.
   */
  private long affordable(NetworkSegment s, long wanted, double pledgePerUnit, Asset asset) {
    long onSale = network.accounts().holders().total();
    long units = wanted;
    long missing = missing(s, units, pledgePerUnit, asset);
    collateralClamp.note(missing > onSale);
    while (missing > onSale) {
      // What must be bought shrinks at least in proportion with what is added, but for rounding.
      units = Math.max(0, (long) StrictMath.floor(units * ((double) onSale / missing)) - 1);
      missing = missing(s, units, pledgePerUnit, asset);
    }
    return units;
  }

  private long missing(NetworkSegment s, long units, double pledgePerUnit, Asset asset) {
    splitAmongActive(s, asset.toMinorRounded(pledgePerUnit * units), collateral);
    return fees.shortfall(collateral);
  }

  /** Fills the cohort's rows of {@code out} and sets all others to 0. */
  private void splitAmongActive(NetworkSegment s, long amount, long[] out) {
    Cohort cohort = s.cohort();
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      int member = row - s.firstRow();
      weight[row] = cohort.active(member, conditions.nowMicros()) ? cohort.sizeWeight(member) : 0;
    }
    Arrays.fill(out, 0);
    if (split(s, amount, out) != amount) {
      throw new IllegalStateException(
          "cohort "
              + cohort.name()
              + ": nobody is active on day "
              + day
              + " to add capacity. Maybe more providers must be there at the start?");
    }
  }

  /**
   * Takes units and collateral that left the book from the providers, and notes in {@code removed}
   * how many units each lost.
   */
  private void withdraw(NetworkSegment s, long[] column, int quality) {
    if (taken.units() == 0) {
      return;
    }
    Cohort cohort = s.cohort();
    long leaving = 0;
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      boolean leaves = cohort.leaving(row - s.firstRow(), conditions.nowMicros());
      weight[row] = leaves ? column[row] : 0;
      leaving += weight[row];
    }
    long first = Math.min(leaving, taken.units());
    split(s, first, removed);
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      weight[row] = column[row] - removed[row];
    }
    split(s, taken.units() - first, share);
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      removed[row] += share[row];
      column[row] -= removed[row];
    }
    returnCollateral(s, quality);
  }

  /**
   * Gives collateral back to those whose units went, each the part of its collateral that its part
   * of capacity stood for; what is left of the book's own sum falls to all by what they have
   * locked.
   */
  private void returnCollateral(NetworkSegment s, int quality) {
    Account locked = network.accounts().collateral();
    long owned = 0;
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      long gone = quality * removed[row];
      weight[row] =
          gone == 0
              ? 0
              : WideMath.mulDivFloor(locked.balance(row), gone, table.quality(row) + gone);
      owned += weight[row];
    }
    Arrays.fill(collateral, 0);
    long first = Math.min(owned, taken.pledge());
    split(s, first, collateral);
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      weight[row] = locked.balance(row) - collateral[row];
    }
    split(s, taken.pledge() - first, share);
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      collateral[row] += share[row];
    }
    network
        .accounts()
        .ledger()
        .move(
            network.accounts().pledgeReturned(),
            network.accounts().collateral(),
            collateral,
            network.accounts().wallet());
  }

  /** Splits over one cohort's rows in proportion to {@code weight}; writes no other row. */
  private long split(NetworkSegment s, long amount, long[] out) {
    long total = ExactSplit.sum(weight, s.firstRow(), s.endRow());
    return ExactSplit.split(weight, total, amount, 0, out, s.firstRow(), s.endRow());
  }

  private void noteTerminationFee(NetworkSegment s, int quality) {
    if (taken.units() == 0 || network.rules().penalties().isEmpty()) {
      return;
    }
    Asset asset = network.accounts().asset();
    double fee =
        network
            .rules()
            .penalties()
            .get()
            .terminationFee(
                conditions,
                (double) quality * taken.units(),
                asset.toTokensRounded(taken.pledge()),
                taken.meanAge(day),
                asset.toTokensRounded(taken.rememberedReward()));
    System.arraycopy(removed, s.firstRow(), weight, s.firstRow(), s.cohort().rows());
    split(s, asset.toMinorRounded(fee), share);
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      terminationFee[row] += share[row];
    }
  }

  private double minor(double tokens) {
    return tokens * network.accounts().asset().toMinor(BigDecimal.ONE);
  }
}
