package io.depinsim.core.scenario;

import java.util.List;

/**
 * How well an input is known.
 *
 * @param path where it stands in the scenario ({@code
 *     networks.filecoin.rewards.expectedConsensus.winEfficiency})
 * @param value the value as written, shortened for tables
 * @param grade how it is known
 * @param source where it was read; empty if {@code assumed}
 * @param date when it was read or which date it speaks of; empty if not stated
 * @param range plausible lowest and highest value as written; empty if not stated
 * @param note anything else a reader should know; empty if nothing
 */
public record Evidence(
    String path,
    String value,
    Grade grade,
    String source,
    String date,
    List<String> range,
    String note) {

  /** Evidence without a note. */
  public Evidence(
      String path, String value, Grade grade, String source, String date, List<String> range) {
    this(path, value, grade, source, date, range, "");
  }

  /** Grades of evidence, best first. */
  public enum Grade {
    /** Read in a protocol, a document or a data set that is named. */
    documented,
    /** Computed from documented values. */
    derived,
    /** Chosen so that a named output meets named data. */
    fitted,
    /** Ours: nobody published it. */
    assumed
  }
}
