package io.depinsim.core.engine;

import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Flow;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.world.ProviderTable;
import java.util.List;

/**
 * Each day every provider of a cohort pays the running cost of all its capacity, on whatever
 * network, to the outside world from its cash. Who has too little pays what it has; how often that
 * happens is counted.
 */
public final class OperatingCosts implements Mechanism {
  private final String cohort;
  private final Ledger ledger;
  private final Account cash;
  private final Flow flow;
  private final double costPerUnitDay;
  private final List<Part> parts;
  private final ClampTelemetry.Clamp broke;
  private final long[] due;

  /** The cohort's rows in one network's table. */
  private record Part(ProviderTable table, int firstRow) {}

  /**
   * Running costs of a cohort.
   *
   * @param cash cash in an outside asset, one row per provider
   * @param flow what the payments are booked as
   * @param costPerUnitDay whole tokens of the cash asset per raw unit and day
   * @param networks those the cohort has joined
   */
  public OperatingCosts(
      String cohort,
      Ledger ledger,
      Account cash,
      Flow flow,
      double costPerUnitDay,
      List<Network> networks,
      ClampTelemetry clamps) {
    this.cohort = cohort;
    this.ledger = ledger;
    this.cash = cash;
    this.flow = flow;
    this.costPerUnitDay = costPerUnitDay;
    this.parts =
        networks.stream()
            .flatMap(
                network ->
                    network.segments().stream()
                        .filter(segment -> segment.cohort().name().equals(cohort))
                        .map(segment -> new Part(network.providers(), segment.firstRow())))
            .toList();
    this.broke = clamps.declare(cohort + ".outOfCash");
    this.due = new long[cash.rows()];
  }

  @Override
  public String name() {
    return cohort + ".operatingCosts";
  }

  @Override
  public void start(Agenda agenda) {
    agenda.schedule(SimulatedTime.MICROS_PER_DAY, Phase.DECISIONS, 0, 0, 0);
  }

  @Override
  public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
    Asset asset = cash.asset();
    for (int row = 0; row < due.length; row++) {
      long owed = asset.toMinorRounded(costPerUnitDay * units(row));
      long paid = Math.min(owed, cash.balance(row));
      if (owed > 0) {
        broke.note(paid < owed);
      }
      due[row] = paid;
    }
    ledger.collect(flow, cash, due, ledger.outsideAccount(asset));
    agenda.schedule(agenda.now() + SimulatedTime.MICROS_PER_DAY, Phase.DECISIONS, 0, 0, 0);
  }

  private long units(int member) {
    long sum = 0;
    for (Part part : parts) {
      sum += part.table().raw(part.firstRow() + member);
    }
    return sum;
  }

  /** Metrics of a cohort's cash; keys are {@code cohort.metric}. */
  public List<Gauge> gauges() {
    Asset asset = cash.asset();
    return List.of(
        new Gauge(
            new MetricDefinition(
                cohort + ".cash",
                "Cash of " + cohort,
                asset.key(),
                "cash of all providers of the cohort",
                "Providers",
                Direction.NEITHER),
            () -> asset.toTokensRounded(cash.total())),
        new Gauge(
            new MetricDefinition(
                cohort + ".operatingCostTotal",
                "Running cost of " + cohort,
                asset.key(),
                "running cost paid since the start",
                "Providers",
                Direction.LOWER),
            () -> asset.toTokensRounded(flow.total())));
  }
}
