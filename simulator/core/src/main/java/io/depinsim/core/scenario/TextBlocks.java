package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a YAML text that start with a key in the first column. One that is broken can be
 * blanked, so that the others are read at the places where they stand.
 */
final class TextBlocks {
  private static final Pattern KEY = Pattern.compile("[\"']?([A-Za-z_][A-Za-z0-9_-]*).*");

  private final List<String> lines;

  /**
   * A block.
   *
   * @param key its key
   * @param line its first line, 1 for the first of the text
   * @param end the line after its last
   */
  record Block(String key, int line, int end) {}

  /** The blocks of a text, which may be changed. */
  TextBlocks(List<String> lines) {
    this.lines = new ArrayList<>(lines);
  }

  /** The block around a line; nothing before the first key or where there is no key. */
  Optional<Block> around(int line) {
    int first = Math.min(line, lines.size());
    while (first > 0 && !KEY.matcher(lines.get(first - 1)).matches()) {
      first--;
    }
    if (first == 0) {
      return Optional.empty();
    }
    int end = first + 1;
    while (end <= lines.size() && !KEY.matcher(lines.get(end - 1)).matches()) {
      end++;
    }
    Matcher key = KEY.matcher(lines.get(first - 1));
    return key.matches() ? Optional.of(new Block(key.group(1), first, end)) : Optional.empty();
  }

  /** Replaces a block by empty lines. */
  void blank(Block block) {
    for (int line = block.line(); line < block.end(); line++) {
      lines.set(line - 1, "");
    }
  }

  List<String> lines() {
    return lines;
  }

  String text() {
    return String.join("\n", lines);
  }
}
