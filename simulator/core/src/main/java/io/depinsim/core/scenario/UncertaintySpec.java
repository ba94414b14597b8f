package io.depinsim.core.scenario;

import java.util.List;

/**
 * An input whose value is not known: {@code compare} draws one for each replicate, the same for all
 * policies and regimes.
 *
 * @param path where the input stands, as {@code --set} takes it
 * @param uniform lowest and highest value, every value between equally likely; null to take the
 *     range stated beside the value
 * @param logUniform lowest and highest value, above 0, every ratio equally likely; null to take the
 *     range stated beside the value
 */
public record UncertaintySpec(
    String path, @Omittable List<Quantity> uniform, @Omittable List<Quantity> logUniform) {

  /** Checks the bounds; an empty list is the same as none. */
  public UncertaintySpec {
    uniform = uniform == null || uniform.isEmpty() ? null : List.copyOf(uniform);
    logUniform = logUniform == null || logUniform.isEmpty() ? null : List.copyOf(logUniform);
    if (uniform != null && logUniform != null) {
      throw new IllegalArgumentException("one of `uniform` and `logUniform` at most");
    }
    for (List<Quantity> bounds : List.of(bounds(uniform), bounds(logUniform))) {
      if (!bounds.isEmpty() && bounds.size() != 2) {
        throw new IllegalArgumentException("bounds: must be [lowest, highest]");
      }
    }
    if (logUniform != null && logUniform.get(0).value().signum() <= 0) {
      throw new IllegalArgumentException("logUniform: must be above 0");
    }
  }

  private static List<Quantity> bounds(List<Quantity> bounds) {
    return bounds == null ? List.of() : bounds;
  }
}
