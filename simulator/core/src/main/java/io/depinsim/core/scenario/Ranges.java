package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/** Checks the ranges of records that are built in Java rather than bound from text. */
public final class Ranges {
  private Ranges() {}

  /**
   * The same record, if its components, those of records within it apart, lie where their {@link
   * InRange} says; null lies anywhere.
   *
   * @throws IllegalArgumentException naming a component that does not, and its range
   */
  public static <R extends Record> R require(R spec) {
    for (RecordComponent component : spec.getClass().getRecordComponents()) {
      InRange range = component.getAnnotation(InRange.class);
      if (range != null) {
        InUnit unit = component.getAnnotation(InUnit.class);
        RangeRule rule = new RangeRule(range, unit == null ? "" : unit.value());
        require(component.getName(), value(component, spec), rule);
      }
    }
    return spec;
  }

  private static void require(String field, Object value, RangeRule rule) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        require(field + "." + i, list.get(i), rule);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> require(field + "." + key, item, rule));
    } else if (value != null && !rule.allows(value)) {
      String maybe = rule.range().maybe();
      throw new IllegalArgumentException(
          field
              + ": "
              + value
              + " "
              + rule.clause(value instanceof Span)
              + "."
              + (maybe.isEmpty() ? "" : " Maybe " + maybe + "."));
    }
  }

  private static Object value(RecordComponent component, Record spec) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(spec);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read.", e);
    }
  }
}
