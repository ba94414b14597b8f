package io.depinsim.core.engine;

import io.depinsim.core.incentive.NetworkConditions;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.ExactSplit;
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
  private final long[] collateral;
  private final long[] terminationFee;
  private final ClampTelemetry.Clamp collateralClamp;
  private NetworkConditions conditions;
  private final int epochDays;
  private long day;
  private long added;
  private long extended;

  CapacityPhase(Network network, int epochDays, FeeCollector fees, ClampTelemetry clamps) {
    this.network = network;
    this.epochDays = epochDays;
    this.fees = fees;
    this.table = network.providers();
    int rows = table.rows();
    this.decisions = new CapacityStrategy.Decision[network.segments().size()];
    this.weight = new long[rows];
    this.share = new long[rows];
    this.collateral = new long[rows];
    this.terminationFee = new long[rows];
    this.collateralClamp = clamps.declare(network.name() + ".collateralShort");
  }

  /** Raw units added today. */
  double activatedToday() {
    return added;
  }

  void decide(long now) {
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
    for (NetworkSegment s : network.segments()) {
      for (long ending = day - epochDays + 1; ending <= day; ending++) {
        s.plain().expire(ending, taken);
        expired += taken.units();
        withdraw(s, table.plain());
        s.boosted().expire(ending, taken);
        expired += taken.units();
        withdraw(s, table.boosted());
      }
    }
    network.moved(0, extended, expired, 0);
  }

  void terminate() {
    long terminated = 0;
    for (int i = 0; i < decisions.length; i++) {
      NetworkSegment s = network.segments().get(i);
      s.plain().terminate(day, decisions[i].plain().terminate(), taken);
      terminated += taken.units();
      noteTerminationFee(s, 1);
      withdraw(s, table.plain());
      s.boosted().terminate(day, decisions[i].boosted().terminate(), taken);
      terminated += taken.units();
      noteTerminationFee(s, table.boost());
      withdraw(s, table.boosted());
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
    splitAmongActive(s, pledge, collateral);
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

  /** Units whose collateral providers own or holders can sell them. */
  private long affordable(NetworkSegment s, long wanted, double pledgePerUnit, Asset asset) {
    splitAmongActive(s, asset.toMinorRounded(pledgePerUnit * wanted), collateral);
    long missing = fees.shortfall(collateral);
    long onSale = network.accounts().holders().total();
    if (!collateralClamp.note(missing > onSale)) {
      return wanted;
    }
    // Buying need shrinks at least in proportion with what is added, so this much is affordable.
    return Math.max(0, (long) StrictMath.floor(wanted * ((double) onSale / missing)) - 1);
  }

  private void splitAmongActive(NetworkSegment s, long amount, long[] out) {
    Cohort cohort = s.cohort();
    Arrays.fill(weight, 0);
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      int member = row - s.firstRow();
      weight[row] = cohort.active(member, conditions.nowMicros()) ? cohort.sizeWeight(member) : 0;
    }
    if (ExactSplit.split(weight, amount, out) != amount) {
      throw new IllegalStateException(
          "cohort "
              + cohort.name()
              + ": nobody is active on day "
              + day
              + " to add capacity. Maybe more providers must be there at the start?");
    }
  }

  /** Takes units and collateral that left the book from the providers. */
  private void withdraw(NetworkSegment s, long[] column) {
    if (taken.units() == 0) {
      return;
    }
    Cohort cohort = s.cohort();
    Arrays.fill(weight, 0);
    long leaving = 0;
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      if (cohort.leaving(row - s.firstRow(), conditions.nowMicros())) {
        weight[row] = column[row];
        leaving += column[row];
      }
    }
    long first = Math.min(leaving, taken.units());
    ExactSplit.split(weight, first, share);
    subtract(s, column);
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      weight[row] = column[row];
    }
    ExactSplit.split(weight, taken.units() - first, share);
    subtract(s, column);
    returnCollateral(s);
  }

  private void returnCollateral(NetworkSegment s) {
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      weight[row] = network.accounts().collateral().balance(row);
    }
    ExactSplit.split(weight, taken.pledge(), collateral);
    network
        .accounts()
        .ledger()
        .move(
            network.accounts().pledgeReturned(),
            network.accounts().collateral(),
            collateral,
            network.accounts().wallet());
  }

  private void subtract(NetworkSegment s, long[] column) {
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      column[row] -= share[row];
    }
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
    long[] column = quality == 1 ? table.plain() : table.boosted();
    Arrays.fill(weight, 0);
    System.arraycopy(column, s.firstRow(), weight, s.firstRow(), s.cohort().rows());
    ExactSplit.split(weight, asset.toMinorRounded(fee), share);
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      terminationFee[row] += share[row];
    }
  }

  private double minor(double tokens) {
    return tokens * network.accounts().asset().toMinor(BigDecimal.ONE);
  }
}
