package io.depinsim.agents.consumer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.agents.Refusal;
import io.depinsim.core.engine.market.DemandModel.Observation;
import io.depinsim.core.market.OrderBook;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.world.ConsumerTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users on record: 100 on 11 January, 300 on 31 January, 200 on 10 February. */
class DocumentedUsersTest {
  private final DocumentedUsers users =
      new DocumentedUsers(
          new DocumentedUsers.Spec(
              Map.of(
                  LocalDate.parse("2025-02-10"), 200.0,
                  LocalDate.parse("2025-01-11"), 100.0,
                  LocalDate.parse("2025-01-31"), 300.0),
              2),
          new BuildContext("net", "NET", 9, Instant.parse("2025-01-01T00:00:00Z")));

  private final ConsumerTable table = new ConsumerTable("them", 250, new long[4], 2);
  private final double[] units = {-1, -1};

  private void decide(long day, boolean open, double factor) {
    long now = day * SimulatedTime.MICROS_PER_DAY;
    double[] prices = {1e9, 0};
    users.decide(new Observation(now, 1, open, prices, prices, 0, 1, factor), table, units);
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "10, 100", "15, 150", "30, 300", "35, 250", "40, 200", "999, 200"})
  void areLinearBetweenDaysAndHeldBeyondThem(long day, double expected) {
    decide(day, true, 1);
    assertEquals(expected, table.totalUsers(), 1e-9);
    assertArrayEquals(new double[] {2 * expected, 0}, units, 1e-9);
    assertEquals(expected / 4, table.users(0)[3], 1e-9);
    assertEquals(0, table.users(1)[3]);
  }

  @Test
  void useNothingOfAClosedService() {
    decide(15, true, 1);
    decide(16, false, 1);
    assertEquals(0, table.totalUsers());
    assertArrayEquals(new double[2], units);
  }

  @Test
  void useMoreInAShockOfDemand() {
    decide(15, true, 3);
    assertEquals(150, table.totalUsers(), 1e-9);
    assertEquals(900, units[0], 1e-9);
  }

  @Test
  void bidForWhatTheyUseWithoutALimit() {
    OrderBook book = new OrderBook();
    long now = 15 * SimulatedTime.MICROS_PER_DAY;
    double[] prices = {1e9, 0};
    Observation seen = new Observation(now, 1, true, prices, prices, 0, 1, 3);
    users.bid(seen, table, 0, book.bids());
    users.bid(seen, table, 1, book.bids());
    users.bid(new Observation(now, 1, false, prices, prices, 0, 1, 3), table, 0, book.bids());
    assertEquals(1, book.bids().count(), "nothing of the second tier, nor while it is closed");
    assertEquals(Double.POSITIVE_INFINITY, book.bids().price(0));
    assertEquals(900, book.bids().units(0), 1e-9);
  }

  @Test
  void areNotMovedByWhatTheyExperience() {
    users.open(table, new Streams(7, 0));
    users.experience(table, ChoiceWorld.arrived(0, 0), 1);
    assertArrayEquals(new double[] {1, 1}, table.belief());
    assertEquals("", users.outside());
  }

  @Test
  void refuseAnEmptyRecordAndNegativeNumbers() {
    LocalDate day = LocalDate.parse("2025-01-11");
    Refusal.names("users", () -> new DocumentedUsers.Spec(Map.of(), 1));
    Refusal.names("users." + day, () -> new DocumentedUsers.Spec(Map.of(day, -1.0), 1));
    Refusal.names("users." + day, () -> new DocumentedUsers.Spec(Map.of(day, Double.NaN), 1));
    Refusal.names("usage", () -> new DocumentedUsers.Spec(Map.of(day, 1.0), -1));
  }
}
