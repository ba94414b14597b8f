package io.depinsim.experiments.sweep;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.Assembler;
import io.depinsim.experiments.Factor;
import io.depinsim.experiments.Findings;
import io.depinsim.experiments.Replicate;
import io.depinsim.experiments.StopSignal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the points of a sweep: every policy that a claim speaks of, under the base regime. Shared by
 * threads.
 *
 * <p>The replicates of point {@code p} have the numbers {@code p × replicates} and up, the same for
 * every policy: points differ in their luck as in their inputs, policies at one point do not.
 */
final class PointRun {
  private final Scenario scenario;
  private final List<Factor> factors;
  private final Findings findings;
  private final List<String> policies;
  private final int replicates;
  private final Set<String> recorded;
  private final StopSignal stop;

  PointRun(
      Scenario scenario,
      List<Factor> factors,
      Findings findings,
      List<String> policies,
      int replicates,
      StopSignal stop) {
    this.stop = stop;
    this.scenario = scenario;
    this.factors = factors;
    this.findings = findings;
    this.policies = policies;
    this.replicates = replicates;
    this.recorded =
        findings.claims().stream().map(c -> c.spec().metric()).collect(Collectors.toSet());
  }

  /**
   * Runs one point. What goes wrong in it is its result, whatever it is, save a machine that is out
   * of memory.
   *
   * @return nothing if it was put down before its end
   * @param place coordinates by input, in [0, 1)
   */
  Optional<PointResult> run(int number, double[] place) {
    List<BigDecimal> values = new ArrayList<>();
    List<String> overrides = new ArrayList<>();
    for (int i = 0; i < place.length; i++) {
      values.add(factors.get(i).at(place[i]));
      overrides.add(factors.get(i).override(values.get(i)));
    }
    try {
      List<String> digests = new ArrayList<>();
      Map<String, List<double[]>> readings = readings(number, overrides, digests);
      return stop.raised()
          ? Optional.empty()
          : Optional.of(new PointResult(number, values, effects(readings), digests, ""));
    } catch (RuntimeException failure) {
      String sentence = sentence(failure);
      return Optional.of(new PointResult(number, values, List.of(), List.of(), sentence));
    }
  }

  private Map<String, List<double[]>> readings(
      int number, List<String> overrides, List<String> digests) {
    Scenario changed = scenario.with(overrides);
    Map<String, List<double[]>> readings = new LinkedHashMap<>();
    for (String policy : policies) {
      Assembler assembler = new Assembler(changed.policy(policy));
      List<double[]> ofPolicy = new ArrayList<>();
      for (int r = 0; r < replicates; r++) {
        Replicate replicate =
            assembler.assemble(number * replicates + r, CheckLevel.EPOCH, recorded::contains);
        if (!replicate.simulation().run(replicate.horizonMicros(), now -> !stop.raised())) {
          return Map.of();
        }
        Map<String, double[]> series = new LinkedHashMap<>();
        for (int m = 0; m < replicate.gauges().size(); m++) {
          series.put(replicate.gauges().get(m).definition().key(), replicate.recorder().series(m));
        }
        ofPolicy.add(findings.readings(policy, key -> Optional.ofNullable(series.get(key))));
        digests.add(replicate.recorder().digest());
      }
      readings.put(policy, ofPolicy);
    }
    return readings;
  }

  private List<double[]> effects(Map<String, List<double[]>> readings) {
    List<double[]> effects = new ArrayList<>();
    for (int c = 0; c < findings.claims().size(); c++) {
      Findings.Claim claim = findings.claims().get(c);
      double[] byCase = new double[claim.cases().size()];
      for (int k = 0; k < byCase.length; k++) {
        Findings.Case compared = claim.cases().get(k);
        double sum = 0;
        for (int r = 0; r < replicates; r++) {
          double from = compared.from().isEmpty() ? 0 : readings.get(compared.from()).get(r)[c];
          sum += Findings.effect(claim.spec(), from, readings.get(compared.to()).get(r)[c]);
        }
        byCase[k] = sum / replicates;
      }
      effects.add(byCase);
    }
    return effects;
  }

  private static String sentence(RuntimeException failure) {
    Throwable cause = failure.getCause();
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return cause == null || cause.getMessage() == null || message.contains(cause.getMessage())
        ? message
        : message + ": " + cause.getMessage();
  }
}
