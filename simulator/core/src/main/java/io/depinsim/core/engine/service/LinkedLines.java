package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateVisitor;

/** Lines in the order of joining, or the reverse: doubly linked lists. Every change takes O(1). */
final class LinkedLines implements LineOrder {
  private final boolean lastFirst;
  private int[] heads = {};
  private int[] tails = {};
  private int[] next = {};
  private int[] previous = {};

  /**
   * Empty lines.
   *
   * @param lastFirst whether who joins last is served first
   */
  LinkedLines(boolean lastFirst) {
    this.lastFirst = lastFirst;
  }

  @Override
  public void resize(int lines, int jobs) {
    heads = LineOrder.resize(heads, lines, NONE);
    tails = LineOrder.resize(tails, lines, NONE);
    next = LineOrder.resize(next, jobs, NONE);
    previous = LineOrder.resize(previous, jobs, NONE);
  }

  @Override
  public void add(int line, int job, double key, long order) {
    int before = lastFirst ? NONE : tails[line];
    int after = lastFirst ? heads[line] : NONE;
    link(line, before, job);
    link(line, job, after);
  }

  /** Makes two jobs neighbours; {@link #NONE} stands for the end of the line. */
  private void link(int line, int before, int after) {
    if (before == NONE) {
      heads[line] = after;
    } else {
      next[before] = after;
    }
    if (after == NONE) {
      tails[line] = before;
    } else {
      previous[after] = before;
    }
  }

  @Override
  public int head(int line) {
    return heads[line];
  }

  @Override
  public void remove(int line, int job) {
    link(line, previous[job], next[job]);
    next[job] = NONE;
    previous[job] = NONE;
  }

  @Override
  public void first(int line, int most, int[] into) {
    int job = heads[line];
    for (int i = 0; i < most; i++) {
      into[i] = job;
      job = next[job];
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    IntColumns.show(visitor, "heads", heads, heads.length);
    IntColumns.show(visitor, "tails", tails, tails.length);
    IntColumns.show(visitor, "next", next, next.length);
    IntColumns.show(visitor, "previous", previous, previous.length);
  }
}
