package io.depinsim.core.scenario;

import io.depinsim.core.scenario.Evidence.Grade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An input that is not known, with the range in which it plausibly lies.
 *
 * @param path where it stands in the scenario, as {@code --set} takes it
 * @param low lowest plausible value, in {@code unit}
 * @param high highest plausible value, in {@code unit}; above {@code low}
 * @param logarithmic whether every ratio within the range is equally likely, rather than every
 *     difference; where the scenario does not say, so if the range spans a decade
 * @param value as the scenario states it, in its own unit
 * @param unit unit of the range as written, of its lower end where the two differ; empty for a bare
 *     number
 * @param setByPolicy whether some policy gives it, or a block it stands in, a value of its own, so
 *     that the value here holds under the other policies alone
 */
public record UncertainInput(
    String path,
    BigDecimal low,
    BigDecimal high,
    boolean logarithmic,
    String value,
    String unit,
    boolean setByPolicy) {

  private static final BigDecimal DECADE = BigDecimal.TEN;

  /** A value of this input as scenario text. */
  public String text(BigDecimal number) {
    return new Quantity(number, unit).toString();
  }

  /** Those of a scenario. */
  static List<UncertainInput> of(ConfigMap root, List<Evidence> evidence, Levels levels) {
    List<UncertainInput> inputs = new ArrayList<>();
    List<Changes.Touched> touched = levels.touchedByPolicies();
    for (Evidence item : evidence) {
      boolean number =
          ConfigPath.find(root, item.path())
              .map(EvidenceReader::unwrap)
              .filter(node -> node instanceof ConfigScalar)
              .filter(node -> Quantity.matches(((ConfigScalar) node).text()))
              .isPresent();
      if (item.grade() == Grade.assumed
          && number
          && item.range().size() == 2
          && item.range().stream().allMatch(Quantity::matches)) {
        of(item, touched).filter(i -> i.low().compareTo(i.high()) < 0).ifPresent(inputs::add);
      }
    }
    return List.copyOf(inputs);
  }

  private static Optional<UncertainInput> of(Evidence item, List<Changes.Touched> touched) {
    Quantity low = Quantity.parse(item.range().get(0));
    Quantity high = Quantity.parse(item.range().get(1));
    return inOneUnit(low, high)
        .map(
            top -> {
              boolean decade =
                  low.value().signum() > 0 && top.compareTo(low.value().multiply(DECADE)) >= 0;
              return new UncertainInput(
                  item.path(),
                  low.value(),
                  top,
                  decade,
                  item.value(),
                  low.unit(),
                  set(item.path(), touched));
            });
  }

  private static boolean set(String path, List<Changes.Touched> touched) {
    Changes.Touched own = new Changes.Touched(path, new Place("", 1, 1));
    return touched.stream().anyMatch(own::meets);
  }

  /** The higher end in the unit of the lower; nothing if they cannot be compared. */
  private static Optional<BigDecimal> inOneUnit(Quantity low, Quantity high) {
    if (low.unit().equals(high.unit())) {
      return Optional.of(high.value());
    }
    try {
      Unit target = Unit.target(low.unit());
      Unit lowUnit = Unit.stated(low.unit(), target);
      Unit highUnit = Unit.stated(high.unit(), target);
      return lowUnit.dimension().equals(highUnit.dimension())
          ? Optional.of(lowUnit.convert(high.value(), highUnit))
          : Optional.empty();
    } catch (IllegalArgumentException unknown) {
      // The reader has bound both ends, so only a unit of a kind of its own, as of a span, is left.
      return Optional.empty();
    }
  }

  /**
   * Those that a scenario names, by name; what is wrong with one is a problem, and it is left out.
   */
  static Map<String, UncertainInput> named(
      ConfigMap root,
      Map<String, UncertaintySpec> specs,
      List<Evidence> evidence,
      Levels levels,
      Problems problems) {
    Map<String, UncertainInput> named = new LinkedHashMap<>();
    specs.forEach(
        (name, spec) -> {
          String path = ConfigPath.full(root, spec.path());
          Place place = ConfigPath.place(root, "uncertainties." + name + ".path");
          String where = "uncertainties." + name;
          Optional<ConfigNode> node = ConfigPath.find(root, path).map(EvidenceReader::unwrap);
          if (node.isEmpty()) {
            String maybe = ConfigPath.suggest(root, path);
            problems.add(
                place, where + ".path", spec.path(), "no such path in the scenario", maybe);
          } else if (!(node.get() instanceof ConfigScalar value)
              || !Quantity.matches(value.text())) {
            problems.add(place, where + ".path", spec.path(), "must lead to one number", "");
          } else if (set(path, levels.touchedByPolicies())) {
            problems.add(
                place,
                where + ".path",
                spec.path(),
                "a policy sets this input, so the base alone would meet what is drawn",
                "leave it to `policies`");
          } else if (spec.uniform() == null && spec.logUniform() == null) {
            List<UncertainInput> graded = of(root, evidence, levels);
            Optional<UncertainInput> own =
                graded.stream().filter(input -> input.path().equals(path)).findFirst();
            if (own.isPresent()) {
              named.put(name, own.get());
            } else {
              problems.add(
                  place,
                  where,
                  "",
                  "no range is stated, neither here nor beside the value",
                  "`uniform: [LOWEST, HIGHEST]`");
            }
          } else {
            stated(spec, path, value.text())
                .ifPresentOrElse(
                    input -> named.put(name, input),
                    () ->
                        problems.add(
                            place,
                            where,
                            "",
                            "must be [lowest, highest], the first below the second, in one unit",
                            ""));
          }
        });
    return named;
  }

  private static Optional<UncertainInput> stated(UncertaintySpec spec, String path, String value) {
    boolean logarithmic = spec.logUniform() != null;
    List<Quantity> bounds = logarithmic ? spec.logUniform() : spec.uniform();
    Quantity low = bounds.get(0);
    return inOneUnit(low, bounds.get(1))
        .filter(high -> low.value().compareTo(high) < 0)
        .map(
            high ->
                new UncertainInput(path, low.value(), high, logarithmic, value, low.unit(), false));
  }
}
