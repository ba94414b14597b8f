package io.depinsim.core.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What types, components of records and constants mean, in Markdown: their Javadoc, kept by the
 * module {@code meanings} while the program was compiled.
 */
final class Meanings {
  private static final String RESOURCE = "META-INF/depinsim/meanings.tsv";

  private final Map<String, String> lines = new LinkedHashMap<>();

  /** The meanings of all modules on the class path. */
  Meanings() {
    try {
      List<URL> resources =
          Collections.list(Meanings.class.getClassLoader().getResources(RESOURCE));
      for (URL resource : resources) {
        try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(resource.openStream(), StandardCharsets.UTF_8))) {
          in.lines().map(line -> line.split("\t", 2)).forEach(p -> lines.put(p[0], p[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a type is, in a paragraph; empty if nothing is said. */
  String of(Class<?> type) {
    return lines.getOrDefault(type.getName(), "");
  }

  /** What a component or constant means, to one who writes a scenario; empty if nothing is said. */
  String of(Class<?> owner, String name) {
    return lines
        .getOrDefault(owner.getName() + "#" + name, "")
        .replaceAll("\\bnull (for|if|to|without)\\b", "left out $1")
        .replaceAll("\\bnull$", "left out");
  }

  /** Where the rule of a spec comes from: its own sources or those of the class around it. */
  String source(Class<?> spec) {
    String own = lines.getOrDefault(spec.getName() + "#see", "");
    Class<?> around = spec.getEnclosingClass();
    return own.isEmpty() && around != null
        ? lines.getOrDefault(around.getName() + "#see", "")
        : own;
  }
}
