package io.depinsim.core.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks for quotes, brackets and braces that are not closed. Only asked once a text has failed to
 * parse: it says where the fault began, which a parser notices lines later.
 */
final class Delimiters {
  /** A line that starts a key in the first column, so that nothing opened before can go on. */
  private static final Pattern TOP_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*:(\\s.*)?");

  private static final Pattern KEY = Pattern.compile("\\s*(- )?[A-Za-z_][A-Za-z0-9_.-]*:(\\s.*)?");

  private final List<String> lines;
  private final boolean json;
  private final Deque<Fault> open = new ArrayDeque<>();
  private int line;
  private int column;
  private boolean start = true;

  /**
   * Something opened that is not closed as it should be.
   *
   * @param line where it is opened, 1 for the first
   * @param column likewise
   * @param opened the character
   * @param until line on which that is seen, at least {@code line}
   * @param wrong the wrong character that stands where it should be closed; 0 for none
   */
  record Fault(int line, int column, char opened, int until, char wrong) {
    /** The character that is missing. */
    char closing() {
      return closes(opened);
    }
  }

  private Delimiters(List<String> lines, boolean json) {
    this.lines = lines;
    this.json = json;
  }

  /** The first fault that is seen on some line up to this one. */
  static Optional<Fault> fault(List<String> lines, boolean json, int upToLine) {
    return new Delimiters(lines, json).first(upToLine);
  }

  private static char closes(char opened) {
    return opened == '[' ? ']' : opened == '{' ? '}' : opened;
  }

  private Optional<Fault> first(int upToLine) {
    for (line = 1; line <= Math.min(upToLine, lines.size()); line++) {
      String text = lines.get(line - 1);
      if (!open.isEmpty() && !json && TOP_KEY.matcher(text).matches()) {
        return Optional.of(at(open.peek(), line, '\0'));
      }
      start = true;
      for (column = 1; column <= text.length(); column++) {
        Optional<Fault> fault = character(text, text.charAt(column - 1), upToLine);
        if (fault.isPresent()) {
          return fault;
        }
        text = lines.get(line - 1);
      }
    }
    return open.isEmpty() || upToLine < lines.size()
        ? Optional.empty()
        : Optional.of(at(open.peek(), lines.size(), '\0'));
  }

  private static Fault at(Fault opened, int until, char wrong) {
    return new Fault(opened.line(), opened.column(), opened.opened(), until, wrong);
  }

  private Optional<Fault> character(String text, char c, int upToLine) {
    boolean blank = c == ' ' || c == '\t';
    boolean afterBlank = column == 1 || Character.isWhitespace(text.charAt(column - 2));
    if (c == '#' && !json && afterBlank) {
      column = text.length();
    } else if ((c == '"' || c == '\'' && !json) && start) {
      start = false;
      return quoted(c, upToLine);
    } else if ((c == '[' || c == '{') && (start || !open.isEmpty())) {
      open.push(new Fault(line, column, c, line, '\0'));
      start = true;
    } else if ((c == ']' || c == '}') && !open.isEmpty()) {
      if (c != closes(open.peek().opened())) {
        return Optional.of(at(open.peek(), line, c));
      }
      open.pop();
      start = false;
    } else if ((c == '|' || c == '>') && start && open.isEmpty() && !json) {
      skipBlock(text);
    } else if (!blank) {
      boolean last = column == text.length();
      boolean next = last || Character.isWhitespace(text.charAt(column));
      start =
          c == ',' && !open.isEmpty() || c == ':' && (next || json) || c == '-' && next && start;
    }
    return Optional.empty();
  }

  /** Text after {@code |} or {@code >} is every line that is indented more than its key. */
  private void skipBlock(String text) {
    int indent = indent(text);
    while (line < lines.size() && (lines.get(line).isBlank() || indent(lines.get(line)) > indent)) {
      line++;
    }
    column = lines.get(line - 1).length();
  }

  private static int indent(String text) {
    int spaces = 0;
    while (spaces < text.length() && text.charAt(spaces) == ' ') {
      spaces++;
    }
    return spaces;
  }

  /** Goes to the end of a quoted text; a fault if there is none, or if it swallowed keys. */
  private Optional<Fault> quoted(char quote, int upToLine) {
    final Fault opened = new Fault(line, column, quote, line, '\0');
    boolean swallowed = false;
    while (true) {
      String text = lines.get(line - 1);
      for (column++; column <= text.length(); column++) {
        char c = text.charAt(column - 1);
        boolean doubled = column < text.length() && text.charAt(column) == quote;
        if (c == '\\' && quote == '"' || c == quote && quote == '\'' && doubled) {
          column++;
        } else if (c == quote) {
          return swallowed && line >= upToLine
              ? Optional.of(at(opened, line, '\0'))
              : Optional.empty();
        }
      }
      if (line == lines.size() || json) {
        return Optional.of(at(opened, line, '\0'));
      }
      line++;
      column = 0;
      swallowed |= KEY.matcher(lines.get(line - 1)).matches();
    }
  }
}
