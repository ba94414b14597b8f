package io.depinsim.core.scenario;

import io.depinsim.core.scenario.Evidence.Grade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An input that is assumed, with the range in which it plausibly lies.
 *
 * @param path where it stands in the scenario, as {@code --set} takes it
 * @param low lowest plausible value, in {@code unit}
 * @param high highest plausible value, in {@code unit}; above {@code low}
 * @param value as the scenario states it, in its own unit
 * @param unit unit of the range as written, of its lower end where the two differ; empty for a bare
 *     number
 * @param setByPolicy whether some policy gives it, or a block it stands in, a value of its own, so
 *     that the value here holds under the other policies alone
 */
public record UncertainInput(
    String path, BigDecimal low, BigDecimal high, String value, String unit, boolean setByPolicy) {

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
    Changes.Touched own = new Changes.Touched(item.path(), new Place("", 1, 1));
    boolean set = touched.stream().anyMatch(own::meets);
    Quantity low = Quantity.parse(item.range().get(0));
    Quantity high = Quantity.parse(item.range().get(1));
    if (low.unit().equals(high.unit())) {
      return Optional.of(
          new UncertainInput(
              item.path(), low.value(), high.value(), item.value(), low.unit(), set));
    }
    try {
      Unit target = Unit.target(low.unit());
      Unit lowUnit = Unit.stated(low.unit(), target);
      Unit highUnit = Unit.stated(high.unit(), target);
      if (!lowUnit.dimension().equals(highUnit.dimension())) {
        return Optional.empty();
      }
      BigDecimal converted = lowUnit.convert(high.value(), highUnit);
      return Optional.of(
          new UncertainInput(item.path(), low.value(), converted, item.value(), low.unit(), set));
    } catch (IllegalArgumentException unknown) {
      // The reader has bound both ends, so only a unit of a kind of its own, as of a span, is left.
      return Optional.empty();
    }
  }
}
