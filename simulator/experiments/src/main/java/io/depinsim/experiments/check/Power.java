package io.depinsim.experiments.check;

import io.depinsim.core.run.Baseline;
import io.depinsim.core.run.PowerRow;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.Factor;
import io.depinsim.experiments.Factors;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.UncertainDraws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a check would notice: a few influential parameters, each changed by 5 % alone.
 *
 * <p>They are those whose change moves some gating question most, as a multiple of what matters, in
 * a screen of all uncertain and assumed inputs one at a time on two replicates. Power is the share
 * of sets of fresh replicates, no two of which share a replicate, with which the distributional
 * gate alarms against the given baseline. A first row shows the same where nothing is changed.
 */
public final class Power {
  /** Parameters looked at. */
  public static final int PARAMETERS = 5;

  private static final double LEVEL = 0.95;
  private static final int SCREENED = 2;

  private final Scenario scenario;
  private final Baseline baseline;
  private final CheckOptions options;
  private final int sets;
  private int step;
  private int steps;

  /**
   * A measurement.
   *
   * @param options progress is told in steps
   * @param sets of fresh replicates for each parameter, ≥ 1
   */
  public Power(Scenario scenario, Baseline baseline, CheckOptions options, int sets) {
    if (sets < 1) {
      throw new IllegalArgumentException("sets: must be 1 or more");
    }
    this.scenario = scenario;
    this.baseline = baseline;
    this.options = options;
    this.sets = sets;
  }

  /**
   * What was found.
   *
   * @param rows nothing changed, then one per parameter
   * @param unmoved names or paths of screened inputs that changed no answer in {@value #SCREENED}
   *     replicates
   * @param refused paths of inputs for which the scenario takes neither 5 % more nor 5 % less
   */
  public record Found(List<PowerRow> rows, List<String> unmoved, List<String> refused) {
    /** Copies the lists. */
    public Found {
      rows = List.copyOf(rows);
      unmoved = List.copyOf(unmoved);
      refused = List.copyOf(refused);
    }
  }

  /** A parameter and the scenario in which it is changed. */
  private record Changed(String name, Factor factor, FivePercent to, double effect) {}

  /**
   * Measures.
   *
   * @param chosen which assumed inputs are screened, by path
   * @throws InterruptedException if the work was put down
   */
  public Found measure(Predicate<String> chosen) throws InterruptedException {
    List<String> refused = new ArrayList<>();
    List<String> unmoved = new ArrayList<>();
    List<Changed> parameters = new ArrayList<>();
    Map<String, Factor> all = new LinkedHashMap<>(new UncertainDraws(scenario).factors());
    candidates(all, chosen).forEach(factor -> all.put(factor.input().path(), factor));
    steps = all.size() + PARAMETERS + (PARAMETERS + 1) * sets;
    screen(all, refused, unmoved).stream()
        .sorted(Comparator.comparingDouble(Changed::effect).reversed())
        .limit(PARAMETERS)
        .forEach(parameters::add);
    steps = step + parameters.size() + (parameters.size() + 1) * sets;
    List<PowerRow> rows = new ArrayList<>();
    int alarms = alarms(scenario);
    rows.add(row(Optional.empty(), List.of(), alarms));
    for (Changed parameter : parameters) {
      Scenario changed = parameter.to().changed();
      List<PairedRow> paired = check(changed).paired(baseline, baseline.replicates());
      step++;
      boolean identical = paired.stream().allMatch(row -> row.differing() == 0);
      int own = alarms;
      if (identical) {
        step += sets;
      } else {
        own = alarms(changed);
      }
      rows.add(row(Optional.of(parameter), paired, own));
    }
    return new Found(rows, unmoved, refused);
  }

  private List<Factor> candidates(Map<String, Factor> named, Predicate<String> chosen) {
    List<String> taken = named.values().stream().map(factor -> factor.input().path()).toList();
    boolean any =
        scenario.uncertainInputs().stream()
            .anyMatch(input -> chosen.test(input.path()) && !taken.contains(input.path()));
    return any
        ? Factors.of(scenario, path -> chosen.test(path) && !taken.contains(path))
        : List.of();
  }

  private List<Changed> screen(
      Map<String, Factor> factors, List<String> refused, List<String> unmoved)
      throws InterruptedException {
    List<Changed> screened = new ArrayList<>();
    int count = Math.min(SCREENED, baseline.replicates());
    for (Map.Entry<String, Factor> entry : factors.entrySet()) {
      Factor factor = entry.getValue();
      String path = factor.input().path();
      Optional<FivePercent> to = FivePercent.of(scenario, factor);
      if (to.isEmpty()) {
        refused.add(path);
      } else {
        List<PairedRow> paired = check(to.get().changed()).paired(baseline, count);
        if (paired.stream().allMatch(row -> row.differing() == 0)) {
          unmoved.add(entry.getKey());
        } else {
          screened.add(new Changed(entry.getKey(), factor, to.get(), multiple(largest(paired))));
        }
      }
      step++;
    }
    return screened;
  }

  private int alarms(Scenario changed) throws InterruptedException {
    int alarms = 0;
    for (int set = 0; set < sets; set++) {
      alarms += check(changed).alarms(baseline, set) ? 1 : 0;
      step++;
    }
    return alarms;
  }

  private BaselineCheck check(Scenario changed) {
    int done = step;
    RunOptions.Progress progress =
        (part, of) -> options.progress().at(done + part / of, Math.max(steps, done + 1));
    CheckOptions own =
        new CheckOptions(
            options.falseAlarm(), options.freshSeed(), options.threads(), progress, options.stop());
    return new BaselineCheck(changed, own);
  }

  private static Optional<PairedRow> largest(List<PairedRow> paired) {
    return paired.stream()
        .filter(PairedRow::gating)
        .max(Comparator.comparingDouble(row -> multiple(Optional.of(row))));
  }

  private static double multiple(Optional<PairedRow> row) {
    if (row.isEmpty() || row.get().mean() == 0) {
      return 0;
    }
    double multiple = Math.abs(row.get().mean()) / row.get().matters();
    return Double.isNaN(multiple) ? Double.POSITIVE_INFINITY : multiple;
  }

  private PowerRow row(Optional<Changed> parameter, List<PairedRow> paired, int alarms) {
    BinomialInterval power = BinomialInterval.of(alarms, sets, LEVEL);
    Optional<PairedRow> largest = largest(paired);
    return new PowerRow(
        scenario.name(),
        parameter.map(Changed::name).orElse(""),
        parameter.map(p -> p.factor().input().path()).orElse(""),
        parameter.map(p -> p.to().from()).orElse(""),
        parameter.map(p -> p.to().to()).orElse(""),
        largest.map(PairedRow::question).orElse(""),
        largest.map(PairedRow::policy).orElse(""),
        largest.map(PairedRow::regime).orElse(""),
        multiple(largest),
        paired.stream().anyMatch(PairedRow::failed),
        paired.stream().allMatch(row -> row.differing() == 0),
        alarms,
        sets,
        power.share(),
        power.low(),
        power.high());
  }
}
