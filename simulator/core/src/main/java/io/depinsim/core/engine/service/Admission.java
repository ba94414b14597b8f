package io.depinsim.core.engine.service;

import io.depinsim.core.scenario.AdmissionSpec;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Ticks;
import java.util.Arrays;

/**
 * How many of the machines that would serve a network get jobs: a floor below which a machine is
 * too slow, a cap on the machines of one owner, and one on those of a region. 4 bytes a provider.
 */
final class Admission implements StateOwner {
  private final AdmissionSpec spec;
  private final StationTraits traits;
  private final int[] offered;
  private final int[] admitted;
  private final long[] room;

  /**
   * Nobody offers a machine yet.
   *
   * @param regions number of regions
   */
  Admission(AdmissionSpec spec, StationTraits traits, int regions) {
    this.spec = spec;
    this.traits = traits;
    this.offered = new int[traits.region().length];
    this.admitted = new int[offered.length];
    this.room = new long[regions];
  }

  /** A provider would connect so many machines. */
  void offer(int row, int machines) {
    offered[row] = machines;
  }

  /** Whether what one provider offers may change how many machines of another are admitted. */
  boolean tiesProviders() {
    return spec.perRegion() != null;
  }

  /**
   * Decides anew how many machines each provider may connect. Those that are connected stay as far
   * as their region has room, in the order of rows; then others come, in that order too.
   */
  void decide(Machines machines) {
    for (int row = 0; row < offered.length; row++) {
      admitted[row] = allowed(row);
    }
    if (!tiesProviders()) {
      return;
    }
    Arrays.fill(room, mostPerRegion());
    for (int row = 0; row < offered.length; row++) {
      admitted[row] = take(row, Math.min(machines.connected(row), allowed(row)));
    }
    for (int row = 0; row < offered.length; row++) {
      admitted[row] += take(row, allowed(row) - admitted[row]);
    }
  }

  /** The largest number at which no region exceeds its share of what is then admitted. */
  private long mostPerRegion() {
    Arrays.fill(room, 0);
    for (int row = 0; row < offered.length; row++) {
      room[traits.region()[row]] += admitted[row];
    }
    long most = Long.MAX_VALUE;
    while (true) {
      long all = 0;
      for (long machines : room) {
        all += Math.min(machines, most);
      }
      long next = Math.max(1, (long) (spec.perRegion() * all));
      if (next >= most) {
        return most;
      }
      most = next;
    }
  }

  private int take(int row, int machines) {
    int region = traits.region()[row];
    int taken = (int) Math.min(machines, room[region]);
    room[region] -= taken;
    return taken;
  }

  /** By the floor and the cap of its owner. */
  private int allowed(int row) {
    double perMonth = traits.unitsPerMicro()[row] * Ticks.MICROS_PER_MONTH;
    if (spec.slowest() != null && perMonth < spec.slowest()) {
      return 0;
    }
    return spec.perOwner() == null ? offered[row] : Math.min(offered[row], spec.perOwner());
  }

  /** Machines that a provider may connect, by the latest decision. */
  int admitted(int row) {
    return admitted[row];
  }

  /** Machines that would serve and may not, by the latest decisions. */
  long refused(Machines machines) {
    long refused = 0;
    for (int row = 0; row < offered.length; row++) {
      refused += Math.max(0, offered[row] - machines.connected(row));
    }
    return refused;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    IntColumns.show(visitor, "offered", offered, offered.length);
  }
}
