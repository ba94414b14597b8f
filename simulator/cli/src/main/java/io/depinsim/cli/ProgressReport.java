package io.depinsim.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Progress on standard error: a bar on a terminal, a line every few seconds elsewhere, or nothing.
 * May be told by several threads.
 */
abstract class ProgressReport implements AutoCloseable {
  private static final long LINE_EVERY_NANOS = 5_000_000_000L;

  /** {@code done} of {@code of} are done; one under way counts in part. */
  abstract void at(double done, int of);

  @Override
  public abstract void close();

  /**
   * A report.
   *
   * @param unit what is counted, in the plural
   */
  static ProgressReport of(String name, String unit, boolean silent, PrintWriter err) {
    if (silent) {
      return new Silent();
    }
    Terminal terminal = Terminal.ofErrors();
    return terminal.present()
        ? new Bar(name, unit, terminal.columns(), err)
        : new Lines(name, unit, err);
  }

  private static final class Silent extends ProgressReport {
    @Override
    void at(double done, int of) {
      // Nobody wants to know.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  /** One line that is written over and over, and cleared at the end. */
  private static final class Bar extends ProgressReport {
    private static final long DRAW_EVERY_NANOS = 200_000_000L;
    private static final int WIDEST = 30;
    private static final int NARROWEST = 5;

    private final String name;
    private final String unit;
    private final int columns;
    private final PrintWriter err;
    private final Pace pace = new Pace(System.nanoTime());
    private long drawn;

    Bar(String name, String unit, int columns, PrintWriter err) {
      this.name = name;
      this.unit = unit;
      this.columns = columns;
      this.err = err;
    }

    @Override
    synchronized void at(double done, int of) {
      long now = System.nanoTime();
      pace.mark(now, done);
      if (now - drawn >= DRAW_EVERY_NANOS) {
        drawn = now;
        err.print('\r' + line(done, of));
        err.flush();
      }
    }

    /** As wide as fits, padded to cover a longer one before it; the last column stays free. */
    private String line(double done, int of) {
      String numbers = shown(done) + " of " + of + " " + unit + pace(pace, of);
      int room = columns - 1 - name.length() - numbers.length() - 4;
      String line = name + " ";
      if (room >= NARROWEST) {
        int length = Math.min(WIDEST, room);
        int full = (int) (length * Math.min(1, done / of));
        line += "[" + "=".repeat(full) + " ".repeat(length - full) + "] ";
      }
      line += numbers;
      int width = columns - 1;
      return line.length() > width
          ? line.substring(0, width)
          : line + " ".repeat(width - line.length());
    }

    @Override
    public synchronized void close() {
      if (drawn != 0) {
        err.print('\r' + " ".repeat(columns - 1) + '\r');
        err.flush();
      }
    }
  }

  private static final class Lines extends ProgressReport {
    private final String name;
    private final String unit;
    private final PrintWriter err;
    private final long start = System.nanoTime();
    private final Pace pace = new Pace(start);
    private long last = start;
    private boolean begun;
    private boolean told;

    Lines(String name, String unit, PrintWriter err) {
      this.name = name;
      this.unit = unit;
      this.err = err;
    }

    @Override
    synchronized void at(double done, int of) {
      long now = System.nanoTime();
      pace.mark(now, done);
      boolean complete = done >= of;
      if (!begun && !complete) {
        err.println(name + ": " + of + " " + unit + " to run.");
      }
      begun = true;
      if (now - last >= LINE_EVERY_NANOS || complete && !told) {
        last = now;
        told = complete;
        err.println(line(done, of, (now - start) / 1e9));
      }
    }

    private String line(double done, int of, double seconds) {
      String count = done >= of ? of + " " + unit : shown(done) + " of " + of + " " + unit;
      String after = String.format(Locale.ROOT, " after %.0f s", seconds);
      return name + ": " + count + after + (done < of ? pace(pace, of) : "");
    }

    @Override
    public void close() {
      err.flush();
    }
  }

  private static String pace(Pace pace, int of) {
    StringBuilder text = new StringBuilder();
    pace.perSecond().ifPresent(rate -> text.append(", ").append(shown(rate)).append(" a second"));
    pace.left(of).ifPresent(left -> text.append(", ").append(shown(left)).append(" left"));
    return text.toString();
  }

  private static String shown(double number) {
    return String.format(
        Locale.ROOT, number < 0.95 ? "%.2f" : number < 100 ? "%.1f" : "%.0f", number);
  }

  private static String shown(Duration left) {
    long seconds = Math.max(1, left.toSeconds());
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200 ? (seconds + 30) / 60 + " min" : (seconds + 1800) / 3600 + " h";
  }
}
