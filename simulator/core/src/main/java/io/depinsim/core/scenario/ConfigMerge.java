package io.depinsim.core.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays one tree over another: maps merge, everything else is replaced. */
final class ConfigMerge {
  /** Where a key names a kind: in a network, in a cohort, in its jobs, with an allocator. */
  private static final Pattern KINDS =
      Pattern.compile(
          ("networks\\.NAME\\.(ROLE|allocation\\.allocators\\.NAME\\.rule)"
                  + "|providers\\.NAME\\.(capacity\\.NAME|decisions"
                  + "|decisions\\.NAME\\.(expectation|exit))"
                  + "|consumers\\.NAME\\.(demand|jobs\\.(stages\\.NAME\\.)?(arrivals|work))")
              .replace("NAME", "[^.]+")
              .replace(
                  "ROLE",
                  Stream.of(Role.values())
                      .map(Role::key)
                      .collect(Collectors.joining("|", "(", ")"))));

  private ConfigMerge() {}

  /**
   * The upper tree over the lower. Keys of the lower come first. Evidence is replaced whole, and so
   * is a block that names another kind.
   */
  static ConfigMap over(ConfigMap lower, ConfigMap upper) {
    return over(lower, upper, "");
  }

  private static ConfigMap over(ConfigMap lower, ConfigMap upper, String path) {
    Map<String, ConfigMap.Entry> merged = new LinkedHashMap<>(lower.entries());
    upper
        .entries()
        .forEach(
            (key, entry) -> {
              ConfigMap.Entry old = merged.get(key);
              String inner = path.isEmpty() ? key : path + "." + key;
              ConfigNode value = entry.value();
              if (old != null
                  && old.value() instanceof ConfigMap below
                  && value instanceof ConfigMap above
                  && !replaces(below, above, inner)) {
                value = over(below, above, inner);
              }
              merged.put(key, new ConfigMap.Entry(entry.keyPlace(), value));
            });
    return new ConfigMap(upper.place(), merged);
  }

  private static boolean replaces(ConfigMap below, ConfigMap above, String path) {
    if (EvidenceReader.wraps(below) || EvidenceReader.wraps(above)) {
      return true;
    }
    boolean otherKind =
        below.entries().size() == 1
            && above.entries().size() == 1
            && !below.keys().iterator().next().equals(above.keys().iterator().next());
    return otherKind && choosesKind(path);
  }

  private static boolean choosesKind(String path) {
    return KINDS.matcher(path).matches();
  }
}
