package io.depinsim.core.incentive.filecoin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Checks inputs of evaluations before a rule sees them. Every refusal is an {@link
 * IllegalArgumentException} that names field, value and rule.
 */
final class Door {
  private Door() {}

  static <T> T required(String field, T value) {
    if (value == null) {
      throw new IllegalArgumentException(
          field + ": missing; this rule needs it. Maybe the name is misspelt.");
    }
    return value;
  }

  static <T> List<T> someOf(String field, List<T> values, int most) {
    if (required(field, values).isEmpty() || values.size() > most) {
      throw refusal(field, values.size() + " entries", "must have from 1 to " + most, "");
    }
    for (int i = 0; i < values.size(); i++) {
      required(field + "[" + i + "]", values.get(i));
    }
    return List.copyOf(values);
  }

  static BigDecimal amount(String field, BigDecimal fil) {
    if (required(field, fil).signum() < 0) {
      throw refusal(field, fil, "must be ≥ 0 FIL", "the sign is turned around");
    }
    if (fil.stripTrailingZeros().scale() > AttoFil.DECIMALS) {
      throw refusal(field, fil, "must have at most 18 decimal places", "it is in attoFIL");
    }
    return fil;
  }

  static BigInteger atto(String field, BigDecimal fil) {
    return AttoFil.ofFil(amount(field, fil));
  }

  static BigDecimal orElse(BigDecimal value, double otherwise) {
    return value == null ? BigDecimal.valueOf(otherwise) : value;
  }

  static BigInteger bytes(String field, BigInteger bytes) {
    if (required(field, bytes).signum() < 0) {
      throw refusal(field, bytes, "must be ≥ 0 bytes", "the sign is turned around");
    }
    return bytes;
  }

  static BigInteger someBytes(String field, BigInteger bytes) {
    if (bytes(field, bytes).signum() == 0) {
      throw refusal(field, bytes, "must be > 0 bytes", "it was left out");
    }
    return bytes;
  }

  static long within(String field, Long value, long least, long most) {
    if (required(field, value) < least || value > most) {
      throw refusal(field, value, "must be from " + least + " to " + most, "");
    }
    return value;
  }

  static double share(String field, Double value) {
    if (!(required(field, value) >= 0 && value <= 1)) {
      throw refusal(field, value, "must be from 0 to 1", "a percentage was meant");
    }
    return value;
  }

  static double notNegative(String field, Double value) {
    if (!(required(field, value) >= 0) || value.isInfinite()) {
      throw refusal(field, value, "must be finite and ≥ 0", "the sign is turned around");
    }
    return value;
  }

  static IllegalArgumentException refusal(String field, Object value, String rule, String maybe) {
    String hint = maybe.isEmpty() ? "" : " Maybe " + maybe + ".";
    return new IllegalArgumentException(field + ": " + value + " " + rule + "." + hint);
  }
}
