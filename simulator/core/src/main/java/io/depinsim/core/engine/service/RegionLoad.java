package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;

/**
 * Machine time by region and hour of the day (UTC): how long machines could work and how long they
 * did. Times are integrated as counts change, so they are exact to the microsecond.
 */
public final class RegionLoad implements StateOwner {
  /** Hours of a day. */
  public static final int HOURS = 24;

  private static final long HOUR = SimulatedTime.MICROS_PER_DAY / HOURS;

  private final int regions;
  private final long[] connected;
  private final long[] available;
  private final long[] busy;
  private final long[] since;

  /** When the hour that a region was last brought up to ends, and where that hour is counted. */
  private final long[] hourEnds;

  private final long[] counted;
  private final long[] connectedMicros;
  private final long[] availableMicros;
  private final long[] busyMicros;

  /** Nothing available in so many regions. */
  RegionLoad(int regions) {
    this.regions = regions;
    this.connected = new long[regions];
    this.available = new long[regions];
    this.busy = new long[regions];
    this.since = new long[regions];
    this.hourEnds = new long[regions];
    this.counted = new long[regions];
    this.connectedMicros = new long[regions];
    this.availableMicros = new long[regions * HOURS];
    this.busyMicros = new long[regions * HOURS];
  }

  /** Number of regions. */
  public int regions() {
    return regions;
  }

  void changeConnected(int region, long now, int by) {
    passTo(region, now);
    connected[region] += by;
  }

  void changeAvailable(int region, long now, int by) {
    passTo(region, now);
    available[region] += by;
  }

  void changeBusy(int region, long now, int by) {
    passTo(region, now);
    busy[region] += by;
  }

  /** Machines that are connected now. */
  public long connected(int region) {
    return connected[region];
  }

  /** Machines that can work now. */
  public long available(int region) {
    return available[region];
  }

  /** Machines that work now. */
  public long busy(int region) {
    return busy[region];
  }

  /** Time for which machines of a region were connected until now, microseconds. */
  public long connectedMicros(int region, long now) {
    return connectedMicros[region] + (now - since[region]) * connected[region];
  }

  /**
   * Time for which machines of a region could have worked in an hour of the day until now,
   * microseconds.
   */
  public long availableMicros(int region, int hour, long now) {
    long rest = within(hour, now) - within(hour, since[region]);
    return availableMicros[region * HOURS + hour] + rest * available[region];
  }

  /** Time for which machines of a region worked in an hour of the day until now, microseconds. */
  public long busyMicros(int region, int hour, long now) {
    long rest = within(hour, now) - within(hour, since[region]);
    return busyMicros[region * HOURS + hour] + rest * busy[region];
  }

  /** How much of the time from the start to a moment lies in an hour of the day, microseconds. */
  private static long within(int hour, long until) {
    long ofDay = until % SimulatedTime.MICROS_PER_DAY - hour * HOUR;
    return until / SimulatedTime.MICROS_PER_DAY * HOUR + Math.max(0, Math.min(HOUR, ofDay));
  }

  /** Brings all regions up to the present. */
  void passTo(long now) {
    for (int region = 0; region < regions; region++) {
      passTo(region, now);
    }
  }

  /** Machine time in which all could have worked, microseconds, all regions and hours. */
  public long totalAvailable() {
    return sum(availableMicros);
  }

  /** Machine time in which they worked, microseconds, all regions and hours. */
  long totalBusy() {
    return sum(busyMicros);
  }

  private static long sum(long[] column) {
    long sum = 0;
    for (long value : column) {
      sum += value;
    }
    return sum;
  }

  private void passTo(int region, long now) {
    connectedMicros[region] = connectedMicros(region, now);
    long from = since[region];
    while (from < now) {
      if (from == hourEnds[region]) {
        counted[region] = region * (long) HOURS + from / HOUR % HOURS;
        hourEnds[region] = from + HOUR;
      }
      long until = Math.min(now, hourEnds[region]);
      int at = (int) counted[region];
      availableMicros[at] += (until - from) * available[region];
      busyMicros[at] += (until - from) * busy[region];
      from = until;
    }
    since[region] = from;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("connected", connected, regions);
    visitor.longs("available", available, regions);
    visitor.longs("busy", busy, regions);
    visitor.longs("since", since, regions);
    visitor.longs("hourEnds", hourEnds, regions);
    visitor.longs("counted", counted, regions);
    visitor.longs("connectedMicros", connectedMicros, regions);
    visitor.longs("availableMicros", availableMicros, availableMicros.length);
    visitor.longs("busyMicros", busyMicros, busyMicros.length);
  }
}
