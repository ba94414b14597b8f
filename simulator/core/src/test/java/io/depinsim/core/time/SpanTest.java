package io.depinsim.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

  @ParameterizedTest
  @CsvSource({
    "6 months, 6 months",
    "1 day, 1 day",
    "1 days, 1 day",
    "2 day, 2 days",
    "0 seconds, 0 seconds",
    "1_000   days, 1000 days",
    "007 weeks, 7 weeks"
  })
  void readsAndPrintsTheCanonicalForm(String text, String canonical) {
    assertEquals(canonical, Span.parse(text).toString());
  }

  @ParameterizedTest
  @EnumSource(SpanUnit.class)
  void readsBackWhatItPrints(SpanUnit unit) {
    for (long count : new long[] {0, 1, 2, Long.MAX_VALUE}) {
      Span span = new Span(count, unit);
      assertEquals(span, Span.parse(span.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "6",
        "months",
        "six months",
        "6months",
        "6 Months",
        "6 mo",
        "-1 days",
        "+1 day",
        "1.5 days",
        "6 months 2 days",
        "6\tmonths",
        "1__0 days",
        "_1 days",
        "1_ days",
        "6 monthss",
        "6 quarters"
      })
  void refusesAnythingElse(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Span.parse(text)).getMessage();
    assertTrue(message.contains("'" + text + "'"), message);
    assertTrue(message.contains("whole number and a unit"), message);
    assertTrue(message.contains("Maybe '"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "6months, 6 months",
    "6 mo, 6 months",
    "6 min, 6 minutes",
    "1 Day, 1 day",
    "2 yr, 2 years",
    "90s, 90 seconds",
    "3 weaks, 3 weeks"
  })
  void guessesWhatWasMeant(String text, String meant) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Span.parse(text)).getMessage();
    assertTrue(message.endsWith("Maybe '" + meant + "'."), message);
  }

  @Test
  void refusesNumbersThatDoNotFit() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Span.parse("9223372036854775808 seconds"))
            .getMessage();
    assertTrue(message.contains("too large"), message);
    assertThrows(IllegalArgumentException.class, () -> new Span(-1, SpanUnit.DAYS));
  }

  @Test
  void fixedUnitsHaveALength() {
    assertEquals(1_000_000L, Span.parse("1 second").fixedMicros());
    assertEquals(60_000_000L, Span.parse("1 minute").fixedMicros());
    assertEquals(3_600_000_000L, Span.parse("1 hour").fixedMicros());
    assertEquals(172_800_000_000L, Span.parse("2 days").fixedMicros());
    assertEquals(604_800_000_000L, Span.parse("1 week").fixedMicros());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Span(Long.MAX_VALUE, SpanUnit.DAYS).fixedMicros());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 month", "2 years"})
  void monthsAndYearsHaveNoFixedLength(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Span.parse(text).fixedMicros())
            .getMessage();
    assertTrue(message.contains("'" + text + "'"), message);
    assertTrue(message.contains("calendar"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-31T12:00:00Z, 1 month, 2023-02-28T12:00:00Z",
    "2024-01-31T12:00:00Z, 1 month, 2024-02-29T12:00:00Z",
    "2024-02-29T00:00:00Z, 1 year, 2025-02-28T00:00:00Z",
    "2024-02-29T00:00:00Z, 4 years, 2028-02-29T00:00:00Z",
    "2023-12-31T23:59:59Z, 1 second, 2024-01-01T00:00:00Z",
    "2024-02-28T00:00:00Z, 1 day, 2024-02-29T00:00:00Z",
    "2020-10-15T22:44:30Z, 24 months, 2022-10-15T22:44:30Z",
    "2024-03-31T01:30:00Z, 1 day, 2024-04-01T01:30:00Z"
  })
  void addsByTheCalendar(Instant from, String span, Instant to) {
    assertEquals(to, Span.parse(span).plusTo(from));
  }

  @Test
  void refusesToLeaveTheCalendar() {
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    assertThrows(
        IllegalArgumentException.class,
        () -> new Span(Long.MAX_VALUE, SpanUnit.YEARS).plusTo(from));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Span(Long.MAX_VALUE, SpanUnit.MONTHS).plusTo(from));
  }

  @Test
  void spansMultiplyForSeries() {
    assertEquals(Span.parse("6 months"), Span.parse("2 months").times(3));
    assertThrows(
        IllegalArgumentException.class, () -> new Span(Long.MAX_VALUE, SpanUnit.DAYS).times(2));
    assertNotEquals(Span.parse("7 days"), Span.parse("1 week"));
  }
}
