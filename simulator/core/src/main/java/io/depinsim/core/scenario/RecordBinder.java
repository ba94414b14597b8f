package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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

  /** Blocks being bound under a name, and the name beside it that is most like it. */
  private final Map<String, String> lacking = new HashMap<>();

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

  private Object value(ConfigNode written, Type type, SpecField field, String path) {
    if (type == ConfigNode.class) {
      return written;
    }
    ConfigNode node = EvidenceReader.unwrap(written);
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return list(node, arguments[0], field, path);
      }
      if (generic.getRawType() == Map.class) {
        return map(node, arguments[0], arguments[1], field, path);
      }
    }
    if (type instanceof Class<?> single) {
      if (ScalarBinder.binds(single)) {
        Object bound = scalars.bind(node, single, unitAt(field, path), path);
        if (bound == null
            || !inRange(node, bound, field, path)
            || !fitsLedger(node, bound, field, path)) {
          return null;
        }
        if (node != written) {
          range((ConfigMap) written, single, field, path, bound);
        }
        return bound;
      }
      if (single == KindChoice.class && field.role().isPresent()) {
        return kind(node, field.role().get(), path);
      }
      if (single.isRecord()) {
        return record(node, single, path);
      }
    }
    throw new IllegalStateException(path + ": " + type + ": no scenario text binds to this type.");
  }

  /** Whether a value lies in the range of its component; else adds a problem. */
  private boolean inRange(ConfigNode node, Object bound, SpecField field, String path) {
    if (field.range().isEmpty()) {
      return true;
    }
    RangeRule rule = field.range().get().in(unitAt(field, path));
    boolean allowed = rule.allows(bound);
    if (!allowed) {
      problems.add(node, path, rule.clause(bound instanceof Span), rule.range().maybe());
    }
    return allowed;
  }

  /** Whether an amount of money fits a ledger; else adds a problem. */
  private boolean fitsLedger(ConfigNode node, Object bound, SpecField field, String path) {
    boolean money =
        bound instanceof Quantity || bound instanceof Double || bound instanceof BigDecimal;
    if (!money) {
      return true;
    }
    String unit = bound instanceof Quantity quantity ? quantity.unit() : unitAt(field, path);
    boolean whole = !(bound instanceof Double) && !unit.contains("/");
    Optional<RuleMessage> refusal = words.amounts(unit).flatMap(rule -> rule.refusal(bound, whole));
    refusal.ifPresent(message -> problems.add(message.at(node, path)));
    return refusal.isEmpty();
  }

  private String unitAt(SpecField field, String path) {
    return words.resolve(field.unit(), path);
  }

  /** Range of an evidence block: in the unit of the value, in order, around the value. */
  @SuppressWarnings("unchecked")
  private void range(ConfigMap wrapper, Class<?> type, SpecField field, String path, Object bound) {
    Optional<ConfigNode> node = wrapper.find("range");
    if (node.isEmpty() || !(node.get() instanceof ConfigList list) || list.items().size() != 2) {
      return;
    }
    String unit = unitAt(field, path);
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

  private Object list(ConfigNode node, Type item, SpecField field, String path) {
    if (!(node instanceof ConfigList list)) {
      problems.add(node, path, "must be a list", "[" + node.describe() + "]");
      return null;
    }
    int before = problems.count();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      values.add(value(list.items().get(i), item, field, path + "." + i));
    }
    return problems.count() > before ? null : List.copyOf(values);
  }

  private Object map(ConfigNode node, Type keyType, Type valueType, SpecField field, String path) {
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
                    named(key, map.keys(), entry.value(), valueType, field, path)));
    return problems.count() > before ? null : Collections.unmodifiableMap(values);
  }

  /** A value of a map by name. What it lacks may be lacking because its name is misspelt. */
  private Object named(
      String key,
      Collection<String> names,
      ConfigNode value,
      Type type,
      SpecField field,
      String path) {
    List<String> others = names.stream().filter(name -> !name.equals(key)).toList();
    lacking.put(path + "." + key, Nearest.find(key, others).orElse(""));
    Object bound = value(value, type, field, path + "." + key);
    lacking.remove(path + "." + key);
    return bound;
  }

  private Object key(String key, Type type, Place place, String path) {
    if (type == String.class) {
      return key;
    }
    if (type == LocalDate.class) {
      try {
        return TimeLimits.require(LocalDate.parse(key));
      } catch (DateTimeException e) {
        problems.add(place, path, key, "the key must be a date such as 2025-01-31", "");
        return key;
      } catch (IllegalArgumentException e) {
        problems.add(place, path, key, e.getMessage(), "");
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
        record(
            EvidenceReader.unwrap(only.getValue().value()),
            row.get().spec(),
            path + "." + only.getKey());
    return spec == null ? null : new KindChoice(role, only.getKey(), (Record) spec, row.get());
  }

  private Object record(ConfigNode node, Class<?> type, String path) {
    if (!(node instanceof ConfigMap map)) {
      problems.add(node, path, "must be a map" + keysOf(type), "");
      return null;
    }
    int before = problems.count();
    List<SpecField> fields = SpecField.of(type);
    List<String> known = fields.stream().map(SpecField::name).toList();
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                problems.add(
                    entry.keyPlace(), path, key, "unknown key", Nearest.suggest(key, known));
              }
            });
    Object[] arguments = new Object[fields.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = component(map, fields.get(i), path);
    }
    return problems.count() > before ? null : construct(map, type, arguments, path);
  }

  private static String keysOf(Class<?> type) {
    List<String> names = SpecField.of(type).stream().map(SpecField::name).toList();
    return names.isEmpty() ? "; write {}" : " with " + String.join(", ", names);
  }

  private Object component(ConfigMap map, SpecField field, String path) {
    String inner = path.isEmpty() ? field.name() : path + "." + field.name();
    Optional<ConfigNode> node = map.find(field.name());
    if (node.isPresent()) {
      return value(node.get(), field.type(), field, inner);
    }
    if (!field.omittable()) {
      if (!evaluating || field.type() instanceof Class<?> plain && plain.isPrimitive()) {
        String other = lacking.getOrDefault(path, "");
        String maybe = other.isEmpty() ? "" : "`" + other + "` is meant, which stands beside it";
        problems.add(map.place(), path, "", Problems.missing(field.name()), maybe);
      }
      return null;
    }
    if (!field.whenLeftOut().isEmpty()) {
      boolean number = !field.unit().isEmpty();
      String written = number ? words.resolve(field.whenLeftOut(), inner) : field.whenLeftOut();
      ConfigNode text = ConfigParser.parse("default of " + inner, written, false);
      return value(text, field.type(), field, inner);
    }
    Type raw = field.type() instanceof ParameterizedType generic ? generic.getRawType() : null;
    return raw == List.class ? List.of() : raw == Map.class ? Map.of() : null;
  }

  private Object construct(ConfigMap map, Class<?> type, Object[] arguments, String path) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
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
    Optional<ConfigNode> field = map.find(message.field()).filter(n -> map.states(message.field()));
    if (field.isPresent()) {
      String inner = path.isEmpty() ? message.field() : path + "." + message.field();
      problems.add(message.at(field.get(), inner));
    } else {
      String prefix = message.field().isEmpty() ? "" : message.field() + ": ";
      problems.add(map.place(), path, "", prefix + message.rule(), message.maybe());
    }
  }
}
