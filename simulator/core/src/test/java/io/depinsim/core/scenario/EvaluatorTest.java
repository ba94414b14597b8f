package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as calculators. */
final class EvaluatorTest {
  private final Evaluator evaluator = new Evaluator(ToyRows.catalogue());

  @Test
  void printsExactDecimalsAsTextAndKeepsTheOrderOfTheRecord() {
    String json = "{\"parts\": 4, \"emission\": \"10.50\", \"power\": 2}";
    assertEquals(
        """
        {
          "share" : "2.625",
          "minor" : "2625",
          "fraction" : 1,
          "parts" : 4
        }
        """,
        evaluator.evaluate(ToyRows.SPLIT, json));
  }

  @Test
  void readsDecimalsAsNumbersAndQuantitiesWithUnits() throws IOException {
    String json = "{\"emission\": 1e-18, \"power\": \"512 GiB\", \"parts\": 1}";
    JsonNode out = new ObjectMapper().readTree(evaluator.evaluate(ToyRows.SPLIT, json));
    assertEquals("0.000000000000000001", out.get("share").textValue());
    assertEquals(-0.5, out.get("fraction").doubleValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"emission\": 1, \"power\": 1, \"parts\": 0} | input:1:38: parts: 0: must be 1 or more. Maybe 1.",
        "{\"emission\": 1, \"power\": 1, \"parts\": 1.5} | input:1:38: parts: 1.5: must be a whole number.",
        "{\"emission\": 1, \"power\": 1, \"prts\": 1} | input:1:29: prts: unknown key. Maybe `parts`.",
        "{\"emission\": 1, \"power\": \"1\", \"parts\": 1} | input:1:26: power: 1: must be a number, not text. Maybe remove the quotes.",
        "{\"emission\": 1, \"power\": \"1 W\", \"parts\": 1} | input:1:26: power: 1 W: `W` is the wrong unit; accepted: B,",
        "{\"emission\": null, \"power\": 1, \"parts\": 1} | input:1:14: emission: no value: a key needs a value.",
        "{\"emission\": 1, \"power\": 1} | input:1:1: the key `parts` is missing.",
        "{\"emission\": 1, \"power\": 1, \"parts\": 1} 2 | input:1:41: one file holds one document",
        "[] | input:1:1: []: must be a map with emission, power, parts.",
      })
  void refusesWithPlaceAndField(String json, String message) {
    ScenarioException refused =
        assertThrows(ScenarioException.class, () -> evaluator.evaluate(ToyRows.SPLIT, json.trim()));
    assertEquals(
        message,
        refused
            .getMessage()
            .substring(0, Math.min(message.length(), refused.getMessage().length())));
  }

  @Test
  void anInputLeftOutIsForTheRuleToAskFor() {
    Evaluation<ToyRows.SplitInput, ToyRows.SplitOutput> rule =
        new Evaluation<>(
            "ask",
            "Asks.",
            "this test",
            ToyRows.SplitInput.class,
            ToyRows.SplitOutput.class,
            in -> {
              throw new IllegalArgumentException("emission: " + in.emission() + " is not enough.");
            },
            null);
    ScenarioException refused =
        assertThrows(
            ScenarioException.class,
            () -> evaluator.evaluate(rule, "{\"power\": 1, \"parts\": 1}"));
    assertEquals("input:1:1: emission: null is not enough.", refused.getMessage());
  }

  @Test
  void refusesAResultThatIsNotFinite() {
    String json = "{\"emission\": 1, \"power\": 1, \"parts\": 2}";
    ArithmeticException refused =
        assertThrows(ArithmeticException.class, () -> evaluator.evaluate(ToyRows.SPLIT, json));
    assertEquals("fraction: Infinity: a result must be finite.", refused.getMessage());
  }

  @Test
  void exampleIsAnInputThatRuns() {
    String example = evaluator.example(ToyRows.SPLIT);
    assertEquals("{\n  \"emission\" : \"10.50\",\n  \"power\" : 2,\n  \"parts\" : 4\n}\n", example);
    assertEquals(
        evaluator.evaluate(ToyRows.SPLIT, example),
        evaluator.evaluate(ToyRows.SPLIT, "{\"emission\":10.50,\"power\":2,\"parts\":4}"));
  }

  record Reals(
      List<Double> values,
      Map<String, BigDecimal> exact,
      @OfRole(Role.EMISSION) KindChoice emission) {}

  @Test
  void doublesPrintAsTheShortestDecimalThatReadsBack() {
    double[] tricky = {0.1, 1.0 / 3, 1e23, 2e-323, 1.7976931348623157e308, 9007199254740993d};
    for (double value : tricky) {
      assertEquals(value, Double.parseDouble(text(value)));
    }
    assertEquals("1E+23", text(1e23));
    assertEquals("0.1", text(0.1));
    assertEquals("100", text(100));
    assertEquals("0.3333333333333333", text(1.0 / 3));
  }

  private static String text(double value) {
    Reals reals = new Reals(List.of(value), Map.of(), null);
    return EvaluationJson.of(reals).get("values").get(0).asText();
  }

  @Test
  void schemaForbidsOtherKeysAndNamesUnits() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(evaluator.schema(ToyRows.SPLIT));
    assertFalse(schema.get("additionalProperties").booleanValue());
    assertEquals("[\"power\",\"parts\"]", schema.get("required").toString());
    JsonNode power = schema.at("/properties/power");
    assertEquals("{\"type\":[\"number\",\"string\"],\"description\":\"in TiB\"}", power.toString());
    assertEquals("{\"type\":\"integer\"}", schema.at("/properties/parts").toString());
  }

  @Test
  void schemaOfAKindListsItsChoices() throws IOException {
    Evaluation<Reals, Reals> rule =
        new Evaluation<>("reals", "Nothing.", "this test", Reals.class, Reals.class, r -> r, null);
    JsonNode schema = new ObjectMapper().readTree(evaluator.schema(rule));
    JsonNode choices = schema.at("/properties/emission/oneOf");
    assertEquals(3, choices.size());
    assertEquals("[\"halving\"]", choices.get(1).get("required").toString());
    assertEquals("[\"halvings\"]", choices.get(1).at("/properties/halving/required").toString());
    assertFalse(schema.at("/properties/emission").has("additionalProperties"));
  }

  @Test
  void jsonThatIsCutShortIsToldOfInPlainWords() {
    Evaluator evaluator = new Evaluator(ToyRows.catalogue());
    ScenarioException refused =
        assertThrows(
            ScenarioException.class, () -> evaluator.evaluate(ToyRows.SPLIT, "{\"units\": [1, 2"));
    assertEquals(
        "input:1:11: {\"units\": [1, 2: the bracket `[` that opens here is not closed."
            + " Maybe a `]` is missing.",
        refused.getMessage());
  }
}
