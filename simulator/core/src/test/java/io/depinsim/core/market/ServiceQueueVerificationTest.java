package io.depinsim.core.market;

import static io.depinsim.core.market.PostedPricingTest.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/** Against closed forms for one and two machines, Erlang's sum, and the limit of many machines. */
class ServiceQueueVerificationTest {
  private static final int[] SERVERS = {
    1, 2, 3, 4, 5, 6, 8, 11, 16, 25, 40, 64, 100, 200, 500, 1000
  };

  @Test
  void oneMachineWaitsLikeMM1() {
    for (int percent = 0; percent < 100; percent++) {
      double use = percent / 100.0;
      double wait = 1.5 * use / (1 - use);
      assertEquals(wait, ServiceQueue.expectedWaitHours(1, use, 1.5), 1e-13 * (1 + wait));
      assertEquals(wait, ServiceQueue.exactWaitHours(1, use, 1.5), 1e-13 * (1 + wait));
      assertEquals(use, ServiceQueue.erlangC(1, use), 1e-15);
    }
  }

  @Test
  void twoMachinesWaitByTheirClosedForm() {
    for (int percent = 0; percent < 100; percent++) {
      double use = percent / 100.0;
      double wait = use * use / (1 - use * use);
      assertEquals(wait, ServiceQueue.exactWaitHours(2, use, 1), 1e-13 * (1 + wait));
      assertEquals(2 * use * use / (1 + use), ServiceQueue.erlangC(2, use), 1e-15);
    }
  }

  @Test
  void recursionGivesErlangsSum() {
    MathContext wide = new MathContext(60);
    for (int servers : SERVERS) {
      if (servers > 100) {
        continue; // The sum costs too much there.
      }
      for (String use : new String[] {"0.05", "0.3", "0.7", "0.9", "0.99"}) {
        BigDecimal ratio = new BigDecimal(use);
        BigDecimal offered = ratio.multiply(BigDecimal.valueOf(servers));
        BigDecimal term = BigDecimal.ONE;
        BigDecimal below = BigDecimal.ZERO;
        for (int k = 0; k < servers; k++) {
          below = below.add(term, wide);
          term = term.multiply(offered, wide).divide(BigDecimal.valueOf(k + 1L), wide);
        }
        BigDecimal all = term.divide(BigDecimal.ONE.subtract(ratio), wide);
        double want = all.divide(all.add(below), wide).doubleValue();
        double got = ServiceQueue.erlangC(servers, ratio.doubleValue());
        assertEquals(want, got, 1e-12 * want, servers + " machines at " + use);
      }
    }
  }

  /** Halfin and Whitt (1981): with c (1 - r)² = b², C tends to 1 / (1 + b Φ(b) / φ(b)). */
  @Test
  void manyMachinesTendToTheLimitOfHalfinAndWhitt() {
    int servers = 1_000_000;
    double limit = 1 / (1 + 0.8413447460685429 / 0.24197072451914337);
    assertEquals(limit, ServiceQueue.erlangC(servers, 1 - 1 / Math.sqrt(servers)), 5e-4);
  }

  @Test
  void theApproximationHasTheErrorItsDescriptionStates() {
    double absolute = 0;
    double half = 0;
    double third = 0;
    double tenth = 0;
    for (int servers : SERVERS) {
      for (int permille = 1; permille < 1000; permille++) {
        double use = permille / 1000.0;
        double exact = ServiceQueue.exactWaitHours(servers, use, 1);
        double error = Math.abs(ServiceQueue.expectedWaitHours(servers, use, 1) - exact);
        double waiting = ServiceQueue.erlangC(servers, use);
        absolute = Math.max(absolute, error);
        half = waiting >= 0.5 ? Math.max(half, error / exact) : half;
        third = waiting >= 0.3 ? Math.max(third, error / exact) : third;
        tenth = waiting >= 0.1 ? Math.max(tenth, error / exact) : tenth;
      }
    }
    // Bounds from both sides: the description would also be wrong if it were too modest.
    assertTrue(absolute > 0.033 && absolute < 0.034, "in service times: " + absolute);
    assertTrue(half > 0.05 && half < 0.06, "where half wait: " + half);
    assertTrue(third > 0.14 && third < 0.15, "where 30 % wait: " + third);
    assertTrue(tenth > 0.50 && tenth < 0.51, "where a tenth waits: " + tenth);
  }

  @Test
  void moreMachinesWaitLessAndMoreUseWaitsLonger() {
    for (int servers = 1; servers < 50; servers++) {
      for (int percent = 1; percent < 99; percent++) {
        double wait = ServiceQueue.expectedWaitHours(servers, percent / 100.0, 1);
        assertTrue(wait > ServiceQueue.expectedWaitHours(servers + 1, percent / 100.0, 1));
        assertTrue(wait < ServiceQueue.expectedWaitHours(servers, (percent + 1) / 100.0, 1));
      }
    }
  }

  @Test
  void anOverloadedServiceNeverSettles() {
    for (double use : new double[] {1, 1.5}) {
      assertEquals(Double.POSITIVE_INFINITY, ServiceQueue.expectedWaitHours(5, use, 1));
      assertEquals(Double.POSITIVE_INFINITY, ServiceQueue.exactWaitHours(5, use, 1));
      assertEquals(1, ServiceQueue.erlangC(5, use));
    }
    assertEquals(0, ServiceQueue.expectedWaitHours(5, 0, 1));
    assertTrue(ServiceQueue.expectedWaitHours(2.5, 0.8, 1) > 0, "a fraction of a machine");
  }

  @Test
  void refusesWhatIsOutOfRange() {
    refuses("servers: 0.5", () -> ServiceQueue.expectedWaitHours(0.5, 0.5, 1));
    refuses("utilisation: -0.1", () -> ServiceQueue.expectedWaitHours(1, -0.1, 1));
    refuses("utilisation: NaN", () -> ServiceQueue.erlangC(1, Double.NaN));
    refuses("serviceHours: -1.0", () -> ServiceQueue.exactWaitHours(1, 0.5, -1));
  }
}
