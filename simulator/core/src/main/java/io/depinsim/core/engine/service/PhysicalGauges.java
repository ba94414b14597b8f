package io.depinsim.core.engine.service;

import io.depinsim.core.engine.service.MachineLives.Total;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** The metrics of what happens to a network's machines. Keys are {@code network.metric}. */
public final class PhysicalGauges {
  private static final String FAMILY = "Machines";

  private final String network;
  private final WearAndTear wear;
  private final String money;
  private final double minorPerUnit;
  private final LongSupplier now;
  private final List<Gauge> gauges = new ArrayList<>();

  private PhysicalGauges(
      String network, WearAndTear wear, String money, double minorPerUnit, LongSupplier now) {
    this.network = network;
    this.wear = wear;
    this.money = money;
    this.minorPerUnit = minorPerUnit;
    this.now = now;
  }

  /**
   * All metrics, in the order they are listed.
   *
   * @param money key of the currency
   * @param now tells the time, microseconds since the start
   */
  public static List<Gauge> of(
      String network, WearAndTear wear, String money, double minorPerUnit, LongSupplier now) {
    PhysicalGauges all = new PhysicalGauges(network, wear, money, minorPerUnit, now);
    all.machines();
    all.counts();
    all.money();
    return List.copyOf(all.gauges);
  }

  private void machines() {
    add(
        "broken",
        "Broken machines",
        "machines",
        "connected machines that wait for repair or are repaired",
        Direction.LOWER,
        () -> down(Machines.BROKEN));
    add(
        "repairsWaiting",
        "Machines waiting for a crew",
        "machines",
        "broken machines for which no repair crew is free",
        Direction.LOWER,
        this::waiting);
    add(
        "inOutage",
        "Machines in an outage",
        "machines",
        "connected machines that an outage of their region keeps down",
        Direction.LOWER,
        () -> down(Machines.OUTAGE));
    add(
        "reclaimed",
        "Machines used by their owners",
        "machines",
        "connected machines that their owners use themselves",
        Direction.LOWER,
        () -> down(Machines.RECLAIMED));
  }

  private void counts() {
    add(
        "failuresTotal",
        "Failures so far",
        "failures",
        "times a machine broke since the start",
        Direction.LOWER,
        () -> wear.lives().total(Total.FAILURES));
    add(
        "scrappedTotal",
        "Scrapped machines so far",
        "machines",
        "machines that broke for good since the start",
        Direction.LOWER,
        () -> wear.lives().total(Total.SCRAPPED));
    add(
        "maintainedTotal",
        "Maintenance so far",
        "machines",
        "times a machine was maintained since the start",
        Direction.NEITHER,
        () -> wear.lives().total(Total.MAINTAINED));
    add(
        "outagesTotal",
        "Outages so far",
        "outages",
        "outages of regions that have begun since the start",
        Direction.LOWER,
        wear::outagesTotal);
    add(
        "reclaimsTotal",
        "Reclaims so far",
        "reclaims",
        "times an owner took a connected machine back since the start",
        Direction.LOWER,
        wear::reclaimsTotal);
  }

  private void money() {
    add(
        "energyTotal",
        "Energy so far",
        "kWh",
        "drawn by machines since the start",
        Direction.LOWER,
        () -> wear.kilowattHours(now.getAsLong()));
    add(
        "energyCostTotal",
        "Cost of energy so far",
        money,
        "energy at the price of its hour and region, since the start",
        Direction.LOWER,
        () -> wear.energyCost(now.getAsLong()) / minorPerUnit);
    add(
        "repairCostTotal",
        "Cost of repairs so far",
        money,
        "repairs done since the start",
        Direction.LOWER,
        () -> wear.lives().spent(false) / minorPerUnit);
    add(
        "maintenanceCostTotal",
        "Cost of maintenance so far",
        money,
        "maintenance ordered since the start",
        Direction.LOWER,
        () -> wear.lives().spent(true) / minorPerUnit);
  }

  private double down(int reason) {
    Machines machines = wear.machines();
    long count = 0;
    for (int row = 0; row < machines.rows(); row++) {
      int end = machines.first(row) + machines.connected(row);
      for (int machine = machines.first(row); machine < end; machine++) {
        count += machines.isDown(machine, reason) && !wear.lives().isScrap(machine) ? 1 : 0;
      }
    }
    return count;
  }

  private double waiting() {
    long count = 0;
    for (int region = 0; region < wear.regions(); region++) {
      count += wear.lives().crews().waiting(region);
    }
    return count;
  }

  private void add(
      String key,
      String label,
      String unit,
      String formula,
      Direction better,
      DoubleSupplier value) {
    gauges.add(
        new Gauge(
            new MetricDefinition(network + "." + key, label, unit, formula, FAMILY, better),
            value));
  }
}
