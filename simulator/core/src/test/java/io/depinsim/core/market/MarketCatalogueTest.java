package io.depinsim.core.market;

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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind from scenario text to a price, and every evaluation from JSON to JSON. */
class MarketCatalogueTest {
  private static final MarketCatalogue ROWS = new MarketCatalogue();
  private static final Evaluator EVALUATOR = new Evaluator(new Catalogue(List.of(ROWS)));

  private static final BuildContext CONTEXT =
      new BuildContext("net", "NET", 9, Instant.parse("2025-01-01T00:00:00Z"));

  record Blocks(
      @OfRole(Role.PRICING) KindChoice pricing, @OfRole(Role.EXCHANGE) KindChoice exchange) {}

  record Price(double price) {}

  private static final Evaluation<Blocks, Price> PRICE =
      new Evaluation<>(
          "price", "A price.", "here", Blocks.class, Price.class, MarketCatalogueTest::price, null);

  private static Price price(Blocks blocks) {
    if (blocks.pricing() != null) {
      return new Price(blocks.pricing().build(ServicePricing.class, CONTEXT).price(0));
    }
    TokenExchange.Market market =
        new TokenExchange.Market(30_000_000_000L, 1_500_000L, 1e9, 1e6, 10, 200);
    return new Price(blocks.exchange().build(TokenExchange.class, CONTEXT).price(market));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'pricing': {'posted': {'price': '12 USD/unit'}} | 12",
        "'pricing': {'tieredPosted': {'tiers': {'b': '3 USD/unit', 'a': '9 USD/unit'}}} | 3",
        "'pricing': {'utilisation': {'start': '7 USD/unit', 'target': '60 %', 'step': '12.5 %'}}"
            + " | 7",
        "'pricing': {'utilisation': {'start': '7 USD/unit', 'target': '60 %', 'step': '12.5 %',"
            + " 'floor': '5 USD/unit', 'cap': '50 USD/unit'}} | 7",
        "'pricing': {'pid': {'start': '7 USD/unit', 'target': '60 %', 'proportional': 0.5, 'floor':"
            + " '5 USD/unit', 'cap': '9 USD/unit'}} | 7",
        "'pricing': {'pinFiPool': {'start': '7 USD/unit', 'depth': '24 hours', 'cap': '9 USD/unit'}}"
            + " | 7",
        "'pricing': {'doubleAuction': {'start': '7 USD/unit', 'cap': '9 USD/unit'}} | 7",
        "'pricing': {'doubleAuction': {'start': '7 USD/unit', 'payment': 'discriminatory', 'k': '25"
            + " %', 'cap': '9 USD/unit'}} | 7",
        "'pricing': {'secondPriceProcurement': {'start': '7 USD/unit', 'reserve': '9 USD/unit'}}"
            + " | 7",
        "'exchange': {'constantProductPool': {'fee': '0.3 %'}} | 0.05",
        "'exchange': {'constant': {'price': '0.07 currency/asset'}} | 0.07",
        "'exchange': {'history': {'points': {'2024-01-01': '2 currency/asset', '2024-12-31': '4 currency/asset'}}}"
            + " | 4",
        "'exchange': {'geometric': {'start': '5 currency/asset', 'drift': '30 %/year',"
            + " 'volatility': '80 %/year'}} | 5",
        "'exchange': {'networkValue': {'valueAtOneMachine': '0.5 USD', 'exponent': 1}} | 0.025",
        "'exchange': {'networkValue': {'valueAtOneMachine': '0.5 USD'}} | 0.25",
      })
  void everyKindIsReadAndBuilt(String block, String price) {
    String json = "{" + block.replace('\'', '"') + "}";
    assertEquals("{\n  \"price\" : " + price + "\n}\n", EVALUATOR.evaluate(PRICE, json));
  }

  @Test
  void aRefusalNamesTheField() {
    String json = "{\"exchange\": {\"constant\": {\"price\": \"-1 currency/asset\"}}}";
    ScenarioException refused =
        assertThrows(ScenarioException.class, () -> EVALUATOR.evaluate(PRICE, json));
    assertTrue(refused.getMessage().contains("exchange.constant.price"), refused.getMessage());
  }

  @Test
  void everyExampleRuns() {
    assertEquals(7, ROWS.evaluations().size());
    for (Evaluation<?, ?> row : ROWS.evaluations()) {
      assertFalse(row.summary().isBlank() || row.source().isBlank(), row.key());
      assertFalse(EVALUATOR.evaluate(row, EVALUATOR.example(row)).isBlank(), row.key());
      assertTrue(EVALUATOR.schema(row).contains("properties"), row.key());
    }
  }

  @Test
  void aSwapIsExactToTheMinorUnit() {
    // 15,000 of 1.5 million: 0.997 x 0.01 / 1.00997 of 30 million tokens.
    assertEquals(
        """
        {
          "paidOut" : "296147.410319118",
          "tokenReserveAfter" : "29703852.589680882",
          "currencyReserveAfter" : "1515000",
        """,
        head(evaluate("constantProductSwap", example("constantProductSwap")), 4));
    String sale =
        "{\"side\": \"sellTokens\", \"paidIn\": \"30000000\", \"tokenReserve\": 30000000,"
            + " \"currencyReserve\": 1500000, \"fee\": \"0 %\"}";
    assertEquals(
        """
        {
          "paidOut" : "750000",
          "tokenReserveAfter" : "60000000",
          "currencyReserveAfter" : "750000",
          "priceBefore" : 0.05,
          "priceAfter" : 0.0125,
          "averagePrice" : 0.025
        }
        """,
        evaluate("constantProductSwap", sale));
  }

  @Test
  void aPriceStopsAtItsCap() {
    // 12 x 1.0625 = 12.75 below the cap of the example; above it with twice the step.
    assertTrue(
        evaluate("utilisationPrice", example("utilisationPrice")).contains(": 12.75,"),
        evaluate("utilisationPrice", example("utilisationPrice")));
    String steep =
        "{\"price\": 12, \"utilisation\": \"90 %\", \"target\": 0.6, \"step\": 0.25, \"cap\": 13}";
    assertEquals(
        """
        {
          "nextPrice" : 13,
          "floorBinds" : false,
          "capBinds" : true
        }
        """,
        evaluate("utilisationPrice", steep));
  }

  @Test
  void aWaitOfTwoMachinesIsExact() {
    // r² / (1 - r²) = 1/3 at r = 1/2; C = 2 r² / (1 + r) = 1/3.
    String half = "{\"servers\": 2, \"utilisation\": 0.5, \"serviceHours\": \"60 min\"}";
    String output = evaluate("expectedWait", half);
    assertTrue(output.contains("\"exactHours\" : 0.333333333333333"), output);
    assertTrue(output.contains("\"waitingShare\" : 0.333333333333333"), output);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "constantProductSwap | {'paidIn': 1, 'tokenReserve': 1, 'currencyReserve': 1, 'fee': 0}"
            + " | side: missing",
        "constantProductSwap | {'side': 'buyTokens', 'tokenReserve': 1, 'currencyReserve': 1,"
            + " 'fee': 0} | paidIn: missing",
        "constantProductSwap | {'side': 'buyTokens', 'paidIn': 1, 'tokenReserve': 0,"
            + " 'currencyReserve': 1, 'fee': 0} | must be above 0",
        "constantProductSwap | {'side': 'buyTokens', 'paidIn': '0.0000001', 'tokenReserve': 1,"
            + " 'currencyReserve': 1, 'fee': 0} | must have at most 6 decimal places",
        "utilisationPrice | {'price': 0, 'utilisation': 1, 'target': 0.5, 'step': 0.1}"
            + " | price: 0: must be above 0 currency",
        "expectedWait | {'servers': 2, 'utilisation': 1, 'serviceHours': 1} | utilisation",
      })
  void refusalsNameTheField(String key, String json, String message) {
    ScenarioException refused =
        assertThrows(ScenarioException.class, () -> evaluate(key, json.replace('\'', '"')));
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  private static String head(String text, int lines) {
    return String.join("\n", text.lines().limit(lines).toList()) + "\n";
  }

  private static String example(String key) {
    return EVALUATOR.example(row(key));
  }

  private static String evaluate(String key, String json) {
    return EVALUATOR.evaluate(row(key), json);
  }

  private static Evaluation<?, ?> row(String key) {
    return ROWS.evaluations().stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
