package io.depinsim.core.incentive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.Evaluator;
import io.depinsim.core.scenario.KindChoice;
import io.depinsim.core.scenario.OfRole;
import io.depinsim.core.scenario.Role;
import io.depinsim.core.scenario.ScenarioException;
import io.depinsim.core.time.SimulatedTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules from scenario text to tokens, and as evaluations from JSON to JSON. */
class EmissionCatalogueTest {
  private static final Catalogue CATALOGUE = new Catalogue(List.of(new IncentiveCatalogue()));
  private static final Evaluator EVALUATOR = new Evaluator(CATALOGUE);
  private static final BuildContext CONTEXT =
      new BuildContext("net", "NET", 9, Instant.parse("2025-01-01T00:00:00Z"));

  record Block(@OfRole(Role.EMISSION) KindChoice emission) {}

  record Tokens(double tokens) {}

  private static final Evaluation<Block, Tokens> JANUARY =
      new Evaluation<>(
          "january",
          "Tokens of the first month.",
          "here",
          Block.class,
          Tokens.class,
          EmissionCatalogueTest::january,
          null);

  private static Tokens january(Block block) {
    Emission emission = block.emission().build(Emission.class, CONTEXT);
    return new Tokens(
        emission.expected(new Emission.Period(0, SimulatedTime.ofDays(31), 0, 0, 0, 1_000, 0.5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'stepHalving': {'perMonth': '12 NET/month', 'every': '48 months'} | 12",
        "'stepHalving': {'perMonth': '12 NET/month', 'every': '4 years', 'total': '7 NET'} | 7",
        "'geometricDecay': {'perMonth': '120 NET/year', 'decay': '2 %/month'} | 10",
        "'geometricDecay': {'perMonth': '9 NET/month', 'decay': '2 %/month', 'total': '5 NET'} | 5",
        "'demandLinked': {'share': '70 %', 'capPerMonth': '9000 NET/month',"
            + " 'floorPerMonth': '10 NET/month'} | 1400",
        "'demandLinked': {'share': '70 %', 'capPerMonth': '9000 NET/month',"
            + " 'floorPerMonth': '10 NET/month', 'total': '1000 NET'} | 1000",
      })
  void everyScheduleIsReadAndBuilt(String block, String tokens) {
    String json = "{\"emission\": {" + block.replace('\'', '"') + "}}";
    assertEquals("{\n  \"tokens\" : " + tokens + "\n}\n", EVALUATOR.evaluate(JANUARY, json));
  }

  @Test
  void everyExampleRuns() {
    assertEquals(3, EmissionEvaluations.rows().size());
    for (Evaluation<?, ?> row : EmissionEvaluations.rows()) {
      assertFalse(row.summary().isBlank() || row.source().isBlank(), row.key());
      assertFalse(EVALUATOR.evaluate(row, EVALUATOR.example(row)).isBlank(), row.key());
      assertTrue(EVALUATOR.schema(row).contains("properties"), row.key());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stepHalving | {'perMonth': 6250000, 'every': '48 months', 'month': 95}"
            + " | 3125000, 450000000, false",
        "stepHalving | {'perMonth': 6250000, 'every': '48 months', 'month': 96}"
            + " | 1562500, 451562500, false",
        "stepHalving | {'perMonth': 10, 'every': '1 month', 'total': 16, 'month': 2}"
            + " | 1, 16, true",
        "stepHalving | {'perMonth': 10, 'every': '1 month', 'total': 16, 'month': 3}"
            + " | 0, 16, true",
        "geometricDecay | {'perMonth': 100, 'decay': '50 %/month', 'month': 2} | 25, 175, false",
        "geometricDecay | {'perMonth': '0.1', 'decay': 0, 'month': 2} | 0.1, 0.3, false",
        "demandLinkedEmission | {'share': '70 %', 'capPerMonth': 800, 'floorPerMonth': 50,"
            + " 'months': 0.25, 'revenue': 40, 'price': 0.5} | 56, false, false",
        "demandLinkedEmission | {'share': '70 %', 'capPerMonth': 800, 'floorPerMonth': 50,"
            + " 'months': 0.25, 'revenue': 400, 'price': 0.5} | 200, false, true",
        "demandLinkedEmission | {'share': '70 %', 'capPerMonth': 800, 'floorPerMonth': 50,"
            + " 'months': 0.25, 'revenue': 400, 'price': 0} | 12.5, true, false",
      })
  void amountsAreExact(String key, String json, String outputs) {
    String output =
        EVALUATOR.evaluate(row(key), json.replace('\'', '"')).replaceAll("\"[A-Za-z]+\" : ", "");
    assertEquals(outputs, output.replaceAll("[{}\"\n ]", "").replace(",", ", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stepHalving | {'every': '48 months', 'month': 0} | perMonth: missing",
        "stepHalving | {'perMonth': 1, 'month': 0} | every: missing",
        "stepHalving | {'perMonth': 1, 'every': '2 days', 'month': 0} | every: 2 days",
        "geometricDecay | {'perMonth': 1, 'decay': 0, 'month': 3001} | month: 3001",
        "geometricDecay | {'perMonth': 1, 'decay': 2, 'month': 1} | decay: 2",
        "demandLinkedEmission | {'share': 1, 'capPerMonth': 1, 'floorPerMonth': 2, 'months': 1,"
            + " 'revenue': 1, 'price': 1} | floorPerMonth: 2",
      })
  void refusalsNameTheField(String key, String json, String message) {
    ScenarioException refused =
        assertThrows(
            ScenarioException.class, () -> EVALUATOR.evaluate(row(key), json.replace('\'', '"')));
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  private static Evaluation<?, ?> row(String key) {
    return EmissionEvaluations.rows().stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
