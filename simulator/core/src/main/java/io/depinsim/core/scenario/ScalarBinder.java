package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Binds single values: numbers in units, text, dates, spans, enums. Coerces nothing.
 *
 * <p>In a scenario a number whose component names a unit must carry one. An input of {@code
 * evaluate} may leave it out and then means the unit named, and may write exact decimals as text.
 */
final class ScalarBinder {
  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(double.class, Double.class, long.class, Long.class, int.class, Integer.class);
  private static final Set<Class<?>> NUMBERS =
      Set.of(Double.class, Long.class, Integer.class, BigDecimal.class, BigInteger.class);

  private final Problems problems;
  private final boolean evaluating;

  ScalarBinder(Problems problems, boolean evaluating) {
    this.problems = problems;
    this.evaluating = evaluating;
  }

  /** Whether this class is bound from a single value. */
  static boolean binds(Class<?> type) {
    return type.isPrimitive()
        || NUMBERS.contains(type)
        || type.isEnum()
        || Set.of(Boolean.class, String.class, LocalDate.class, Instant.class).contains(type)
        || Set.of(Span.class, Quantity.class).contains(type);
  }

  /**
   * The value, or null after adding a problem.
   *
   * @param unit unit of a number, alternatives separated by {@code |}; empty for none
   */
  Object bind(ConfigNode node, Class<?> type, String unit, String path) {
    if (!(node instanceof ConfigScalar scalar)) {
      String rule = "must be a single value" + example(type, unit);
      problems.add(node, path, rule, EvidenceReader.guess(node));
      return null;
    }
    if (scalar.form() == ConfigScalar.Form.NULL) {
      problems.add(
          node,
          path,
          "a key needs a value",
          "it is missing behind the colon, or the key is left over");
      return null;
    }
    Class<?> boxed = BOXES.getOrDefault(type, type);
    if (NUMBERS.contains(boxed)) {
      return number(scalar, boxed, unit.isEmpty() ? "1" : unit, path);
    }
    if (boxed == boolean.class || boxed == Boolean.class) {
      if (scalar.form() == ConfigScalar.Form.BOOLEAN) {
        return Boolean.valueOf(scalar.text());
      }
      problems.add(node, path, "must be true or false", truth(scalar.text()));
      return null;
    }
    return text(scalar, boxed, path);
  }

  /** A message of its own words, since the value stands before it. */
  private static Span span(String text) {
    try {
      Span span = Span.parse(text);
      if (!TimeLimits.allows(span)) {
        throw new IllegalArgumentException(TimeLimits.LONGEST);
      }
      return span;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          e.getMessage().replaceFirst("^span '.*?' is not ", "must be "), e);
    }
  }

  private static String truth(String word) {
    if (word.matches("true|false")) {
      return "remove the quotes";
    }
    return word.matches("(?i)yes|y|on|true|1")
        ? "`true`"
        : word.matches("(?i)no|n|off|false|0") ? "`false`" : "";
  }

  private static String example(Class<?> type, String unit) {
    if (type == Span.class) {
      return " such as `6 months`";
    }
    return unit.isEmpty() || unit.equals("1") ? "" : " in " + unit;
  }

  private Object text(ConfigScalar scalar, Class<?> type, String path) {
    try {
      if (type == Quantity.class) {
        return Quantity.parse(scalar.text());
      }
      if (type == String.class) {
        if (scalar.form() == ConfigScalar.Form.TEXT) {
          return scalar.text();
        }
        problems.add(scalar, path, "must be text", "put it in quotes");
        return null;
      }
      if (type == Span.class && scalar.form() == ConfigScalar.Form.NUMBER) {
        problems.add(scalar, path, "needs a unit, as in `6 months`", "");
        return null;
      }
      if (type == LocalDate.class) {
        return TimeLimits.require(LocalDate.parse(scalar.text()));
      }
      if (type == Instant.class) {
        return TimeLimits.require(Instant.parse(scalar.text()));
      }
      if (type == Span.class) {
        return span(scalar.text());
      }
      return constant(scalar, type, path);
    } catch (DateTimeException e) {
      String form =
          type == LocalDate.class
              ? "must be a date such as 2025-01-31"
              : "must be an instant in UTC such as 2025-01-31T00:00:00Z";
      boolean day = type == LocalDate.class && scalar.text().matches("\\d{4}-\\d{2}-\\d{2}");
      problems.add(scalar, path, day ? "there is no such day" : form, "");
    } catch (IllegalArgumentException e) {
      problems.add(RuleMessage.of(e.getMessage()).at(scalar, path));
    }
    return null;
  }

  private Object constant(ConfigScalar scalar, Class<?> type, String path) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      if (name.equals(scalar.text())) {
        return constant;
      }
      names.add(name);
    }
    problems.add(
        scalar,
        path,
        "must be one of " + String.join(", ", names),
        Nearest.find(scalar.text(), names).map(word -> "`" + word + "`").orElse(""));
    return null;
  }

  private Object number(ConfigScalar scalar, Class<?> type, String units, String path) {
    BigDecimal value = inUnit(scalar, type, units, path);
    if (value == null) {
      return null;
    }
    try {
      if (type == BigDecimal.class) {
        return value;
      }
      if (type == Double.class) {
        double real = value.doubleValue();
        if (Double.isInfinite(real)) {
          throw new ArithmeticException();
        }
        return real;
      }
      if (type == BigInteger.class) {
        return value.toBigIntegerExact();
      }
      return type == Long.class ? (Object) value.longValueExact() : value.intValueExact();
    } catch (ArithmeticException e) {
      boolean whole = value.stripTrailingZeros().scale() <= 0;
      String rule =
          type == Double.class
              ? "must be below 1.8e308"
              : whole
                  ? "must not be beyond " + (type == Integer.class ? "2147483647" : "64 bits")
                  : "must be a whole number" + (units.equals("1") ? "" : " of " + units);
      problems.add(scalar, path, rule, "");
      return null;
    }
  }

  private BigDecimal inUnit(ConfigScalar scalar, Class<?> type, String units, String path) {
    boolean bare = scalar.form() == ConfigScalar.Form.NUMBER;
    boolean exactText =
        evaluating
            && (type == BigDecimal.class || type == BigInteger.class)
            && ConfigParser.NUMBER.matcher(scalar.text()).matches();
    if (!Quantity.matches(scalar.text())) {
      boolean padded = scalar.text().matches("[-+]?0[0-9_]+.*");
      problems.add(
          scalar,
          path,
          padded ? "a number must not start with 0" : "must be a number" + need(units),
          padded ? scalar.text().replaceFirst("0+(?=[0-9])", "") : quantity(scalar.text(), units));
      return null;
    }
    Quantity quantity = Quantity.parse(scalar.text());
    if (quantity.unit().isEmpty() && !bare && !exactText) {
      problems.add(scalar, path, "must be a number, not text", "remove the quotes");
      return null;
    }
    if (quantity.unit().isEmpty() && evaluating) {
      return quantity.value();
    }
    return convert(scalar, quantity, units, path);
  }

  /** A number and its unit, put together otherwise: a clause, or nothing. */
  private static String quantity(String text, String units) {
    String plain = text.trim().replaceAll("(?<=\\d),(?=\\d{3})", "");
    for (String guess :
        List.of(
            plain,
            plain.replaceFirst("^([-+]?[0-9._]*[0-9])\\s*([A-Za-z].*)$", "$1 $2"),
            plain.replaceFirst("^([A-Za-z][^0-9\\s]*)\\s*([-+]?[0-9].*)$", "$2 $1"))) {
      if (Quantity.matches(guess) && units.equals("1") == Quantity.parse(guess).unit().isEmpty()) {
        return "`" + guess + "`";
      }
    }
    String number = plain.replaceFirst("^[$€]\\s*", "");
    if (ConfigParser.NUMBER.matcher(number).matches() && accepted(units).matches("\\S+")) {
      return "`" + number + " " + accepted(units) + "`";
    }
    return "";
  }

  private static String need(String units) {
    return units.equals("1") ? "" : " with a unit; accepted: " + accepted(units);
  }

  private static String accepted(String units) {
    List<String> all = new ArrayList<>();
    for (String unit : units.split("\\|")) {
      all.add(Unit.target(unit).accepted());
    }
    return String.join("; or ", all);
  }

  /** A bare number with the only unit there is; a share may be meant as a fraction. */
  private static String withUnit(String text, Quantity quantity, String units) {
    String accepted = accepted(units);
    if (!accepted.matches("\\S+")) {
      return "";
    }
    String plain = "`" + text + " " + accepted + "`";
    boolean fraction =
        accepted.equals("%")
            && quantity.value().signum() > 0
            && quantity.value().compareTo(BigDecimal.ONE) <= 0;
    return fraction
        ? "`"
            + quantity.value().movePointRight(2).stripTrailingZeros().toPlainString()
            + " %` or "
            + plain
        : plain;
  }

  private BigDecimal convert(ConfigScalar scalar, Quantity quantity, String units, String path) {
    String unknown = "";
    Unit last = null;
    for (String each : units.split("\\|")) {
      Unit target = Unit.target(each);
      last = target;
      try {
        Unit stated = Unit.stated(quantity.unit(), target);
        if (stated.dimension().equals(target.dimension())) {
          return target.convert(quantity.value(), stated);
        }
      } catch (IllegalArgumentException word) {
        unknown = word.getMessage();
      }
    }
    String rule;
    String maybe = "";
    if (units.equals("1")) {
      rule = "must be a bare number, without a unit";
    } else if (quantity.unit().isEmpty()) {
      rule = "needs a unit; accepted: " + accepted(units);
      maybe = withUnit(scalar.text(), quantity, units);
    } else if (!unknown.isEmpty()) {
      rule = "`" + unknown + "` is not a unit here; accepted: " + accepted(units);
      maybe = Nearest.find(unknown, last.fitting()).map(word -> "`" + word + "`").orElse("");
    } else {
      rule = "`" + quantity.unit() + "` is the wrong unit; accepted: " + accepted(units);
    }
    problems.add(scalar, path, rule, maybe);
    return null;
  }
}
