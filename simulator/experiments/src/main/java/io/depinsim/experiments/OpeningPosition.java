package io.depinsim.experiments;

import io.depinsim.core.engine.CapacityStrategy;
import io.depinsim.core.engine.GenesisHolder;
import io.depinsim.core.engine.NetworkAccounts;
import io.depinsim.core.engine.NetworkRules;
import io.depinsim.core.engine.NetworkSegment;
import io.depinsim.core.incentive.NetworkConditions;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.CliffVesting;
import io.depinsim.core.ledger.ExactSplit;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.ledger.RollingVesting;
import io.depinsim.core.ledger.WideMath;
import io.depinsim.core.scenario.GenesisSpec;
import io.depinsim.core.scenario.GenesisSpec.HolderSpec;
import io.depinsim.core.scenario.GenesisSpec.VestingSpec;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Span;
import io.depinsim.core.world.CapacityBook;
import io.depinsim.core.world.ProviderTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a network into the state in which the scenario starts: genesis allocations, what was minted,
 * locked, pledged and burnt before, and the capacity that exists.
 *
 * <p>Providers that are active at the start share everything by size. What they are short of for
 * collateral they buy from holders, who also bear what was burnt before.
 */
final class OpeningPosition {
  private final SimulationCalendar calendar;
  private final Ledger ledger;
  private final NetworkAccounts accounts;
  private final ProviderTable table;
  private final List<NetworkSegment> segments;
  private final NetworkRules rules;
  private final RollingVesting rewardLock;
  private final Asset asset;
  private final long[] weight;
  private final long[] amount;

  OpeningPosition(
      SimulationCalendar calendar,
      Ledger ledger,
      NetworkAccounts accounts,
      ProviderTable table,
      List<NetworkSegment> segments,
      NetworkRules rules,
      RollingVesting rewardLock) {
    this.calendar = calendar;
    this.ledger = ledger;
    this.accounts = accounts;
    this.table = table;
    this.segments = segments;
    this.rules = rules;
    this.rewardLock = rewardLock;
    this.asset = accounts.asset();
    this.weight = new long[table.rows()];
    this.amount = new long[table.rows()];
  }

  /** Applies the position and returns who holds genesis tokens, by name. */
  Map<String, GenesisHolder> apply(String network, Optional<GenesisSpec> genesis) {
    double remembered = rewardAtActivation();
    for (NetworkSegment s : segments) {
      openCapacity(s, remembered);
    }
    Map<String, GenesisHolder> holders = new LinkedHashMap<>();
    if (genesis.isPresent()) {
      GenesisSpec g = genesis.get();
      g.holders()
          .forEach(
              (name, spec) ->
                  AtPath.run(
                      "genesis.holders." + name,
                      () -> holders.put(name, holder(network, name, spec))));
      holders.values().forEach(this::releaseWhatVestedBefore);
      openReserve(minor(g.reserve()), minor(g.reserveDisbursed()));
      openRewards(minor(g.minedBefore()), minor(g.lockedRewards()));
      openCollateral(minor(g.pledged()));
      ledger.burn(accounts.burntBefore(), accounts.holders(), 0, minor(g.burnedBefore()));
    }
    return holders;
  }

  /** What a termination fee remembers of a quality-adjusted unit that opens now, whole tokens. */
  private double rewardAtActivation() {
    double raw = 0;
    double quality = 0;
    for (NetworkSegment s : segments) {
      CapacityStrategy.Opening opening = s.strategy().opening();
      raw += opening.plain() + (double) opening.boosted();
      quality += opening.plain() + (double) table.boost() * opening.boosted();
    }
    NetworkConditions conditions =
        new NetworkConditions(
            0,
            rules.emission().perDayNow(raw),
            quality,
            rules.emission().targetUnits(),
            accounts.circulating());
    return rules.collateral().map(c -> c.rewardAtActivation(conditions)).orElse(0.0);
  }

  private void openCapacity(NetworkSegment s, double remembered) {
    CapacityStrategy.Opening opening = s.strategy().opening();
    spread(s.plain(), opening.plain(), opening, remembered);
    fall(s, opening.plain(), table.plain());
    spread(s.boosted(), opening.boosted(), opening, table.boost() * remembered);
    fall(s, opening.boosted(), table.boosted());
  }

  /** Commitments of the opening end evenly between the shortest and the longest. */
  private void spread(
      CapacityBook book, long units, CapacityStrategy.Opening opening, double rememberedPerUnit) {
    long days = opening.longestDays() - opening.shortestDays() + 1L;
    long before = 0;
    for (long i = 1; i <= days; i++) {
      long upTo = WideMath.mulDivFloor(units, i, days);
      long end = opening.shortestDays() + i - 1;
      if (upTo > before) {
        long reward = asset.toMinorRounded(rememberedPerUnit * (upTo - before));
        book.add(-opening.meanAgeDays(), end, upTo - before, 0, reward, 0);
      }
      before = upTo;
    }
  }

  /** Opening units fall to the active providers of a cohort by size. */
  private void fall(NetworkSegment s, long units, long[] column) {
    weighBySize(s);
    ExactSplit.split(weight, units, amount);
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      column[row] += amount[row];
    }
  }

  private void weighBySize(NetworkSegment s) {
    Arrays.fill(weight, 0);
    for (int row = s.firstRow(); row < s.endRow(); row++) {
      int member = row - s.firstRow();
      weight[row] = s.cohort().active(member, 0) ? s.cohort().sizeWeight(member) : 0;
    }
  }

  private GenesisHolder holder(String network, String name, HolderSpec spec) {
    long allotted = asset.toMinor(spec.total());
    Account locked =
        ledger.open(network + ".genesis." + name, asset, AccountClass.GENESIS_VESTING, 1);
    ledger.mint(accounts.genesis(), locked, 0, allotted);
    Account wallet =
        spec.sells() == null
            ? accounts.holders()
            : ledger.open(network + ".holders." + name, asset, AccountClass.WALLET, 1);
    if (spec.vesting() != null && spec.vesting().from() == null) {
      VestingSpec v = spec.vesting();
      return GenesisHolder.fromLaunch(
          locked, wallet, (now, origin) -> sinceLaunch(allotted, v, origin, now), allotted);
    }
    return GenesisHolder.byDates(locked, wallet, dated(spec), allotted);
  }

  private long sinceLaunch(long allotted, VestingSpec v, long origin, long now) {
    return vesting(allotted, calendar.plus(origin, v.delay()), v.cliff(), v.over()).vestedBy(now);
  }

  private List<CliffVesting> dated(HolderSpec spec) {
    List<CliffVesting> plan = new ArrayList<>();
    if (spec.amount() != null && spec.vesting() != null) {
      VestingSpec v = spec.vesting();
      long start = calendar.plus(calendar.ofDate(v.from()), v.delay());
      plan.add(vesting(asset.toMinor(spec.amount()), start, v.cliff(), v.over()));
    } else if (spec.amount() != null) {
      plan.add(CliffVesting.continuous(asset.toMinor(spec.amount()), 0, 0, 0));
    }
    spec.tranches()
        .forEach(
            t ->
                plan.add(
                    vesting(
                        asset.toMinor(t.amount()),
                        calendar.ofDate(t.from()),
                        Span.parse("0 days"),
                        t.over())));
    return plan;
  }

  private CliffVesting vesting(long amount, long start, Span cliff, Span over) {
    return CliffVesting.continuous(
        amount, start, calendar.plus(start, cliff), calendar.plus(start, over));
  }

  private void releaseWhatVestedBefore(GenesisHolder holder) {
    ledger.transfer(accounts.genesisVested(), holder.locked(), holder.wallet(), holder.due(0));
  }

  private void openReserve(long reserve, long disbursed) {
    ledger.mint(accounts.genesis(), accounts.reserve(), 0, reserve);
    ledger.transfer(accounts.reserveDisbursed(), accounts.reserve(), accounts.holders(), disbursed);
  }

  private void openRewards(long mined, long locked) {
    splitBySize(mined);
    ledger.pay(accounts.minted(), ledger.mintAccount(asset), amount, accounts.wallet());
    splitBySize(locked);
    ledger.move(accounts.rewardLocked(), accounts.wallet(), amount, accounts.rewardLock());
    rewardLock.lock(amount);
  }

  /** Spreads the opening collateral over the opening capacity, by quality-adjusted units. */
  private void openCollateral(long pledged) {
    if (pledged == 0) {
      return;
    }
    splitBySize(pledged);
    for (int row = 0; row < amount.length; row++) {
      long missing = Math.max(0, amount[row] - accounts.wallet().balance(row));
      ledger.transfer(accounts.bought(), accounts.holders(), 0, accounts.wallet(), row, missing);
    }
    ledger.move(accounts.pledged(), accounts.wallet(), amount, accounts.collateral());
    long quality = table.totalQuality();
    long seen = 0;
    long before = 0;
    for (NetworkSegment s : segments) {
      seen += s.plain().units();
      before = pledge(s.plain(), pledged, seen, before, quality);
      seen += table.boost() * s.boosted().units();
      before = pledge(s.boosted(), pledged, seen, before, quality);
    }
  }

  private static long pledge(
      CapacityBook book, long pledged, long seen, long before, long quality) {
    long upTo = WideMath.mulDivFloor(pledged, seen, quality);
    book.pledgeOpening(upTo - before);
    return upTo;
  }

  private void splitBySize(long minor) {
    Arrays.fill(weight, 0);
    for (NetworkSegment s : segments) {
      for (int row = s.firstRow(); row < s.endRow(); row++) {
        weight[row] = table.quality(row);
      }
    }
    if (ExactSplit.split(weight, minor, amount) != minor) {
      throw new IllegalArgumentException(
          "genesis: minedBefore, lockedRewards and pledged need capacity at the start."
              + " Maybe give the cohort an opening capacity?");
    }
  }

  private long minor(BigDecimal tokens) {
    return tokens == null ? 0 : asset.toMinor(tokens);
  }
}
