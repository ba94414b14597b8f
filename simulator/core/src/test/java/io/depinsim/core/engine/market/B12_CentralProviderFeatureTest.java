package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.Evaluator;
import io.depinsim.core.scenario.OutsideSpec;
import io.depinsim.core.scenario.OutsideSpec.AnswerSpec;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.Span;
import io.depinsim.core.world.ConsumerTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * A central provider asks what its list says and cuts it when it loses users. People come and go as
 * written: a thousand may use the network or the provider.
 */
class B12_CentralProviderFeatureTest {
  private static final Span SIX_WEEKS = Span.parse("45 days");

  private static Map<LocalDate, Double> halving() {
    return Map.of(LocalDate.parse("2025-01-01"), 16.0, LocalDate.parse("2025-05-01"), 4.0);
  }

  private static OutsideSpec constant(AnswerSpec answer) {
    return new OutsideSpec(10.0, 0, Map.of(), 1, answer);
  }

  private static AnswerSpec whenLost(double share, double lowest, Long atMost) {
    return new AnswerSpec(share, null, 0.2, SIX_WEEKS, lowest, atMost);
  }

  /** A table of price, cuts and the provider's users, who are as written by month. */
  private static String run(OutsideSpec spec, long months, double[] inNetwork, double[] inCentral) {
    MarketWorld world = new SmallMarket().build();
    CentralProvider provider = new CentralProvider("cloud", spec, MarketWorld.CALENDAR);
    ConsumerTable first = new ConsumerTable("first", 500, new long[1], 1);
    ConsumerTable second = new ConsumerTable("second", 500, new long[1], 1);
    provider.offerTo(first);
    provider.offerTo(second);
    world.each(
        "people",
        Phase.SERVICE,
        month -> {
          first.users(0)[0] = inNetwork[(int) Math.min(month, inNetwork.length - 1)];
          first.outsideUsers()[0] = 100;
          second.outsideUsers()[0] = inCentral[(int) Math.min(month, inCentral.length - 1)] - 100;
        });
    if (provider.answers()) {
      world.simulation().add(provider);
    }
    return world
        .watch("price", () -> MarketWorld.rounded(provider.price(world.simulation().now()), 4))
        .watch("cuts", () -> Long.toString(provider.cuts()))
        .watch(
            "central",
            () -> MarketWorld.rounded(first.totalOutsideUsers() + second.totalOutsideUsers(), 0))
        .run(months)
        .table();
  }

  @Test
  void datedPricesAreAStraightLineInTheLogarithm() {
    // 120 days from 16 to 4: 31 days later 16 x 4^(-31/120) = 11.1838, after 59 days 8.0930, and 4
    // from then.
    assertEquals(
        """
        date           price      cuts   central
        2025-01-01   16.0000         0       300
        2025-02-01   11.1838         0       300
        2025-03-01    8.0930         0       300
        2025-04-01    5.6569         0       300
        2025-05-01    4.0000         0       300
        2025-06-01    4.0000         0       300
        """,
        run(new OutsideSpec(null, 0, halving(), 1, null), 5, new double[] {0}, new double[] {300}));
  }

  @Test
  void whoLosesUsersCutsAfterADelayAndCountsAnew() {
    // Of 500 it keeps 400 on 1 March: a fifth lost, not more. On 1 April 390: a cut is decided,
    // and holds on 16 May, 45 days later, when it has 300. More than a fifth of those are lost
    // on 1 August, the next cut holds on 15 September. Then no more.
    assertEquals(
        """
        date           price      cuts   central
        2025-01-01   10.0000         0       500
        2025-02-01   10.0000         0       500
        2025-03-01   10.0000         0       400
        2025-04-01   10.0000         0       390
        2025-05-01   10.0000         0       300
        2025-06-01    8.0000         1       280
        2025-07-01    8.0000         1       240
        2025-08-01    8.0000         1       230
        2025-09-01    8.0000         1       200
        2025-10-01    6.4000         2       100
        2025-11-01    6.4000         2       100
        2025-12-01    6.4000         2       100
        """,
        run(
            constant(whenLost(0.2, 0, 2L)),
            11,
            new double[] {0},
            new double[] {500, 500, 400, 390, 300, 280, 240, 230, 200, 100}));
  }

  @Test
  void noCutGoesBelowTheLowestPrice() {
    // Decided on 1 March, a fifth off from 15 April, when it has 300; 250 on 1 May are more than a
    // tenth less, so from 15 June 7 instead of 6.4. From then on there is nothing left to cut.
    assertEquals(
        """
        date           price      cuts   central
        2025-01-01   10.0000         0       500
        2025-02-01   10.0000         0       500
        2025-03-01   10.0000         0       400
        2025-04-01   10.0000         0       300
        2025-05-01    8.0000         1       250
        2025-06-01    8.0000         1       200
        2025-07-01    7.0000         2       150
        2025-08-01    7.0000         2       120
        2025-09-01    7.0000         2       100
        """,
        run(
            constant(whenLost(0.1, 7, null)),
            8,
            new double[] {0},
            new double[] {500, 500, 400, 300, 250, 200, 150, 120, 100}));
  }

  @Test
  void itMayWatchTheShareOfNetworks() {
    // 100 of 400 are a quarter, not more; 110 of 410 are.
    assertEquals(
        """
        date           price      cuts   central
        2025-01-01   10.0000         0       300
        2025-02-01   10.0000         0       300
        2025-03-01   10.0000         0       300
        2025-04-01   10.0000         0       300
        2025-05-01    8.0000         1       300
        """,
        run(
            constant(new AnswerSpec(null, 0.25, 0.2, SIX_WEEKS, 0, null)),
            4,
            new double[] {0, 100, 110, 110, 50},
            new double[] {300}));
  }

  @Test
  void everyCohortThatNamesItSeesItsPrice() {
    OutsideSpec spec = new OutsideSpec(10.0, -0.19, Map.of(), 0.9, null);
    CentralProvider provider = new CentralProvider("cloud", spec, MarketWorld.CALENDAR);
    ConsumerTable table = new ConsumerTable("first", 500, new long[1], 1);
    Scripts.Demand demand = Scripts.Demand.of(1);
    Buyers buyers = new Buyers(table, demand, Optional.of(provider));
    // Half of a year of 365.25 days: 10 x sqrt(0.81)
    long halfYear = Math.round(365.25 / 2 * 86_400e6);
    assertEquals(9, buyers.outsidePrice(halfYear), 1e-12);
    assertEquals(0.9, buyers.outsideReliability());
    assertEquals(0, new Buyers(table, demand, Optional.empty()).outsidePrice(halfYear));
    assertEquals(List.of(), provider.gauges("USD", () -> 0));
  }

  @Test
  void aListBelowTheLowestPriceStays() {
    assertEquals(4, CentralProvider.afterCuts(4, 0.2, 3, 5));
    assertEquals(5, CentralProvider.afterCuts(6, 0.2, 3, 5));
  }

  @Test
  void whatIsStatedTwiceOrNotAtAllIsRefused() {
    assertTrue(refusal(() -> new OutsideSpec(1.0, 0, halving(), 1, null)).contains("exactly one"));
    assertTrue(refusal(() -> new OutsideSpec(null, 0, Map.of(), 1, null)).contains("exactly one"));
    assertTrue(refusal(() -> new OutsideSpec(null, 0.1, halving(), 1, null)).startsWith("trend: "));
    assertTrue(
        refusal(() -> new AnswerSpec(0.1, 0.1, 0.2, SIX_WEEKS, 0, null)).contains("exactly one"));
    assertTrue(
        refusal(() -> new AnswerSpec(null, null, 0.2, SIX_WEEKS, 0, null)).contains("exactly one"));
  }

  private static String refusal(Executable spec) {
    return assertThrows(IllegalArgumentException.class, spec).getMessage();
  }

  @Test
  void thePriceOfADayCanBeAsked() {
    Catalogue catalogue = new Catalogue(List.of(new ShockCatalogue()));
    Evaluator evaluator = new Evaluator(catalogue);
    var row = catalogue.getEvaluation("centralPrice");
    assertFalse(evaluator.evaluate(row, evaluator.example(row)).isBlank());
    // 60 of 120 days from 16 to 4; two cuts of a half.
    assertEquals(
        """
        {
          "listPrice" : 8,
          "price" : 3
        }
        """,
        evaluator.evaluate(
            row,
            """
            {"day": "2025-03-02", "start": "2025-01-01", "cut": "50 %", "cuts": 2,
             "lowest": "3 USD/unit",
             "prices": {"2025-01-01": "16 USD/unit", "2025-05-01": "4 USD/unit"}}
            """));
  }
}
