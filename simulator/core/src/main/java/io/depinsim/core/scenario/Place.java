package io.depinsim.core.scenario;

/**
 * Where something stands in a file.
 *
 * @param file the file as the user named it, or the option that carried the text
 * @param line 1 for the first; 0 for all of an option
 * @param column 1 for the first
 */
public record Place(String file, int line, int column) {

  /** The place of everything that an option carries. */
  static Place ofOption(String option) {
    return new Place(option, 0, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
