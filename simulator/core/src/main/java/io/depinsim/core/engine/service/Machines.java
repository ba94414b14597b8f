package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.Arrays;

/**
 * Machines of a network: which are connected, can work, do work, and for whom. A provider has as
 * many places as it may ever own machines; the first ones are the connected ones.
 *
 * <p>A machine is usable if it is connected and no reason keeps it down; it is idle if it is usable
 * and has no job. One that is disconnected with a job finishes it. 24 bytes a machine and 44 a
 * provider.
 */
public final class Machines implements StateOwner {
  /** It broke and waits for repair. */
  public static final int BROKEN = 1;

  /** Its region is down. */
  public static final int OUTAGE = 2;

  /** Its owner uses it. */
  public static final int RECLAIMED = 4;

  /** It is maintained. */
  public static final int MAINTAINED = 8;

  /** A shock of the scenario keeps it down, or the outage of a period. */
  public static final int SHOCKED = 16;

  private static final int NOBODY = -1;

  private final int[] firstOf;
  private final int[] rowOf;
  private final int[] regionOf;
  private final long[] capacity;
  private final RegionLoad load;
  private final Listing[] listings;

  private final int[] connected;
  private final int[] usable;
  private final int[] idle;
  private final int[] firstIdle;
  private final int[] listing;

  private final int[] reasons;
  private final int[] job;
  private final int[] nextIdle;
  private final int[] previousIdle;
  private final long[] idleSince;
  private final long[] totals = new long[4];
  private final double[] unitMicros = new double[1];

  /** Null where machines draw no power; never changes once time has started. */
  private EnergyMeter meter;

  /** Providers that can be reached through one or more allocators. */
  static final class Listing implements StateOwner {
    /** Those with machines that can work. */
    final RowSet open;

    /** Those with free machines. */
    final RowSet free;

    private final long[] freeMachines = new long[1];

    Listing(int rows) {
      this.open = new RowSet(rows);
      this.free = new RowSet(rows);
    }

    /** Free machines in all. */
    long freeMachines() {
      return freeMachines[0];
    }

    @Override
    public void visitState(StateVisitor visitor) {
      open.visitState(new Named("open", visitor));
      free.visitState(new Named("free", visitor));
      visitor.longs("freeMachines", freeMachines, 1);
    }
  }

  /** Shows columns under a name of their own. */
  record Named(String prefix, StateVisitor visitor) implements StateVisitor {
    @Override
    public void longs(String name, long[] column, int length) {
      visitor.longs(prefix + "." + name, column, length);
    }

    @Override
    public void doubles(String name, double[] column, int length) {
      visitor.doubles(prefix + "." + name, column, length);
    }
  }

  /**
   * No machine connected.
   *
   * @param traits of providers
   * @param listings number of separate listings, ≥ 1; everybody begins in the first
   */
  Machines(StationTraits traits, RegionLoad load, int listings) {
    int[] most = traits.most();
    int rows = most.length;
    this.regionOf = traits.region();
    this.capacity = traits.capacity();
    this.load = load;
    this.firstOf = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      firstOf[row + 1] = Math.addExact(firstOf[row], most[row]);
    }
    int machines = firstOf[rows];
    this.rowOf = new int[machines];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(rowOf, firstOf[row], firstOf[row + 1], row);
    }
    this.listings = new Listing[listings];
    Arrays.setAll(this.listings, i -> new Listing(rows));
    this.connected = new int[rows];
    this.usable = new int[rows];
    this.idle = new int[rows];
    this.firstIdle = new int[rows];
    Arrays.fill(firstIdle, NOBODY);
    this.listing = new int[rows];
    this.reasons = new int[machines];
    this.job = new int[machines];
    Arrays.fill(job, NOBODY);
    this.nextIdle = new int[machines];
    this.previousIdle = new int[machines];
    this.idleSince = new long[machines];
  }

  /** Tells a meter when machines work and when they idle; before time starts. */
  void meter(EnergyMeter energy) {
    meter = energy;
  }

  /** Places for machines, all providers. */
  public int machines() {
    return rowOf.length;
  }

  /** Number of providers. */
  public int rows() {
    return connected.length;
  }

  /** Provider of a machine. */
  public int row(int machine) {
    return rowOf[machine];
  }

  /** First machine of a provider; its others follow. */
  public int first(int row) {
    return firstOf[row];
  }

  /** Region of a provider. */
  public int region(int row) {
    return regionOf[row];
  }

  /** Machines of a provider that are connected. */
  public int connected(int row) {
    return connected[row];
  }

  /** Whether a machine is connected. */
  public boolean isConnected(int machine) {
    int row = rowOf[machine];
    return machine - firstOf[row] < connected[row];
  }

  /** Whether a machine could work. */
  public boolean isUsable(int machine) {
    return reasons[machine] == 0 && isConnected(machine);
  }

  /** Whether a reason keeps a machine down. */
  public boolean isDown(int machine, int reason) {
    return (reasons[machine] & reason) != 0;
  }

  /** Job that a machine does; negative for none. */
  public int job(int machine) {
    return job[machine];
  }

  /** Since when a machine has had nothing to do, microseconds since the start. */
  public long idleSince(int machine) {
    return idleSince[machine];
  }

  /** Machines of a provider that can work. */
  public int usable(int row) {
    return usable[row];
  }

  /** Machines of a provider that have nothing to do. */
  public int idle(int row) {
    return idle[row];
  }

  /** First idle machine of a provider, the one that was used last; negative for none. */
  public int firstIdle(int row) {
    return firstIdle[row];
  }

  /** The idle machine after one; negative for none. */
  public int nextIdle(int machine) {
    return nextIdle[machine];
  }

  /** Machines that can work, all providers. */
  public long totalUsable() {
    return totals[0];
  }

  /** Machines with a job, all providers. */
  public long totalBusy() {
    return totals[1];
  }

  int listing(int row) {
    return listing[row];
  }

  int listings() {
    return listings.length;
  }

  Listing listed(int number) {
    return listings[number];
  }

  /** Moves a provider to another listing. */
  void list(int row, int number) {
    Listing old = listings[listing[row]];
    old.open.remove(row);
    old.free.remove(row);
    old.freeMachines[0] -= idle[row];
    listing[row] = number;
    Listing next = listings[number];
    next.freeMachines[0] += idle[row];
    if (usable[row] > 0) {
      next.open.add(row);
    }
    if (idle[row] > 0) {
      next.free.add(row);
    }
  }

  /** Gives an idle machine a job. */
  void occupy(int machine, int newJob, long now) {
    unlinkIdle(machine, now);
    meterBusy(machine, now, 1);
    job[machine] = newJob;
    totals[1]++;
    load.changeBusy(regionOf[rowOf[machine]], now, 1);
  }

  /** A machine has no job any more. */
  void vacate(int machine, long now) {
    job[machine] = NOBODY;
    totals[1]--;
    idleSince[machine] = now;
    load.changeBusy(regionOf[rowOf[machine]], now, -1);
    meterBusy(machine, now, -1);
    if (isUsable(machine)) {
      linkIdle(machine, now);
    }
  }

  /** Keeps a machine from working for a reason; returns whether it was usable. */
  boolean takeDown(int machine, int reason, long now) {
    boolean was = isUsable(machine);
    if (was && job[machine] == NOBODY) {
      unlinkIdle(machine, now);
    }
    reasons[machine] |= reason;
    if (was) {
      changeUsable(rowOf[machine], -1, now);
    }
    return was;
  }

  /** Removes a reason; returns whether the machine is usable from now on. */
  boolean bringUp(int machine, int reason, long now) {
    boolean was = isUsable(machine);
    reasons[machine] &= ~reason;
    boolean is = isUsable(machine);
    if (is && !was) {
      changeUsable(rowOf[machine], 1, now);
      becomeIdle(machine, now);
    }
    return is;
  }

  /** Connects the next machine of a provider and returns it. */
  int connect(int row, long now) {
    int machine = firstOf[row] + connected[row]++;
    load.changeConnected(regionOf[row], now, 1);
    if (reasons[machine] == 0) {
      changeUsable(row, 1, now);
      becomeIdle(machine, now);
    }
    return machine;
  }

  /** Disconnects the last machine of a provider and returns it; a job on it goes on. */
  int disconnect(int row, long now) {
    int machine = firstOf[row] + connected[row] - 1;
    if (isUsable(machine)) {
      if (job[machine] == NOBODY) {
        unlinkIdle(machine, now);
      }
      changeUsable(row, -1, now);
    }
    connected[row]--;
    load.changeConnected(regionOf[row], now, -1);
    return machine;
  }

  private void becomeIdle(int machine, long now) {
    if (job[machine] == NOBODY) {
      idleSince[machine] = now;
      linkIdle(machine, now);
    }
  }

  /**
   * Integral of the capacity of usable machines over time, units per month times microseconds. Sums
   * of whole numbers; exact below 2^53 and else rounded in the order of events.
   */
  public double unitMicros(long now) {
    unitMicros[0] += (double) totals[2] * (now - totals[3]);
    totals[3] = now;
    return unitMicros[0];
  }

  private void changeUsable(int row, int by, long now) {
    unitMicros(now);
    usable[row] += by;
    totals[0] += by;
    totals[2] += by * capacity[row];
    load.changeAvailable(regionOf[row], now, by);
    Listing listed = listings[listing[row]];
    if (usable[row] == 0) {
      listed.open.remove(row);
    } else {
      listed.open.add(row);
    }
  }

  private void meterBusy(int machine, long now, int by) {
    if (meter != null) {
      meter.changeBusy(rowOf[machine], now, by);
    }
  }

  private void meterIdle(int row, long now, int by) {
    if (meter != null) {
      meter.changeIdle(row, now, by);
    }
  }

  private void linkIdle(int machine, long now) {
    int row = rowOf[machine];
    meterIdle(row, now, 1);
    int first = firstIdle[row];
    nextIdle[machine] = first;
    previousIdle[machine] = NOBODY;
    if (first != NOBODY) {
      previousIdle[first] = machine;
    }
    firstIdle[row] = machine;
    Listing listed = listings[listing[row]];
    if (idle[row]++ == 0) {
      listed.free.add(row);
    }
    listed.freeMachines[0]++;
  }

  private void unlinkIdle(int machine, long now) {
    int row = rowOf[machine];
    meterIdle(row, now, -1);
    int next = nextIdle[machine];
    int previous = previousIdle[machine];
    if (previous == NOBODY) {
      firstIdle[row] = next;
    } else {
      nextIdle[previous] = next;
    }
    if (next != NOBODY) {
      previousIdle[next] = previous;
    }
    Listing listed = listings[listing[row]];
    if (--idle[row] == 0) {
      listed.free.remove(row);
    }
    listed.freeMachines[0]--;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    int rows = rows();
    int machines = machines();
    IntColumns.show(visitor, "connected", connected, rows);
    IntColumns.show(visitor, "usable", usable, rows);
    IntColumns.show(visitor, "idle", idle, rows);
    IntColumns.show(visitor, "firstIdle", firstIdle, rows);
    IntColumns.show(visitor, "listing", listing, rows);
    IntColumns.show(visitor, "reasons", reasons, machines);
    IntColumns.show(visitor, "job", job, machines);
    IntColumns.show(visitor, "nextIdle", nextIdle, machines);
    IntColumns.show(visitor, "previousIdle", previousIdle, machines);
    visitor.longs("idleSince", idleSince, machines);
    visitor.longs("totals", totals, totals.length);
    visitor.doubles("unitMicros", unitMicros, 1);
    for (int i = 0; i < listings.length; i++) {
      listings[i].visitState(new Named("listing." + i, visitor));
    }
  }
}
