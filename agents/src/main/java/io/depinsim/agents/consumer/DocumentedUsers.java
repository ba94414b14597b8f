package io.depinsim.agents.consumer;

import io.depinsim.core.engine.market.DemandModel;
import io.depinsim.core.market.OrderBook;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.world.ConsumerTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Users as they are on record or assumed, whatever the service costs and however well it works:
 * linear between days, held before the first and after the last.
 */
public final class DocumentedUsers implements DemandModel {
  private final Spec spec;
  private final double[] days;
  private final double[] users;

  /**
   * Parameters of {@code demand: {documented: …}}.
   *
   * @param users people who use the first tier, by day
   * @param usage what each uses
   */
  public record Spec(
      @InRange(atLeast = "0") @InUnit("users") Map<LocalDate, Double> users,
      @InRange(atLeast = "0") @Omittable("1 unit/month") @InUnit("unit/month") double usage) {
    /** Checks that there are some. */
    public Spec {
      if (users.isEmpty()) {
        throw new IllegalArgumentException("users: must hold one day or more");
      }
    }
  }

  /** The model of a spec. */
  public DocumentedUsers(Spec spec, BuildContext context) {
    this.spec = spec;
    SimulationCalendar calendar = new SimulationCalendar(context.start());
    TreeMap<LocalDate, Double> sorted = new TreeMap<>(spec.users());
    this.days =
        sorted.keySet().stream()
            .mapToDouble(day -> SimulatedTime.toDays(calendar.ofDate(day)))
            .toArray();
    this.users = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public String outside() {
    return "";
  }

  @Override
  public void open(ConsumerTable table, Streams streams) {
    Arrays.fill(table.belief(), 1);
  }

  @Override
  public void decide(Observation o, ConsumerTable table, double[] unitsPerMonth) {
    Arrays.fill(unitsPerMonth, 0);
    double present = o.open() ? at(SimulatedTime.toDays(o.nowMicros())) : 0;
    Arrays.fill(table.users(0), present / table.rows());
    unitsPerMonth[0] = o.factor() * present * spec.usage();
  }

  /** They use it whatever it costs, so they bid without a limit. */
  @Override
  public void bid(Observation o, ConsumerTable table, int tier, OrderBook.Side bids) {
    double present = o.open() && tier == 0 ? at(SimulatedTime.toDays(o.nowMicros())) : 0;
    bids.add(Double.POSITIVE_INFINITY, o.factor() * present * spec.usage());
  }

  @Override
  public double fullUnitsPerMonth(ConsumerTable table) {
    return Arrays.stream(users).max().orElse(0) * spec.usage();
  }

  @Override
  public void experience(ConsumerTable table, Experience lived, double months) {
    // People on record are what they are.
  }

  private double at(double day) {
    if (day <= days[0]) {
      return users[0];
    }
    for (int i = 1; i < days.length; i++) {
      if (day <= days[i]) {
        double part = (day - days[i - 1]) / (days[i] - days[i - 1]);
        return users[i - 1] + part * (users[i] - users[i - 1]);
      }
    }
    return users[users.length - 1];
  }
}
