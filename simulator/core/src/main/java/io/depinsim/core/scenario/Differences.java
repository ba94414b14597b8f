package io.depinsim.core.scenario;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two trees value by value. Evidence beside values is left out, and so is what stands in a
 * block that is of another kind.
 */
final class Differences {
  /** Takes one difference. */
  interface Sink {
    /** The path, and both values as written; empty where there is none. */
    void add(String path, String from, String to);
  }

  private final Sink sink;

  Differences(Sink sink) {
    this.sink = sink;
  }

  /** Tells the sink how the second tree differs from the first, in the order of the first. */
  void between(ConfigNode from, ConfigNode to) {
    compare("", Optional.of(from), Optional.of(to));
  }

  private void compare(String path, Optional<ConfigNode> before, Optional<ConfigNode> after) {
    Optional<ConfigNode> from = before.map(EvidenceReader::unwrap);
    Optional<ConfigNode> to = after.map(EvidenceReader::unwrap);
    if (from.isPresent()
        && to.isPresent()
        && from.get() instanceof ConfigMap one
        && to.get() instanceof ConfigMap other) {
      maps(path, one, other);
    } else if (!text(from).equals(text(to))) {
      sink.add(path, shown(from), shown(to));
    }
  }

  private void maps(String path, ConfigMap from, ConfigMap to) {
    if (isKind(from) && isKind(to) && !from.entries().keySet().equals(to.entries().keySet())) {
      sink.add(path, from.keys().iterator().next(), to.keys().iterator().next());
      return;
    }
    if (EvidenceReader.isSeries(from) || EvidenceReader.isSeries(to)) {
      if (!text(Optional.of(from)).equals(text(Optional.of(to)))) {
        sink.add(path, EvidenceReader.shown(from), EvidenceReader.shown(to));
      }
      return;
    }
    Set<String> keys = new LinkedHashSet<>(from.keys());
    keys.addAll(to.keys());
    for (String key : keys) {
      compare(path.isEmpty() ? key : path + "." + key, from.find(key), to.find(key));
    }
  }

  /** A block with one block in it: {@code emission: {halving: {…}}}. */
  private static boolean isKind(ConfigMap map) {
    return map.entries().size() == 1
        && map.entries().values().iterator().next().value() instanceof ConfigMap inner
        && !EvidenceReader.wraps(inner);
  }

  private static String shown(Optional<ConfigNode> node) {
    return node.map(EvidenceReader::shown).orElse("");
  }

  /** Everything a node says, so that two can be compared; places do not count. */
  private static String text(Optional<ConfigNode> node) {
    StringBuilder text = new StringBuilder();
    node.ifPresent(present -> text(present, text));
    return text.toString();
  }

  private static void text(ConfigNode node, StringBuilder out) {
    ConfigNode value = EvidenceReader.unwrap(node);
    if (value instanceof ConfigScalar scalar) {
      out.append(scalar.text()).append('\n');
    } else if (value instanceof ConfigList list) {
      out.append("[\n");
      list.items().forEach(item -> text(item, out));
      out.append("]\n");
    } else if (value instanceof ConfigMap map) {
      out.append("{\n");
      map.entries()
          .forEach(
              (key, entry) -> {
                out.append(key).append(":\n");
                text(entry.value(), out);
              });
      out.append("}\n");
    }
  }
}
