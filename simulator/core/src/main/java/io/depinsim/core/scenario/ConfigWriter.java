package io.depinsim.core.scenario;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes nodes as YAML that reads back to the same nodes. The bytes depend on content alone, not on
 * places.
 */
final class ConfigWriter {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9._/+-]([A-Za-z0-9 ._/+%(),;-]*[A-Za-z0-9._/+%()-])?");
  private static final Pattern RISKY =
      Pattern.compile(
          "(?i)(true|false|null|yes|no|on|off|y|n|~|[-+]?\\.(inf|nan)|---.*|\\.\\.\\.|- .*|-)");

  private final StringBuilder text = new StringBuilder();

  private ConfigWriter() {}

  /** The whole document, ending in a line feed. */
  static String write(ConfigMap root) {
    ConfigWriter writer = new ConfigWriter();
    if (root.entries().isEmpty()) {
      return "{}\n";
    }
    writer.entries(root, 0);
    return writer.text.toString();
  }

  private void entries(ConfigMap map, int indent) {
    boolean first = true;
    for (Map.Entry<String, ConfigMap.Entry> entry : map.entries().entrySet()) {
      if (!first || indent == 0 || text.charAt(text.length() - 1) == '\n') {
        text.append(" ".repeat(indent));
      }
      first = false;
      text.append(string(entry.getKey(), false)).append(':');
      child(entry.getValue().value(), indent + 2);
    }
  }

  private void child(ConfigNode node, int indent) {
    if (node instanceof ConfigMap map && !map.entries().isEmpty()) {
      text.append('\n');
      entries(map, indent);
    } else if (node instanceof ConfigList list && !isFlat(list)) {
      text.append('\n');
      for (ConfigNode item : list.items()) {
        text.append(" ".repeat(indent)).append('-');
        if (item instanceof ConfigMap map && !map.entries().isEmpty()) {
          text.append(' ');
          entries(map, indent + 2);
        } else {
          child(item, indent + 2);
        }
      }
    } else {
      text.append(' ').append(flat(node)).append('\n');
    }
  }

  private static boolean isFlat(ConfigList list) {
    return list.items().stream().allMatch(ConfigScalar.class::isInstance);
  }

  private static String flat(ConfigNode node) {
    if (node instanceof ConfigList list) {
      StringBuilder line = new StringBuilder("[");
      for (ConfigNode item : list.items()) {
        line.append(line.length() == 1 ? "" : ", ");
        ConfigScalar scalar = (ConfigScalar) item;
        line.append(
            scalar.form() == ConfigScalar.Form.TEXT ? string(scalar.text(), true) : raw(scalar));
      }
      return line.append(']').toString();
    }
    if (node instanceof ConfigScalar scalar) {
      return scalar.form() == ConfigScalar.Form.TEXT ? string(scalar.text(), false) : raw(scalar);
    }
    return "{}";
  }

  private static String raw(ConfigScalar scalar) {
    return scalar.form() == ConfigScalar.Form.NULL ? "null" : scalar.text();
  }

  private static String string(String value, boolean inFlow) {
    boolean plain =
        PLAIN.matcher(value).matches()
            && !RISKY.matcher(value).matches()
            && !value.matches("[-+.]?[0-9][0-9_.eE+xXobB-]*")
            && !(inFlow && value.contains(","));
    return plain || value.matches("\\d{4}-\\d{2}-\\d{2}") ? value : quoted(value);
  }

  private static String quoted(String value) {
    StringBuilder line = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\t' -> line.append("\\t");
        default -> {
          boolean hidden = c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029;
          line.append(hidden || c == 0xfeff ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
        }
      }
    }
    return line.append('"').toString();
  }
}
