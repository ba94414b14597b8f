package io.depinsim.core.engine.market;

import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The metrics of the allocators of a network. Keys are {@code network.metric.allocator}. */
public final class AllocatorGauges {
  private static final String FAMILY = "Allocators";

  private final String network;
  private final AllocatorMarket market;
  private final String money;
  private final List<Gauge> gauges = new ArrayList<>();

  private AllocatorGauges(String network, AllocatorMarket market, String money) {
    this.network = network;
    this.market = market;
    this.money = money;
  }

  /**
   * All metrics, in the order they are listed.
   *
   * @param money key of the currency that is paid
   */
  public static List<Gauge> of(String network, AllocatorMarket market, String money) {
    AllocatorGauges all = new AllocatorGauges(network, market, money);
    List<String> names = market.names();
    for (int i = 0; i < names.size(); i++) {
      all.use(names.get(i), i);
      all.money(names.get(i), i);
    }
    return List.copyOf(all.gauges);
  }

  private void use(String name, int i) {
    add(
        "placedShare." + name,
        "Share of jobs, " + name,
        "1",
        "share of the latest market period's jobs that " + name + " placed",
        Direction.NEITHER,
        () -> market.placedShare(i));
    add(
        "listed." + name,
        "Machines listed, " + name,
        "machines",
        "machines that can work and be reached through " + name,
        Direction.NEITHER,
        () -> market.listed(i));
    add(
        "allocatorResponse." + name,
        "Response, " + name,
        "h",
        "mean time from arrival to result of jobs done through "
            + name
            + " in the latest market period",
        Direction.LOWER,
        () -> market.responseHours(i));
    add(
        "regret." + name,
        "Regret, " + name,
        "1",
        "of a sample of placements since the start: expected time with the provider chosen over that with the best one for this job alone, less 1",
        Direction.LOWER,
        () -> market.regret(i));
  }

  private void money(String name, int i) {
    add(
        "allocatorCost." + name,
        "All-in cost, " + name,
        money + "/unit",
        "what a unit done in time cost consumers: price, fee and time, over the share of jobs that ended well",
        Direction.LOWER,
        () -> market.cost(i));
    add(
        "allocatorFees." + name,
        "Fees, " + name,
        money,
        "fees paid to " + name + " since the start",
        Direction.NEITHER,
        () -> market.fees(i));
    add(
        "allocatorSpent." + name,
        "Spent, " + name,
        money,
        "what " + name + " has spent on warm machines, copies and maintenance since the start",
        Direction.LOWER,
        () -> market.desk(i).spent());
  }

  private void add(
      String metric,
      String label,
      String unit,
      String formula,
      Direction better,
      DoubleSupplier value) {
    gauges.add(
        new Gauge(
            new MetricDefinition(network + "." + metric, label, unit, formula, FAMILY, better),
            value));
  }
}
