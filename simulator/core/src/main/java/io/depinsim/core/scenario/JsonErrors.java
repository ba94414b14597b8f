package io.depinsim.core.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words why a text is no JSON. */
final class JsonErrors {
  private static final Pattern UNEXPECTED =
      Pattern.compile("Unexpected character \\('(.*?)' \\(code .*", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile("Unrecognized token '([^']*)'.*", Pattern.DOTALL);

  private final String file;
  private final List<String> lines;

  JsonErrors(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** What a parser of JSON stumbled on, once nothing is left unclosed. */
  Problem explain(JsonProcessingException trouble, int line, int column) {
    String message = trouble.getOriginalMessage();
    Matcher unexpected = UNEXPECTED.matcher(message);
    if (unexpected.matches()) {
      return unexpected(line, column, unexpected.group(1), message);
    }
    Matcher token = TOKEN.matcher(message);
    if (token.matches()) {
      String word = token.group(1);
      return problem(line, column, "text needs double quotes around it", "\"" + word + "\"");
    }
    if (message.contains("Leading zeroes")) {
      return problem(line, column, "a number must not start with 0", "");
    }
    if (message.contains("escape")) {
      return problem(line, column, "`\\` starts an escape that JSON does not know", "write \\\\");
    }
    if (message.contains("end-of-input")) {
      return problem(line, column, "the text ends before a value is complete", "");
    }
    String clause = message.lines().findFirst().orElse("unreadable").replaceAll("\\.$", "");
    return problem(line, column, "this is no JSON: " + clause.replaceAll(" \\(.*", ""), "");
  }

  private Problem unexpected(int line, int column, String found, String message) {
    if (found.equals("/") || found.equals("#")) {
      return problem(line, column, "JSON has no comments", "remove it, or name the file .yaml");
    }
    if (found.equals("'")) {
      return problem(line, column, "JSON quotes text with \"", "replace the '");
    }
    if (message.contains("expecting comma")) {
      return problem(
          line, column, "a comma must stand between two entries", "one is missing before this");
    }
    if (message.contains("expecting a colon")) {
      return problem(line, column, "a colon must stand between a key and its value", "");
    }
    if (message.contains("start field name") && !found.matches("[}\\]]")) {
      return problem(line, column, "a key needs double quotes around it", key(line, column));
    }
    if (found.matches("[}\\],]")) {
      return problem(
          line, column, "a value must stand before this", "the comma before it is left over");
    }
    return problem(
        line, column, "no value of JSON starts with `" + found + "`", "it needs double quotes");
  }

  private String key(int line, int column) {
    String rest = lines.get(line - 1).substring(Math.max(0, column - 1));
    String key = rest.replaceFirst("(?s)[^A-Za-z0-9_].*", "");
    return key.isEmpty() ? "" : "`\"" + key + "\"`";
  }

  private Problem problem(int line, int column, String rule, String maybe) {
    Place place = new Place(file, line, Math.max(1, column));
    return new Problem(place, "", Problems.shorten(lines.get(line - 1)), rule, maybe);
  }
}
