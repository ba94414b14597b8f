package io.depinsim.core.engine;

import io.depinsim.core.time.SimulatedTime;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Turns a running total into a rate per day since it was last read. What it remembers belongs to
 * the recording, not to the world: no rule reads it and no digest covers it.
 */
final class DailyRate implements DoubleSupplier {
  private final DoubleSupplier total;
  private final LongSupplier nowMicros;
  private double lastTotal;
  private long lastMicros;
  private boolean read;

  DailyRate(DoubleSupplier total, LongSupplier nowMicros) {
    this.total = total;
    this.nowMicros = nowMicros;
  }

  @Override
  public double getAsDouble() {
    double present = total.getAsDouble();
    long now = nowMicros.getAsLong();
    double days = SimulatedTime.toDays(now - lastMicros);
    double rate = read && days > 0 ? (present - lastTotal) / days : 0;
    lastTotal = present;
    lastMicros = now;
    read = true;
    return rate;
  }
}
