package io.depinsim.core.scenario;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Kinds and rules that exist for these tests only. */
final class ToyRows implements CatalogueRows {

  record Fixed(@InUnit("asset/day") BigDecimal perDay) {}

  record Halving(
      @InUnit("asset") BigDecimal total,
      @Omittable("50 %") @InUnit("%") double scale,
      @InUnit("1") int halvings) {
    Halving {
      if (halvings < 1) {
        throw new IllegalArgumentException("halvings: must be 1 or more. Maybe use `fixed`.");
      }
    }
  }

  record None() {}

  record ByWork(@Omittable("1") @InUnit("1") double exponent) {}

  record Knots(
      @InUnit("PiB/day") Map<LocalDate, Double> onboarding,
      @Omittable @InUnit("GiB") List<Double> sizes,
      @Omittable @InUnit("asset") BigDecimal deposit,
      @Omittable @InUnit("B") Long sector) {}

  record SplitInput(BigDecimal emission, @InUnit("TiB") double power, long parts) {}

  record SplitOutput(BigDecimal share, BigInteger minor, double fraction, long parts) {}

  static final Evaluation<SplitInput, SplitOutput> SPLIT =
      new Evaluation<>(
          "split",
          "Splits an emission in equal parts.",
          "this test",
          SplitInput.class,
          SplitOutput.class,
          ToyRows::split,
          new SplitInput(new BigDecimal("10.50"), 2, 4));

  static SplitOutput split(SplitInput in) {
    if (in.parts() < 1) {
      throw new IllegalArgumentException("parts: must be 1 or more. Maybe 1.");
    }
    BigDecimal share = in.emission().divide(BigDecimal.valueOf(in.parts()));
    return new SplitOutput(share, share.unscaledValue(), in.power() / (in.parts() - 2), in.parts());
  }

  private static <S extends Record> Kind<S, Object> kind(Role role, String key, Class<S> spec) {
    return new Kind<>(role, key, "A toy.", spec, Object.class, (s, context) -> s);
  }

  static Catalogue catalogue() {
    return new Catalogue(List.of(new ToyRows()));
  }

  @Override
  public List<Kind<?, ?>> kinds() {
    return List.of(
        kind(Role.EMISSION, "fixed", Fixed.class),
        kind(Role.EMISSION, "halving", Halving.class),
        kind(Role.EMISSION, "none", None.class),
        kind(Role.REWARDS, "byWork", ByWork.class),
        kind(Role.CAPACITY, "knots", Knots.class));
  }

  @Override
  public List<Evaluation<?, ?>> evaluations() {
    return List.of(SPLIT);
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        new Preset("toy", "A toy.", ToyRows.class, "toy-preset.yaml", "toy-new.yaml"),
        new Preset("circle", "Extends itself.", ToyRows.class, "circle-preset.yaml", "none.yaml"));
  }
}
