package io.depinsim.core.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.SpanUnit;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * JSON Schema of single values. Numbers with a unit are texts there, so that of their ranges only
 * the sign and shares above 100 % are seen; bounds of bare numbers are seen whole.
 */
final class ValueSchema {
  /** Days as scenarios write them. */
  static final String DATE =
      "(19[5-9][0-9]|2[01][0-9]{2})-"
          + "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
          + "|02-(0[1-9]|1[0-9]|2[0-9]))";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String NUMBER = ConfigParser.NUMBER.pattern();

  /**
   * Of numbers without a unit: only those are texts to a validator that has underscores, or an
   * exponent in a form that JSON does not know. Any other text is a number in quotes.
   */
  private static final String NO_NUMBER_OF_JSON = "(?=[^_eE]*[_eE])";

  private static final String NOT_NEGATIVE = "(?!-[0-9._]*[1-9])";
  private static final String NOT_ABOVE_ALL =
      "(?!\\+?(100\\.[0-9]*[1-9]|10[1-9]|1[1-9][0-9]|[2-9][0-9]{2}|[1-9][0-9]{3,})[0-9.]*\\s*%)";
  private static final Set<Class<?>> WHOLE =
      Set.of(long.class, int.class, Long.class, Integer.class, BigInteger.class);
  private static final Set<Class<?>> REAL = Set.of(double.class, Double.class, BigDecimal.class);

  private ValueSchema() {}

  /** What keys of a map may be; nothing for anything. */
  static Optional<ObjectNode> keys(SpecField field, Type key) {
    ObjectNode schema = NODES.objectNode();
    if (key == LocalDate.class) {
      return Optional.of(schema.put("pattern", "^" + DATE + "$"));
    }
    if (field.owner() != ScenarioSpec.class || !References.NAMED.contains(field.name())) {
      return Optional.empty();
    }
    Pattern name = field.name().equals("regimes") ? References.LEVEL : References.NAME;
    schema.put("pattern", "^(" + name.pattern() + ")$");
    if (field.name().equals("assets")) {
      ArrayNode units = schema.putObject("not").putArray("enum");
      Unit.builtIn().forEach(units::add);
    }
    return Optional.of(schema);
  }

  /** Schema of one value of a field. */
  static ObjectNode of(SpecField field, Class<?> type) {
    ObjectNode schema = NODES.objectNode();
    if (field.owner() == ScenarioSpec.class && field.name().equals("depinsim")) {
      schema.putArray("enum").add(1);
      return schema;
    }
    if (WHOLE.contains(type) && Set.of("", "1").contains(field.unit())) {
      return bounded(count(), field);
    }
    if (WHOLE.contains(type) || REAL.contains(type)) {
      return bounded(number(field), field);
    }
    if (type == boolean.class || type == Boolean.class) {
      return schema.put("type", "boolean");
    }
    if (type.isEnum()) {
      ArrayNode names = schema.putArray("enum");
      Arrays.stream(type.getEnumConstants()).forEach(c -> names.add(((Enum<?>) c).name()));
      return schema;
    }
    if (type == Quantity.class) {
      return numberOr(sign(field) + NUMBER + "(\\s*%.*|\\s+[^\\s0-9].*)?");
    }
    schema.put("type", "string");
    if (field.owner() == ScenarioSpec.class && field.name().equals("name")) {
      schema.put("pattern", "^" + ScenarioSpec.NAME + "$");
    } else if (type == LocalDate.class) {
      schema.put("pattern", "^" + DATE + "$");
    } else if (type == Instant.class) {
      schema.put("pattern", "^" + DATE + "T.*Z$");
    } else if (type == Span.class) {
      schema.put("pattern", span(field));
    }
    return schema;
  }

  private static String span(SpecField field) {
    StringBuilder words = new StringBuilder();
    for (SpanUnit unit : SpanUnit.values()) {
      words.append(words.length() == 0 ? "" : "|").append(unit.singular()).append("s?");
    }
    String some = field.range().isPresent() ? "(?=[0_]*[1-9])" : "";
    return "^\\s*" + some + "[0-9][0-9_]*\\s+(" + words + ")\\s*$";
  }

  /** A bare whole number; as text only for the underscores that JSON does not know. */
  private static ObjectNode count() {
    ObjectNode schema = NODES.objectNode();
    schema.putArray("type").add("integer").add("string");
    return schema.put(
        "pattern", "^" + NO_NUMBER_OF_JSON + "[-+]?[0-9]+(_[0-9]+)*([eE][0-9]{1,3})?$");
  }

  /** A number in one of several units, as text; without a unit also as a number. */
  private static ObjectNode number(SpecField field) {
    String units = field.unit().isEmpty() ? "1" : field.unit();
    List<String> tails =
        Arrays.stream(units.split("\\|")).map(unit -> Unit.target(unit).pattern()).toList();
    String some = tails.stream().filter(tail -> !tail.isEmpty()).collect(Collectors.joining("|"));
    String pattern = sign(field) + NUMBER + "(" + some + ")";
    if (tails.contains("")) {
      String bare = NO_NUMBER_OF_JSON + sign(field) + NUMBER;
      return numberOr(some.isEmpty() ? bare : "(" + bare + "|" + pattern + ")");
    }
    return NODES.objectNode().put("type", "string").put("pattern", "^\\s*" + pattern + "\\s*$");
  }

  private static ObjectNode numberOr(String pattern) {
    ObjectNode schema = NODES.objectNode();
    schema.putArray("type").add("number").add("string");
    return schema.put("pattern", "^\\s*" + pattern + "\\s*$");
  }

  /** What a text must not begin with, given the range: a minus, or more than 100 %. */
  private static String sign(SpecField field) {
    boolean positive = field.range().filter(RangeRule::refusesNegative).isPresent();
    boolean share =
        field.unit().equals("%")
            && field
                .range()
                .map(RangeRule::high)
                .filter(high -> high.compareTo(BigDecimal.ONE) <= 0)
                .isPresent();
    return (positive ? NOT_NEGATIVE : "") + (share ? NOT_ABOVE_ALL : "");
  }

  /** With the bounds of bare numbers; draft 7 looks at them where the value is no text. */
  private static ObjectNode bounded(ObjectNode schema, SpecField field) {
    if (field.range().isPresent() && schema.get("type").isArray()) {
      RangeRule rule = field.range().get();
      bound(schema, rule.range().above().isEmpty() ? "minimum" : "exclusiveMinimum", rule.low());
      bound(schema, rule.range().below().isEmpty() ? "maximum" : "exclusiveMaximum", rule.high());
    }
    return schema;
  }

  private static void bound(ObjectNode schema, String keyword, BigDecimal bound) {
    if (bound != null) {
      schema.put(keyword, new BigDecimal(bound.stripTrailingZeros().toPlainString()));
    }
  }
}
