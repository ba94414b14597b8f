package io.depinsim.core.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns inputs and outputs of {@code evaluate} into JSON. */
final class EvaluationJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private EvaluationJson() {}

  /**
   * The record as a JSON object in component order; components that are null are left out.
   *
   * @throws ArithmeticException if a number is not finite; names the component
   */
  static ObjectNode of(Record value) {
    ObjectNode object = NODES.objectNode();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        Object inner = component.getAccessor().invoke(value);
        if (inner != null) {
          object.set(component.getName(), node(inner, component.getName()));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(component.getName() + ": cannot be read", e);
      }
    }
    return object;
  }

  private static JsonNode node(Object value, String name) {
    if (value instanceof BigDecimal exact) {
      return NODES.textNode(exact.toPlainString());
    }
    if (value instanceof Double real) {
      return real(real, name);
    }
    if (value instanceof Integer || value instanceof Long) {
      return NODES.numberNode(((Number) value).longValue());
    }
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    if (value instanceof KindChoice choice) {
      return NODES.objectNode().set(choice.key(), of(choice.spec()));
    }
    if (value instanceof Record record
        && !(value instanceof Quantity)
        && !ScalarBinder.binds(value.getClass())) {
      return of(record);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(item -> array.add(node(item, name)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, item) -> object.set(key.toString(), node(item, name + "." + key)));
      return object;
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? NODES.nullNode() : node(optional.get(), name);
    }
    if (value instanceof BigInteger || ScalarBinder.binds(value.getClass())) {
      return NODES.textNode(value.toString());
    }
    throw new IllegalStateException(name + ": " + value.getClass() + ": has no form in JSON");
  }

  /** The shortest decimal that reads back as the same double; the same on every Java. */
  private static JsonNode real(double value, String name) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException(name + ": " + value + ": a result must be finite.");
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal shorter = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shorter.doubleValue() == value) {
        shortest = shorter;
        break;
      }
    }
    BigDecimal bare = shortest.stripTrailingZeros();
    boolean longInteger = bare.precision() - bare.scale() > 17;
    return NODES.numberNode(bare.scale() < 0 && !longInteger ? bare.setScale(0) : bare);
  }
}
