package io.depinsim.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress on standard error: a bar on a terminal, a line every few seconds elsewhere, or nothing.
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
    return System.console() != null ? new Bar(name, unit) : new Lines(name, unit, err);
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

  private static final class Bar extends ProgressReport {
    private final ProgressBar bar;

    Bar(String name, String unit) {
      this.bar =
          new ProgressBarBuilder()
              .setTaskName(name)
              .setUnit(" " + unit, 1)
              .setStyle(ProgressBarStyle.ASCII)
              .showSpeed()
              .build();
    }

    @Override
    void at(double done, int of) {
      bar.maxHint(of);
      bar.stepTo((long) done);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  private static final class Lines extends ProgressReport {
    private final String name;
    private final String unit;
    private final PrintWriter err;
    private final long start = System.nanoTime();
    private long last = start;

    Lines(String name, String unit, PrintWriter err) {
      this.name = name;
      this.unit = unit;
      this.err = err;
    }

    @Override
    void at(double done, int of) {
      long now = System.nanoTime();
      if (now - last >= LINE_EVERY_NANOS || done == of) {
        last = now;
        double seconds = (now - start) / 1e9;
        err.println(
            String.format(
                Locale.ROOT,
                "%s: %.1f of %d %s after %.0f s, about %.0f s left",
                name,
                done,
                of,
                unit,
                seconds,
                seconds / done * (of - done)));
      }
    }

    @Override
    public void close() {
      err.flush();
    }
  }
}
