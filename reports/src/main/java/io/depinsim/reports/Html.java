package io.depinsim.reports;

import java.util.regex.Pattern;

/** Grows a page; everything that is not markup of ours goes through {@link #escape}. */
final class Html {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final StringBuilder out = new StringBuilder(1 << 18);

  /**
   * A cell of a table.
   *
   * @param text what it says, not yet escaped
   * @param note a second, quieter line; empty for none
   * @param number whether it is aligned to the right
   */
  record Cell(String text, String note, boolean number) {
    static Cell text(String text) {
      return new Cell(text, "", false);
    }

    static Cell number(String text) {
      return new Cell(text, "", true);
    }

    Cell note(String second) {
      return new Cell(text, second, number);
    }
  }

  /** Markup of ours, as it stands. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text from anywhere. */
  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Text from anywhere in which dates are kept on one line. */
  Html prose(String text) {
    String dates = DATE.matcher(escape(text)).replaceAll("<span class=\"d\">$0</span>");
    out.append(dates);
    return this;
  }

  /** {@code <tag>text</tag>}, the text escaped; {@code tag} may carry attributes. */
  Html element(String tag, String text) {
    int space = tag.indexOf(' ');
    String name = space < 0 ? tag : tag.substring(0, space);
    out.append('<').append(tag).append('>').append(escape(text));
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** Opens a table in a box that scrolls, and writes its head. */
  Html openTable(String label, Cell... columns) {
    out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    out.append(escape(label)).append("\">\n<table>\n<thead>");
    cells("th scope=\"col\"", columns);
    out.append("</thead>\n<tbody>\n");
    return this;
  }

  Html closeTable() {
    out.append("</tbody>\n</table>\n</div>\n");
    return this;
  }

  Html row(Cell... cells) {
    cells("td", cells);
    out.append('\n');
    return this;
  }

  private void cells(String tag, Cell... cells) {
    out.append("<tr>");
    for (Cell cell : cells) {
      out.append('<').append(tag).append(cell.number() ? " class=\"n\">" : ">");
      prose(cell.text());
      if (!cell.note().isEmpty()) {
        raw("<small>").prose(cell.note()).raw("</small>");
      }
      out.append("</").append(tag, 0, 2).append('>');
    }
    out.append("</tr>");
  }

  /** The text with the five special characters escaped and control characters made visible. */
  static String escape(String text) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> result.append("&amp;");
        case '<' -> result.append("&lt;");
        case '>' -> result.append("&gt;");
        case '"' -> result.append("&quot;");
        case '\'' -> result.append("&#39;");
        default -> result.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
      }
    }
    return result.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
