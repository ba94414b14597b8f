package io.depinsim.core.scenario;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in plain words why a text is no YAML, at the place where the author has to look. */
final class SyntaxErrors {
  private static final Pattern NO_SPACE =
      Pattern.compile("(- )?([\"']?[A-Za-z0-9_.-]+[\"']?):([^\\s].*)");
  private static final Pattern NO_COLON = Pattern.compile("(- )?([A-Za-z][A-Za-z0-9_.-]*)(\\s.*)?");
  private static final Pattern KEY_AND_VALUE =
      Pattern.compile("(- )?[\"']?[A-Za-z0-9_.-]+[\"']?:\\s+[^#\\s].*");
  private static final Pattern KEY = Pattern.compile("\\s*(- )?[A-Za-z_][A-Za-z0-9_.-]*:(\\s.*)?");
  private static final Pattern QUOTED_CHARACTER =
      Pattern.compile("found character '(.[^']*)' that cannot start any token.*", Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile("found unknown escape character (.)\\(\\d+\\)");

  private final String file;
  private final List<String> lines;

  SyntaxErrors(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** What a parser of YAML or JSON stumbled on. */
  Problem explain(JsonProcessingException trouble, boolean json) {
    JsonLocation at = trouble.getLocation();
    int line = at == null ? 1 : at.getLineNr();
    int column = at == null ? 1 : at.getColumnNr();
    if (trouble.getCause() instanceof MarkedYAMLException marked
        && marked.getProblemMark() != null) {
      line = marked.getProblemMark().getLine() + 1;
      column = marked.getProblemMark().getColumn() + 1;
    }
    line = Math.min(Math.max(1, line), lines.size());
    Optional<Problem> unclosed = Delimiters.fault(lines, json, line).map(this::unclosed);
    if (unclosed.isPresent()) {
      return unclosed.get();
    }
    if (json) {
      return new JsonErrors(file, lines).explain(trouble, line, column);
    }
    if (trouble.getCause() instanceof MarkedYAMLException marked
        && marked.getProblemMark() != null) {
      return explain(marked, line, column);
    }
    String message = trouble.getOriginalMessage();
    return message.startsWith("Expected a field name")
        ? problem(
            line, column, "a key must stand here, which is a word", "a `{` or `[` is left over")
        : other(line, column, message);
  }

  private Problem unclosed(Delimiters.Fault fault) {
    String what =
        switch (fault.opened()) {
          case '[' -> "the bracket `[`";
          case '{' -> "the brace `{`";
          default -> "the quote `" + fault.opened() + "`";
        };
    String rule =
        fault.wrong() == 0
            ? what + " that opens here is not closed"
            : what
                + " that opens here is closed by `"
                + fault.wrong()
                + "`"
                + (fault.until() == fault.line() ? "" : " on line " + fault.until());
    String maybe =
        "a `"
            + fault.closing()
            + "` is missing"
            + (fault.wrong() == 0 ? "" : " before that, or meant");
    return problem(fault.line(), fault.column(), rule, maybe);
  }

  private Problem explain(MarkedYAMLException e, int line, int column) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    Mark began = e.getContextMark();
    if (text(line).matches(" *\t.*")) {
      return problem(
          line,
          1,
          "a tab stands in the indentation, which must be spaces",
          "two spaces for each tab");
    }
    if (context.contains("a flow ")) {
      return flow(began, line, column, problem);
    }
    if (problem.startsWith("could not find expected ':'")) {
      return noColon(began == null ? line : began.getLine() + 1);
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return colonInside(line, column);
    }
    if (problem.startsWith("expected <block end>")) {
      return blockEnd(line, column, problem);
    }
    return token(line, column, problem, context);
  }

  private Problem flow(Mark began, int line, int column, String problem) {
    boolean sequence = problem.contains("']'");
    boolean laterKey =
        began != null
            && began.getLine() + 1 < line
            && (KEY.matcher(text(line)).matches() || text(line).matches("\\s*- .*"));
    if (laterKey) {
      return unclosed(
          new Delimiters.Fault(
              began.getLine() + 1, began.getColumn() + 1, sequence ? '[' : '{', line, '\0'));
    }
    if (problem.contains("expected ','")) {
      return problem(
          line,
          column,
          "in " + (sequence ? "[…] a comma" : "{…} a comma") + " must stand between two entries",
          "a comma is missing before this, or quotes around the text");
    }
    return token(line, column, problem, "");
  }

  private Problem noColon(int line) {
    String text = text(line).trim();
    int column = indent(line) + 1;
    Matcher noSpace = NO_SPACE.matcher(text);
    if (noSpace.matches()) {
      String fixed = noSpace.group(2) + ": " + noSpace.group(3);
      return problem(line, column, "a space must follow the colon of a key", quote(fixed));
    }
    Matcher noColon = NO_COLON.matcher(text);
    String fixed =
        noColon.matches()
            ? noColon.group(2) + ":" + (noColon.group(3) == null ? "" : noColon.group(3))
            : "";
    return problem(line, column, "a key must end in a colon", fixed.isEmpty() ? "" : quote(fixed));
  }

  /** A colon where no key may stand: inside a text, or after a line that is no key. */
  private Problem colonInside(int line, int column) {
    String before = text(line).substring(0, Math.min(column - 1, text(line).length()));
    int earlier = before.indexOf(": ");
    if (earlier >= 0) {
      int start = earlier + 2;
      while (start < before.length() && before.charAt(start) == ' ') {
        start++;
      }
      return problem(
          line,
          start + 1,
          "a colon and a space inside a text look like another key",
          "the text needs quotes around it");
    }
    int previous = previous(line);
    String above = previous == 0 ? "" : text(previous).trim();
    if (previous > 0 && !KEY_AND_VALUE.matcher(above).matches()) {
      return noColon(previous);
    }
    if (previous > 0 && indent(previous) < indent(line)) {
      return problem(
          line,
          indent(line) + 1,
          "this stands deeper than line "
              + previous
              + ", which holds a value already; keys of one block start in one column",
          spaces(indent(previous)));
    }
    return problem(line, column, "a colon must not stand here", "the text needs quotes around it");
  }

  private Problem blockEnd(int line, int column, String problem) {
    String before = text(line).substring(0, Math.min(column - 1, text(line).length())).trim();
    if (problem.contains("'<scalar>'") && before.matches(".*[\"']")) {
      return problem(
          line,
          column,
          "text stands after the closing quote",
          before.endsWith("'")
              ? "the quote inside the text must be doubled: ''"
              : "the quote inside the text must be written \\\"");
    }
    if (problem.contains("'-'") || problem.contains("'?'") && text(line).indexOf(':') > 0) {
      return problem(
          line,
          column,
          "keys and list items (`- `) must not stand in one block",
          "its indentation is wrong");
    }
    if (problem.contains("':'")) {
      return problem(line, column, "a colon must follow a key", "the key is missing");
    }
    return problem(
        line,
        indent(line) + 1,
        "the indentation fits no block above; keys of one block start in one column",
        indentations(line));
  }

  private Problem token(int line, int column, String problem, String context) {
    Matcher character = QUOTED_CHARACTER.matcher(problem);
    if (character.matches()) {
      if (character.group(1).startsWith("\\t")) {
        return problem(line, column, "a tab must not stand here", "a space");
      }
      String what = quote(character.group(1));
      return problem(line, column, "text must not start with " + what, "put it in quotes");
    }
    Matcher escape = ESCAPE.matcher(problem);
    if (escape.matches()) {
      String found = "\\" + escape.group(1);
      return problem(
          line,
          column - 1,
          quote(found) + " means nothing inside \"…\"",
          "use '…', or write \\" + found);
    }
    if (problem.startsWith("mapping keys are not allowed")) {
      return problem(line, column, "`?` must not stand here", "the text needs quotes");
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return problem(
          line, column, "`- ` starts a list item, which needs a line of its own", "write […]");
    }
    if (problem.startsWith("expected the node content")) {
      String found = text(line).substring(Math.min(column - 1, text(line).length()));
      String sign = found.isEmpty() ? "nothing" : quote(found.substring(0, 1));
      return problem(
          line, column, sign + " must not stand here", "it is left over, or the text needs quotes");
    }
    if (context.contains("block scalar")) {
      return problem(
          line,
          column,
          "after `|` or `>` the text starts on the next line",
          "put the text in quotes");
    }
    if (context.contains("anchor") || context.contains("alias")) {
      return problem(
          line,
          column,
          "`&` and `*` mark anchors and aliases, which are not read",
          "put the text in quotes");
    }
    if (context.contains("tag") || problem.contains("tag handle")) {
      return problem(line, column, "`!` marks a tag, which is not read", "put the text in quotes");
    }
    if (problem.contains("<document start>") || context.contains("directive")) {
      return problem(line, column, "a file starts with a key, not with `%` or `...`", "remove it");
    }
    return other(line, column, problem);
  }

  private Problem other(int line, int column, String message) {
    String sentence =
        message.lines().filter(l -> !l.isBlank()).findFirst().orElse("unreadable").trim();
    String clause = sentence.replaceAll("\\.$", "");
    return problem(line, column, "this is no YAML: " + clause, "");
  }

  private Problem problem(int line, int column, String rule, String maybe) {
    return new Problem(
        new Place(file, line, Math.max(1, column)), "", Problems.shorten(text(line)), rule, maybe);
  }

  private String text(int line) {
    return lines.get(line - 1);
  }

  /** The closest line above that holds more than a comment; 0 for none. */
  private int previous(int line) {
    int above = line - 1;
    while (above > 0 && text(above).matches("\\s*(#.*)?")) {
      above--;
    }
    return above;
  }

  private int indent(int line) {
    return text(line).length() - text(line).stripLeading().length();
  }

  private static String spaces(int count) {
    return count == 0
        ? "it starts in the first column"
        : count + (count == 1 ? " space" : " spaces") + " before it";
  }

  /** The indentations of blocks open above a line to which its own is closest: a clause. */
  private String indentations(int line) {
    List<Integer> closest = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    int bound = Integer.MAX_VALUE;
    for (int above = previous(line); above > 0 && bound > 0; above = previous(above)) {
      int indent = indent(above);
      int distance = Math.abs(indent - indent(line));
      if (indent < bound && distance <= least) {
        if (distance < least) {
          closest.clear();
        }
        closest.add(indent);
        least = distance;
      }
      bound = Math.min(bound, indent);
    }
    if (closest.size() < 2) {
      return closest.isEmpty() ? "" : spaces(closest.get(0));
    }
    int other = closest.get(1);
    return spaces(closest.get(0)) + ", or " + (other == 0 ? "none" : other);
  }

  private static String quote(String text) {
    return "`" + Problems.shorten(text) + "`";
  }
}
