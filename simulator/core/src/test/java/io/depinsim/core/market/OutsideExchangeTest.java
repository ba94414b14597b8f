package io.depinsim.core.market;

import static io.depinsim.core.market.PostedPricingTest.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.time.SimulatedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutsideExchangeTest {
  private static final BuildContext CONTEXT =
      new BuildContext("net", "NET", 9, Instant.parse("2025-01-01T00:00:00Z"));
  private static final Streams STREAMS = new Streams(20_251_126, 0);

  private static OutsideExchange constant(double price) {
    return new OutsideExchange(new ConstantPrice(new ConstantPrice.Spec(price)));
  }

  private static TokenExchange.Market market(double machines, double circulating) {
    return new TokenExchange.Market(0, 0, 1e9, 1e6, machines, circulating);
  }

  @Test
  void tradesAtThePriceRoundedDown() {
    OutsideExchange exchange = constant(0.25);
    assertEquals(250_000, exchange.sell(1_000_000_000L, market(0, 0)), "1 NET for 0.25 USD");
    assertEquals(4_000_000_000L, exchange.buy(1_000_000, market(0, 0)));
    assertEquals(0, exchange.sell(3_999, market(0, 0)), "less than a millionth of a dollar");
    assertEquals(1, exchange.sell(4_000, market(0, 0)));
    assertTrue(exchange.exogenous());
    assertEquals(0, exchange.fee());
  }

  @Test
  void buyingAndSellingAgainNeverProfits() {
    for (int number = 0; number < 20_000; number++) {
      Draws draws = STREAMS.at(Purpose.UNCERTAINTY, number, 0);
      double price = StrictMath.exp(16 * draws.nextUniform() - 8);
      long money = draws.nextLong(1L << 38);
      OutsideExchange exchange = constant(price);
      long tokens = exchange.buy(money, market(0, 0));
      long back = exchange.sell(tokens, market(0, 0));
      String what = "seed 20251126, case " + number + ": " + money + " at " + price;
      assertTrue(back <= money, what + " gives " + back);
      assertTrue(back + 1 + price / 1e3 >= money, what + " gives only " + back);
    }
  }

  @Test
  void amountsUpToTheLargestAreExactAndOverflowIsRefused() {
    long most = 1L << 62;
    assertEquals(
        most, constant(1e3).sell(most, market(0, 0)), "1e9 minor units a token, 1e6 a USD");
    String message =
        assertThrows(ArithmeticException.class, () -> constant(2e3).sell(most, market(0, 0)))
            .getMessage();
    assertTrue(message.contains("must fit 63 bits"), message);
    refuses("amount: -1", () -> constant(1).buy(-1, market(0, 0)));
  }

  @Test
  void historyIsLogLinearBetweenDaysAndHeldOutside() {
    OutsideExchange exchange =
        new OutsideExchange(
            new PriceHistory(
                new PriceHistory.Spec(
                    Map.of(
                        LocalDate.parse("2025-01-03"), 1.0,
                        LocalDate.parse("2025-01-07"), 16.0,
                        LocalDate.parse("2025-01-09"), 4.0)),
                CONTEXT));
    double[] byDay = {1, 1, 1, 2, 4, 8, 16, 8, 4, 4, 4};
    for (int day = 0; day < byDay.length; day++) {
      exchange.advance(SimulatedTime.ofDays(day), 1, day, 1, STREAMS);
      assertEquals(byDay[day], exchange.price(market(0, 0)), 1e-14, "day " + day);
    }
  }

  @Test
  void historyOfOneDayIsHeldBothWays() {
    PriceHistory.Spec spec = new PriceHistory.Spec(Map.of(LocalDate.parse("2025-01-03"), 7.0));
    OutsideExchange exchange = new OutsideExchange(new PriceHistory(spec, CONTEXT));
    assertEquals(7, exchange.price(market(0, 0)));
    exchange.advance(SimulatedTime.ofDays(9), 1, 1, 1, STREAMS);
    assertEquals(7, exchange.price(market(0, 0)));
  }

  @Test
  void networkValueFollowsTheSquareOfMachines() {
    OutsideExchange exchange =
        new OutsideExchange(new NetworkValuePrice(new NetworkValuePrice.Spec(0.5, 2)));
    assertEquals(0.5 * 100 * 100 / 20_000, exchange.price(market(100, 20_000)), 1e-15);
    assertEquals(4 * 0.25, exchange.price(market(200, 20_000)), 1e-14);
    OutsideExchange linear =
        new OutsideExchange(new NetworkValuePrice(new NetworkValuePrice.Spec(0.5, 1)));
    assertEquals(0.5 * 100 / 20_000, linear.price(market(100, 20_000)), 1e-17);
  }

  @Test
  void networkValueIsDefinedWithoutMachinesOrCirculation() {
    for (double exponent : new double[] {0, 1, 2, 10}) {
      OutsideExchange exchange =
          new OutsideExchange(new NetworkValuePrice(new NetworkValuePrice.Spec(1e18, exponent)));
      assertEquals(1e-6, exchange.price(market(0, 1e9)), "one minor unit of currency");
      assertEquals(1e-6, exchange.price(market(0, 0)));
      assertEquals(1e27, exchange.price(market(1, 0)), 1e13, "one minor unit circulates");
      assertTrue(Double.isFinite(exchange.price(market(1e12, 0))));
    }
  }

  @Test
  void refusesWhatIsNoPrice() {
    for (double price : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refuses("price: " + price, () -> new ConstantPrice.Spec(price));
      refuses("start: " + price, () -> new GeometricPrice.Spec(price, 0, 0));
      refuses(
          "points.2025-01-03: " + price,
          () -> new PriceHistory.Spec(Map.of(LocalDate.parse("2025-01-03"), price)));
      refuses("valueAtOneMachine: " + price, () -> new NetworkValuePrice.Spec(price, 2));
    }
    refuses("points: must hold", () -> new PriceHistory.Spec(Map.of()));
    refuses("drift: 11.0", () -> new GeometricPrice.Spec(1, 11, 0));
    refuses("volatility: -0.1", () -> new GeometricPrice.Spec(1, 0, -0.1));
    refuses("exponent: -1.0", () -> new NetworkValuePrice.Spec(1, -1));
  }
}
