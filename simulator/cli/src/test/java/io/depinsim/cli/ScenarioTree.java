package io.depinsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.SpecField;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a scenario can say, and what one says: fields, and the places where they stand. */
final class ScenarioTree {
  private static final Set<String> EVIDENCE = Set.of("grade", "source", "date", "range", "note");

  private final Catalogue catalogue;

  ScenarioTree(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * A component of a spec record.
   *
   * @param owner class of the record
   * @param name name of the component
   */
  record Field(Class<?> owner, String name) {
    static Field of(SpecField field) {
      return new Field(field.owner(), field.name());
    }

    @Override
    public String toString() {
      String simple = owner.getName().substring(owner.getName().lastIndexOf('.') + 1);
      return simple.replace('$', '.') + "." + name;
    }
  }

  /**
   * A single value in a tree.
   *
   * @param path steps from the root; of evidence, to the value itself
   * @param field what it is a value of
   * @param type class of the value; of series and of lists of texts, {@code Map} and {@code List}
   */
  record Place(List<String> path, Field field, Class<?> type) {}

  /**
   * A kind chosen in a tree.
   *
   * @param path steps to the block under the role's key
   * @param kind the kind
   */
  record Choice(List<String> path, Kind<?, ?> kind) {}

  /** Root of every scenario. */
  static Class<?> root() {
    try {
      return Class.forName("io.depinsim.core.scenario.ScenarioSpec");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Every field that holds single values, with the keys at the top of a file below which it can
   * stand.
   */
  Map<Field, Set<String>> fields() {
    Map<Field, Set<String>> all = new LinkedHashMap<>();
    for (SpecField field : SpecField.of(root())) {
      fields(field, field.name(), all, new LinkedHashSet<>());
    }
    return all;
  }

  private void fields(
      SpecField field, String section, Map<Field, Set<String>> all, Set<Class<?>> seen) {
    if (field.role().isPresent()) {
      catalogue
          .listKinds(field.role().get())
          .forEach(kind -> fields(kind.spec(), section, all, seen));
    } else if (field.block().isPresent()) {
      fields(field.block().get(), section, all, seen);
    } else {
      all.computeIfAbsent(Field.of(field), key -> new LinkedHashSet<>()).add(section);
    }
  }

  private void fields(
      Class<?> type, String section, Map<Field, Set<String>> all, Set<Class<?>> seen) {
    if (seen.add(type)) {
      SpecField.of(type).forEach(field -> fields(field, section, all, seen));
    }
  }

  /** Single values and choices of kinds in a tree. */
  final class Reading {
    private final List<Place> places = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<List<String>> evidence = new ArrayList<>();

    Reading(JsonNode tree) {
      record(tree, root(), List.of());
    }

    List<Place> places() {
      return places;
    }

    List<Choice> choices() {
      return choices;
    }

    /** Paths of values with evidence beside them. */
    List<List<String>> evidence() {
      return evidence;
    }

    private void record(JsonNode node, Class<?> type, List<String> path) {
      for (SpecField field : SpecField.of(type)) {
        JsonNode child = node.get(field.name());
        if (child != null) {
          value(child, field, field.type(), with(path, field.name()));
        }
      }
    }

    private void value(JsonNode written, SpecField field, Type type, List<String> path) {
      JsonNode node = written;
      List<String> inner = path;
      if (wraps(written)) {
        evidence.add(path);
        node = written.get("value");
        inner = with(path, "value");
      }
      if (type instanceof ParameterizedType generic) {
        several(node, field, generic, inner);
      } else if (field.role().isPresent()) {
        String key = node.fieldNames().next();
        Kind<?, ?> kind = catalogue.getKind(field.role().get(), key);
        choices.add(new Choice(inner, kind));
        record(node.get(key), kind.spec(), with(inner, key));
      } else if (field.block().isPresent()) {
        record(node, field.block().get(), inner);
      } else {
        places.add(new Place(inner, Field.of(field), (Class<?>) type));
      }
    }

    private void several(
        JsonNode node, SpecField field, ParameterizedType type, List<String> path) {
      Type[] arguments = type.getActualTypeArguments();
      if (arguments[0] == LocalDate.class) {
        places.add(new Place(path, Field.of(field), Map.class));
        return;
      }
      Type item = arguments[arguments.length - 1];
      if (node.isArray() && item == String.class) {
        places.add(new Place(path, Field.of(field), List.class));
      }
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        value(node.get(i), field, item, with(path, "" + i));
      }
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        value(entry.getValue(), field, item, with(path, entry.getKey()));
      }
    }
  }

  /** Whether a value stands beside its evidence. */
  static boolean wraps(JsonNode node) {
    if (!node.isObject() || !node.has("value") || !node.has("grade")) {
      return false;
    }
    for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!key.equals("value") && !EVIDENCE.contains(key)) {
        return false;
      }
    }
    return true;
  }

  /** The node at a path. */
  static JsonNode at(JsonNode tree, List<String> path) {
    JsonNode node = tree;
    for (String step : path) {
      node = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
    }
    return node;
  }

  /** A copy of a tree with another value at a path; null removes it. */
  static ObjectNode changed(JsonNode tree, List<String> path, JsonNode value) {
    ObjectNode copy = tree.deepCopy();
    put(copy, path, value);
    return copy;
  }

  static void put(JsonNode tree, List<String> path, JsonNode value) {
    JsonNode parent = at(tree, path.subList(0, path.size() - 1));
    String last = path.get(path.size() - 1);
    if (parent.isArray()) {
      ((ArrayNode) parent).set(Integer.parseInt(last), value);
    } else if (value == null) {
      ((ObjectNode) parent).remove(last);
    } else {
      ((ObjectNode) parent).set(last, value);
    }
  }

  static <T> List<T> with(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }
}
