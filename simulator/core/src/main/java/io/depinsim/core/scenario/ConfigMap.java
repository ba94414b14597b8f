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
   * @param stated whether the author wrote it; false for a default that was filled in, whose places
   *     are those of the block it belongs to
   */
  public record Entry(Place keyPlace, ConfigNode value, boolean stated) {
    /** One that the author wrote. */
    public Entry(Place keyPlace, ConfigNode value) {
      this(keyPlace, value, true);
    }
  }

  public ConfigMap {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The value of a key. */
  public Optional<ConfigNode> find(String key) {
    Entry entry = entries.get(key);
    return entry == null ? Optional.empty() : Optional.of(entry.value());
  }

  /** Whether the author wrote a value for this key. */
  boolean states(String key) {
    return entries.containsKey(key) && entries.get(key).stated();
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
