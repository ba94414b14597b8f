package io.depinsim.core.scenario;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes the defaults of keys that were left out into a tree, so that the resolved scenario shows
 * them and a change of values reaches them.
 *
 * <p>In the parts that describe the world a number comes as evidence of grade {@code assumed} with
 * the note {@value #NOTE}; anything else comes as it stands. A filled value has the place of its
 * block and counts as not {@linkplain ConfigMap.Entry#stated() stated}. What is no scenario, and
 * blocks under evidence, are left as they are: the binder refuses the former and knows the defaults
 * of the latter.
 */
final class Defaults {
  /** Note of the evidence of a default. */
  static final String NOTE = "default";

  private static final Pattern UNIT_WORD = Pattern.compile("\\b(asset|currency)\\b");

  private final Catalogue catalogue;

  /** Defaults of these kinds. */
  Defaults(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The tree with its defaults; the same one if nothing was left out. */
  ConfigMap fill(ConfigMap root) {
    return new Filling(ScenarioReader.words(root)).record(root, ScenarioSpec.class, "");
  }

  /** One walk over a tree. */
  private final class Filling {
    private final UnitWords words;

    Filling(UnitWords words) {
      this.words = words;
    }

    private ConfigNode value(ConfigNode node, Type type, Role role, String path) {
      if (EvidenceReader.wraps(node)) {
        return node;
      }
      if (type instanceof ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        Type last = arguments[arguments.length - 1];
        return generic.getRawType() == List.class
            ? list(node, last, role, path)
            : map(node, last, role, path);
      }
      if (!(node instanceof ConfigMap map) || !(type instanceof Class<?> single)) {
        return node;
      }
      if (single == KindChoice.class && role != null) {
        return kind(map, role, path);
      }
      return single.isRecord() && !ScalarBinder.binds(single) ? record(map, single, path) : node;
    }

    private ConfigNode list(ConfigNode node, Type item, Role role, String path) {
      if (!(node instanceof ConfigList list)) {
        return node;
      }
      boolean changed = false;
      List<ConfigNode> filled = new ArrayList<>();
      for (int i = 0; i < list.items().size(); i++) {
        filled.add(value(list.items().get(i), item, role, path + "." + i));
        changed |= filled.get(i) != list.items().get(i);
      }
      return changed ? new ConfigList(list.place(), filled) : list;
    }

    private ConfigNode map(ConfigNode node, Type valueType, Role role, String path) {
      if (!(node instanceof ConfigMap map)) {
        return node;
      }
      Map<String, ConfigMap.Entry> filled = new LinkedHashMap<>(map.entries());
      filled.replaceAll((key, e) -> with(e, value(e.value(), valueType, role, path + "." + key)));
      return same(map, filled);
    }

    private ConfigNode kind(ConfigMap map, Role role, String path) {
      if (map.entries().size() != 1) {
        return map;
      }
      String key = map.keys().iterator().next();
      ConfigMap.Entry entry = map.entries().get(key);
      Optional<Kind<?, ?>> row = catalogue.findKind(role, key);
      return row.isEmpty()
          ? map
          : same(
              map,
              Map.of(
                  key,
                  with(entry, value(entry.value(), row.get().spec(), null, path + "." + key))));
    }

    private ConfigMap record(ConfigMap map, Class<?> type, String path) {
      Map<String, ConfigMap.Entry> filled = new LinkedHashMap<>(map.entries());
      for (SpecField field : SpecField.of(type)) {
        String key = field.name();
        String inner = path.isEmpty() ? key : path + "." + key;
        ConfigMap.Entry entry = map.entries().get(key);
        if (entry != null && (entry.stated() || !hasUnitWord(field))) {
          Role known = field.role().orElse(null);
          filled.put(key, with(entry, value(entry.value(), field.type(), known, inner)));
        } else {
          standard(map.place(), field, inner)
              .ifPresent(node -> filled.put(key, new ConfigMap.Entry(map.place(), node, false)));
        }
      }
      return same(map, filled);
    }

    /** Whether the text of a default depends on which asset or currency is meant. */
    private boolean hasUnitWord(SpecField field) {
      return !field.unit().isEmpty() && UNIT_WORD.matcher(field.whenLeftOut()).find();
    }

    /** What stands for a key that was left out; nothing if that is nothing. */
    private Optional<ConfigNode> standard(Place place, SpecField field, String path) {
      String written = field.whenLeftOut();
      if (written.isEmpty()) {
        return Optional.empty();
      }
      if (field.block().isPresent() && written.equals("{}")) {
        return Optional.<ConfigNode>of(
                record(new ConfigMap(place, Map.of()), field.block().get(), path))
            .filter(block -> !((ConfigMap) block).entries().isEmpty());
      }
      boolean number = !field.unit().isEmpty();
      String text = number ? words.resolve(written, path) : written;
      if (number && UNIT_WORD.matcher(text).find()) {
        return Optional.empty();
      }
      ConfigNode node = Changes.moved(ConfigParser.parse("default of " + path, text, false), place);
      return Optional.of(
          EvidenceReader.assumes(path.split("\\.", 2)[0], node) ? assumed(node) : node);
    }

    private ConfigMap assumed(ConfigNode node) {
      Map<String, ConfigMap.Entry> entries = new LinkedHashMap<>();
      entries.put("value", new ConfigMap.Entry(node.place(), node, false));
      entries.put("grade", text(node.place(), Evidence.Grade.assumed.name()));
      entries.put("note", text(node.place(), NOTE));
      return new ConfigMap(node.place(), entries);
    }

    private ConfigMap.Entry text(Place place, String text) {
      return new ConfigMap.Entry(
          place, new ConfigScalar(place, ConfigScalar.Form.TEXT, text), false);
    }

    private ConfigMap.Entry with(ConfigMap.Entry entry, ConfigNode value) {
      return value == entry.value()
          ? entry
          : new ConfigMap.Entry(entry.keyPlace(), value, entry.stated());
    }

    private ConfigMap same(ConfigMap map, Map<String, ConfigMap.Entry> filled) {
      boolean changed =
          filled.size() != map.entries().size()
              || filled.entrySet().stream()
                  .anyMatch(e -> map.entries().get(e.getKey()) != e.getValue());
      return changed ? new ConfigMap(map.place(), filled) : map;
    }
  }
}
