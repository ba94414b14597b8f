package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import java.util.List;

/**
 * Energy that machines draw and what it costs at the price of the hour, provider by provider. It is
 * summed up whenever a machine of the provider begins or ends to work or to be idle, so it is exact
 * to the microsecond and costs the same however long a job takes. 40 bytes a provider.
 */
final class EnergyMeter implements StateOwner {
  private final double[] busyKilowatts;
  private final double[] idleKilowatts;
  private final double[] minorPerKilowattMicro;
  private final HourlyRate[] rate;
  private final int[] busy;
  private final int[] idle;
  private final long[] since;
  private final double[] sinceRate;
  private final double[] cost;
  private final double[] kilowattHours;

  EnergyMeter(PhysicalTraits traits, int[] regionOf) {
    int rows = regionOf.length;
    this.busyKilowatts = traits.power();
    this.idleKilowatts = traits.idlePower();
    this.minorPerKilowattMicro = new double[rows];
    this.rate = new HourlyRate[rows];
    HourlyRate[] ofRegion = new HourlyRate[traits.regions().length];
    for (int region = 0; region < ofRegion.length; region++) {
      boolean stated = traits.regions()[region] != null;
      ofRegion[region] =
          new HourlyRate(stated ? traits.regions()[region].powerByHour() : List.of());
    }
    for (int row = 0; row < rows; row++) {
      var spec = traits.regions()[regionOf[row]];
      double price = spec == null || spec.power() == null ? 0 : spec.power();
      minorPerKilowattMicro[row] = price * traits.minorPerUnit() / SimulatedTime.MICROS_PER_HOUR;
      rate[row] = ofRegion[regionOf[row]];
    }
    this.busy = new int[rows];
    this.idle = new int[rows];
    this.since = new long[rows];
    this.sinceRate = new double[rows];
    this.cost = new double[rows];
    this.kilowattHours = new double[rows];
  }

  void changeBusy(int row, long now, int by) {
    passTo(row, now);
    busy[row] += by;
  }

  void changeIdle(int row, long now, int by) {
    passTo(row, now);
    idle[row] += by;
  }

  /** What the machines of a provider have cost since the start, minor units. */
  double cost(int row, long now) {
    return cost[row]
        + kilowatts(row) * minorPerKilowattMicro[row] * (rate[row].until(now) - sinceRate[row]);
  }

  /** Energy that they have drawn since the start. */
  double kilowattHours(int row, long now) {
    return kilowattHours[row] + kilowatts(row) * (now - since[row]) / SimulatedTime.MICROS_PER_HOUR;
  }

  private double kilowatts(int row) {
    return busyKilowatts[row] * busy[row] + idleKilowatts[row] * idle[row];
  }

  private void passTo(int row, long now) {
    if (now == since[row]) {
      return;
    }
    double until = rate[row].until(now);
    double kilowatts = kilowatts(row);
    cost[row] += kilowatts * minorPerKilowattMicro[row] * (until - sinceRate[row]);
    kilowattHours[row] += kilowatts * (now - since[row]) / SimulatedTime.MICROS_PER_HOUR;
    since[row] = now;
    sinceRate[row] = until;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    IntColumns.show(visitor, "busy", busy, busy.length);
    IntColumns.show(visitor, "idle", idle, idle.length);
    visitor.longs("since", since, since.length);
    visitor.doubles("sinceRate", sinceRate, sinceRate.length);
    visitor.doubles("cost", cost, cost.length);
    visitor.doubles("kilowattHours", kilowattHours, kilowattHours.length);
  }
}
