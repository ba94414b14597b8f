package io.depinsim.core.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        .replaceAll("\\bnull (for|if|to|without|with|otherwise)\\b", "left out $1")
        .replaceAll("\\bNull (for|if)\\b", "Left out $1")
        .replaceAll("\\bnull$", "left out");
  }

  /** What a field means; of one that chooses among words, what each of them means too. */
  String of(SpecField field) {
    StringBuilder text = new StringBuilder(of(field.owner(), field.name()));
    if (field.single().isEnum()) {
      for (Object constant : field.single().getEnumConstants()) {
        String name = ((Enum<?>) constant).name();
        String meaning = of(field.single(), name);
        if (!meaning.isEmpty()) {
          text.append(text.toString().endsWith(".") ? " `" : ". `").append(name).append("`: ");
          text.append(meaning);
        }
      }
    }
    return text.toString();
  }

  /**
   * Where the rule of a spec comes from: its own sources or those of the class around it, and of
   * the classes in the same package that hold its rules; empty if nobody published it.
   */
  String source(Class<?> spec) {
    for (Class<?> type = spec; type != null; type = type.getEnclosingClass()) {
      String start = type.getPackageName() + ".";
      String sources =
          Stream.concat(
                  Stream.of(lines.getOrDefault(type.getName() + "#see", "")),
                  Arrays.stream(lines.getOrDefault(type.getName() + "#rules", "").split(" "))
                      .map(rule -> lines.getOrDefault(start + rule + "#see", "")))
              .filter(source -> !source.isEmpty())
              .collect(Collectors.joining("; "));
      if (!sources.isEmpty()) {
        return sources;
      }
    }
    return "";
  }
}
