package io.depinsim.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SimulationCalendarTest {
  private static final SimulationCalendar CALENDAR =
      SimulationCalendar.startingOn(LocalDate.of(2020, 1, 31));

  private static long date(int year, int month, int day) {
    return CALENDAR.ofDate(LocalDate.of(year, month, day));
  }

  @Test
  void countsMicrosecondsFromTheStart() {
    assertEquals(0, date(2020, 1, 31));
    assertEquals(86_400_000_000L, date(2020, 2, 1));
    assertEquals(-86_400_000_000L, date(2020, 1, 30));
    assertEquals(1, CALENDAR.ofInstant(Instant.parse("2020-01-31T00:00:00.000001Z")));
    assertEquals(-1, CALENDAR.ofInstant(Instant.parse("2020-01-30T23:59:59.999999Z")));
  }

  @Test
  void goesThereAndBack() {
    SimulationCalendar odd = new SimulationCalendar(Instant.parse("2024-02-28T23:59:59.999999Z"));
    for (long micros :
        new long[] {0, 1, -1, 999_999, 1_000_001, -1_000_001, 1L << 53, -(1L << 53)}) {
      assertEquals(micros, odd.ofInstant(odd.toInstant(micros)));
      assertEquals(micros, CALENDAR.ofInstant(CALENDAR.toInstant(micros)));
    }
  }

  @Test
  void knowsTheDateOfATime() {
    assertEquals(LocalDate.of(2020, 1, 31), CALENDAR.toDate(SimulatedTime.MICROS_PER_DAY - 1));
    assertEquals(LocalDate.of(2020, 2, 1), CALENDAR.toDate(SimulatedTime.MICROS_PER_DAY));
    assertEquals(LocalDate.of(2020, 1, 30), CALENDAR.toDate(-1));
  }

  @Test
  void monthsEndWhereTheCalendarSays() {
    assertEquals(date(2020, 2, 29), CALENDAR.addMonths(0, 1));
    assertEquals(date(2021, 2, 28), CALENDAR.addMonths(0, 13));
    assertEquals(date(2020, 3, 31), CALENDAR.addMonths(0, 2));
    assertEquals(date(2019, 12, 31), CALENDAR.addMonths(0, -1));
    assertEquals(date(2021, 2, 28), CALENDAR.addYears(date(2020, 2, 29), 1));
    assertEquals(date(2024, 2, 29), CALENDAR.addYears(date(2020, 2, 29), 4));
    assertEquals(date(2020, 4, 30), CALENDAR.plus(0, new Span(3, SpanUnit.MONTHS)));
    assertEquals(date(2020, 2, 14), CALENDAR.plus(0, new Span(2, SpanUnit.WEEKS)));
  }

  @Test
  void nthMonthFromTheStartKeepsTheDayWhereStepsSlide() {
    Span month = new Span(1, SpanUnit.MONTHS);
    assertEquals(date(2020, 3, 31), CALENDAR.plus(0, month.times(2)));
    assertEquals(date(2020, 3, 29), CALENDAR.plus(CALENDAR.plus(0, month), month));
  }

  @Test
  void leapYearsHaveTheirExtraDayAnd1900And2100DoNot() {
    assertEquals(366, SimulatedTime.toDays(date(2021, 1, 1) - date(2020, 1, 1)));
    assertEquals(365, SimulatedTime.toDays(date(2022, 1, 1) - date(2021, 1, 1)));
    assertEquals(365, SimulatedTime.toDays(date(2101, 1, 1) - date(2100, 1, 1)));
    assertEquals(365, SimulatedTime.toDays(date(1901, 1, 1) - date(1900, 1, 1)));
    assertEquals(366, SimulatedTime.toDays(date(2001, 1, 1) - date(2000, 1, 1)));
  }

  @Test
  void refusesTimesThatADoubleCannotHold() {
    long beyond = (1L << 53) + 1;
    String message =
        assertThrows(IllegalArgumentException.class, () -> CALENDAR.toInstant(beyond)).getMessage();
    assertTrue(message.contains("2^53"), message);
    assertThrows(IllegalArgumentException.class, () -> CALENDAR.toInstant(-beyond));
    assertThrows(IllegalArgumentException.class, () -> date(2306, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> CALENDAR.ofInstant(Instant.MAX));
    assertThrows(IllegalArgumentException.class, () -> CALENDAR.ofInstant(Instant.MIN));
    assertThrows(IllegalArgumentException.class, () -> CALENDAR.addMonths(0, 12 * 300));
    assertThrows(IllegalArgumentException.class, () -> CALENDAR.addMonths(0, Long.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> CALENDAR.addYears(0, Long.MAX_VALUE));
    Instant last = CALENDAR.toInstant(1L << 53);
    assertEquals(1L << 53, CALENDAR.ofInstant(last));
    assertThrows(IllegalArgumentException.class, () -> CALENDAR.ofInstant(last.plusNanos(1_000)));
  }

  @Test
  void refusesFractionsOfAMicrosecond() {
    Instant fraction = Instant.parse("2020-01-31T00:00:00.0000005Z");
    assertThrows(IllegalArgumentException.class, () -> CALENDAR.ofInstant(fraction));
    assertThrows(IllegalArgumentException.class, () -> new SimulationCalendar(fraction));
  }

  @Test
  void convertsUnits() {
    assertEquals(1_500_000, SimulatedTime.ofSeconds(1) + 500_000);
    assertEquals(1.5, SimulatedTime.toSeconds(1_500_000));
    assertEquals(0.5, SimulatedTime.toHours(SimulatedTime.ofSeconds(1_800)));
    assertEquals(2, SimulatedTime.toDays(SimulatedTime.ofHours(48)));
    assertEquals(604_800_000_000L, SimulatedTime.MICROS_PER_WEEK);
    assertEquals(SimulatedTime.MICROS_PER_WEEK, SimulatedTime.ofDays(7));
    assertEquals(0, SimulatedTime.wholeDays(SimulatedTime.MICROS_PER_DAY - 1));
    assertEquals(-1, SimulatedTime.wholeDays(-1));
    assertThrows(IllegalArgumentException.class, () -> SimulatedTime.ofDays(Long.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> SimulatedTime.ofDays(-104_250));
    assertThrows(IllegalArgumentException.class, () -> SimulatedTime.toDays(Long.MIN_VALUE));
  }
}
