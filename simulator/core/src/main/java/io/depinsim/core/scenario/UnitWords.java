package io.depinsim.core.scenario;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What the special words in units of spec records stand for in one scenario.
 *
 * @param assetAt key of the token that {@code asset} stands for at a path
 * @param currency key of the first asset of the outside world, which {@code currency} stands for
 * @param decimals places after the point of an asset by key; empty for no asset, and where it does
 *     not state them soundly
 */
record UnitWords(
    Function<String, Optional<String>> assetAt,
    Optional<String> currency,
    Function<String, OptionalInt> decimals) {

  /** Words of no scenario: any token, any currency. */
  static final UnitWords UNKNOWN =
      new UnitWords(path -> Optional.empty(), Optional.empty(), asset -> OptionalInt.empty());

  /** What amounts in a unit are held to, if it counts money whose decimals are known. */
  Optional<AmountRule> amounts(String resolved) {
    String asset = resolved.split("[/-]", 2)[0].trim();
    OptionalInt places = decimals.apply(asset);
    return places.isPresent()
        ? Optional.of(new AmountRule(asset, places.getAsInt()))
        : Optional.empty();
  }

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
