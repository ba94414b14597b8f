package io.depinsim.experiments;

import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.core.scenario.ExpectSpec;
import io.depinsim.core.scenario.ExpectSpec.Across;
import io.depinsim.core.scenario.ExpectSpec.Statistic;
import io.depinsim.core.scenario.HistorySpec;
import io.depinsim.core.scenario.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Holds a run against the statements of its scenario.
 *
 * <p>The window shown is that of the points that were compared. A statistic is computed per
 * replicate of the policy and regime that the statement speaks of, the base unless it says so. A
 * judged statement about each replicate passes if every one lies within its limits, and the row
 * shows the one farthest from their middle; one about their mean or median passes if that does. A
 * statement without limits shows the mean, or the median if it says so. Between measurements a
 * series is interpolated linearly to the instant of a historical point.
 */
final class Expectations {
  private final Scenario scenario;
  private final List<Instant> times;
  private final List<ExpectSpec> specs;

  /**
   * The statements of a scenario about a run.
   *
   * @param times instants of measurement
   * @param recorded which metrics the run was told to record; statements about others are skipped
   * @param policies which policies are run; statements about others are skipped
   */
  Expectations(
      Scenario scenario, List<Instant> times, Predicate<String> recorded, List<String> policies) {
    this.scenario = scenario;
    this.times = times;
    this.specs =
        scenario.expect().stream()
            .filter(e -> policies.contains(policy(e)) && recorded.test(e.metric()) && reached(e))
            .toList();
  }

  private String policy(ExpectSpec spec) {
    return spec.policy() == null ? scenario.policies().get(0) : spec.policy();
  }

  private String regime(ExpectSpec spec) {
    return spec.regime() == null ? scenario.regimes().get(0) : spec.regime();
  }

  /** Where the values of a policy and regime are. */
  @FunctionalInterface
  interface Replicates {
    /** What {@link Expectations#values} gave for each replicate. */
    List<double[]> of(String policy, String regime);
  }

  /**
   * What each statement about a policy and regime speaks of, in one replicate.
   *
   * @param series values of a metric by key, one per measurement
   * @throws IllegalArgumentException if a statement names a metric the run did not record, finds
   *     nothing in its window, or asks for a statistic that is undefined
   */
  double[] values(String policy, String regime, Function<String, Optional<double[]>> series) {
    return of(policy, regime).stream().mapToDouble(spec -> value(spec, series)).toArray();
  }

  private List<ExpectSpec> of(String policy, String regime) {
    return specs.stream()
        .filter(spec -> policy(spec).equals(policy) && regime(spec).equals(regime))
        .toList();
  }

  private double value(ExpectSpec spec, Function<String, Optional<double[]>> series) {
    double[] values =
        series
            .apply(spec.metric())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expect: '"
                            + spec.name()
                            + "' names metric "
                            + spec.metric()
                            + ", which this run does not record."));
    double value = statistic(spec, values);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "expect: '"
              + spec.name()
              + "': "
              + spec.statistic()
              + " is undefined, since its window starts at 0. Maybe give a later `from`.");
    }
    return value;
  }

  /**
   * One row per statement, in order.
   *
   * @param replicates what {@link #values} gave for each
   */
  List<ExpectationRow> rows(Replicates replicates) {
    List<ExpectationRow> rows = new ArrayList<>();
    Map<List<String>, Integer> places = new HashMap<>();
    for (ExpectSpec spec : specs) {
      List<String> about = List.of(policy(spec), regime(spec));
      int place = places.merge(about, 1, Integer::sum) - 1;
      List<double[]> values = replicates.of(about.get(0), about.get(1));
      rows.add(row(spec, values.stream().mapToDouble(each -> each[place]).toArray()));
    }
    return rows;
  }

  /** Whether the run is long enough to say anything about a statement. */
  private boolean reached(ExpectSpec spec) {
    if (spec.history() == null) {
      return !from(spec).isAfter(MeasurementWindow.day(times.get(times.size() - 1)));
    }
    TreeMap<LocalDate, Double> points = matched(spec);
    return spec.step() == null
        ? !points.isEmpty()
        : points.keySet().stream().anyMatch(day -> points.containsKey(day.minusDays(spec.step())));
  }

  private ExpectationRow row(ExpectSpec spec, double[] perReplicate) {
    boolean judged = spec.within() != null;
    double shown = shown(perReplicate, spec);
    return new ExpectationRow(
        spec.name(),
        spec.basis(),
        spec.metric(),
        spec.statistic().name(),
        spec.history() == null ? "" : spec.history(),
        matched(spec).firstKey(),
        matched(spec).lastKey(),
        shown,
        judged ? OptionalDouble.of(spec.within().get(0)) : OptionalDouble.empty(),
        judged ? OptionalDouble.of(spec.within().get(1)) : OptionalDouble.empty(),
        outcome(perReplicate, spec),
        policy(spec),
        regime(spec),
        spec.across());
  }

  private static double shown(double[] perReplicate, ExpectSpec spec) {
    return switch (spec.across()) {
      case each -> spec.within() == null ? StatUtils.mean(perReplicate) : worst(perReplicate, spec);
      case mean -> StatUtils.mean(perReplicate);
      case median -> StatUtils.percentile(perReplicate, 50);
    };
  }

  private static double worst(double[] values, ExpectSpec spec) {
    double middle = (spec.within().get(0) + spec.within().get(1)) / 2;
    double worst = values[0];
    for (double value : values) {
      worst = Math.abs(value - middle) > Math.abs(worst - middle) ? value : worst;
    }
    return worst;
  }

  private static Outcome outcome(double[] values, ExpectSpec spec) {
    if (spec.within() == null) {
      return Outcome.reported;
    }
    boolean each = spec.across() == Across.each;
    boolean inside =
        DoubleStream.of(each ? values : new double[] {shown(values, spec)})
            .allMatch(v -> v >= spec.within().get(0) && v <= spec.within().get(1));
    return inside ? Outcome.passed : Outcome.failed;
  }

  private double statistic(ExpectSpec spec, double[] values) {
    if (spec.history() == null) {
      return ofModel(spec, values);
    }
    HistorySpec history = scenario.history().get(spec.history());
    TreeMap<LocalDate, Double> points = matched(spec);
    List<Double> errors = new ArrayList<>();
    for (Map.Entry<LocalDate, Double> point : points.entrySet()) {
      double model = at(values, history, point.getKey());
      if (spec.statistic() == Statistic.worstIncrementError) {
        LocalDate earlier = point.getKey().minusDays(spec.step());
        Double before = points.get(earlier);
        if (before != null) {
          double increment = model - at(values, history, earlier);
          errors.add(increment / (point.getValue() - before) - 1);
        }
      } else {
        errors.add(model / point.getValue() - 1);
      }
    }
    if (errors.isEmpty()) {
      throw new IllegalArgumentException(
          "expect: '"
              + spec.name()
              + "' finds no point of history "
              + spec.history()
              + " in its window. Maybe widen from and to, or mind the step?");
    }
    return combine(spec, errors);
  }

  /** Points of history in the window; for a statement without history its first and last day. */
  private TreeMap<LocalDate, Double> matched(ExpectSpec spec) {
    TreeMap<LocalDate, Double> points = new TreeMap<>();
    if (spec.history() == null) {
      points.put(from(spec), 0.0);
      points.put(to(spec), 0.0);
      return points;
    }
    LocalDate last = MeasurementWindow.day(times.get(times.size() - 1));
    scenario
        .history()
        .get(spec.history())
        .points()
        .forEach(
            (day, value) -> {
              if (!day.isBefore(from(spec)) && !day.isAfter(to(spec)) && !day.isAfter(last)) {
                points.put(day, value);
              }
            });
    return points;
  }

  private static double combine(ExpectSpec spec, List<Double> errors) {
    if (spec.statistic() == Statistic.meanError) {
      return errors.stream().mapToDouble(Double::doubleValue).sum() / errors.size();
    }
    double worst = 0;
    for (double error : errors) {
      worst = Math.abs(error) > Math.abs(worst) ? error : worst;
    }
    return worst;
  }

  private double ofModel(ExpectSpec spec, double[] values) {
    MeasurementWindow window = MeasurementWindow.of(times, from(spec), to(spec));
    if (window.isEmpty()) {
      throw new IllegalArgumentException(
          "expect: '" + spec.name() + "' covers no measurement. Maybe widen from and to?");
    }
    return WindowStatistic.of(spec.statistic(), values, window.from(), window.to());
  }

  /** The series at the instant of a historical point, linear between measurements. */
  private double at(double[] values, HistorySpec history, LocalDate day) {
    Instant instant =
        day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(history.hour(), ChronoUnit.HOURS);
    int after = 0;
    while (after < times.size() - 1 && times.get(after).isBefore(instant)) {
      after++;
    }
    if (after == 0 || times.get(after).isBefore(instant)) {
      return values[after];
    }
    double whole = ChronoUnit.SECONDS.between(times.get(after - 1), times.get(after));
    double part = ChronoUnit.SECONDS.between(times.get(after - 1), instant);
    return values[after - 1] + (values[after] - values[after - 1]) * (part / whole);
  }

  private LocalDate from(ExpectSpec spec) {
    return spec.from() == null ? MeasurementWindow.day(times.get(0)) : spec.from();
  }

  private LocalDate to(ExpectSpec spec) {
    return spec.to() == null ? MeasurementWindow.day(times.get(times.size() - 1)) : spec.to();
  }
}
