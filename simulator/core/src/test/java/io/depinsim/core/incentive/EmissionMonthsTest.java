package io.depinsim.core.incentive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.SimulationCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Months since a launch on 31 January 2024, in a scenario that starts on 1 January. */
class EmissionMonthsTest {
  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final SimulationCalendar CALENDAR = new SimulationCalendar(START);
  private final EmissionMonths months =
      new EmissionMonths(new BuildContext("net", "NET", 9, START));
  private final long launch = at("2024-01-31");

  private static long at(String date) {
    return CALENDAR.ofDate(LocalDate.parse(date));
  }

  @Test
  void monthsBeginOnTheDayOfTheLaunchOrTheLastOfShorterMonths() {
    assertEquals(0, months.monthAt(launch, launch));
    assertEquals(0, months.monthAt(launch, at("2024-02-29") - 1));
    assertEquals(1, months.monthAt(launch, at("2024-02-29")));
    assertEquals(1, months.monthAt(launch, at("2024-03-31") - 1));
    assertEquals(2, months.monthAt(launch, at("2024-03-31")));
    assertEquals(29, months.days(launch, 0));
    assertEquals(31, months.days(launch, 1));
    assertEquals(30, months.days(launch, 2));
  }

  @Test
  void findsEveryMonthOfTwoCenturies() {
    for (long month = 0; month < 2_400; month++) {
      long begin = CALENDAR.addMonths(launch, month);
      assertEquals(month, months.monthAt(launch, begin));
      assertEquals(month, months.monthAt(launch, CALENDAR.addMonths(launch, month + 1) - 1));
    }
  }

  @Test
  void aPeriodTakesOfEachMonthTheShareItCovers() {
    // Half of February's 29 days, all of March's 31, ten of 30 days of April.
    double sum =
        months.within(
            launch,
            launch + 29 * SimulatedTime.MICROS_PER_DAY / 2,
            at("2024-04-10"),
            month -> StrictMath.pow(10, month));
    assertEquals(0.5 + 10 + 100 * 10 / 30.0, sum, 1e-13);
  }

  @Test
  void wholeMonthsCountExactly() {
    for (long month = 0; month < 500; month++) {
      long from = CALENDAR.addMonths(launch, month);
      long to = CALENDAR.addMonths(launch, month + 1);
      assertEquals(0.1 + month, months.within(launch, from, to, k -> 0.1 + k));
    }
  }

  @Test
  void timeBeforeTheLaunchHoldsNothing() {
    assertEquals(0, months.within(launch, 0, launch, month -> 1));
    assertEquals(1, months.within(launch, 0, at("2024-02-29"), month -> 1));
    assertEquals(0, months.within(launch, at("2024-03-01"), at("2024-03-01"), month -> 1));
  }

  @Test
  void aLaunchBeforeTheScenarioCountsOn() {
    long earlier = at("2020-01-31");
    assertEquals(47, months.monthAt(earlier, 0));
    assertEquals(
        1,
        months.within(
            earlier,
            CALENDAR.addMonths(earlier, 48),
            CALENDAR.addMonths(earlier, 49),
            k -> k == 48 ? 1 : 99));
  }
}
