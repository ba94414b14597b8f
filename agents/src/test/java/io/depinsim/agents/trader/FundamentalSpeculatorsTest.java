package io.depinsim.agents.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.agents.Refusal;
import io.depinsim.core.engine.market.SpeculationStrategy.View;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.state.StateVisitor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A token of a network with 10 users of 100, 80 % served, and 1,200 of revenue a year; 1,000 tokens
 * circulate.
 */
class FundamentalSpeculatorsTest {
  private static final double EXACT = 1e-12;
  private static final Streams STREAMS = new Streams(11, 0);

  private double accruing = 0.5;
  private double discount = 0.25;
  private double perUser;
  private double saturation;
  private double pace = 0.2;
  private double limit = 0.6;
  private double sentiment;
  private double persistence = 0.5;
  private final List<String> notes = new ArrayList<>();

  private FundamentalSpeculators speculators() {
    return new FundamentalSpeculators(
        new FundamentalSpeculators.Spec(
            new BigDecimal("5000000"),
            accruing,
            discount,
            perUser,
            saturation,
            pace,
            limit,
            sentiment,
            persistence));
  }

  private static View view(double months, double price, double users, double served) {
    return new View(months, price, 1200, users, 100, served, 1000);
  }

  private double trade(double months, double price) {
    Draws draws = STREAMS.at(Purpose.SENTIMENT, 1, 0);
    double share =
        speculators().trade(view(months, price, 10, 0.8), draws, (l, b) -> notes.add(l + b));
    assertEquals(1, draws.taken());
    return share;
  }

  @Test
  void revenueIsAPerpetuity() {
    // 1200 x 0.5 / 0.25 = 2400 over 1000 tokens
    assertEquals(2.4, speculators().fundamental(view(1, 9, 10, 0.8)), EXACT);
    assertEquals(new BigDecimal("5000000"), speculators().openingCurrency());
  }

  @Test
  void usersCountAsFarAsTheyAreServed() {
    accruing = 0;
    perUser = 60;
    assertEquals(0.48, speculators().fundamental(view(1, 9, 10, 0.8)), EXACT, "60 x 10 x 0.8");
    assertEquals(0, speculators().fundamental(view(1, 9, 10, 0)), EXACT);
    accruing = 0.5;
    assertEquals(2.88, speculators().fundamental(view(1, 9, 10, 0.8)), EXACT);
  }

  @Test
  void usersAreWorthLessAsTheMarketFills() {
    accruing = 0;
    perUser = 60;
    saturation = 0.5;
    assertEquals(60 * 10 * 0.95 / 1000, speculators().fundamental(view(1, 9, 10, 1)), EXACT);
    assertEquals(60 * 100 * 0.5 / 1000, speculators().fundamental(view(1, 9, 100, 1)), EXACT);
    // More users than there are people count no further against it.
    assertEquals(60 * 120 * 0.5 / 1000, speculators().fundamental(view(1, 9, 120, 1)), EXACT);
  }

  @Test
  void withoutTokensOrPeopleNothingIsDivided() {
    assertEquals(0, speculators().fundamental(new View(1, 9, 1200, 10, 100, 1, 0)));
    perUser = 60;
    assertEquals(2.4 + 0.6, speculators().fundamental(new View(1, 9, 1200, 10, 0, 1, 1000)), EXACT);
  }

  @Test
  void aShareOfTheMispricingIsTraded() {
    assertEquals(0.2 * StrictMath.log(2), trade(1, 1.2), EXACT, "half its worth: buy");
    assertEquals(-0.2 * StrictMath.log(2), trade(1, 4.8), EXACT, "twice its worth: sell");
    assertEquals(0, trade(1, 2.4), EXACT);
    assertEquals(List.of("speculatorLimitfalse"), notes.stream().distinct().toList());
  }

  @Test
  void paceAndLimitCompoundOverTheMonth() {
    pace = 0.36;
    limit = 0.51;
    assertEquals(0.2 * StrictMath.log(2), trade(0.5, 1.2), EXACT, "0.8 x 0.8 = 0.64");
    assertEquals(0.3, trade(0.5, 1e-9), EXACT, "0.7 x 0.7 = 0.49");
  }

  @Test
  void tradeIsLimitedBothWaysAndTheLimitIsCounted() {
    assertEquals(0.6, trade(1, 1e-9), EXACT);
    assertEquals(-0.6, trade(1, 1e9), EXACT);
    assertEquals(List.of("speculatorLimittrue", "speculatorLimittrue"), notes);
  }

  @Test
  void whatIsWorthNothingIsSold() {
    accruing = 0;
    assertEquals(-0.6, trade(1, 1), EXACT);
    assertEquals(List.of("speculatorLimittrue"), notes);
  }

  @Test
  void nothingIsTradedAtAPaceOfNothing() {
    pace = 0;
    assertEquals(0, trade(1, 1), EXACT);
    accruing = 0;
    assertEquals(0, trade(1, 1), EXACT);
    assertEquals(List.of("speculatorLimitfalse"), notes.stream().distinct().toList());
  }

  @Test
  void moodIsKeptByItsPersistenceAndFreshOtherwise() {
    sentiment = 0.4;
    pace = 1;
    limit = 1;
    // At fair price and full pace the share traded is the mood itself.
    double first = STREAMS.at(Purpose.SENTIMENT, 1, 0).nextGaussian() * 0.4 * Math.sqrt(0.75);
    assertEquals(first, trade(1, 2.4), EXACT);
    FundamentalSpeculators two = speculators();
    for (int i = 0; i < 2; i++) {
      two.trade(view(1, 2.4, 10, 0.8), STREAMS.at(Purpose.SENTIMENT, 1, 0), (l, b) -> {});
    }
    assertEquals(1.5 * first, mood(two), EXACT);
  }

  @Test
  void moodHasItsStationaryDeviationWhateverThePeriod() {
    sentiment = 0.25;
    limit = 1;
    persistence = 0.5;
    for (double months : new double[] {1, 0.25}) {
      FundamentalSpeculators speculators = speculators();
      int periods = 40_000;
      double squares = 0;
      double[] past = new double[periods];
      for (int i = 0; i < periods; i++) {
        Draws draws = STREAMS.at(Purpose.SENTIMENT, 2, i);
        speculators.trade(view(months, 2.4, 10, 0.8), draws, (l, b) -> {});
        past[i] = mood(speculators);
        squares += past[i] * past[i];
      }
      // The variance of n squares of an AR(1) is 2 s^4 (1 + k^2)/(1 - k^2)/n: relative standard
      // error of the deviation at most 0.86 %. Five of them: false alarm 1 in 1.7 million seeds.
      double kept = StrictMath.pow(0.5, months);
      double error = Math.sqrt((1 + kept * kept) / (1 - kept * kept) / (2.0 * periods));
      assertEquals(0.25, Math.sqrt(squares / periods), 5 * 0.25 * error, months + " months");
      double products = 0;
      for (int i = 1; i < periods; i++) {
        products += past[i] * past[i - 1];
      }
      // The standard error of an estimated correlation is sqrt((1 - k^2)/n), below 0.5 %.
      assertEquals(kept, products / squares, 0.025, months + " months");
    }
  }

  private static double mood(FundamentalSpeculators speculators) {
    double[] seen = new double[1];
    speculators.visitState(
        new StateVisitor() {
          @Override
          public void longs(String name, long[] values, int length) {
            throw new AssertionError(name);
          }

          @Override
          public void doubles(String name, double[] values, int length) {
            seen[0] = values[0];
          }
        });
    return seen[0];
  }

  @Test
  void aTradeIsAlwaysWithinItsLimit() {
    sentiment = 3;
    limit = 0.3;
    for (int i = 0; i < 1000; i++) {
      Draws draws = STREAMS.at(Purpose.SENTIMENT, 3, i);
      double price = StrictMath.exp(10 * (i / 500.0 - 1));
      double share = speculators().trade(view(1, price, 10, 0.8), draws, (l, b) -> {});
      assertTrue(Math.abs(share) <= 0.3 + EXACT, "period " + i + ": " + share);
    }
  }

  @Test
  void specRefusesWhatCannotBe() {
    BigDecimal one = BigDecimal.ONE;
    Refusal.names("currency", () -> spec(one.negate(), 0, 1, 0, 0, 0, 1, 0, 0));
    Refusal.names("accruing", () -> spec(one, 1.1, 1, 0, 0, 0, 1, 0, 0));
    Refusal.names("accruing", () -> spec(one, -0.1, 1, 0, 0, 0, 1, 0, 0));
    Refusal.names("discount", () -> spec(one, 0, 0, 0, 0, 0, 1, 0, 0));
    Refusal.names("perUser", () -> spec(one, 0, 1, -1, 0, 0, 1, 0, 0));
    Refusal.names("saturation", () -> spec(one, 0, 1, 0, 0.51, 0, 1, 0, 0));
    Refusal.names("saturation", () -> spec(one, 0, 1, 0, -0.1, 0, 1, 0, 0));
    Refusal.names("pace", () -> spec(one, 0, 1, 0, 0, 1.1, 1, 0, 0));
    Refusal.names("pace", () -> spec(one, 0, 1, 0, 0, -0.1, 1, 0, 0));
    Refusal.names("limit", () -> spec(one, 0, 1, 0, 0, 0, 0, 0, 0));
    Refusal.names("limit", () -> spec(one, 0, 1, 0, 0, 0, 1.1, 0, 0));
    Refusal.names("sentiment", () -> spec(one, 0, 1, 0, 0, 0, 1, -0.1, 0));
    Refusal.names("persistence", () -> spec(one, 0, 1, 0, 0, 0, 1, 0, 1));
    Refusal.names("persistence", () -> spec(one, 0, 1, 0, 0, 0, 1, 0, -0.1));
  }

  private static FundamentalSpeculators.Spec spec(
      BigDecimal currency,
      double accruing,
      double discount,
      double perUser,
      double saturation,
      double pace,
      double limit,
      double sentiment,
      double persistence) {
    return new FundamentalSpeculators.Spec(
        currency, accruing, discount, perUser, saturation, pace, limit, sentiment, persistence);
  }
}
