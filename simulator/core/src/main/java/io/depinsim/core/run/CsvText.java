package io.depinsim.core.run;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Quotes fields of comma-separated values as RFC 4180 demands and no more. */
final class CsvText {
  private CsvText() {}

  /** One line, line feed included. */
  static String line(String... fields) {
    return Arrays.stream(fields).map(CsvText::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  /** The field, in quotation marks if it holds a comma, a quotation mark or a line break. */
  static String quoted(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + field.replace("\"", "\"\"") + '"';
      }
    }
    return field;
  }
}
