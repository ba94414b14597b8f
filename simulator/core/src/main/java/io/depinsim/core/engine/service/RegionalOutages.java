package io.depinsim.core.engine.service;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.RegionSpec;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;

/**
 * Outages of whole regions. The n-th one is keyed to the region and n, and whom it hits to the
 * machine and n, so that its date is the same under every policy and on every network. A scan of
 * the machines of a region at its begin and end.
 */
final class RegionalOutages implements StateOwner {
  static final int BEGINS = 3;
  static final int ENDS = 4;

  private final WearAndTear all;
  private final PhysicalTraits traits;
  private final Streams streams;
  private final Machines machines;
  private final int[] count;
  private final int[] active;
  private final int[] falling;
  private final Draws draws = new Draws();

  RegionalOutages(WearAndTear all, PhysicalTraits traits, Streams streams, Machines machines) {
    this.all = all;
    this.traits = traits;
    this.streams = streams;
    this.machines = machines;
    this.falling = new int[machines.machines()];
    this.count = new int[traits.regions().length];
    this.active = new int[traits.regions().length];
  }

  void start() {
    for (int region = 0; region < count.length; region++) {
      if (spec(region) != null) {
        seek(region);
        scheduleBegin(region, 0);
      }
    }
  }

  /** Outages that have begun, all regions. */
  long total() {
    long sum = 0;
    for (int region = 0; region < count.length; region++) {
      sum += count[region] + active[region];
    }
    return sum;
  }

  private RegionSpec.OutagesSpec spec(int region) {
    return traits.regions()[region] == null ? null : traits.regions()[region].outages();
  }

  private void seek(int region) {
    streams.seek(draws, Purpose.REGIONAL_OUTAGE, traits.regionEntity()[region], count[region]);
  }

  private void scheduleBegin(int region, long now) {
    double gap = draws.nextExponential(spec(region).every() * SimulatedTime.MICROS_PER_HOUR);
    all.schedule(WearAndTear.later(now, gap), BEGINS, region);
  }

  void begins(int region, long now) {
    active[region] = 1;
    seek(region);
    draws.nextUniform();
    double lasting = draws.nextExponential(spec(region).lasting() * SimulatedTime.MICROS_PER_HOUR);
    all.schedule(WearAndTear.later(now, lasting), ENDS, region);
    int hit = 0;
    for (int row = 0; row < machines.rows(); row++) {
      if (machines.region(row) != region) {
        continue;
      }
      int end = machines.first(row) + machines.connected(row);
      for (int machine = machines.first(row); machine < end; machine++) {
        if (!machines.isDown(machine, Machines.OUTAGE) && isHit(machine, region)) {
          falling[hit++] = machine;
        }
      }
    }
    all.takeDown(falling, hit, Machines.OUTAGE, now);
  }

  private boolean isHit(int machine, int region) {
    streams.seek(draws, Purpose.REGIONAL_OUTAGE, all.entity(machine), count[region]);
    return draws.nextEvent(spec(region).share());
  }

  void ends(int region, long now) {
    active[region] = 0;
    count[region]++;
    seek(region);
    scheduleBegin(region, now);
    for (int row = 0; row < machines.rows(); row++) {
      if (machines.region(row) == region) {
        for (int machine = machines.first(row); machine < machines.first(row + 1); machine++) {
          if (machines.isDown(machine, Machines.OUTAGE)) {
            all.bringUp(machine, Machines.OUTAGE, now);
          }
        }
      }
    }
  }

  void connecting(int machine, int row, long now) {
    int region = machines.region(row);
    if (active[region] == 1 && isHit(machine, region)) {
      all.takeDown(machine, Machines.OUTAGE, now);
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    IntColumns.show(visitor, "count", count, count.length);
    IntColumns.show(visitor, "active", active, active.length);
  }
}
