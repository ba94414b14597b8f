package io.depinsim.core.scenario;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A map as written.
 *
 * @param place where it starts
 * @param entries its entries in file order
 */
public record ConfigMap(Place place, Map<String, Entry> entries) implements ConfigNode {

  /**
   * One entry.
   *
   * @param keyPlace where the key stands
   * @param value what it holds
   */
  public record Entry(Place keyPlace, ConfigNode value) {}

  public ConfigMap {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The value of a key. */
  public Optional<ConfigNode> find(String key) {
    Entry entry = entries.get(key);
    return entry == null ? Optional.empty() : Optional.of(entry.value());
  }

  /** The map under a key, if there is one. */
  Optional<ConfigMap> findMap(String key) {
    return find(key).filter(ConfigMap.class::isInstance).map(ConfigMap.class::cast);
  }

  /** Keys in file order. */
  public Collection<String> keys() {
    return entries.keySet();
  }

  /** The same map with one value changed or added at the end; the key keeps its place. */
  ConfigMap with(String key, ConfigNode value) {
    Map<String, Entry> changed = new LinkedHashMap<>(entries);
    Entry old = entries.get(key);
    changed.put(key, new Entry(old == null ? value.place() : old.keyPlace(), value));
    return new ConfigMap(place, changed);
  }

  /** The same map without a key. */
  ConfigMap without(String key) {
    Map<String, Entry> changed = new LinkedHashMap<>(entries);
    changed.remove(key);
    return new ConfigMap(place, changed);
  }

  @Override
  public String describe() {
    return entries.isEmpty() ? "{}" : Problems.shorten("{" + String.join(", ", keys()) + "}");
  }
}
