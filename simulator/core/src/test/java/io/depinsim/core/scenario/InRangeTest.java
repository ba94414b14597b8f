package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.depinsim.core.time.Span;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InRangeTest {
  record Ranges(
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("0 %") @InUnit("%") double share,
      @InRange(above = "0 %", atMost = "100 %") @Omittable @InUnit("%") Double some,
      @InRange(atLeast = "0 %/month", below = "100 %/month") @Omittable @InUnit("%/month")
          List<Double> rates,
      @InRange(above = "0") @Omittable @InUnit("currency/unit") BigDecimal price,
      @InRange(atLeast = "0") @Omittable @InUnit("asset") Map<String, Double> amounts,
      @InRange(atLeast = "1 user", maybe = "nobody was meant") @Omittable @InUnit("users")
          Long people,
      @InRange(atMost = "3") @Omittable @InUnit("1") Integer few,
      @InRange(below = "1024") @Omittable @InUnit("MiB") BigInteger bytes,
      @InRange(above = "0") @Omittable Span span,
      @InRange(atLeast = "0") @Omittable Quantity cost) {}

  private static final UnitWords WORDS =
      new UnitWords(path -> Optional.of("ONE"), Optional.of("USD"), asset -> OptionalInt.empty());

  private static List<String> read(String yaml, boolean evaluating) {
    Problems problems = new Problems();
    ConfigNode node = ConfigParser.parse("s", yaml, false);
    new RecordBinder(ToyRows.catalogue(), problems, WORDS, evaluating).bind(node, Ranges.class, "");
    return problems.list().stream()
        .map(p -> p.path() + ": " + p.value() + " " + p.rule() + p.maybe())
        .toList();
  }

  private static void refused(String yaml, String... sentences) {
    assertEquals(List.of(sentences), read(yaml, false), yaml);
  }

  @Test
  void namesTheRangeInTheUnitOfTheComponent() {
    refused("share: 101 %", "share: 101 % must lie between 0 % and 100 %");
    refused("some: 0 %", "some: 0 % must be above 0 % and at most 100 %");
    refused("price: 0 USD/unit", "price: 0 USD/unit must be above 0 USD/unit");
    refused("people: 0 users", "people: 0 users must be 1 user or morenobody was meant");
    refused("few: 4", "few: 4 must be at most 3");
    refused("bytes: 1 GiB", "bytes: 1 GiB must be below 1024 MiB");
    refused("span: 0 days", "span: 0 days must be longer than nothing");
    refused("cost: -0.5 USD/TiB", "cost: -0.5 USD/TiB must be 0 or more");
  }

  @Test
  void looksAtEveryValueOfAListOrMap() {
    String rule = " must be 0 %/month or more and below 100 %/month";
    refused(
        "rates: [0 %/month, 100 %/month, 99.9 %/month, -1 %/month]",
        "rates.1: 100 %/month" + rule, "rates.3: -1 %/month" + rule);
    refused("amounts: {a: 0 ONE, b: -1 ONE}", "amounts.b: -1 ONE must be 0 ONE or more");
  }

  @Test
  void looksBehindEvidence() {
    refused(
        "share: {value: 2, grade: assumed}".replace("2", "120 %"),
        "share: 120 % must lie between 0 % and 100 %");
  }

  @Test
  void takesTheEndsOfARangeThatBelongToIt() {
    refused("{share: 0 %, some: 100 %, rates: [0 %/month], few: 3, people: 1 user}");
    refused("{share: 100 %, cost: 0 USD/TiB, bytes: 1023 MiB, span: 1 day}");
    refused("share: -0 %");
  }

  @Test
  void holdsForInputsOfRulesToo() {
    assertEquals(List.of("share: 1.5 must lie between 0 % and 100 %"), read("share: 1.5", true));
    assertEquals(List.of(), read("share: 0.5", true));
  }

  @Test
  void refusesWhatIsNoNumber() throws ReflectiveOperationException {
    for (RecordComponent component : Ranges.class.getRecordComponents()) {
      RangeRule rule = new RangeRule(component.getAnnotation(InRange.class), "%");
      if (List.of("share", "some").contains(component.getName())) {
        assertFalse(rule.allows(Double.NaN), component.getName());
      }
    }
  }
}
