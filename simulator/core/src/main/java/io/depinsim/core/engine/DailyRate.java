package io.depinsim.core.engine;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Turns a running total into a rate per day since it was last read. What it remembers belongs to
 * the recording, not to the world: no rule reads it and no digest covers it.
 */
final class DailyRate implements DoubleSupplier, StateOwner {
  private final DoubleSupplier total;
  private final LongSupplier nowMicros;
  private final double[] lastTotal = new double[1];
  private final long[] lastMicrosAndRead = new long[2];

  DailyRate(DoubleSupplier total, LongSupplier nowMicros) {
    this.total = total;
    this.nowMicros = nowMicros;
  }

  @Override
  public double getAsDouble() {
    double present = total.getAsDouble();
    long now = nowMicros.getAsLong();
    boolean read = lastMicrosAndRead[1] == 1;
    double days = SimulatedTime.toDays(now - lastMicrosAndRead[0]);
    double rate = read && days > 0 ? (present - lastTotal[0]) / days : 0;
    lastTotal[0] = present;
    lastMicrosAndRead[0] = now;
    lastMicrosAndRead[1] = 1;
    return rate;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("lastTotal", lastTotal, 1);
    visitor.longs("lastMicrosAndRead", lastMicrosAndRead, 2);
  }
}
