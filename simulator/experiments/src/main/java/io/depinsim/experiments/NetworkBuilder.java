package io.depinsim.experiments;

import io.depinsim.core.InvariantException;
import io.depinsim.core.engine.CapacityStrategy;
import io.depinsim.core.engine.GenesisHolder;
import io.depinsim.core.engine.LifeStage;
import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.NetworkAccounts;
import io.depinsim.core.engine.NetworkRules;
import io.depinsim.core.engine.NetworkSegment;
import io.depinsim.core.incentive.Collateral;
import io.depinsim.core.incentive.Emission;
import io.depinsim.core.incentive.GasBurn;
import io.depinsim.core.incentive.Penalties;
import io.depinsim.core.incentive.RewardSplit;
import io.depinsim.core.incentive.RewardVesting;
import io.depinsim.core.incentive.SectorFee;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.ledger.RollingVesting;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.CohortSpec;
import io.depinsim.core.scenario.GenesisSpec;
import io.depinsim.core.scenario.KindChoice;
import io.depinsim.core.scenario.NetworkSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.world.CapacityBook;
import io.depinsim.core.world.Cohort;
import io.depinsim.core.world.OwnerTable;
import io.depinsim.core.world.ProviderTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds one network: rules, provider rows, accounts, and the position it opens with. */
final class NetworkBuilder {
  private final Scenario scenario;
  private final SimulationCalendar calendar;
  private final Ledger ledger;
  private final Map<String, Asset> assets;
  private final Map<String, Cohort> cohorts;
  private final Streams streams;

  NetworkBuilder(
      Scenario scenario,
      SimulationCalendar calendar,
      Ledger ledger,
      Map<String, Asset> assets,
      Map<String, Cohort> cohorts,
      Streams streams) {
    this.scenario = scenario;
    this.calendar = calendar;
    this.ledger = ledger;
    this.assets = assets;
    this.cohorts = cohorts;
    this.streams = streams;
  }

  /**
   * A network and what is known of it by name.
   *
   * @param holders who holds genesis tokens
   * @param ownerRows first row of each cohort of owners in the provider table
   */
  record Built(
      Network network, Map<String, GenesisHolder> holders, Map<String, Integer> ownerRows) {}

  Built build(String name, NetworkSpec spec, List<OwnerTable> owners) {
    Asset asset = assets.get(spec.asset());
    BuildContext context =
        new BuildContext(
            name,
            asset.key(),
            asset.decimals(),
            calendar.start(),
            unitBytes(spec),
            spec.unit().boost());
    NetworkRules rules = rules(spec, context);
    List<NetworkSegment> segments = segments(name, context);
    Map<String, Integer> ownerRows = new LinkedHashMap<>();
    ProviderTable table =
        new ProviderTable(spec.unit().boost(), entities(segments, owners, ownerRows));
    NetworkAccounts accounts = new NetworkAccounts(ledger, name, asset, table.rows());
    int vestingDays = rules.vesting().map(RewardVesting::days).orElse(1);
    RollingVesting rewardLock = new RollingVesting(table.rows(), vestingDays);
    ledger.claimRows(accounts.rewardLock(), rewardLock::locked);
    ledger.claim(accounts.collateral(), () -> openCollateral(segments));
    OpeningPosition opening =
        new OpeningPosition(calendar, ledger, accounts, table, segments, rules, rewardLock);
    Map<String, GenesisHolder> holders = open(name, opening, Optional.ofNullable(spec.genesis()));
    if (spec.lifecycle() == null) {
      // Without stages the network is launched when the run starts.
      holders.values().forEach(holder -> holder.begin(0));
    }
    Network network =
        new Network(
            name,
            unitBytes(spec),
            table,
            segments,
            accounts,
            rules,
            List.copyOf(holders.values()),
            rewardLock,
            streams,
            spec.lifecycle() == null ? LifeStage.launchedAtStart() : LifeStage.inception());
    return new Built(network, holders, ownerRows);
  }

  /** What the ledger refuses here the scenario asked for, so it is no broken invariant. */
  private static Map<String, GenesisHolder> open(
      String name, OpeningPosition opening, Optional<GenesisSpec> genesis) {
    try {
      return opening.apply(name, genesis);
    } catch (InvariantException e) {
      throw new IllegalArgumentException(
          "networks." + name + ".genesis: does not add up: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "networks." + name + "." + AtPath.message("genesis", e), e);
    }
  }

  private static double unitBytes(NetworkSpec spec) {
    return spec.unit().size() == null ? 0 : spec.unit().size();
  }

  private static NetworkRules rules(NetworkSpec spec, BuildContext context) {
    return new NetworkRules(
        spec.emission().build(Emission.class, context),
        spec.rewards().build(RewardSplit.class, context),
        optional(spec.vesting(), RewardVesting.class, context),
        optional(spec.collateral(), Collateral.class, context),
        optional(spec.penalties(), Penalties.class, context),
        optional(spec.sectorFee(), SectorFee.class, context),
        optional(spec.gas(), GasBurn.class, context));
  }

  private static <B> Optional<B> optional(
      KindChoice choice, Class<B> behaviour, BuildContext context) {
    return Optional.ofNullable(choice).map(c -> c.build(behaviour, context));
  }

  private List<NetworkSegment> segments(String network, BuildContext context) {
    List<NetworkSegment> segments = new ArrayList<>();
    int firstRow = 0;
    for (Map.Entry<String, CohortSpec> entry : scenario.providers().entrySet()) {
      KindChoice choice = entry.getValue().capacity().get(network);
      if (choice != null) {
        Cohort cohort = cohorts.get(entry.getKey());
        segments.add(
            new NetworkSegment(
                cohort,
                firstRow,
                choice.build(CapacityStrategy.class, context),
                new CapacityBook(),
                new CapacityBook()));
        firstRow += cohort.rows();
      }
    }
    return segments;
  }

  /** Cohorts that commit capacity come first, then owners of machines. */
  private static long[] entities(
      List<NetworkSegment> segments, List<OwnerTable> owners, Map<String, Integer> ownerRows) {
    int committed = segments.stream().mapToInt(s -> s.cohort().rows()).sum();
    int rows = committed + owners.stream().mapToInt(OwnerTable::rows).sum();
    long[] entity = new long[rows];
    for (NetworkSegment s : segments) {
      for (int row = s.firstRow(); row < s.endRow(); row++) {
        entity[row] = s.cohort().entity(row - s.firstRow());
      }
    }
    int first = committed;
    for (OwnerTable table : owners) {
      ownerRows.put(table.name(), first);
      System.arraycopy(table.entity(), 0, entity, first, table.rows());
      first += table.rows();
    }
    return entity;
  }

  private static long openCollateral(List<NetworkSegment> segments) {
    long sum = 0;
    for (NetworkSegment s : segments) {
      sum += s.plain().pledge() + s.boosted().pledge();
    }
    return sum;
  }
}
