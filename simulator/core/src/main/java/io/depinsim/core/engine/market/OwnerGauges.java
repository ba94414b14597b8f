package io.depinsim.core.engine.market;

import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.world.OwnerTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The metrics of one cohort of owners. Keys are {@code cohort.metric}. */
public final class OwnerGauges {
  private final OwnerCohort cohort;
  private final OwnerTable table;
  private final String money;
  private final double monthMicros;
  private final List<Gauge> gauges = new ArrayList<>();

  private OwnerGauges(OwnerCohort cohort, double monthMicros) {
    this.cohort = cohort;
    this.table = cohort.table();
    this.money = cohort.money().cash().asset().key();
    this.monthMicros = monthMicros;
  }

  /**
   * All metrics, in the order they are listed.
   *
   * @param monthMicros microseconds of a month
   */
  public static List<Gauge> of(OwnerCohort cohort, double monthMicros) {
    OwnerGauges all = new OwnerGauges(cohort, monthMicros);
    all.machines();
    all.money();
    return List.copyOf(all.gauges);
  }

  private void machines() {
    add(
        "machines",
        "Machines",
        "machines",
        "machines in service",
        Direction.HIGHER,
        table::totalMachines);
    add(
        "ordered",
        "Machines on order",
        "machines",
        "machines ordered and not delivered",
        Direction.NEITHER,
        table::totalOrdered);
    add(
        "owners",
        "Owners",
        "owners",
        "owners with machines in service",
        Direction.HIGHER,
        this::owners);
    add(
        "ordersTotal",
        "Machines ordered so far",
        "machines",
        "machines ordered since the start",
        Direction.NEITHER,
        cohort::ordersTotal);
    add(
        "retiredTotal",
        "Machines given up so far",
        "machines",
        "machines given up since the start",
        Direction.LOWER,
        cohort::retirementsTotal);
  }

  private void money() {
    double minor = cohort.money().cash().asset().toMinor(BigDecimal.ONE);
    add(
        "cash",
        "Cash",
        money,
        "cash of all owners",
        Direction.NEITHER,
        () -> cohort.money().cash().total() / minor);
    add(
        "runningCostTotal",
        "Running cost so far",
        money,
        "running cost paid since the start",
        Direction.NEITHER,
        () -> cohort.money().runningCost().totalTokens().doubleValue());
    add(
        "capexTotal",
        "Paid for machines so far",
        money,
        "paid for machines since the start",
        Direction.NEITHER,
        () -> cohort.money().capex().totalTokens().doubleValue());
    add(
        "takenOutTotal",
        "Taken out so far",
        money,
        "profit taken out since the start",
        Direction.HIGHER,
        () -> cohort.money().takenOut().totalTokens().doubleValue());
    add(
        "paidBackShare",
        "Owners paid back",
        "1",
        "share of owners who ever bought whose earnings in money have covered what they paid for machines; 0 if none bought",
        Direction.HIGHER,
        this::paidBackShare);
    add(
        "paybackMonths",
        "Payback",
        "months",
        "mean time from first order until then, of those paid back; 0 if none",
        Direction.LOWER,
        this::paybackMonths);
  }

  private double owners() {
    long count = 0;
    for (long machines : table.machines()) {
      count += machines > 0 ? 1 : 0;
    }
    return count;
  }

  private double paidBackShare() {
    long bought = 0;
    long back = 0;
    for (int row = 0; row < table.rows(); row++) {
      bought += table.invested()[row] > 0 ? 1 : 0;
      back += table.paidBackMicros()[row] > 0 ? 1 : 0;
    }
    return bought == 0 ? 0 : (double) back / bought;
  }

  private double paybackMonths() {
    double sum = 0;
    long back = 0;
    for (int row = 0; row < table.rows(); row++) {
      if (table.paidBackMicros()[row] > 0) {
        sum += Math.max(0, table.paidBackMicros()[row] - table.sinceMicros()[row]) / monthMicros;
        back++;
      }
    }
    return back == 0 ? 0 : sum / back;
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
            new MetricDefinition(
                table.name() + "." + key,
                label + ", " + table.name(),
                unit,
                formula,
                "Providers by cohort",
                better),
            value));
  }
}
