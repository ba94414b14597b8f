package io.depinsim.core.incentive;

import io.depinsim.core.metric.Gauge;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.state.StateVisitor;
import java.util.List;

/**
 * Pays a {@link MonthlySchedule} in a run: a period takes of each calendar month since the launch
 * the part it covers, so periods of any length add up to the months. Draws no random numbers.
 *
 * <p>What is on offer per day is the present month's amount over its days. Before the first period
 * the present month is month 0, taken to begin with the scenario.
 */
public final class MonthlyEmission implements Emission {
  private final MonthlySchedule schedule;
  private final EmissionMonths months;
  private final EmissionAllocation allocation;
  private final EmissionClock clock = new EmissionClock();

  /** The rule of a schedule. */
  public MonthlyEmission(MonthlySchedule schedule, BuildContext context) {
    this.schedule = schedule;
    this.months = new EmissionMonths(context);
    this.allocation = new EmissionAllocation(schedule.total(), context);
  }

  @Override
  public double expected(Period period) {
    clock.passed(period);
    return allocation.pay(
        months.within(
            period.launchMicros(), period.fromMicros(), period.toMicros(), schedule::ofMonth));
  }

  @Override
  public double perDayNow(double units) {
    double perDay = schedule.ofMonth(clock.month(months)) / clock.daysOfMonth(months);
    return Math.min(perDay, allocation.left());
  }

  @Override
  public double targetUnits() {
    return 0;
  }

  @Override
  public List<Gauge> gauges() {
    return List.of();
  }

  @Override
  public void visitState(StateVisitor visitor) {
    clock.visitState(visitor);
    allocation.visitState(visitor);
  }
}
