package io.depinsim.cli;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Patterns of the command line in which {@code *} stands for any text. */
final class Wildcards {
  private Wildcards() {}

  /** Whether a text matches one of these; every text does where there are none. */
  static Predicate<String> any(List<String> patterns) {
    return patterns.stream().map(Wildcards::one).reduce(Predicate::or).orElse(text -> true);
  }

  private static Predicate<String> one(String pattern) {
    String[] parts = pattern.split("\\*", -1);
    StringBuilder regex = new StringBuilder(Pattern.quote(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      regex.append(".*").append(Pattern.quote(parts[i]));
    }
    return Pattern.compile(regex.toString()).asMatchPredicate();
  }
}
