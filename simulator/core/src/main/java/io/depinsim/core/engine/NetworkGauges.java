package io.depinsim.core.engine;

import io.depinsim.core.incentive.Emission;
import io.depinsim.core.incentive.GasBurn;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Flow;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The metrics every network has, and those its rules add. Keys are {@code network.metric}. */
public final class NetworkGauges {
  private static final double BYTES_PER_EIB = 0x1p60;

  private final Network network;
  private final Ledger ledger;
  private final Asset asset;
  private final String token;
  private final List<Gauge> gauges = new ArrayList<>();

  private NetworkGauges(Network network) {
    this.network = network;
    this.ledger = network.accounts().ledger();
    this.asset = network.accounts().asset();
    this.token = asset.key();
  }

  /** All metrics of a network, in the order they are listed. */
  public static List<Gauge> of(Network network) {
    NetworkGauges all = new NetworkGauges(network);
    all.supply();
    all.emission();
    all.burn();
    if (all.commits()) {
      all.capacity();
    }
    all.providers();
    return List.copyOf(all.gauges);
  }

  private void supply() {
    NetworkAccounts a = network.accounts();
    String family = "Supply";
    add("minedTotal", "Minted", token, "all emission so far", family, () -> tokens(a.minted()));
    add(
        "vestedTotal",
        "Vested from genesis",
        token,
        "genesis allocations released so far",
        family,
        () -> tokens(a.genesisVested()));
    add(
        "burntTotal",
        "Burnt",
        token,
        "balance of the burn account",
        family,
        () -> asset.toTokensRounded(ledger.burned(asset)));
    if (commits()) {
      locked();
    }
    add(
        "circulating",
        "Circulating",
        token,
        "sum of all wallets and exchanges = vested + minted + disbursed reserve - burnt - locked",
        family,
        a::circulating);
    add(
        "providersFree",
        "Free, providers",
        token,
        "wallets of providers",
        family,
        () -> asset.toTokensRounded(a.wallet().total()));
    add(
        "holdersFree",
        "Free, other holders",
        token,
        "wallet of everybody else",
        family,
        () -> asset.toTokensRounded(a.holders().total()));
    add(
        "genesisLocked",
        "Genesis, not vested",
        token,
        "genesis allocations not yet released",
        family,
        () -> asset.toTokensRounded(ledger.total(asset, AccountClass.GENESIS_VESTING)));
    add(
        "reserve",
        "Reserve",
        token,
        "held back outside circulation",
        family,
        () -> asset.toTokensRounded(a.reserve().total()));
  }

  /** Whether capacity is committed here, and collateral, rewards and fees follow commitments. */
  private boolean commits() {
    return !network.segments().isEmpty();
  }

  private void locked() {
    NetworkAccounts a = network.accounts();
    String family = "Supply";
    add(
        "lockedPledge",
        "Locked as collateral",
        token,
        "collateral of all providers",
        family,
        () -> asset.toTokensRounded(a.collateral().total()));
    add(
        "lockedRewards",
        "Locked rewards",
        token,
        "rewards earned and not yet released",
        family,
        () -> asset.toTokensRounded(a.rewardLock().total()));
    add(
        "lockedTotal",
        "Locked",
        token,
        "collateral plus locked rewards",
        family,
        () -> asset.toTokensRounded(a.collateral().total() + a.rewardLock().total()));
  }

  private void emission() {
    Emission rule = network.rules().emission();
    add(
        "expectedMint",
        "Expected mint",
        token + "/day",
        "emission offered by the latest settlement, per day; at the start the present rate",
        "Emission",
        network::mintPerDay);
    add(
        "mintPerDay",
        "Minted per day",
        token + "/day",
        "change of all emission since the last measurement, per day",
        "Emission",
        perDay(() -> tokens(network.accounts().minted())));
    rule.gauges().forEach(this::own);
  }

  private void burn() {
    NetworkAccounts a = network.accounts();
    String family = "Burn";
    String unit = token + "/day";
    add(
        "burnPerDay",
        "Burnt per day",
        unit,
        "change of the burn account since the last measurement, per day",
        family,
        perDay(() -> asset.toTokensRounded(ledger.burned(asset))));
    if (!commits()) {
      return;
    }
    flow("gasBurnPerDay", "Gas burnt per day", a.gasBurnt());
    flow("faultFeesPerDay", "Fault fees per day", a.faultFees());
    flow("terminationFeesPerDay", "Termination fees per day", a.terminationFees());
    flow("sectorFeesPerDay", "Capacity fees per day", a.sectorFees());
    flow("lateFeesPerDay", "Fees paid late per day", a.lateFees());
    network.rules().gas().map(GasBurn::gauges).ifPresent(own -> own.forEach(this::own));
  }

  private void capacity() {
    boolean bytes = network.unitBytes() > 0;
    String unit = bytes ? "EiB" : "units";
    double size = bytes ? network.unitBytes() / BYTES_PER_EIB : 1;
    String family = "Capacity";
    add(
        "rawPower",
        "Raw power",
        unit,
        "capacity of all providers",
        family,
        () -> network.providers().totalRaw() * size);
    add(
        "qualityPower",
        "Quality-adjusted power",
        unit,
        "capacity, boosted units counted as often as they count for rewards",
        family,
        () -> network.providers().totalQuality() * size);
    String rate = unit + "/day";
    add(
        "addedPerDay",
        "Added",
        rate,
        "raw capacity activated per day",
        family,
        perDay(() -> network.addedTotal() * size));
    add(
        "extendedPerDay",
        "Extended",
        rate,
        "raw capacity extended per day",
        family,
        perDay(() -> network.extendedTotal() * size));
    add(
        "expiredPerDay",
        "Expired",
        rate,
        "raw capacity that ended with its commitment, per day",
        family,
        perDay(() -> network.expiredTotal() * size));
    add(
        "terminatedPerDay",
        "Terminated",
        rate,
        "raw capacity that left early, per day",
        family,
        perDay(() -> network.terminatedTotal() * size));
    network
        .rules()
        .collateral()
        .ifPresent(
            rule ->
                add(
                    "pledgePerUnit",
                    "Collateral per unit",
                    token,
                    "collateral of one new quality-adjusted unit of capacity",
                    family,
                    () -> rule.perUnit(network.conditions(network.lastEpochMicros()))));
  }

  private void providers() {
    String family = "Decentralisation";
    gauges.add(
        new Gauge(
            definition(
                "activeProviders",
                "Providers with capacity",
                "providers",
                "rows with capacity",
                family,
                Direction.HIGHER),
            () -> Concentration.active(network.providers())));
    gauges.add(
        new Gauge(
            definition(
                "nakamoto",
                "Nakamoto coefficient",
                "providers",
                "fewest providers that hold more than half of quality-adjusted capacity",
                family,
                Direction.HIGHER),
            () -> Concentration.nakamoto(network.providers())));
    gauges.add(
        new Gauge(
            definition(
                "gini",
                "Gini coefficient of capacity",
                "1",
                "of quality-adjusted capacity among providers that have any",
                family,
                Direction.LOWER),
            () -> Concentration.gini(network.providers())));
  }

  private void flow(String key, String label, Flow flow) {
    add(
        key,
        label,
        token + "/day",
        "change of flow " + flow.name() + " since the last measurement, per day",
        "Burn",
        perDay(() -> tokens(flow)));
  }

  private void own(Gauge gauge) {
    MetricDefinition d = gauge.definition();
    gauges.add(
        new Gauge(
            definition(d.key(), d.label(), d.unit(), d.formula(), d.family(), d.better()),
            gauge.value()));
  }

  private void add(
      String key, String label, String unit, String formula, String family, DoubleSupplier value) {
    gauges.add(new Gauge(definition(key, label, unit, formula, family, Direction.NEITHER), value));
  }

  private MetricDefinition definition(
      String key, String label, String unit, String formula, String family, Direction better) {
    return new MetricDefinition(network.name() + "." + key, label, unit, formula, family, better);
  }

  private DoubleSupplier perDay(DoubleSupplier total) {
    return new DailyRate(total, network::lastEpochMicros);
  }

  private double tokens(Flow flow) {
    return asset.toTokensRounded(flow.total());
  }
}
