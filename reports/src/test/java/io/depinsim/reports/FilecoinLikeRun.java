package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.run.SummaryRow;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.core.scenario.ChartSpec.ChartKind;
import io.depinsim.core.scenario.Evidence;
import io.depinsim.core.scenario.Evidence.Grade;
import io.depinsim.core.scenario.ExpectSpec.Across;
import io.depinsim.core.scenario.ExpectSpec.Basis;
import io.depinsim.core.scenario.HistorySpec;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A made-up run whose curves have the shape of Filecoin's history, for tests and for looking at.
 * None of its numbers is a result.
 */
final class FilecoinLikeRun {

  static final LocalDate START = LocalDate.of(2020, 10, 15);
  static final LocalDate END = LocalDate.of(2024, 12, 31);
  static final String COMMAND = "./depinsim run scenarios/filecoin/replay-history.yaml";

  private static final List<MetricDefinition> METRICS =
      List.of(
          metric(
              "filecoin.circulating",
              "Circulating",
              "FIL",
              "Supply",
              "vested + mined + reserve disbursed - locked - burnt"),
          metric(
              "filecoin.locked",
              "Locked by providers",
              "FIL",
              "Supply",
              "initial pledge + deposits + locked rewards"),
          metric(
              "filecoin.unvested",
              "Not yet vested",
              "FIL",
              "Supply",
              "genesis allocations before their vesting dates"),
          metric(
              "filecoin.reserve",
              "Mining reserve",
              "FIL",
              "Supply",
              "300 000 000 FIL less disbursements"),
          metric(
              "filecoin.unminted",
              "Not yet minted",
              "FIL",
              "Supply",
              "1 100 000 000 FIL less minted"),
          metric("filecoin.burnt", "Burnt", "FIL", "Supply", "balance of the burn account"),
          metric(
              "filecoin.minted", "Minted, cumulative", "FIL", "Issuance", "sum of block rewards"),
          metric(
              "filecoin.dailyMint",
              "Minted per day",
              "FIL/day",
              "Issuance",
              "block rewards of the day"),
          metric(
              "filecoin.dailyBurn",
              "Burnt per day",
              "FIL/day",
              "Issuance",
              "base fees, penalties and fees of the day"),
          metric(
              "filecoin.rawPower", "Raw byte power", "EiB", "Security", "sum of committed sectors"),
          metric(
              "filecoin.qaPower",
              "Quality-adjusted power",
              "EiB",
              "Security",
              "raw power + 9 x verified power"),
          metric(
              "filecoin.baseline", "Baseline", "EiB", "Security", "2.889 EiB growing 100 % a year"),
          metric(
              "filecoin.pledge",
              "Pledge for 32 GiB",
              "FIL",
              "Security",
              "20 days of expected reward + share of 30 % of supply"),
          metric("filecoin.winRate", "Wins per epoch", "1", "Security", "blocks won / epochs"));

  private final int replicates;
  private final int strideDays;
  private final List<String> policies;
  private final List<String> regimes;
  private final List<Instant> times = new ArrayList<>();

  FilecoinLikeRun(int replicates, int strideDays) {
    this(replicates, strideDays, List.of("base"), List.of("base"));
  }

  FilecoinLikeRun(int replicates, int strideDays, List<String> policies, List<String> regimes) {
    this.replicates = replicates;
    this.strideDays = strideDays;
    this.policies = policies;
    this.regimes = regimes;
    for (LocalDate day = START; !day.isAfter(END); day = day.plusDays(strideDays)) {
      times.add(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }

  private static MetricDefinition metric(
      String key, String label, String unit, String family, String formula) {
    return new MetricDefinition(key, label, unit, formula, family, Direction.NEITHER);
  }

  /** Writes the run and opens it for a report. */
  RunDirectory write(Path folder) {
    try (RunDirectory run = RunDirectory.create(folder)) {
      SeriesTable series = series();
      run.writeSeries(series);
      run.writeSummary(summary(series));
      run.writeExpectations(expectations());
      run.writeManifest(manifest());
    }
    return RunDirectory.open(folder);
  }

  /** The same with a comparison. */
  RunDirectory write(Path folder, ComparisonRecord comparison) {
    write(folder).close();
    try (RunDirectory run = RunDirectory.open(folder)) {
      run.writeComparison(comparison);
    }
    return RunDirectory.open(folder);
  }

  private SeriesTable series() {
    List<String> keys = METRICS.stream().map(MetricDefinition::key).toList();
    SeriesTable.Builder table = SeriesTable.builder(policies, regimes, keys, replicates, times);
    for (int p = 0; p < policies.size(); p++) {
      for (int r = 0; r < regimes.size(); r++) {
        for (int k = 0; k < replicates; k++) {
          double luck = replicates == 1 ? 0 : (k - (replicates - 1) / 2.0) / replicates;
          for (Map.Entry<String, double[]> entry : curves(luck - 2 * p - r).entrySet()) {
            table.put(policies.get(p), regimes.get(r), entry.getKey(), k, entry.getValue());
          }
        }
      }
    }
    return table.build();
  }

  /** One replicate; {@code luck} in [-0.5, 0.5] bends it. */
  private Map<String, double[]> curves(double luck) {
    int n = times.size();
    Map<String, double[]> curves = new LinkedHashMap<>();
    METRICS.forEach(metric -> curves.put(metric.key(), new double[n]));
    double minted = 18e6;
    double burnt = 1e5;
    for (int t = 0; t < n; t++) {
      double years = t * strideDays / 365.0;
      double baseline = 2.889 * StrictMath.pow(2, years);
      double raw = rawPower(years) * (1 + 0.10 * luck * years);
      double quality = 1 + 3.2 / (1 + StrictMath.exp(-3 * (years - 2.6)));
      double mint =
          (90_000 * StrictMath.pow(2, -years / 6))
              + 360_000 * Math.min(1, raw / baseline) * StrictMath.pow(2, -years / 4);
      double wave =
          1 + 0.25 * StrictMath.sin(t * strideDays / 23.0) * StrictMath.cos(t * strideDays / 7.0);
      double burn = (years < 0.9 ? 45_000 * (1.2 - years) + 3_000 : 14_000 / years) * wave;
      minted += mint * strideDays;
      burnt += burn * strideDays;
      double locked =
          8e6 + 160e6 * (1 - StrictMath.exp(-1.1 * years)) - 14e6 * Math.max(0, years - 2.4);
      double unvested = 590e6 - 98e6 * years;
      double circulating = 600e6 - unvested + minted + 17e6 - locked - burnt;
      put(
          curves,
          t,
          circulating,
          locked,
          unvested,
          283e6,
          1100e6 - minted,
          burnt,
          minted,
          mint,
          burn,
          raw,
          raw * quality,
          baseline,
          0.11 + 0.12 * StrictMath.exp(-years) * (1 + luck),
          4.76 + 0.02 * luck);
    }
    return curves;
  }

  private static double rawPower(double years) {
    double rise = 0.6 + 16.3 * StrictMath.pow(Math.min(years, 1.9) / 1.9, 1.35);
    return Math.max(4.2, rise - 5.4 * Math.max(0, years - 1.95));
  }

  private static void put(Map<String, double[]> curves, int t, double... values) {
    for (int m = 0; m < values.length; m++) {
      curves.get(METRICS.get(m).key())[t] = values[m];
    }
  }

  private List<SummaryRow> summary(SeriesTable series) {
    List<SummaryRow> rows = new ArrayList<>();
    for (String policy : policies) {
      for (String regime : regimes) {
        for (MetricDefinition metric : METRICS) {
          double[] first = series.values(policy, regime, metric.key(), 0);
          rows.add(row(policy, regime, metric, "last", first[first.length - 1]));
          rows.add(
              row(policy, regime, metric, "mean", Arrays.stream(first).average().orElseThrow()));
          rows.add(row(policy, regime, metric, "max", Arrays.stream(first).max().orElseThrow()));
        }
      }
    }
    return rows;
  }

  private SummaryRow row(
      String policy, String regime, MetricDefinition metric, String statistic, double value) {
    String key = metric.key();
    String unit = metric.unit();
    if (replicates == 1) {
      return SummaryRow.ofOneReplicate(policy, regime, key, unit, statistic, value);
    }
    OptionalDouble sd = OptionalDouble.of(0.01 * value);
    OptionalDouble low = OptionalDouble.of(0.99 * value);
    OptionalDouble high = OptionalDouble.of(1.01 * value);
    return new SummaryRow(policy, regime, key, unit, statistic, value, sd, low, high, replicates);
  }

  private static List<ExpectationRow> expectations() {
    return List.of(
        row(
            "win efficiency",
            Basis.fitted,
            "filecoin.minted",
            "worstError",
            "minted",
            START,
            0.0042,
            0.01,
            Outcome.passed),
        row(
            "mint per 8 weeks",
            Basis.predicted,
            "filecoin.minted",
            "worstIncrementError",
            "minted",
            LocalDate.of(2021, 7, 1),
            0.0132,
            0.02,
            Outcome.passed),
        row(
            "cumulative mint",
            Basis.predicted,
            "filecoin.minted",
            "worstError",
            "minted",
            LocalDate.of(2021, 7, 1),
            -0.0071,
            0.03,
            Outcome.passed),
        row(
            "circulating supply",
            Basis.predicted,
            "filecoin.circulating",
            "worstError",
            "",
            START,
            -0.034,
            0.05,
            Outcome.passed),
        new ExpectationRow(
            "raw power",
            Basis.input,
            "filecoin.rawPower",
            "meanError",
            "power",
            START,
            END,
            0.0002,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Outcome.reported,
            "base",
            "base",
            Across.each),
        new ExpectationRow(
            "locked at the end",
            Basis.predicted,
            "filecoin.locked",
            "last",
            "",
            START,
            END,
            132.4e6,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Outcome.reported,
            "base",
            "base",
            Across.each));
  }

  private static ExpectationRow row(
      String name,
      Basis basis,
      String metric,
      String statistic,
      String history,
      LocalDate from,
      double value,
      double within,
      Outcome outcome) {
    return new ExpectationRow(
        name,
        basis,
        metric,
        statistic,
        history,
        from,
        END,
        value,
        OptionalDouble.of(-within),
        OptionalDouble.of(within),
        outcome,
        "base",
        "base",
        Across.each);
  }

  private Manifest manifest() {
    List<Manifest.Digest> digests = new ArrayList<>();
    for (String policy : policies) {
      for (String regime : regimes) {
        for (int k = 0; k < replicates; k++) {
          digests.add(new Manifest.Digest(policy, regime, k, "5f0c2a91d4e7b38" + k));
        }
      }
    }
    Map<String, Long> invariants = new LinkedHashMap<>();
    invariants.put("minted less burnt equals the sum of balances", 1539L * replicates);
    invariants.put("no account is negative", 1539L * replicates);
    invariants.put("escrow equals open collateral", 1539L * replicates);
    List<Manifest.Clamp> clamps =
        List.of(
            new Manifest.Clamp(
                "base", "base", "networks.filecoin.collateral.ceiling", 0, 4_431_600),
            new Manifest.Clamp("base", "base", "networks.filecoin.gas.floor", 131, 1539),
            new Manifest.Clamp("base", "base", "networks.filecoin.capacity.available", 3, 1539));
    return new Manifest(
        "filecoin/replay-history",
        "scenarios/filecoin/replay-history.yaml",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "depinsim",
        "0.1.0",
        20201015L,
        replicates,
        policies,
        regimes,
        "cpu",
        2,
        "epoch",
        "OpenJDK 17",
        Instant.parse("2025-01-02T03:04:05Z"),
        3.42,
        COMMAND,
        1,
        digests,
        METRICS,
        clamps,
        invariants,
        replicates,
        Map.of("the command", "run"),
        false,
        Manifest.Decisions.NONE,
        "");
  }

  /** Words and pictures of the made-up scenario. */
  ReportInput input() {
    return new ReportInput(
        "filecoin/replay-history",
        "Do the published rules, fed with the power that was committed, reproduce Filecoin's minting?",
        "The rules of the chain, run day by day from the state at launch. Raw power, onboarding and"
            + " renewals are put in; minting, pledge, locked and circulating supply come out.",
        "",
        List.of(),
        charts(),
        history(),
        evidence(),
        List.of(
            "Trading and the price of FIL: no rule here depends on it.",
            "Providers as decision makers: their capacity is history, not a choice.",
            "Null rounds one by one: a constant win efficiency stands for them."),
        COMMAND);
  }

  private static Map<String, ChartSpec> charts() {
    Map<String, ChartSpec> charts = new LinkedHashMap<>();
    LocalDate fitted = LocalDate.of(2021, 6, 30);
    charts.put(
        "supply",
        new ChartSpec(
            "Supply by account class, FIL",
            ChartKind.stacked,
            keys("circulating", "locked", "unvested", "reserve", "unminted", "burnt"),
            null,
            "The two billion FIL move from unvested and unminted to circulating; providers lock about a seventh of what circulates.",
            null,
            null));
    charts.put(
        "minted",
        new ChartSpec(
            "Minted FIL against the chain",
            ChartKind.lines,
            keys("minted"),
            List.of("minted"),
            "Cumulative minting follows the chain through the years that no parameter was fitted to.",
            fitted,
            null));
    charts.put(
        "power",
        new ChartSpec(
            "Storage power against the baseline, EiB",
            ChartKind.lines,
            keys("rawPower", "qaPower", "baseline"),
            List.of("power"),
            "Raw power is put in; it falls below the baseline in 2023, which slows minting.",
            null,
            true));
    charts.put(
        "pledge",
        new ChartSpec(
            "Initial pledge for a 32 GiB sector, FIL",
            ChartKind.lines,
            keys("pledge"),
            null,
            null,
            null,
            null));
    charts.put(
        "flows",
        new ChartSpec(
            "Minted and burnt per day, FIL",
            ChartKind.lines,
            keys("dailyMint", "dailyBurn"),
            null,
            "Burning matters in the first year, when the base fee was high.",
            fitted,
            null));
    charts.put(
        "overview",
        new ChartSpec(
            "Seven metrics at a glance",
            ChartKind.lines,
            keys("circulating", "locked", "burnt", "rawPower", "dailyMint", "pledge", "winRate"),
            null,
            null,
            fitted,
            null));
    return charts;
  }

  private static List<String> keys(String... names) {
    return Arrays.stream(names).map(name -> "filecoin." + name).toList();
  }

  private Map<String, HistorySpec> history() {
    Map<String, double[]> curves = new FilecoinLikeRun(1, 7).curves(0);
    Map<LocalDate, Double> minted = new LinkedHashMap<>();
    Map<LocalDate, Double> power = new LinkedHashMap<>();
    for (int i = 0; i < curves.get("filecoin.minted").length; i++) {
      LocalDate day = START.plusDays(7L * i);
      double wobble = 1 + 0.006 * StrictMath.sin(i / 9.0);
      minted.put(day, curves.get("filecoin.minted")[i] * wobble);
      if (i % 8 == 0) {
        power.put(day, curves.get("filecoin.rawPower")[i] * wobble);
      }
    }
    Map<String, HistorySpec> history = new LinkedHashMap<>();
    history.put("minted", new HistorySpec("filecoin.minted", "Minted, chain", minted, 0));
    history.put("power", new HistorySpec("filecoin.rawPower", "Raw power, chain", power, 0));
    return history;
  }

  private static List<Evidence> evidence() {
    return List.of(
        new Evidence(
            "networks.filecoin.emission.simplePlusBaseline.total",
            "1 100 000 000 FIL",
            Grade.documented,
            "Filecoin specification, section Minting Model",
            "2020-10-15",
            List.of()),
        new Evidence(
            "networks.filecoin.emission.simplePlusBaseline.halfLife",
            "6 years",
            Grade.documented,
            "Filecoin specification, section Minting Model",
            "2020-10-15",
            List.of()),
        new Evidence(
            "networks.filecoin.opening.power",
            "0.58 EiB",
            Grade.derived,
            "sum of the first day's sectors",
            "2020-10-15",
            List.of("0.55 EiB", "0.61 EiB")),
        new Evidence(
            "networks.filecoin.rewards.expectedConsensus.winEfficiency",
            "0.952",
            Grade.fitted,
            "minted to 2021-06-30",
            "",
            List.of("0.94", "0.97")),
        new Evidence(
            "networks.filecoin.capacity.sectorLife",
            "540 days",
            Grade.assumed,
            "",
            "",
            List.of("360 days", "1278 days")),
        new Evidence(
            "networks.filecoin.gas.messagesPerSector", "1.4", Grade.assumed, "", "", List.of()));
  }
}
