package io.depinsim.core.engine.market;

import io.depinsim.core.engine.Agenda;
import io.depinsim.core.engine.Mechanism;
import io.depinsim.core.market.DatedPrices;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.scenario.OutsideSpec;
import io.depinsim.core.scenario.OutsideSpec.AnswerSpec;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.SpanUnit;
import io.depinsim.core.time.Ticks;
import io.depinsim.core.world.ConsumerTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * One central provider, whoever may turn to it: its list of prices, and the cuts it makes when it
 * loses users to networks. All cohorts that name it see the same prices.
 */
public final class CentralProvider implements Mechanism, StateOwner {
  private static final double DAYS_PER_YEAR = 365.25;
  private static final Span MONTH = new Span(1, SpanUnit.MONTHS);
  private static final int LOOK = 0;
  private static final int CUT = 1;
  private static final int HOLDS = 0;
  private static final int DECIDED = 1;

  private final String name;
  private final OutsideSpec spec;
  private final SimulationCalendar calendar;
  private final Ticks looks;
  private final Optional<DatedPrices> prices;
  private final List<ConsumerTable> mayBuy = new ArrayList<>();

  /** Cuts that hold, and cuts decided. */
  private final long[] cuts = new long[2];

  /** The most users since the latest cut. */
  private final double[] most = new double[1];

  /** The provider of a spec, with nobody who knows it yet. */
  public CentralProvider(String name, OutsideSpec spec, SimulationCalendar calendar) {
    this.name = name;
    this.spec = spec;
    this.calendar = calendar;
    this.looks = new Ticks(calendar, MONTH);
    this.prices =
        spec.prices().isEmpty()
            ? Optional.empty()
            : Optional.of(new DatedPrices(spec.prices(), calendar));
  }

  /** Adds people who may turn to it, before time starts. */
  public void offerTo(ConsumerTable table) {
    mayBuy.add(table);
  }

  /** Whether it watches its users and answers; if not, it has no state and no events. */
  public boolean answers() {
    return spec.answer() != null;
  }

  /** Share of its service that arrives in time. */
  double reliability() {
    return spec.reliability();
  }

  /** What a unit costs so many microseconds after the start, with the cuts that hold, currency. */
  public double price(long nowMicros) {
    double list = listPrice(nowMicros);
    return cuts[HOLDS] == 0
        ? list
        : afterCuts(list, spec.answer().cut(), cuts[HOLDS], spec.answer().lowest());
  }

  /** What it would cost without cuts. */
  private double listPrice(long nowMicros) {
    if (prices.isPresent()) {
      return prices.get().at(nowMicros);
    }
    double years = SimulatedTime.toDays(nowMicros) / DAYS_PER_YEAR;
    return spec.price() * StrictMath.pow(1 + spec.trend(), years);
  }

  /** A price of the list after cuts; one that is below what cuts may lead to stays. */
  static double afterCuts(double list, double cut, long cuts, double lowest) {
    return Math.min(list, Math.max(lowest, list * StrictMath.pow(1 - cut, cuts)));
  }

  /** Cuts that hold. */
  public long cuts() {
    return cuts[HOLDS];
  }

  @Override
  public String name() {
    return "outside." + name;
  }

  @Override
  public void start(Agenda agenda) {
    agenda.schedule(looks.instant(1), Phase.DECISIONS, LOOK, 0, 1);
  }

  @Override
  public void handle(Agenda agenda, Phase phase, int kind, long entity, long number) {
    if (kind == CUT) {
      cuts[HOLDS]++;
      most[0] = users();
      return;
    }
    most[0] = Math.max(most[0], users());
    if (mayCut(agenda.now()) && provoked()) {
      cuts[DECIDED]++;
      agenda.schedule(calendar.plus(agenda.now(), spec.answer().after()), Phase.SHOCKS, CUT, 0, 0);
    }
    agenda.schedule(looks.instant(number + 1), Phase.DECISIONS, LOOK, 0, number + 1);
  }

  private boolean mayCut(long now) {
    AnswerSpec answer = spec.answer();
    return cuts[DECIDED] == cuts[HOLDS]
        && (answer.atMost() == null || cuts[HOLDS] < answer.atMost())
        && price(now) > answer.lowest();
  }

  private boolean provoked() {
    AnswerSpec answer = spec.answer();
    double own = users();
    if (answer.whenLost() != null) {
      return most[0] - own > answer.whenLost() * most[0];
    }
    double networks = 0;
    for (ConsumerTable table : mayBuy) {
      networks += table.totalUsers();
    }
    return networks > answer.whenShare() * (networks + own);
  }

  private double users() {
    double sum = 0;
    for (ConsumerTable table : mayBuy) {
      sum += table.totalOutsideUsers();
    }
    return sum;
  }

  /**
   * Its metrics, keys {@code outside.NAME.metric}: none for a price that only follows a trend.
   *
   * @param money key of the currency
   * @param time present time, microseconds since the start
   */
  public List<Gauge> gauges(String money, LongSupplier time) {
    List<Gauge> gauges = new ArrayList<>();
    if (prices.isPresent() || answers()) {
      gauges.add(
          gauge(
              "price",
              "Price of " + name,
              money + "/unit",
              "what a unit of service of the central provider costs",
              () -> price(time.getAsLong())));
    }
    if (answers()) {
      gauges.add(
          gauge(
              "cuts",
              "Cuts of " + name,
              "1",
              "cuts by which the central provider has answered so far",
              this::cuts));
    }
    return List.copyOf(gauges);
  }

  private Gauge gauge(String key, String label, String unit, String formula, DoubleSupplier value) {
    return new Gauge(
        new MetricDefinition(
            name() + "." + key, label, unit, formula, "Central provider", Direction.NEITHER),
        value);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("cuts", cuts, cuts.length);
    visitor.doubles("most", most, most.length);
  }
}
