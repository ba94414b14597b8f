package io.depinsim.core.run;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.scenario.ExpectSpec;
import io.depinsim.core.scenario.FindingSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A small run for tests: two policies, two regimes, two replicates, two metrics, three days. */
final class Samples {
  static final List<String> POLICIES = List.of("posted", "half, \"quoted\"");
  static final List<String> REGIMES = List.of("calm", "crash");
  static final List<String> METRICS = List.of("filecoin.minted", "filecoin.burned");
  static final List<Instant> TIMES =
      List.of(
          Instant.parse("2020-10-15T00:00:00Z"),
          Instant.parse("2020-10-16T00:00:00Z"),
          Instant.parse("2020-10-17T12:30:00.000001Z"));

  private Samples() {}

  static SeriesTable series() {
    SeriesTable.Builder builder = SeriesTable.builder(POLICIES, REGIMES, METRICS, 2, TIMES);
    int n = 0;
    for (String policy : POLICIES) {
      for (String regime : REGIMES) {
        for (int replicate = 0; replicate < 2; replicate++) {
          for (String metric : METRICS) {
            n++;
            builder.put(policy, regime, metric, replicate, new double[] {n, n / 3.0, n * 1e-9});
          }
        }
      }
    }
    return builder.build();
  }

  static Manifest manifest() {
    Map<String, Long> invariants = new LinkedHashMap<>();
    invariants.put("supply equals balances", 1539L);
    invariants.put("escrow equals collateral", 12L);
    invariants.put("a later name", 3L);
    return new Manifest(
        "filecoin-replay-history",
        "scenarios/filecoin/replay-history.yaml",
        "ab".repeat(32),
        "depinsim",
        "0.1.0",
        -9_223_372_036_854_775_807L,
        2,
        POLICIES,
        REGIMES,
        "cpu",
        2,
        "epoch",
        "17.0.15",
        Instant.parse("2026-11-22T10:00:00.5Z"),
        12.25,
        "depinsim run scenarios/filecoin/replay-history.yaml --seed 1",
        StateDigest.VERSION,
        List.of(new Manifest.Digest("posted", "calm", 0, "cd".repeat(32))),
        List.of(
            new MetricDefinition(
                METRICS.get(0), "minted", "FIL", "sum of rewards", "Supply", Direction.NEITHER),
            new MetricDefinition(
                METRICS.get(1), "burned", "FIL", "sum of burns", "Supply", Direction.LOWER)),
        List.of(new Manifest.Clamp("posted", "calm", "pledge floor", 3, 1539)),
        invariants,
        2,
        Map.of("the command", "run"),
        false,
        Manifest.Decisions.NONE,
        "depinsim: 1\nname: \"filecoin\"\n");
  }

  static List<SummaryRow> summary() {
    return List.of(
        SummaryRow.ofOneReplicate("posted", "calm", METRICS.get(0), "FIL", "last", 1.0 / 3),
        new SummaryRow(
            "posted",
            "crash",
            METRICS.get(0),
            "FIL",
            "mean",
            2,
            OptionalDouble.of(0.5),
            OptionalDouble.of(1.25),
            OptionalDouble.of(2.75),
            2));
  }

  static List<FindingRow> findings() {
    return List.of(
        new FindingRow(
            "burnFalls",
            "Half, at half the price, \"burns\" less.",
            "calm",
            POLICIES.get(0),
            POLICIES.get(1),
            METRICS.get(1),
            "mean",
            OptionalDouble.of(-0.25),
            OptionalDouble.of(0.125),
            OptionalDouble.of(-0.5),
            OptionalDouble.of(-0.0625),
            FindingSpec.Direction.below,
            0,
            1,
            2,
            FindingRow.Verdict.holds,
            "1",
            true,
            "Paper, section 4"),
        new FindingRow(
            "mintGrows",
            "Minting grows.",
            "crash",
            "",
            POLICIES.get(0),
            METRICS.get(0),
            "growth",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            FindingSpec.Direction.above,
            0.5,
            0.5,
            2,
            FindingRow.Verdict.undecided,
            "1",
            false,
            ""));
  }

  static List<ExpectationRow> expectations() {
    LocalDate from = LocalDate.of(2021, 7, 1);
    LocalDate to = LocalDate.of(2024, 12, 31);
    return List.of(
        new ExpectationRow(
            "cumulative mint, held out",
            ExpectSpec.Basis.predicted,
            METRICS.get(0),
            "worstError",
            "minted",
            from,
            to,
            -0.012,
            OptionalDouble.of(-0.03),
            OptionalDouble.of(0.03),
            ExpectationRow.Outcome.passed,
            "half",
            "crash",
            ExpectSpec.Across.median),
        new ExpectationRow(
            "burn",
            ExpectSpec.Basis.input,
            METRICS.get(1),
            "last",
            "",
            from,
            to,
            4e7,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            ExpectationRow.Outcome.reported,
            "plan",
            "calm",
            ExpectSpec.Across.each));
  }
}
