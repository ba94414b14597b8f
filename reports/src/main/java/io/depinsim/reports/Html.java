package io.depinsim.reports;

import java.util.regex.Pattern;

/** Grows a page; everything that is not markup of ours goes through {@link #escape}. */
final class Html {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_*-]+(\\.[A-Za-z0-9_*-]+){2,}");

  private final StringBuilder out;

  Html() {
    this(1 << 18);
  }

  private Html(int size) {
    out = new StringBuilder(size);
  }

  /**
   * A cell of a table.
   *
   * @param text what it says, not yet escaped
   * @param note a second, quieter line; empty for none
   * @param number whether it is aligned to the right
   * @param beside whether the note stands on the same line
   */
  record Cell(String text, String note, boolean number, boolean beside) {
    static Cell text(String text) {
      return new Cell(text, "", false, false);
    }

    static Cell number(String text) {
      return new Cell(text, "", true, false);
    }

    Cell note(String second) {
      return new Cell(text, second, number, false);
    }

    /** With a quieter text behind it on the same line. */
    Cell beside(String second) {
      return new Cell(text, second, number, true);
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

  /** Text of a cell: dates are kept on one line, long paths may break after their dots. */
  private void cellText(String text) {
    Html inner = new Html(text.length() + 32).prose(text);
    out.append(PATH.matcher(inner.out).replaceAll(path -> path.group().replace(".", ".<wbr>")));
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

  /**
   * A heading over the rows that follow it.
   *
   * @param columns of the table
   * @param heading name and note
   * @param unit printed behind the name; empty for none
   */
  Html group(int columns, Cell heading, String unit) {
    raw("<tr class=\"g\"><th scope=\"rowgroup\" colspan=\"" + columns + "\"><div>");
    prose(heading.text());
    if (!unit.isEmpty()) {
      raw("<i>, ").prose(unit).raw("</i>");
    }
    note(heading);
    return raw("</div></th></tr>\n");
  }

  private void cells(String tag, Cell... cells) {
    out.append("<tr>");
    for (Cell cell : cells) {
      out.append('<').append(tag).append(cell.number() ? " class=\"n\">" : ">");
      cellText(cell.text());
      note(cell);
      out.append("</").append(tag, 0, 2).append('>');
    }
    out.append("</tr>");
  }

  private void note(Cell cell) {
    if (!cell.note().isEmpty()) {
      raw(cell.beside() ? " <small class=\"b\">" : "<small>").prose(cell.note()).raw("</small>");
    }
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
