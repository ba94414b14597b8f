package io.depinsim.core.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Random pools of 1 to 2^62 minor units a side, random trades, fees of 0 to 99.9999 %. */
class ConstantProductPoolPropertyTest {
  private static final int CASES = 20_000;
  private static final Streams STREAMS = new Streams(20_251_125, 0);
  private static final long MOST = ConstantProductPool.LARGEST_RESERVE;

  private record Case(long in, long out, long first, long second, int fee, String what) {
    static Case of(int number) {
      Draws draws = STREAMS.at(Purpose.UNCERTAINTY, number, 0);
      long in = 1 + size(draws);
      long out = 1 + size(draws);
      long first = size(draws);
      long second = size(draws);
      int fee = number % 3 == 0 ? 0 : number % 3 == 1 ? 3_000 : draws.nextInt(1_000_000);
      String what =
          "seed 20251125, case " + number + ": " + in + " " + out + " " + first + " " + second;
      return new Case(in, out, first, second, fee, what + " fee " + fee);
    }

    /** 0 to 2^62 - 1, all orders of magnitude alike. */
    private static long size(Draws draws) {
      return draws.nextLong(MOST) >>> draws.nextInt(62);
    }

    long pay(long amount) {
      return ConstantProductPool.paidOut(amount, in, out, fee);
    }
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  @Test
  void theProductNeverFallsAndOneUnitMoreWouldMakeItFall() {
    for (int number = 0; number < CASES; number++) {
      Case c = Case.of(number);
      long paid = c.pay(c.first);
      assertTrue(paid >= 0 && paid < c.out, c.what);
      BigInteger after = product(c.out - paid, 1).multiply(sum(c.in, c.first));
      assertTrue(after.compareTo(product(c.in, c.out)) >= 0, c.what);
      if (c.fee == 0 && paid + 1 < c.out) {
        BigInteger more = product(c.out - paid - 1, 1).multiply(sum(c.in, c.first));
        assertTrue(more.compareTo(product(c.in, c.out)) < 0, c.what + ": too little is paid");
      }
    }
  }

  private static BigInteger sum(long a, long b) {
    return BigInteger.valueOf(a).add(BigInteger.valueOf(b));
  }

  @Test
  void splittingATradeNeverGains() {
    for (int number = 0; number < CASES; number++) {
      Case c = Case.of(number);
      if (c.first > MOST - c.second || c.in > MOST - c.first) {
        continue; // The whole trade would not fit.
      }
      long half = c.pay(c.first);
      long rest = ConstantProductPool.paidOut(c.second, c.in + c.first, c.out - half, c.fee);
      long whole = c.pay(c.first + c.second);
      assertTrue(half + rest <= whole, c.what + ": " + half + " + " + rest + " > " + whole);
    }
  }

  @Test
  void buyingAndSellingAgainNeverProfits() {
    for (int number = 0; number < CASES; number++) {
      Case c = Case.of(number);
      if (c.in > MOST - c.first) {
        continue;
      }
      long bought = c.pay(c.first);
      long back = ConstantProductPool.paidOut(bought, c.out - bought, c.in + c.first, c.fee);
      assertTrue(back <= c.first, c.what + ": " + back);
    }
  }

  @Test
  void payingMoreNeverBringsLessAndAFeeNeverBringsMore() {
    for (int number = 0; number < CASES; number++) {
      Case c = Case.of(number);
      long less = Math.min(c.first, c.second);
      long more = Math.max(c.first, c.second);
      assertTrue(c.pay(less) <= c.pay(more), c.what);
      assertTrue(c.pay(more) <= ConstantProductPool.paidOut(more, c.in, c.out, 0), c.what);
      assertEquals(0, c.pay(0), c.what);
    }
  }

  @Test
  void theExtremesAreExact() {
    assertEquals(MOST / 2, ConstantProductPool.paidOut(MOST, MOST, MOST, 0));
    assertEquals(MOST - 1, ConstantProductPool.paidOut(MOST, 1, MOST, 0));
    assertEquals(0, ConstantProductPool.paidOut(1, MOST, MOST, 0), "2^62 / (2^62 + 1) is below 1");
    assertEquals(0, ConstantProductPool.paidOut(MOST, MOST, 1, 0));
    // 2^62 x 997/1000 x 2^62 / (2^62 x 1.997): 997/1997 of 2^62.
    BigInteger share = BigInteger.valueOf(MOST).multiply(BigInteger.valueOf(997));
    long want = share.divide(BigInteger.valueOf(1997)).longValueExact();
    assertEquals(want, ConstantProductPool.paidOut(MOST, MOST, MOST, 3_000));
    assertEquals(
        Long.MAX_VALUE / 2,
        ConstantProductPool.paidOut(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 0));
  }
}
