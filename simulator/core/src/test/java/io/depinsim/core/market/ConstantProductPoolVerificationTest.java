package io.depinsim.core.market;

import static io.depinsim.core.market.PostedPricingTest.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against closed forms and the vectors of Uniswap's own tests. */
class ConstantProductPoolVerificationTest {
  private static TokenExchange.Market market(long tokens, long currency) {
    return new TokenExchange.Market(tokens, currency, 1e9, 1e6, 0, 0);
  }

  private static ConstantProductPool pool(double fee) {
    return new ConstantProductPool(new ConstantProductPool.Spec(fee));
  }

  /** Uniswap v2-core, test/UniswapV2Pair.spec.ts, swapTestCases: whole units of 1e18, fee 0.3 %. */
  @ParameterizedTest
  @CsvSource({
    "1, 5, 10, 1662497915624478906",
    "1, 10, 5, 453305446940074565",
    "2, 5, 10, 2851015155847869602",
    "2, 10, 5, 831248957812239453",
    "1, 10, 10, 906610893880149131",
    "1, 100, 100, 987158034397061298",
    "1, 1000, 1000, 996006981039903216"
  })
  void paysWhatUniswapPays(long paidIn, long reserveIn, long reserveOut, BigInteger paidOut) {
    BigInteger unit = BigInteger.TEN.pow(18);
    assertEquals(
        paidOut,
        ConstantProductPool.paidOut(
            unit.multiply(BigInteger.valueOf(paidIn)),
            unit.multiply(BigInteger.valueOf(reserveIn)),
            unit.multiply(BigInteger.valueOf(reserveOut)),
            3_000));
  }

  @ParameterizedTest
  @CsvSource({"1", "15000", "150000", "1500000", "3000000000"})
  void aPurchaseMovesTheLogarithmOfThePriceByTwiceThatOfTheReserve(long paid) {
    // y' = y + J and x' = x y / y', so P' / P = (1 + J / y)^2.
    long tokens = 30_000_000_000_000_000L;
    long currency = 1_500_000_000_000L;
    ConstantProductPool pool = pool(0);
    long spent = paid * 1_000_000;
    long bought = pool.buy(spent, market(tokens, currency));
    double before = pool.price(market(tokens, currency));
    double after = pool.price(market(tokens - bought, currency + spent));
    assertEquals(0.05, before, 1e-15);
    assertEquals(
        2 * StrictMath.log1p((double) spent / currency), StrictMath.log(after / before), 1e-9);
  }

  @Test
  void aSaleMovesItByTwiceThatOfTheOtherReserve() {
    long tokens = 30_000_000_000_000_000L;
    long currency = 1_500_000_000_000L;
    ConstantProductPool pool = pool(0);
    long fetched = pool.sell(tokens, market(tokens, currency));
    assertEquals(currency / 2, fetched, "doubling the tokens halves the currency");
    double after = pool.price(market(2 * tokens, currency - fetched));
    assertEquals(0.05 / 4, after, 1e-15);
  }

  @Test
  void aSmallTradeCostsTheFee() {
    long tokens = 30_000_000_000_000_000L;
    long currency = 1_500_000_000_000L;
    // 1 USD into 1.5 million moves the price by 1.3e-6; 19.94 tokens for it at 5 cents.
    assertEquals(
        20 * 0.997, pool(0.003).buy(1_000_000, market(tokens, currency)) / 1e9, 20 * 0.7e-6);
    assertEquals(0.003, pool(0.003).fee());
    assertFalse(pool(0.003).exogenous());
  }

  @Test
  void refusesWhatItCannotHold() {
    refuses("fee: 1.0", () -> new ConstantProductPool.Spec(1));
    refuses("fee: -0.003", () -> new ConstantProductPool.Spec(-0.003));
    refuses("fee: NaN", () -> new ConstantProductPool.Spec(Double.NaN));
    refuses("fee: 3.05E-5 must be whole parts", () -> new ConstantProductPool.Spec(0.0000305));
    refuses("amount: -1", () -> pool(0).buy(-1, market(1, 1)));
    refuses("reserves: 0 and 1", () -> pool(0).sell(1, market(0, 1)));
  }
}
