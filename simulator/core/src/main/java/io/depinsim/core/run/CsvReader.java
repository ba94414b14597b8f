package io.depinsim.core.run;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads comma-separated values as RFC 4180 defines them, with lines that may end in LF alone, and
 * knows the line every record starts on.
 */
final class CsvReader {
  private static final int END = -1;

  private final String file;
  private final Reader in;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder field = new StringBuilder();
  private final List<String> fields = new ArrayList<>();
  private int position;
  private int limit;
  private int line = 1;
  private int recordLine = 1;
  private int columns;

  CsvReader(String file, Reader in) {
    this.file = file;
    this.in = in;
  }

  /**
   * Reads the first record and requires it to be this header.
   *
   * @throws RunDirectoryException if it is another one
   */
  void expectHeader(String header) throws IOException {
    String found = next().map(record -> String.join(",", record)).orElse("");
    if (!found.equals(header)) {
      throw damaged("the header is '" + found + "' where '" + header + "' is expected");
    }
    columns = fields.size();
  }

  /**
   * The next record. The list is overwritten by the next call.
   *
   * @throws RunDirectoryException if a quote is left open, the file ends inside a line, or the
   *     number of fields differs from the header's
   */
  Optional<List<String>> next() throws IOException {
    fields.clear();
    recordLine = line;
    int c = read();
    if (c == END) {
      return Optional.empty();
    }
    while (true) {
      c = c == '"' ? quoted() : unquoted(c);
      fields.add(field.toString());
      field.setLength(0);
      if (c != ',') {
        break;
      }
      c = read();
    }
    if (c == END) {
      throw damaged("the file ends in the middle of a line. Maybe it was cut off");
    }
    line++;
    if (columns > 0 && fields.size() != columns) {
      throw damaged(
          String.format(Locale.ROOT, "%d fields where %d are expected", fields.size(), columns));
    }
    return Optional.of(fields);
  }

  /** An exception that names the file and the line of the record last read. */
  RunDirectoryException damaged(String what) {
    return new RunDirectoryException(file + ":" + recordLine + ": " + what + ".");
  }

  /** Reads up to the end of a field that starts with {@code c}; returns what ended it. */
  private int unquoted(int c) throws IOException {
    int next = c;
    while (next != ',' && next != '\n' && next != END) {
      if (next == '\r') {
        int afterwards = read();
        if (afterwards == '\n') {
          return afterwards;
        }
        throw damaged("a carriage return without a line feed");
      }
      if (next == '"') {
        throw damaged("a quotation mark inside a field that does not start with one");
      }
      field.append((char) next);
      next = read();
    }
    return next;
  }

  private int quoted() throws IOException {
    while (true) {
      int c = read();
      if (c == END) {
        throw damaged("a quotation mark is never closed");
      }
      if (c == '\n') {
        line++;
      }
      if (c != '"') {
        field.append((char) c);
        continue;
      }
      int next = read();
      if (next != '"') {
        if (next == '\r') {
          next = read();
        }
        if (next == ',' || next == '\n' || next == END) {
          return next;
        }
        throw damaged("text after a closing quotation mark");
      }
      field.append('"');
    }
  }

  private int read() throws IOException {
    if (position == limit) {
      limit = in.read(buffer, 0, buffer.length);
      position = 0;
      if (limit <= 0) {
        limit = 0;
        return END;
      }
    }
    return buffer[position++];
  }
}
