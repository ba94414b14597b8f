package io.depinsim.experiments.sweep;

import io.depinsim.core.run.SweepRecord;
import io.depinsim.core.run.SweepRecord.DesignRow;
import io.depinsim.core.run.SweepRecord.EffectRow;
import io.depinsim.core.run.SweepRecord.FailureRow;
import io.depinsim.core.run.SweepRecord.SensitivityRow;
import io.depinsim.core.run.SweepRecord.ShareRow;
import io.depinsim.core.scenario.FindingSpec;
import io.depinsim.core.scenario.FindingSpec.Direction;
import io.depinsim.experiments.Factor;
import io.depinsim.experiments.Findings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Hears the points of a sweep in order and makes tables of them. */
final class SweepGathering {
  private final List<Factor> factors;
  private final List<Findings.Claim> claims;
  private final Map<String, String> units;
  private final MessageDigest sha256;
  private final List<PointResult> points = new ArrayList<>();

  /**
   * A gathering of no points yet.
   *
   * @param units unit of each metric, by key
   */
  SweepGathering(List<Factor> factors, List<Findings.Claim> claims, Map<String, String> units) {
    this.factors = factors;
    this.claims = claims;
    this.units = units;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Takes the next point. */
  void add(PointResult point) {
    StringBuilder line = new StringBuilder().append(point.number());
    point.values().forEach(value -> line.append(' ').append(value.toPlainString()));
    point.digests().forEach(digest -> line.append(' ').append(digest));
    line.append(point.failed() ? " failed\n" : "\n");
    sha256.update(line.toString().getBytes(StandardCharsets.UTF_8));
    points.add(
        new PointResult(
            point.number(), point.values(), point.effects(), List.of(), point.failure()));
  }

  /** How many points failed. */
  int failed() {
    return (int) points.stream().filter(PointResult::failed).count();
  }

  /** SHA-256 over values and digests of all points. Call it once, at the end. */
  String digest() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  List<SweepRecord.Input> inputs() {
    return factors.stream()
        .map(
            factor ->
                new SweepRecord.Input(
                    factor.input().path(),
                    factor.input().value(),
                    factor.text(factor.input().low()),
                    factor.text(factor.input().high()),
                    factor.logarithmic(),
                    factor.whole(),
                    factor.input().setByPolicy()))
        .toList();
  }

  List<DesignRow> design() {
    List<DesignRow> rows = new ArrayList<>();
    for (PointResult point : points) {
      for (int i = 0; i < factors.size(); i++) {
        Factor factor = factors.get(i);
        rows.add(
            new DesignRow(
                point.number(), factor.input().path(), factor.text(point.values().get(i))));
      }
    }
    return rows;
  }

  List<EffectRow> effects() {
    List<EffectRow> rows = new ArrayList<>();
    for (PointResult point : points) {
      for (int c = 0; c < point.effects().size(); c++) {
        Findings.Claim claim = claims.get(c);
        for (int k = 0; k < claim.cases().size(); k++) {
          double effect = point.effects().get(c)[k];
          rows.add(
              new EffectRow(
                  point.number(),
                  claim.name(),
                  claim.cases().get(k).from(),
                  claim.cases().get(k).to(),
                  Double.isNaN(effect) ? OptionalDouble.empty() : OptionalDouble.of(effect),
                  claim.spec().holds(effect)));
        }
      }
    }
    return rows;
  }

  List<FailureRow> failures() {
    return points.stream()
        .filter(PointResult::failed)
        .map(point -> new FailureRow(point.number(), point.failure()))
        .toList();
  }

  List<ShareRow> shares() {
    List<ShareRow> rows = new ArrayList<>();
    for (int c = 0; c < claims.size(); c++) {
      rows.add(share(c));
    }
    return rows;
  }

  private ShareRow share(int c) {
    Findings.Claim claim = claims.get(c);
    FindingSpec spec = claim.spec();
    double[] effects = Arrays.stream(nearest(c)).filter(effect -> !Double.isNaN(effect)).toArray();
    int holds = (int) Arrays.stream(effects).filter(spec::holds).count();
    int counted = effects.length;
    boolean relative = spec.relative() || spec.statistic().isRelative();
    OptionalDouble none = OptionalDouble.empty();
    SweepStatistics.Interval interval = SweepStatistics.wilson(holds, Math.max(1, counted));
    return new ShareRow(
        claim.name(),
        spec.claim(),
        points.size(),
        points.size() - counted,
        holds,
        counted == 0 ? none : OptionalDouble.of((double) holds / counted),
        counted == 0 ? none : OptionalDouble.of(interval.low()),
        counted == 0 ? none : OptionalDouble.of(interval.high()),
        quantile(effects, 0.5),
        quantile(effects, 0.05),
        quantile(effects, 0.95),
        spec.direction().name(),
        spec.limit(),
        relative ? "1" : units.getOrDefault(spec.metric(), "1"),
        relative,
        spec.source() == null ? "" : spec.source());
  }

  private static OptionalDouble quantile(double[] effects, double share) {
    return effects.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(SweepStatistics.quantile(effects, share));
  }

  List<SensitivityRow> sensitivities() {
    List<SensitivityRow> rows = new ArrayList<>();
    for (int c = 0; c < claims.size(); c++) {
      double[] all = nearest(c);
      int[] counted = countedPoints(all);
      double[] effects = Arrays.stream(counted).mapToDouble(p -> all[p]).toArray();
      for (int i = 0; i < factors.size(); i++) {
        int input = i;
        double[] values =
            Arrays.stream(counted)
                .mapToDouble(p -> points.get(p).values().get(input).doubleValue())
                .toArray();
        rows.add(
            new SensitivityRow(
                claims.get(c).name(),
                factors.get(i).input().path(),
                SweepStatistics.spearman(values, effects)));
      }
    }
    return rows;
  }

  private static int[] countedPoints(double[] effects) {
    return IntStream.range(0, effects.length).filter(p -> !Double.isNaN(effects[p])).toArray();
  }

  /** At each point the effect that is nearest to breaking the claim; NaN if one is undefined. */
  private double[] nearest(int c) {
    boolean above = claims.get(c).spec().direction() == Direction.above;
    double[] nearest = new double[points.size()];
    for (int p = 0; p < nearest.length; p++) {
      if (points.get(p).failed()) {
        nearest[p] = Double.NaN;
        continue;
      }
      double[] byCase = points.get(p).effects().get(c);
      nearest[p] = byCase[0];
      for (double effect : byCase) {
        nearest[p] = above ? Math.min(nearest[p], effect) : Math.max(nearest[p], effect);
      }
    }
    return nearest;
  }
}
