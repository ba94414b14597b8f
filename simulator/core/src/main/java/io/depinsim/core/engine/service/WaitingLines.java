package io.depinsim.core.engine.service;

import io.depinsim.core.scenario.Discipline;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;

/**
 * Very many waiting lines of jobs under one discipline: one for each provider, or one for a whole
 * network.
 *
 * <p>Lines and jobs are numbers from 0; whoever calls hands out numbers of jobs and may use one
 * again once its job has left. All state lies in primitive columns, 12 bytes for a job in the order
 * of joining and 32 for one by key; no change allocates, {@link #ensure} and {@link #ensureLines}
 * apart. Ties are exact: equal keys are served in the order of joining. Draws no random numbers.
 */
public final class WaitingLines implements StateOwner {
  /** No job, or no line. */
  public static final int NONE = -1;

  private static final long MOST_JOBS = Integer.MAX_VALUE - 8;

  private final Discipline discipline;
  private final LineOrder order;
  private int[] lengths = {};
  private int[] lineOfJob = {};
  private long joined;

  /**
   * Empty lines.
   *
   * @param lines how many, ≥ 0; more by {@link #ensureLines}
   */
  public WaitingLines(Discipline discipline, int lines) {
    this.discipline = discipline;
    this.order =
        discipline.byKey() ? new HeapedLines() : new LinkedLines(discipline == Discipline.lifo);
    ensureLines(lines);
  }

  /** The order in which jobs of a line are served. */
  public Discipline discipline() {
    return discipline;
  }

  /** Makes room for jobs 0 to {@code jobs} - 1, and for more to come. */
  public void ensure(int jobs) {
    if (jobs > lineOfJob.length) {
      long roomy = Math.max(jobs, lineOfJob.length + (lineOfJob.length >> 1));
      resize(lengths.length, (int) Math.min(roomy, MOST_JOBS));
    }
  }

  /** Makes sure that there are lines 0 to {@code lines} - 1. */
  public void ensureLines(int lines) {
    if (lines > lengths.length) {
      resize(lines, lineOfJob.length);
    }
  }

  private void resize(int lines, int jobs) {
    lengths = LineOrder.resize(lengths, lines, 0);
    lineOfJob = LineOrder.resize(lineOfJob, jobs, NONE);
    order.resize(lines, jobs);
  }

  /**
   * Adds a job to a line.
   *
   * @param key by which lines in the order of keys serve it, smallest first, in any unit; nothing
   *     to the others. The caller turns what a discipline looks at into it: work for {@code
   *     shortest}, a time for {@code deadline}, a rank for {@code priority}
   * @throws IllegalStateException if the job waits already
   * @throws IllegalArgumentException if the key is no number
   * @throws IndexOutOfBoundsException if there is no such line, or no room for the job
   */
  public void join(int line, int job, double key) {
    if (lineOfJob[job] != NONE) {
      throw new IllegalStateException(
          "job "
              + job
              + ": waits in line "
              + lineOfJob[job]
              + " already, and cannot join "
              + line
              + ". Maybe its number was used again too soon.");
    }
    if (Double.isNaN(key)) {
      throw new IllegalArgumentException(
          "job "
              + job
              + ": key NaN gives it no place in line "
              + line
              + ". Maybe its work or deadline was never set.");
    }
    lengths[line]++;
    lineOfJob[job] = line;
    order.add(line, job, key, joined++);
  }

  /** The job of a line that is served next, {@link #NONE} if nobody waits. */
  public int head(int line) {
    return order.head(line);
  }

  /** Takes the job that is served next out of its line: that job, {@link #NONE} if nobody waits. */
  public int poll(int line) {
    int job = order.head(line);
    if (job != NONE) {
      leave(line, job);
    }
    return job;
  }

  /**
   * Takes a job out of its line, wherever in it it stands.
   *
   * @throws IllegalStateException if it does not wait in this line
   */
  public void leave(int line, int job) {
    if (lineOfJob[job] != line || line == NONE) {
      throw new IllegalStateException(
          "job "
              + job
              + ": does not wait in line "
              + line
              + " but in "
              + lineOfJob[job]
              + ". Maybe it was served before.");
    }
    lineOfJob[job] = NONE;
    lengths[line]--;
    order.remove(line, job);
  }

  /** How many jobs wait in a line. */
  public int length(int line) {
    return lengths[line];
  }

  /** The line in which a job waits, {@link #NONE} if in none. */
  public int lineOf(int job) {
    return lineOfJob[job];
  }

  /**
   * The first jobs of a line in the order of service. Changes nothing. Takes O(n) for n jobs in the
   * order of joining; by key O(m log m), where m counts those n and, at worst, all who joined since
   * the last one left.
   *
   * @param into receives as many as it holds, if so many wait
   * @return how many were written
   */
  public int first(int line, int[] into) {
    int most = Math.min(into.length, lengths[line]);
    order.first(line, most, into);
    return most;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Numbers of lines and jobs come first; lines take over those that a visitor writes into them.
   */
  @Override
  public void visitState(StateVisitor visitor) {
    long[] size = {lengths.length, lineOfJob.length, joined};
    visitor.longs("size", size, size.length);
    joined = size[2];
    if (size[0] != lengths.length || size[1] != lineOfJob.length) {
      resize(Math.toIntExact(size[0]), Math.toIntExact(size[1]));
    }
    IntColumns.show(visitor, "lengths", lengths, lengths.length);
    IntColumns.show(visitor, "lineOfJob", lineOfJob, lineOfJob.length);
    order.visitState(visitor);
  }
}
