package io.depinsim.core.engine.service;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.OwnershipSpec.ReclaimsSpec;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Idle owners who use their machines themselves. The n-th time is keyed to machine and n and lies
 * on the same date whether or not the machine serves; only machines that are connected have an
 * event pending.
 */
final class Reclaims implements StateOwner {
  static final int TAKEN = 5;
  static final int RETURNED = 6;

  private static final int NOTHING = -1;

  private final WearAndTear all;
  private final Streams streams;
  private final ReclaimsSpec[] spec;
  private final HourlyRate[] rate;
  private final long[] from;
  private final long[] until;
  private final int[] count;
  private final int[] event;
  private final long[] total = new long[1];
  private final Draws draws = new Draws();

  Reclaims(WearAndTear all, ReclaimsSpec[] spec, Streams streams, int machines) {
    this.all = all;
    this.streams = streams;
    this.spec = spec;
    this.rate = new HourlyRate[spec.length];
    Map<ReclaimsSpec, HourlyRate> rates = new IdentityHashMap<>();
    for (int row = 0; row < spec.length; row++) {
      if (spec[row] != null) {
        rate[row] = rates.computeIfAbsent(spec[row], s -> new HourlyRate(s.byHour()));
      }
    }
    this.from = new long[machines];
    this.until = new long[machines];
    this.count = new int[machines];
    this.event = new int[machines];
    Arrays.fill(event, NOTHING);
  }

  /** Times that a machine that served was taken back. */
  long total() {
    return total[0];
  }

  void connecting(int machine, int row, long now) {
    if (spec[row] == null) {
      return;
    }
    while (until[machine] <= now) {
      drawNext(machine, row);
    }
    if (from[machine] <= now) {
      all.takeDown(machine, Machines.RECLAIMED, now);
      event[machine] = all.schedule(until[machine], RETURNED, machine);
    } else {
      all.bringUp(machine, Machines.RECLAIMED, now);
      event[machine] = all.schedule(from[machine], TAKEN, machine);
    }
  }

  void disconnected(int machine) {
    if (event[machine] != NOTHING) {
      all.cancel(event[machine]);
      event[machine] = NOTHING;
    }
  }

  void taken(int machine, long now) {
    total[0]++;
    event[machine] = all.schedule(until[machine], RETURNED, machine);
    all.takeDown(machine, Machines.RECLAIMED, now);
  }

  void returned(int machine, int row, long now) {
    drawNext(machine, row);
    event[machine] = all.schedule(from[machine], TAKEN, machine);
    all.bringUp(machine, Machines.RECLAIMED, now);
  }

  private void drawNext(int machine, int row) {
    streams.seek(draws, Purpose.RECLAIM, all.entity(machine), count[machine]++);
    double gap = draws.nextExponential(SimulatedTime.MICROS_PER_DAY / spec[row].perDay());
    double lasting = draws.nextExponential(spec[row].lasting() * SimulatedTime.MICROS_PER_HOUR);
    double start = rate[row].reached(rate[row].until(until[machine]) + gap);
    from[machine] = WearAndTear.later(until[machine], start - until[machine]);
    until[machine] = WearAndTear.later(from[machine], lasting);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("from", from, from.length);
    visitor.longs("until", until, until.length);
    IntColumns.show(visitor, "count", count, count.length);
    IntColumns.show(visitor, "event", event, event.length);
    visitor.longs("total", total, 1);
  }
}
