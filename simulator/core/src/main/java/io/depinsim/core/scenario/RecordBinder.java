package io.depinsim.core.scenario;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds nodes to records by component name.
 *
 * <p>Works on our own tree rather than through databind because every mistake needs its place and
 * binding goes on after the first. Unknown keys, missing components, nulls and coercions are
 * refused. What a record's constructor throws becomes a problem, at the component whose name the
 * message starts with.
 */
final class RecordBinder {
  private final Catalogue catalogue;
  private final Problems problems;
  private final ScalarBinder scalars;
  private final boolean evaluating;
  private final UnitWords words;

  /** How a component is annotated; holds for the values of its lists and maps too. */
  private record Marks(String unit, Role role) {
    static final Marks NONE = new Marks("", null);

    static Marks of(RecordComponent component) {
      InUnit unit = component.getAnnotation(InUnit.class);
      OfRole role = component.getAnnotation(OfRole.class);
      return new Marks(unit == null ? "" : unit.value(), role == null ? null : role.value());
    }
  }

  /**
   * A binder.
   *
   * @param words what the special words of units stand for
   * @param evaluating whether an input of {@code evaluate} is bound, which may leave out units, and
   *     components that are no primitives: a rule itself tells which of those it needs
   */
  RecordBinder(Catalogue catalogue, Problems problems, UnitWords words, boolean evaluating) {
    this.catalogue = catalogue;
    this.problems = problems;
    this.scalars = new ScalarBinder(problems, evaluating);
    this.words = words;
    this.evaluating = evaluating;
  }

  /** The record, or nothing after adding problems. */
  <R extends Record> Optional<R> bind(ConfigNode node, Class<R> type, String path) {
    return Optional.ofNullable(type.cast(record(node, type, path)));
  }

  private Object value(ConfigNode written, Type type, Marks marks, String path) {
    if (type == ConfigNode.class) {
      return written;
    }
    ConfigNode node = EvidenceReader.unwrap(written);
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return list(node, arguments[0], marks, path);
      }
      if (generic.getRawType() == Map.class) {
        return map(node, arguments[0], arguments[1], marks, path);
      }
    }
    if (type instanceof Class<?> single) {
      if (ScalarBinder.binds(single)) {
        Object bound = scalars.bind(node, single, unitAt(marks, path), path);
        if (node != written && bound != null) {
          range((ConfigMap) written, single, marks, path, bound);
        }
        return bound;
      }
      if (single == KindChoice.class && marks.role() != null) {
        return kind(node, marks.role(), path);
      }
      if (single.isRecord()) {
        return record(node, single, path);
      }
    }
    throw new IllegalStateException(path + ": " + type + ": no scenario text binds to this type.");
  }

  private String unitAt(Marks marks, String path) {
    return words.resolve(marks.unit(), path);
  }

  /** Range of an evidence block: in the unit of the value, in order, around the value. */
  @SuppressWarnings("unchecked")
  private void range(ConfigMap wrapper, Class<?> type, Marks marks, String path, Object bound) {
    Optional<ConfigNode> node = wrapper.find("range");
    if (node.isEmpty() || !(node.get() instanceof ConfigList list) || list.items().size() != 2) {
      return;
    }
    String unit = unitAt(marks, path);
    Object low = scalars.bind(list.items().get(0), type, unit, path + ".range");
    Object high = scalars.bind(list.items().get(1), type, unit, path + ".range");
    if (low == null || high == null || !(bound instanceof Number)) {
      return;
    }
    Comparable<Object> value = (Comparable<Object>) bound;
    if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
      problems.add(list, path + ".range", "must run from low to high around the value", "");
    }
  }

  private Object list(ConfigNode node, Type item, Marks marks, String path) {
    if (!(node instanceof ConfigList list)) {
      problems.add(node, path, "must be a list", "[" + node.describe() + "]");
      return null;
    }
    int before = problems.count();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      values.add(value(list.items().get(i), item, marks, path + "." + i));
    }
    return problems.count() > before ? null : List.copyOf(values);
  }

  private Object map(ConfigNode node, Type keyType, Type valueType, Marks marks, String path) {
    if (!(node instanceof ConfigMap map)) {
      problems.add(
          node,
          path,
          "must be a map",
          node.describe().equals("no value")
              ? "{}"
              : node instanceof ConfigList ? "each name with a value of its own" : "");
      return null;
    }
    int before = problems.count();
    Map<Object, Object> values = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) ->
                values.put(
                    key(key, keyType, entry.keyPlace(), path),
                    value(entry.value(), valueType, marks, path + "." + key)));
    return problems.count() > before ? null : Collections.unmodifiableMap(values);
  }

  private Object key(String key, Type type, Place place, String path) {
    if (type == String.class) {
      return key;
    }
    if (type == LocalDate.class) {
      try {
        return LocalDate.parse(key);
      } catch (DateTimeException e) {
        problems.add(place, path, key, "the key must be a date such as 2025-01-31", "");
        return key;
      }
    }
    throw new IllegalStateException(path + ": " + type + ": no key binds to this type.");
  }

  private KindChoice kind(ConfigNode node, Role role, String path) {
    Collection<String> known = catalogue.listKeys(role);
    if (!(node instanceof ConfigMap map) || map.entries().size() != 1) {
      String word = node.describe().replaceAll("^\\[|\\]$", "");
      String one = known.contains(word) ? "`{" + word + ": {}}`" : "";
      String maybe =
          node instanceof ConfigMap several && !several.keys().isEmpty()
              ? "one key is left over"
              : one;
      problems.add(
          node, path, "must be a map of exactly one key, the kind of " + role.key(), maybe);
      return null;
    }
    Map.Entry<String, ConfigMap.Entry> only = map.entries().entrySet().iterator().next();
    Optional<Kind<?, ?>> row = catalogue.findKind(role, only.getKey());
    if (row.isEmpty()) {
      problems.add(
          only.getValue().keyPlace(),
          path,
          only.getKey(),
          "is no kind of " + role.key(),
          Nearest.suggest(only.getKey(), known));
      return null;
    }
    Object spec =
        value(only.getValue().value(), row.get().spec(), Marks.NONE, path + "." + only.getKey());
    return spec == null ? null : new KindChoice(role, only.getKey(), (Record) spec, row.get());
  }

  private Object record(ConfigNode node, Class<?> type, String path) {
    if (!(node instanceof ConfigMap map)) {
      problems.add(node, path, "must be a map" + keysOf(type), "");
      return null;
    }
    int before = problems.count();
    RecordComponent[] components = type.getRecordComponents();
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                problems.add(
                    entry.keyPlace(), path, key, "unknown key", Nearest.suggest(key, known));
              }
            });
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] = component(map, components[i], path);
    }
    return problems.count() > before ? null : construct(map, type, components, arguments, path);
  }

  private static String keysOf(Class<?> type) {
    List<String> names =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    return names.isEmpty() ? "; write {}" : " with " + String.join(", ", names);
  }

  private Object component(ConfigMap map, RecordComponent component, String path) {
    String inner = path.isEmpty() ? component.getName() : path + "." + component.getName();
    Optional<ConfigNode> node = map.find(component.getName());
    Marks marks = Marks.of(component);
    if (node.isPresent()) {
      return value(node.get(), component.getGenericType(), marks, inner);
    }
    Omittable omittable = component.getAnnotation(Omittable.class);
    if (omittable == null && !(evaluating && !component.getType().isPrimitive())) {
      problems.add(map.place(), path, "", Problems.missing(component.getName()), "");
      return null;
    }
    if (omittable != null && !omittable.value().isEmpty()) {
      boolean number = !marks.unit().isEmpty();
      String written = number ? words.resolve(omittable.value(), inner) : omittable.value();
      ConfigNode text = ConfigParser.parse("default of " + inner, written, false);
      return value(text, component.getGenericType(), marks, inner);
    }
    if (omittable == null) {
      return null;
    }
    if (component.getType() == List.class) {
      return List.of();
    }
    return component.getType() == Map.class ? Map.of() : null;
  }

  private Object construct(
      ConfigMap map, Class<?> type, RecordComponent[] components, Object[] arguments, String path) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException
          || e.getCause() instanceof ArithmeticException) {
        refuse(map, path, RuleMessage.of(e.getCause().getMessage()));
        return null;
      }
      throw new IllegalStateException(path + ": " + type.getName() + " failed to build.", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(path + ": " + type.getName() + " cannot be built.", e);
    }
  }

  /** Adds what a rule says, at the field it names if that stands in the map. */
  void refuse(ConfigMap map, String path, RuleMessage message) {
    Optional<ConfigNode> field = map.find(message.field());
    if (field.isPresent()) {
      String inner = path.isEmpty() ? message.field() : path + "." + message.field();
      problems.add(message.at(field.get(), inner));
    } else {
      String prefix = message.field().isEmpty() ? "" : message.field() + ": ";
      problems.add(map.place(), path, "", prefix + message.rule(), message.maybe());
    }
  }
}
