package io.depinsim.core.world;

import io.depinsim.core.ledger.WideMath;

/**
 * How long commitments made on one day last: in {@code parts} equal parts whose lengths are spread
 * evenly from the shortest to the longest.
 *
 * @param shortestDays length of the first part, at least 1
 * @param longestDays length of the last part
 * @param parts number of parts; 1 if both lengths are equal
 */
public record Terms(int shortestDays, int longestDays, int parts) {
  /**
   * Checks its parts.
   *
   * @throws IllegalArgumentException if lengths are out of order or do not fit a {@link
   *     CapacityBook}
   */
  public Terms {
    if (shortestDays < 1 || longestDays < shortestDays || longestDays >= CapacityBook.DAYS) {
      throw new IllegalArgumentException(
          "terms of "
              + shortestDays
              + " to "
              + longestDays
              + " days: must lie between 1 and "
              + (CapacityBook.DAYS - 1)
              + " and be in order");
    }
    if (parts < 1 || (parts == 1) != (shortestDays == longestDays)) {
      throw new IllegalArgumentException(
          "parts: " + parts + " must be 1 for one length and more for several");
    }
  }

  /** One length for everything. */
  public static Terms of(int days) {
    return new Terms(days, days, 1);
  }

  /** Length of a part, days. */
  public int days(int part) {
    return parts == 1
        ? shortestDays
        : shortestDays + (int) ((long) (longestDays - shortestDays) * part / (parts - 1));
  }

  /** Units of {@code count} that fall to the parts before {@code part}. */
  long unitsBefore(long count, int part) {
    return WideMath.mulDivFloor(count, part, parts);
  }

  /**
   * What part {@code part} gets of a sum that belongs to {@code count} units: as much of it as it
   * gets of the units, exact over all parts; nothing where it gets no unit.
   */
  long share(long sum, long count, int part) {
    return count == 0
        ? 0
        : WideMath.mulDivFloor(sum, unitsBefore(count, part + 1), count)
            - WideMath.mulDivFloor(sum, unitsBefore(count, part), count);
  }
}
