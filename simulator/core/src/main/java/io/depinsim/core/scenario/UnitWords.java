package io.depinsim.core.scenario;

import java.util.Optional;
import java.util.function.Function;

/**
 * What the special words in units of spec records stand for in one scenario.
 *
 * @param assetAt key of the token that {@code asset} stands for at a path
 * @param currency key of the first asset of the outside world, which {@code currency} stands for
 */
record UnitWords(Function<String, Optional<String>> assetAt, Optional<String> currency) {

  /** Words of no scenario: any token, any currency. */
  static final UnitWords UNKNOWN = new UnitWords(path -> Optional.empty(), Optional.empty());

  /** The unit with its special words replaced, where it is known by what. */
  String resolve(String unit, String path) {
    String resolved = unit;
    if (unit.contains("asset")) {
      resolved = resolved.replaceAll("\\basset\\b", assetAt.apply(path).orElse("asset"));
    }
    if (unit.contains("currency")) {
      resolved = resolved.replaceAll("\\bcurrency\\b", currency.orElse("currency"));
    }
    return resolved;
  }
}
