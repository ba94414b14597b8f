package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.FindingRow.Verdict;
import io.depinsim.core.scenario.FindingSpec;
import io.depinsim.core.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Tests the claims of a scenario.
 *
 * <p>First {@link #readings} takes, from the series of one replicate of one policy, the statistic
 * each claim speaks of; the series may then go. Then {@link #effect} pairs the readings of two
 * policies in one replicate, which meet the same luck. An effect may be undefined: the metric is
 * missing, growth starts at 0, or it is relative to 0; it is NaN then, and meets no claim.
 *
 * <p>A claim about a metric that is not recorded, about policies that are not all run, or about
 * days the run does not reach is left out.
 */
public final class Findings {
  private final List<Claim> claims = new ArrayList<>();
  private final Map<String, MeasurementWindow> windows = new LinkedHashMap<>();

  /**
   * A claim that can be tested.
   *
   * @param name what the scenario calls it
   * @param spec the claim
   * @param cases what is compared; one, or one for each policy looked at by itself
   */
  public record Claim(String name, FindingSpec spec, List<Case> cases) {}

  /**
   * What a claim compares.
   *
   * @param from policy compared with; empty for none
   * @param to policy that is looked at
   */
  public record Case(String from, String to) {}

  /**
   * The claims of a scenario that a run can test.
   *
   * @param times instants of measurement
   * @param recorded which metrics the run records
   * @param policies which policies it runs
   * @param firstPoint first measurement after the warm-up
   */
  public Findings(
      Scenario scenario,
      List<Instant> times,
      Predicate<String> recorded,
      List<String> policies,
      int firstPoint) {
    scenario
        .findings()
        .forEach(
            (name, spec) -> {
              boolean alone = spec.between().isEmpty();
              List<String> concerned = alone ? scenario.policies() : spec.between();
              MeasurementWindow window =
                  MeasurementWindow.of(times, spec.from(), spec.to(), firstPoint);
              if (recorded.test(spec.metric())
                  && policies.containsAll(concerned)
                  && !window.isEmpty()) {
                windows.put(name, window);
                List<Case> cases =
                    alone
                        ? concerned.stream().map(policy -> new Case("", policy)).toList()
                        : List.of(new Case(concerned.get(0), concerned.get(1)));
                claims.add(new Claim(name, spec, cases));
              }
            });
  }

  /** The claims, in the order of the scenario. */
  public List<Claim> claims() {
    return List.copyOf(claims);
  }

  /**
   * What each claim reads from one replicate of one policy, in the order of {@link #claims}; NaN
   * where it reads nothing or the statistic is undefined.
   *
   * @param policy whose series these are
   * @param series values of a metric by key, one per measurement; empty if the policy has none
   */
  public double[] readings(String policy, Function<String, Optional<double[]>> series) {
    double[] readings = new double[claims.size()];
    Arrays.fill(readings, Double.NaN);
    for (int i = 0; i < readings.length; i++) {
      Claim claim = claims.get(i);
      if (claim.cases().stream().anyMatch(c -> c.from().equals(policy) || c.to().equals(policy))) {
        MeasurementWindow window = windows.get(claim.name());
        readings[i] =
            series
                .apply(claim.spec().metric())
                .map(
                    values ->
                        WindowStatistic.of(
                            claim.spec().statistic(), values, window.from(), window.to()))
                .orElse(Double.NaN);
      }
    }
    return readings;
  }

  /**
   * The effect in one replicate; NaN if it is undefined.
   *
   * @param from reading under the policy compared with; not looked at if there is none
   * @param to reading under the policy that is looked at
   */
  public static double effect(FindingSpec spec, double from, double to) {
    if (spec.between().isEmpty()) {
      return to;
    }
    double effect = spec.relative() ? (to - from) / Math.abs(from) : to - from;
    return Double.isFinite(effect) ? effect : Double.NaN;
  }

  /**
   * The row of one case of a claim under a regime.
   *
   * @param effects one per replicate
   * @param metrics definitions of what was recorded, for the unit
   * @param refused whether the claim is about a price that comes from outside
   */
  static FindingRow row(
      Claim claim,
      Case compared,
      String regime,
      double[] effects,
      List<MetricDefinition> metrics,
      boolean refused) {
    FindingSpec spec = claim.spec();
    long holding = Arrays.stream(effects).filter(spec::holds).count();
    boolean defined = Arrays.stream(effects).noneMatch(Double::isNaN);
    OptionalDouble none = OptionalDouble.empty();
    StudentInterval over =
        defined ? StudentInterval.of(effects) : new StudentInterval(0, none, none, none);
    return new FindingRow(
        claim.name(),
        spec.claim(),
        regime,
        compared.from(),
        compared.to(),
        spec.metric(),
        spec.statistic().name(),
        defined ? OptionalDouble.of(over.mean()) : none,
        over.sd(),
        over.low(),
        over.high(),
        spec.direction(),
        spec.limit(),
        (double) holding / effects.length,
        effects.length,
        refused ? Verdict.refused : verdict(spec, over),
        unit(spec, metrics),
        spec.relative(),
        spec.source() == null ? "" : spec.source());
  }

  private static Verdict verdict(FindingSpec spec, StudentInterval over) {
    if (over.low().isEmpty()) {
      return Verdict.undecided;
    }
    double low = over.low().getAsDouble();
    double high = over.high().getAsDouble();
    if (spec.holds(low) && spec.holds(high)) {
      return Verdict.holds;
    }
    boolean otherSide =
        switch (spec.direction()) {
          case above -> high < spec.limit();
          case below -> low > spec.limit();
        };
    return otherSide ? Verdict.reversed : Verdict.undecided;
  }

  private static String unit(FindingSpec spec, List<MetricDefinition> metrics) {
    if (spec.relative() || spec.statistic().isRelative()) {
      return "1";
    }
    return metrics.stream()
        .filter(metric -> metric.key().equals(spec.metric()))
        .map(MetricDefinition::unit)
        .findFirst()
        .orElse("1");
  }
}
