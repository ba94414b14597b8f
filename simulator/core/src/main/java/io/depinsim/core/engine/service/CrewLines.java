package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.Arrays;

/** Repair crews by region, and broken machines that wait for one, first come first served. */
final class CrewLines implements StateOwner {
  static final int NOBODY = -1;

  private final int[] free;
  private final int[] head;
  private final int[] tail;
  private final int[] next;
  private final int[] previous;
  private final int[] waiting;

  /**
   * Crews that all are free.
   *
   * @param crews of each region
   */
  CrewLines(int[] crews, int machines) {
    this.free = crews.clone();
    this.head = filled(crews.length);
    this.tail = filled(crews.length);
    this.next = filled(machines);
    this.previous = filled(machines);
    this.waiting = new int[crews.length];
  }

  private static int[] filled(int length) {
    int[] column = new int[length];
    Arrays.fill(column, NOBODY);
    return column;
  }

  /** Machines that wait in a region. */
  int waiting(int region) {
    return waiting[region];
  }

  /** Takes a crew if one is free; the machine waits if not. */
  boolean ask(int region, int machine) {
    if (free[region] > 0) {
      free[region]--;
      return true;
    }
    int last = tail[region];
    previous[machine] = last;
    next[machine] = NOBODY;
    if (last == NOBODY) {
      head[region] = machine;
    } else {
      next[last] = machine;
    }
    tail[region] = machine;
    waiting[region]++;
    return false;
  }

  /** A machine waits no longer. */
  void leave(int region, int machine) {
    int before = previous[machine];
    int after = next[machine];
    if (before == NOBODY) {
      head[region] = after;
    } else {
      next[before] = after;
    }
    if (after == NOBODY) {
      tail[region] = before;
    } else {
      previous[after] = before;
    }
    waiting[region]--;
  }

  /** A crew has done its work: returns the machine it goes to next, negative for none. */
  int release(int region) {
    int machine = head[region];
    if (machine == NOBODY) {
      free[region]++;
    } else {
      leave(region, machine);
    }
    return machine;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    IntColumns.show(visitor, "free", free, free.length);
    IntColumns.show(visitor, "head", head, head.length);
    IntColumns.show(visitor, "tail", tail, tail.length);
    IntColumns.show(visitor, "next", next, next.length);
    IntColumns.show(visitor, "previous", previous, previous.length);
    IntColumns.show(visitor, "waiting", waiting, waiting.length);
  }
}
