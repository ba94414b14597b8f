package io.depinsim.core.incentive;

import static io.depinsim.core.incentive.MonthlyEmissionVerificationTest.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.time.SimulatedTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** 70 % of revenue in tokens, 280 to 2,800 a month; February 2025 has 28 days, March 31. */
class DemandLinkedEmissionTest {
  private static final BuildContext CONTEXT =
      new BuildContext("net", "NET", 9, Instant.parse("2025-02-01T00:00:00Z"));

  private static DemandLinkedEmission emission(Double total) {
    return new DemandLinkedEmission(new DemandLinkedEmission.Spec(0.7, 2_800, 280, total), CONTEXT);
  }

  private static Emission.Period week(int number, double revenue, double price) {
    return new Emission.Period(
        SimulatedTime.ofDays(7L * number),
        SimulatedTime.ofDays(7L * number + 7),
        0,
        0,
        0,
        revenue,
        price);
  }

  @Test
  void paysTokensWorthTheShareOfRevenue() {
    assertEquals(0.7 * 100 / 0.25, emission(null).expected(week(0, 100, 0.25)), 1e-12);
  }

  @Test
  void floorAndCapArePartOfThePeriodsShareOfTheMonth() {
    assertEquals(70, emission(null).expected(week(0, 1, 1)), 1e-12, "a quarter of 280");
    assertEquals(700, emission(null).expected(week(0, 1e9, 1)), 1e-12, "a quarter of 2,800");
    assertEquals(280 * 7 / 31.0, emission(null).expected(week(4, 1, 1)), 1e-12, "in March");
  }

  @Test
  void withoutAPriceOrRevenueItPaysTheFloor() {
    assertEquals(70, emission(null).expected(week(0, 1e9, 0)), 1e-12);
    assertEquals(70, emission(null).expected(week(0, 0, 0)), 1e-12);
    assertEquals(70, emission(null).expected(week(0, 0, 5)), 1e-12);
    assertEquals(700, emission(null).expected(week(0, 5, Double.MIN_VALUE)), 1e-12, "never NaN");
  }

  @Test
  void whatIsOnOfferPerDayIsThePaceOfTheLastPeriod() {
    DemandLinkedEmission emission = emission(null);
    assertEquals(10, emission.perDayNow(1), "the floor, in a month of 28 days");
    emission.expected(week(0, 100, 0.25));
    assertEquals(40, emission.perDayNow(1), 1e-12, "280 in a week");
    emission.expected(week(3, 100, 0.25));
    assertEquals(40 * 28 / 31.0, emission.perDayNow(1), 1e-12, "the same per month, in March");
  }

  @Test
  void aTotalEndsIt() {
    DemandLinkedEmission emission = emission(300.0);
    assertEquals(280, emission.expected(week(0, 100, 0.25)), 1e-12);
    assertEquals(20, emission.expected(week(1, 100, 0.25)), 1e-9);
    assertEquals(0, emission.expected(week(2, 100, 0.25)));
    assertEquals(0, emission.perDayNow(1));
  }

  @Test
  void refusesWhatIsOutOfRange() {
    refuses("share: -0.1", () -> new DemandLinkedEmission.Spec(-0.1, 2, 1, null));
    refuses("capPerMonth: NaN", () -> new DemandLinkedEmission.Spec(1, Double.NaN, 1, null));
    refuses("floorPerMonth: -1.0", () -> new DemandLinkedEmission.Spec(1, 2, -1, null));
    refuses("floorPerMonth: 3.0 must", () -> new DemandLinkedEmission.Spec(1, 2, 3, null));
    refuses("total: NaN", () -> new DemandLinkedEmission.Spec(1, 2, 1, Double.NaN));
  }
}
