package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.depinsim.core.time.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueSchemaTest {
  record Ranges(
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double share,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month") @InUnit("%/month") double rate,
      @InRange(above = "0", below = "3.50") @InUnit("1") double bare,
      @InRange(above = "0") Span span,
      @InUnit("points") double anything) {}

  private static ObjectNode schema(int place) {
    SpecField field = SpecField.of(Ranges.class).get(place);
    return ValueSchema.of(field, field.single());
  }

  private static List<String> taken(int place, String... texts) {
    String pattern = schema(place).get("pattern").asText();
    return List.of(texts).stream().filter(text -> text.matches(pattern)).toList();
  }

  @Test
  void seesSharesOutOfRange() {
    List<String> inside =
        List.of("0 %", "-0 %", "7.5 %", "99.99 %", "100 %", "100.0%", "1e2 %", "150e-2 %", "1_0 %");
    assertEquals(inside, taken(0, inside.toArray(new String[0])));
    assertEquals(
        List.of(),
        taken(0, "-1 %", "-0.5 %", "100.01 %", "101 %", "+110 %", "150.5 %", "200 %", "1000 %"));
  }

  @Test
  void leavesRatesThatMayBeStatedOverOtherTimesToTheReader() {
    assertEquals(
        List.of("10 %/month", "150 %/year"), taken(1, "-1 %/month", "10 %/month", "150 %/year"));
  }

  @Test
  void boundsBareNumbers() {
    assertEquals("0", schema(2).get("exclusiveMinimum").asText());
    assertEquals("3.5", schema(2).get("exclusiveMaximum").asText());
    assertEquals(List.of("1e0", "1_0.5"), taken(2, "-1e0", "1e0", "1_0.5"));
  }

  @Test
  void seesBareNumbersInQuotes() {
    assertEquals(List.of(), taken(2, "1", "2.5", "+3"));
  }

  @Test
  void seesSpansOfNothing() {
    assertEquals(
        List.of("1 day", "10 months"), taken(3, "0 days", "00 days", "1 day", "10 months"));
  }

  @Test
  void takesAnythingWithoutARange() {
    assertEquals(List.of("-3 points"), taken(4, "-3 points"));
    assertEquals("", SpecField.of(Ranges.class).get(4).within());
    assertEquals("0 % to 100 %", SpecField.of(Ranges.class).get(0).within());
    assertEquals("> 0, < 3.50", SpecField.of(Ranges.class).get(2).within());
    assertEquals("longer than nothing", SpecField.of(Ranges.class).get(3).within());
  }
}
