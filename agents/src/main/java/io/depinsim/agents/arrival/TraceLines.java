package io.depinsim.agents.arrival;

import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.SimulationCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A record of arrivals, read from its text. */
final class TraceLines {
  private static final BigDecimal MICROS_PER_SECOND =
      BigDecimal.valueOf(SimulatedTime.MICROS_PER_SECOND);

  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,30})?");

  /** Times, microseconds; since 1970 if dated, else since the start. */
  private long[] times = new long[64];

  /** Work, units; NaN where it is not known. */
  private double[] work = new double[64];

  /** The line on which each arrival stands. */
  private int[] lines = new int[64];

  private boolean withWork;
  private boolean dated;
  private int count;

  private TraceLines() {}

  /**
   * Reads a head line and a line for each arrival; lines that are blank or begin with {@code #} are
   * passed over.
   *
   * @throws IllegalArgumentException naming the first line that is wrong
   */
  static TraceLines read(String csv) {
    TraceLines trace = new TraceLines();
    boolean headed = false;
    int from = 0;
    for (int line = 1; from < csv.length(); line++) {
      int end = csv.indexOf('\n', from);
      String text = csv.substring(from, end < 0 ? csv.length() : end).trim();
      from = end < 0 ? csv.length() : end + 1;
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (headed) {
        trace.arrival(text, line);
      } else {
        trace.head(text, line);
        headed = true;
      }
    }
    if (trace.count == 0) {
      throw new IllegalArgumentException(
          "csv: must hold a head line, `time` or `time,work`, and at least one arrival.");
    }
    return trace;
  }

  private void head(String text, int line) {
    String head = text.replace(" ", "");
    withWork = head.equals("time,work");
    if (!withWork && !head.equals("time")) {
      throw refusal(line, "`" + brief(text) + "` must be the head line, `time` or `time,work`", "");
    }
  }

  private void arrival(String text, int line) {
    int comma = text.indexOf(',');
    if (comma >= 0 != withWork) {
      throw refusal(
          line,
          "`" + brief(text) + "` must hold " + (withWork ? "a time and a work" : "a time alone"),
          withWork ? "" : "the head line should be `time,work`");
    }
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      work = Arrays.copyOf(work, 2 * count);
      lines = Arrays.copyOf(lines, 2 * count);
    }
    times[count] = time(comma < 0 ? text : text.substring(0, comma).trim(), line);
    work[count] = comma < 0 ? Double.NaN : work(text.substring(comma + 1).trim(), line);
    lines[count] = line;
    if (count > 0 && times[count] < times[count - 1]) {
      throw refusal(
          line,
          "`" + brief(text) + "` must not be before the arrival on line " + lines[count - 1],
          "the lines need to be sorted by time");
    }
    count++;
  }

  private long time(String text, int line) {
    boolean instant = text.contains("T");
    if (count == 0) {
      dated = instant;
    }
    if (instant != dated) {
      throw refusal(
          line,
          "`"
              + brief(text)
              + "` must be "
              + (dated ? "an instant" : "in seconds")
              + ", as the times before it",
          "");
    }
    try {
      if (instant) {
        Instant time = Instant.parse(text);
        long seconds = Math.multiplyExact(time.getEpochSecond(), SimulatedTime.MICROS_PER_SECOND);
        return Math.addExact(seconds, time.getNano() / 1_000);
      }
      if (SECONDS.matcher(text).matches()) {
        BigDecimal micros = new BigDecimal(text).multiply(MICROS_PER_SECOND);
        return micros.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
      }
    } catch (DateTimeException | ArithmeticException e) {
      // Refused below, as other words are.
    }
    throw refusal(
        line,
        "`"
            + brief(text)
            + "` must be an instant such as 2025-01-31T08:00:00Z, or seconds since the start",
        "");
  }

  private static double work(String text, int line) {
    try {
      double work = new BigDecimal(text).doubleValue();
      if (work > 0 && work < Double.POSITIVE_INFINITY) {
        return work;
      }
    } catch (NumberFormatException e) {
      // Refused below, as a number out of range is.
    }
    throw refusal(line, "work `" + brief(text) + "` must be a number above 0", "");
  }

  private static String brief(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }

  private static IllegalArgumentException refusal(int line, String rule, String maybe) {
    String guess = maybe.isEmpty() ? "" : " Maybe " + maybe + ".";
    return new IllegalArgumentException("csv: line " + line + ": " + rule + "." + guess);
  }

  /**
   * Times in microseconds since the start of a run.
   *
   * @throws IllegalArgumentException if one is before the start, or too far from it
   */
  double[] micros(Instant start) {
    long zero = dated ? new SimulationCalendar(Instant.EPOCH).ofInstant(start) : 0;
    double[] micros = new double[count];
    for (int i = 0; i < count; i++) {
      long time = Math.subtractExact(times[i], zero);
      if (time < 0 || time > SimulatedTime.MAX_MICROS) {
        throw refusal(
            lines[i],
            "the arrival must lie within the 285 years after the start of the run, " + start,
            time < 0 ? "`run.start` is to be earlier" : "");
      }
      micros[i] = time;
    }
    return micros;
  }

  /** Work of each arrival, units; NaN where it is not known. */
  double[] work() {
    return Arrays.copyOf(work, count);
  }
}
