package io.depinsim.core.scenario;

/**
 * Where something stands in a file.
 *
 * @param file the file as the user named it, or the option that carried the text
 * @param line 1 for the first
 * @param column 1 for the first
 */
public record Place(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
