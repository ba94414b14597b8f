package io.depinsim.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which values two resolved scenarios differ, by path. */
final class SettingsDifference {
  private static final Pattern ENTRY =
      Pattern.compile("( *)([^ #\"'\\[{-][^:]*|\"[^\"]+\"):(?: (.*))?");

  private SettingsDifference() {}

  /**
   * One difference.
   *
   * @param path where it is
   * @param here value in the first scenario; empty for none
   * @param there value in the second; empty for none
   */
  record Row(String path, String here, String there) {}

  /** All differences of two texts that the program resolved, in the order of the first. */
  static List<Row> of(String here, String there) {
    Map<String, String> one = values(here);
    Map<String, String> two = values(there);
    Set<String> paths = new LinkedHashSet<>(one.keySet());
    paths.addAll(two.keySet());
    List<Row> rows = new ArrayList<>();
    for (String path : paths) {
      String a = one.getOrDefault(path, "");
      String b = two.getOrDefault(path, "");
      if (!a.equals(b)) {
        rows.add(new Row(path, a, b));
      }
    }
    return rows;
  }

  /**
   * Leaves by path. The text is what the program writes: block maps, indented by blanks; whatever
   * else a line holds belongs to the entry above it.
   */
  private static Map<String, String> values(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    List<Integer> indents = new ArrayList<>();
    List<String> names = new ArrayList<>();
    String path = "";
    for (String line : text.split("\n")) {
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        int indent = entry.group(1).length();
        while (!indents.isEmpty() && indents.get(indents.size() - 1) >= indent) {
          indents.remove(indents.size() - 1);
          names.remove(names.size() - 1);
        }
        indents.add(indent);
        names.add(entry.group(2).trim());
        path = String.join(".", names);
        if (entry.group(3) != null) {
          values.merge(path, entry.group(3).trim(), (a, b) -> a + "; " + b);
        }
      } else if (!line.isBlank()) {
        values.merge(path, line.trim(), (a, b) -> a + " " + b);
      }
    }
    return values;
  }
}
