package io.depinsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.depinsim.core.scenario.Quantity;
import io.depinsim.core.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Other values that a field of some type might hold; a scenario may still refuse them. */
final class OtherValues {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, long.class, Integer.class, Long.class);
  private static final Set<Class<?>> REAL =
      Set.of(double.class, Double.class, BigDecimal.class, Quantity.class);

  private OtherValues() {}

  /** Whether values of this class are numbers. */
  static boolean isNumber(Class<?> type) {
    return WHOLE.contains(type) || REAL.contains(type);
  }

  /**
   * Values to try, the likeliest first, none equal to the value as it stands.
   *
   * @param words texts that stand elsewhere in the same scenario and might fit
   */
  static List<JsonNode> of(JsonNode now, Class<?> type, List<String> words) {
    List<JsonNode> values = new ArrayList<>();
    if (WHOLE.contains(type)) {
      whole(Quantity.parse(now.asText()), values);
    } else if (REAL.contains(type)) {
      real(Quantity.parse(now.asText()), values);
    } else if (type == boolean.class || type == Boolean.class) {
      values.add(BooleanNode.valueOf(!now.asBoolean()));
    } else if (type == LocalDate.class) {
      LocalDate day = LocalDate.parse(now.asText());
      for (int days : new int[] {40, -40, 400, -400, 1, -1}) {
        values.add(TextNode.valueOf(day.plusDays(days).toString()));
      }
    } else if (type == Instant.class) {
      Instant at = Instant.parse(now.asText());
      values.add(TextNode.valueOf(at.minus(Duration.ofDays(40)).toString()));
      values.add(TextNode.valueOf(at.plus(Duration.ofDays(40)).toString()));
    } else if (type == Span.class) {
      span(Span.parse(now.asText()), values);
    } else if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        values.add(TextNode.valueOf(((Enum<?>) constant).name()));
      }
    } else if (type == String.class) {
      words.forEach(word -> values.add(TextNode.valueOf(word)));
    } else if (type == Map.class) {
      series((ObjectNode) now, values);
    } else if (type == List.class) {
      lists((ArrayNode) now, words, values);
    }
    values.removeIf(now::equals);
    return values;
  }

  /** Values of a field whose type the path to it tells: the first number in it, changed. */
  static List<JsonNode> ofText(JsonNode now) {
    if (now.isValueNode()) {
      return now.asText().matches("-?[0-9][0-9._]*( .*)?")
          ? of(now, double.class, List.of())
          : List.of();
    }
    List<JsonNode> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : now.properties()) {
      for (JsonNode other : ofText(entry.getValue())) {
        values.add(((ObjectNode) now.deepCopy()).set(entry.getKey(), other));
      }
      if (!values.isEmpty()) {
        break;
      }
    }
    return values;
  }

  private static void whole(Quantity now, List<JsonNode> values) {
    BigDecimal two = BigDecimal.valueOf(2);
    Stream.of(
            now.value().multiply(two),
            now.value().divide(two, 0, RoundingMode.HALF_UP),
            now.value().add(BigDecimal.ONE),
            now.value().subtract(BigDecimal.ONE),
            now.value().multiply(BigDecimal.TEN),
            now.value().divide(BigDecimal.TEN, 0, RoundingMode.HALF_UP),
            now.value().movePointRight(3),
            BigDecimal.ZERO)
        .forEach(value -> values.add(number(value.setScale(0, RoundingMode.HALF_UP), now.unit())));
  }

  private static void real(Quantity now, List<JsonNode> values) {
    for (String factor : List.of("1.1", "0.8", "2", "0.5", "10", "0.1", "1000", "0.001")) {
      values.add(number(now.value().multiply(new BigDecimal(factor)), now.unit()));
    }
    values.add(number(BigDecimal.ONE, now.unit()));
    values.add(number(BigDecimal.ZERO, now.unit()));
    values.add(number(BigDecimal.TEN, now.unit()));
  }

  private static void span(Span now, List<JsonNode> values) {
    long n = now.count();
    for (long count : new long[] {2 * n, n / 2, n + 1, n - 1, 4 * n, n / 4, 12, 1, 0}) {
      if (count >= 0) {
        values.add(TextNode.valueOf(new Span(count, now.unit()).toString()));
      }
    }
    values.add(TextNode.valueOf("45 days"));
  }

  /** All values of a series multiplied; then all replaced by ones of another size. */
  private static void series(ObjectNode now, List<JsonNode> values) {
    for (String factor : List.of("1.1", "0.8", "2", "0.5", "10")) {
      values.add(series(now, value -> value.multiply(new BigDecimal(factor))));
    }
    values.add(series(now, value -> value.add(BigDecimal.ONE)));
  }

  private static JsonNode series(ObjectNode now, UnaryOperator<BigDecimal> change) {
    ObjectNode changed = now.deepCopy();
    for (Map.Entry<String, JsonNode> entry : now.properties()) {
      Quantity value = Quantity.parse(entry.getValue().asText());
      changed.set(entry.getKey(), number(change.apply(value.value()), value.unit()));
    }
    return changed;
  }

  /** One item less, one more. */
  private static void lists(ArrayNode now, List<String> words, List<JsonNode> values) {
    for (int i = 0; i < now.size(); i++) {
      values.add(without(now, i));
    }
    for (String word : words) {
      values.add(now.deepCopy().add(word));
    }
  }

  private static JsonNode without(ArrayNode list, int index) {
    ArrayNode copy = list.deepCopy();
    copy.remove(index);
    return copy;
  }

  /**
   * Two numbers whose sum stays: {@code now} less or more a quarter, and what the other then is.
   *
   * @return the first, then the second; empty if they are in different units
   */
  static List<JsonNode> exchange(JsonNode now, JsonNode other, boolean less) {
    Quantity first = Quantity.parse(now.asText());
    Quantity second = Quantity.parse(other.asText());
    if (!first.unit().equals(second.unit())) {
      return List.of();
    }
    BigDecimal part = (less ? first : second).value().divide(BigDecimal.valueOf(4));
    BigDecimal moved = less ? part.negate() : part;
    return List.of(
        number(first.value().add(moved), first.unit()),
        number(second.value().subtract(moved), second.unit()));
  }

  private static JsonNode number(BigDecimal value, String unit) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    plain = plain.scale() < 0 ? plain.setScale(0) : plain;
    return unit.isEmpty()
        ? DecimalNode.valueOf(plain)
        : JsonNodeFactory.instance.textNode(plain.toPlainString() + " " + unit);
  }
}
