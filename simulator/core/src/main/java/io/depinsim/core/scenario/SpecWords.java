package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** What those who write scenarios call the types that single values bind to. */
final class SpecWords {
  private static final Map<Class<?>, String> WORDS =
      Map.ofEntries(
          Map.entry(double.class, "number"),
          Map.entry(Double.class, "number"),
          Map.entry(BigDecimal.class, "number"),
          Map.entry(long.class, "whole number"),
          Map.entry(Long.class, "whole number"),
          Map.entry(int.class, "whole number"),
          Map.entry(Integer.class, "whole number"),
          Map.entry(BigInteger.class, "whole number"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(String.class, "text"),
          Map.entry(LocalDate.class, "date"),
          Map.entry(Instant.class, "instant"),
          Map.entry(Span.class, "length of time"),
          Map.entry(Quantity.class, "amount with its unit"),
          Map.entry(ConfigNode.class, "anything"));

  private SpecWords() {}

  static String of(Class<?> type) {
    return WORDS.getOrDefault(type, type.getSimpleName());
  }
}
