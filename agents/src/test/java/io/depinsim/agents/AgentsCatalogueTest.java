package io.depinsim.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.Evaluator;
import io.depinsim.core.scenario.ScenarioException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of agents as calculators: every example runs, and results by hand. */
class AgentsCatalogueTest {
  private static final AgentsCatalogue ROWS = new AgentsCatalogue();
  private static final Catalogue CATALOGUE = new Catalogue(List.of(ROWS));
  private static final Evaluator EVALUATOR = new Evaluator(CATALOGUE);

  private static String evaluate(String key, String json) {
    return EVALUATOR.evaluate(CATALOGUE.getEvaluation(key), json.replace('\'', '"'));
  }

  @Test
  void everyExampleRuns() {
    assertEquals(9, ROWS.evaluations().size());
    for (Evaluation<?, ?> row : ROWS.evaluations()) {
      assertFalse(row.summary().isBlank() || row.source().isBlank(), row.key());
      assertFalse(EVALUATOR.evaluate(row, EVALUATOR.example(row)).isBlank(), row.key());
      assertTrue(EVALUATOR.schema(row).contains("properties"), row.key());
    }
  }

  @Test
  void aMachineIsWorthEarningsLessOutlay() {
    // At 100 % a month, from the second month on, twice: 1/4 + 1/8. Of each unit borrowed 0.28 is
    // paid; after three months 1/8 of 0.64 of the price is left, worth an eighth.
    assertEquals(
        """
        {
          "annuity" : 0.375,
          "netPriceShare" : 0.63,
          "earnings" : 24,
          "outlay" : 6.3,
          "netPresentValue" : 17.7,
          "enters" : true,
          "neededIncome" : 32.8
        }
        """,
        evaluate(
            "machineNetPresentValue",
            "{'price': 10, 'expectedIncome': 80, 'runningCost': 14, 'ownUse': 2,"
                + " 'investingMonths': 2, 'discount': '100 %/month', 'leadMonths': 0.5,"
                + " 'resale': '64 %', 'depreciation': '50 %/month', 'loanShare': '50 %',"
                + " 'loanRate': '10 %/month', 'loanMonths': 4}"));
  }

  @Test
  void waitBreachAndOutageLowerABelief() {
    // 75 % x 12 / (12 + 4) x (1 - 50 % x 50 %) x (1 - 200 % x 25 %) = 27/128, of surprise a half
    String lived =
        "{'belief': '100 %', 'quality': '75 %', 'waitHours': 4, 'breach': '50 %', 'outage': '25 %',"
            + " 'waitTolerance': '12 h', 'breachWeight': '50 %', 'outageWeight': '200 %',"
            + " 'learning': '50 %/month', 'learningGood': '25 %/month'}";
    assertEquals(
        """
        {
          "felt" : 0.2109375,
          "belief" : 0.60546875
        }
        """,
        evaluate("beliefAfter", lived));
    // A good surprise: a quarter of it
    assertEquals(
        """
        {
          "felt" : 0.2109375,
          "belief" : 0.052734375
        }
        """,
        evaluate("beliefAfter", lived.replace("100 %", "0 %")));
  }

  @Test
  void aMachineThatIsThereMustEarnItsCost() {
    assertEquals(
        """
        {
          "annuity" : 12,
          "netPriceShare" : 1,
          "earnings" : -12,
          "outlay" : 0,
          "netPresentValue" : -12,
          "enters" : false,
          "neededIncome" : 10
        }
        """,
        evaluate(
            "machineNetPresentValue",
            "{'price': 0, 'expectedIncome': 9, 'runningCost': 10, 'investingMonths': 12,"
                + " 'discount': 0}"));
  }

  @Test
  void aMachineThatEarnsLessThanItsPriceIsNotBought() {
    String worth =
        evaluate(
            "machineNetPresentValue",
            "{'price': 241, 'expectedIncome': 30, 'runningCost': 10, 'investingMonths': 12,"
                + " 'discount': 0}");
    assertTrue(worth.contains("\"netPresentValue\" : -1,\n  \"enters\" : false"), worth);
  }

  @Test
  void aServiceIsChosenBySurplus() {
    // 20 x 0.5 x 1.2 - 8 - 2 x 2 = 0, and the cloud 20 x 0.9 + 2 - 20 = 0. Of 4 x 4 / 8 = 2 and
    // 4 x 4 / 20 = 0.8 units wanted, 12 a month buy 1.5 and 0.6.
    assertEquals(
        """
        {
          "networkFactor" : 1.2,
          "units" : 1.5,
          "surplus" : 0,
          "centralUnits" : 0.6,
          "centralSurplus" : 0,
          "share" : 0.3333333333333333,
          "centralShare" : 0.3333333333333333,
          "neitherShare" : 0.3333333333333334
        }
        """,
        evaluate(
            "serviceChoice",
            "{'value': 20, 'price': 8, 'belief': '50 %', 'noise': 10, 'usage': 4,"
                + " 'referencePrice': 4, 'elasticity': -1, 'budget': 12, 'networkShare': '25 %',"
                + " 'networkEffect': '40 %', 'networkHalf': '25 %', 'waitHours': 2,"
                + " 'waitCost': 2, 'centralPrice': 20, 'centralReliability': '90 %',"
                + " 'centralAdvantage': 2}"));
  }

  @Test
  void withoutACentralProviderTwoChoicesAreLeft() {
    String choice = evaluate("serviceChoice", "{'value': 20, 'price': 8, 'noise': 12}");
    String share = Double.toString(Math.E / (1 + Math.E)).substring(0, 14);
    assertTrue(choice.contains("\"surplus\" : 12,\n  \"share\" : " + share), choice);
    assertTrue(choice.contains("\"centralShare\" : 0,"), choice);
  }

  @Test
  void aTokenIsWorthItsRevenueAndItsUsers() {
    assertEquals(
        """
        {
          "fundamental" : 2.68,
          "ofRevenue" : 2.4,
          "ofUsers" : 0.28,
          "mispricing" : 0,
          "trade" : 0.1
        }
        """,
        evaluate(
                "tokenFundamental",
                "{'revenuePerYear': 1200, 'accruing': '50 %', 'discount': '25 %/year', 'users': 10,"
                    + " 'addressable': 20, 'servedShare': '80 %', 'perUser': 40,"
                    + " 'saturation': '25 %', 'circulating': 1000, 'price': 2.68, 'mood': 0.5,"
                    + " 'pace': '20 %/month'}")
            .replaceAll("0\\.28\\d*", "0.28"));
  }

  @Test
  void aWorthlessTokenIsSold() {
    assertEquals(
        """
        {
          "fundamental" : 0,
          "ofRevenue" : 0,
          "ofUsers" : 0,
          "trade" : -1
        }
        """,
        evaluate(
            "tokenFundamental",
            "{'revenuePerYear': 0, 'accruing': 0, 'discount': 0.1, 'users': 0, 'circulating': 1,"
                + " 'price': 1}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "machineNetPresentValue | 'price': 1500 | 'price': -1 | price",
        "machineNetPresentValue | 'expectedIncome': 90 | 'expectedIncome': -1 | expectedIncome",
        "machineNetPresentValue | 'investingMonths': 24 | 'investingMonths': 0 | investingMonths",
        "machineNetPresentValue | 'discount': 0.015 | 'discount': -1 | discount",
        "machineNetPresentValue | 'resale': 0.5 | 'resale': 2 | resale",
        "machineNetPresentValue | 'loanMonths': 24 | 'loanMonths': 0 | loanMonths",
        "serviceChoice | 'price': 12 | 'price': 0 | price",
        "serviceChoice | 'belief': 0.95 | 'belief': 2 | belief",
        "serviceChoice | 'noise': 5 | 'noise': 0 | noise",
        "serviceChoice | 'networkShare': 0.1 | 'networkShare': 2 | networkShare",
        "serviceChoice | 'centralPrice': 20 | 'centralPrice': 0 | centralPrice",
        "serviceChoice | 'centralReliability': 0.995 | 'centralReliability': 2 | centralReliability",
        "tokenFundamental | 'discount': 0.25 | 'discount': 0 | discount",
        "tokenFundamental | 'users': 9000 | 'users': -1 | users",
        "tokenFundamental | 'servedShare': 0.98 | 'servedShare': 2 | servedShare",
        "tokenFundamental | 'circulating': 25000000 | 'circulating': 0 | circulating",
        "tokenFundamental | 'price': 0.08 | 'price': 0 | price",
      })
  void refusalsNameTheField(String key, String right, String wrong, String field) {
    String json = EVALUATOR.example(CATALOGUE.getEvaluation(key)).replace(" : ", ": ");
    String changed = json.replace(right.replace('\'', '"'), wrong.replace('\'', '"'));
    assertFalse(json.equals(changed), json);
    ScenarioException refused = assertThrows(ScenarioException.class, () -> evaluate(key, changed));
    assertTrue(refused.getMessage().contains(": " + field + ": "), refused.getMessage());
  }
}
