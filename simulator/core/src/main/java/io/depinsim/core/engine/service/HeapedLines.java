package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateVisitor;
import java.util.Arrays;

/**
 * Lines by key, smallest first, equal keys in the order of joining: one pairing heap for each line.
 * Joining takes O(1), leaving O(log n) on average over many changes.
 *
 * <p>A heap is a tree in which no child goes before its parent. {@code child} is a job's first
 * child, {@code next} the sibling after it, {@code previous} the sibling before it, or its parent
 * for a first child.
 *
 * @see <a href="https://doi.org/10.1007/BF01840439">Fredman, Sedgewick, Sleator, Tarjan: The
 *     pairing heap (1986)</a>
 */
final class HeapedLines implements LineOrder {
  private int[] roots = {};
  private int[] child = {};
  private int[] next = {};
  private int[] previous = {};
  private double[] keys = {};
  private long[] orders = {};

  /** Jobs met by {@link #first} that are not yet told: a binary heap, empty between two calls. */
  private int[] frontier = {};

  private int met;

  @Override
  public void resize(int lines, int jobs) {
    roots = LineOrder.resize(roots, lines, NONE);
    child = LineOrder.resize(child, jobs, NONE);
    next = LineOrder.resize(next, jobs, NONE);
    previous = LineOrder.resize(previous, jobs, NONE);
    keys = Arrays.copyOf(keys, jobs);
    orders = Arrays.copyOf(orders, jobs);
  }

  @Override
  public void add(int line, int job, double key, long order) {
    keys[job] = key;
    orders[job] = order;
    roots[line] = meld(roots[line], job);
  }

  @Override
  public int head(int line) {
    return roots[line];
  }

  @Override
  public void remove(int line, int job) {
    int below = meldSiblings(child[job]);
    if (roots[line] == job) {
      roots[line] = below;
    } else {
      cut(job);
      roots[line] = meld(roots[line], below);
    }
    child[job] = NONE;
    keys[job] = 0;
    orders[job] = 0;
  }

  private boolean goesBefore(int one, int other) {
    return keys[one] < keys[other] || keys[one] == keys[other] && orders[one] < orders[other];
  }

  /** The root of two heaps made one; either may be empty. */
  private int meld(int one, int other) {
    if (one == NONE || other == NONE) {
      return one == NONE ? other : one;
    }
    int root = goesBefore(one, other) ? one : other;
    int lower = root == one ? other : one;
    int sibling = child[root];
    next[lower] = sibling;
    if (sibling != NONE) {
      previous[sibling] = lower;
    }
    previous[lower] = root;
    child[root] = lower;
    return root;
  }

  /** Separates a job that is no root, with what stands below it, from its heap. */
  private void cut(int job) {
    int before = previous[job];
    int after = next[job];
    if (child[before] == job) {
      child[before] = after;
    } else {
      next[before] = after;
    }
    if (after != NONE) {
      previous[after] = before;
    }
    detach(job);
  }

  private void detach(int job) {
    next[job] = NONE;
    previous[job] = NONE;
  }

  /** One heap of a row of siblings: in pairs from the first to the last, then back. */
  private int meldSiblings(int first) {
    int pairs = NONE;
    int one = first;
    while (one != NONE) {
      int other = next[one];
      int rest = other == NONE ? NONE : next[other];
      detach(one);
      if (other != NONE) {
        detach(other);
      }
      int pair = meld(one, other);
      next[pair] = pairs;
      pairs = pair;
      one = rest;
    }
    int root = NONE;
    while (pairs != NONE) {
      int pair = pairs;
      pairs = next[pair];
      next[pair] = NONE;
      root = meld(pair, root);
    }
    return root;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Looks at no job but those told and their children, of which a line has up to all of its jobs
   * where many joined since the last one left.
   */
  @Override
  public void first(int line, int most, int[] into) {
    if (most > 0) {
      meet(roots[line]);
    }
    for (int i = 0; i < most; i++) {
      into[i] = nearest();
      for (int below = child[into[i]]; below != NONE; below = next[below]) {
        meet(below);
      }
    }
    met = 0;
  }

  private void meet(int job) {
    if (met == frontier.length) {
      frontier = Arrays.copyOf(frontier, Math.max(16, 2 * met));
    }
    int at = met++;
    while (at > 0 && goesBefore(job, frontier[(at - 1) / 2])) {
      frontier[at] = frontier[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    frontier[at] = job;
  }

  private int nearest() {
    int nearest = frontier[0];
    int moved = frontier[--met];
    int at = 0;
    for (int below = 1; below < met; below = 2 * at + 1) {
      if (below + 1 < met && goesBefore(frontier[below + 1], frontier[below])) {
        below++;
      }
      if (goesBefore(moved, frontier[below])) {
        break;
      }
      frontier[at] = frontier[below];
      at = below;
    }
    frontier[at] = moved;
    return nearest;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    IntColumns.show(visitor, "roots", roots, roots.length);
    IntColumns.show(visitor, "child", child, child.length);
    IntColumns.show(visitor, "next", next, next.length);
    IntColumns.show(visitor, "previous", previous, previous.length);
    visitor.doubles("keys", keys, keys.length);
    visitor.longs("orders", orders, orders.length);
  }
}
