package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.InvariantException;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What check levels find in a run, and that they change nothing. */
class RunChecksTest {
  private static final long DAY = SmallNetwork.days(1);

  private static SmallWorld world(CheckLevel level) {
    return new SmallNetwork()
        .checks(level)
        .provider("keeps", Script.keeping(4))
        .held(100)
        .emission(10)
        .build();
  }

  /** From day 3 on the reserve holds a token that no claim knows of. */
  private static SmallWorld lyingClaim(CheckLevel level) {
    SmallWorld world = world(level);
    NetworkAccounts a = world.accounts();
    world.ledger().claim(a.reserve(), () -> 0);
    return world.daily(
        "thief",
        Phase.DECISIONS,
        day -> {
          if (day == 3) {
            world.ledger().transfer(a.bought(), a.holders(), a.reserve(), 100);
          }
        });
  }

  @Test
  void withoutChecksALyingClaimIsNotFound() {
    lyingClaim(CheckLevel.NONE).run(5);
  }

  @Test
  void theRunLevelFindsItAtTheEnd() {
    SmallWorld world = lyingClaim(CheckLevel.RUN);
    InvariantException e = assertThrows(InvariantException.class, () -> world.run(5));
    assertTrue(
        e.getMessage()
            .startsWith(
                "checked after the event at "
                    + 5 * DAY
                    + " µs, phase DECISIONS, mechanism thief, entity 5, seed 7: TOK account"
                    + " net.reserve: holds 1.00 TOK against claims of 0.00 TOK"),
        e.getMessage());
  }

  @ParameterizedTest
  @EnumSource(
      value = CheckLevel.class,
      names = {"EPOCH", "EVENT"})
  void theEpochLevelFindsItAtTheEndOfItsInstant(CheckLevel level) {
    SmallWorld world = lyingClaim(level);
    InvariantException e = assertThrows(InvariantException.class, () -> world.run(5));
    assertTrue(
        e.getMessage()
            .startsWith(
                "checked after the event at "
                    + 3 * DAY
                    + " µs, phase DECISIONS, mechanism thief, entity 3, seed 7: "),
        e.getMessage());
    assertEquals(3 * DAY, world.simulation().now());
  }

  /** A wallet is written behind the ledger's back before noon's settlement of the same instant. */
  private static SmallWorld forgedBalance(CheckLevel level, Phase phase) {
    SmallWorld world = world(level);
    return world.daily(
        "forger",
        phase,
        day -> {
          if (day == 3) {
            world.ledger().visitState(new Forger());
          }
        });
  }

  /** State is shown as it is, not as a copy, so a visitor that writes can do harm. */
  private static final class Forger implements StateVisitor {
    @Override
    public void longs(String name, long[] column, int length) {
      if (name.equals("balance/net.providers.wallet")) {
        column[0]++;
      }
    }

    @Override
    public void doubles(String name, double[] column, int length) {}
  }

  @Test
  void theEventLevelNamesTheEventThatTouchesAForgedBalance() {
    SmallWorld world = forgedBalance(CheckLevel.EVENT, Phase.SHOCKS);
    InvariantException e = assertThrows(InvariantException.class, () -> world.run(5));
    // Arrivals move nothing; the settlement pays the reward into the forged column.
    assertTrue(
        e.getMessage()
            .startsWith(
                "checked after the event at "
                    + 3 * DAY
                    + " µs, phase SETTLEMENT, mechanism net, entity 0, seed 7: "),
        e.getMessage());
  }

  @Test
  void theEpochLevelFindsAForgedBalanceThatNobodyTouches() {
    SmallWorld world = forgedBalance(CheckLevel.EPOCH, Phase.MEASUREMENT);
    InvariantException e = assertThrows(InvariantException.class, () -> world.run(5));
    assertTrue(e.getMessage().contains("at " + 3 * DAY + " µs, phase MEASUREMENT"));
    assertThrows(
        InvariantException.class, () -> forgedBalance(CheckLevel.RUN, Phase.SHOCKS).run(5));
    forgedBalance(CheckLevel.NONE, Phase.SHOCKS).run(5);
  }

  /** Nothing a mechanism may call can move money on one side only. */
  @Test
  void anOverdraftIsRefusedAtEveryLevel() {
    for (CheckLevel level : CheckLevel.values()) {
      SmallWorld world = world(level);
      NetworkAccounts a = world.accounts();
      world.daily(
          "overdraws",
          Phase.DECISIONS,
          day -> world.ledger().transfer(a.bought(), a.holders(), 0, a.wallet(), 0, 10_001));
      InvariantException e = assertThrows(InvariantException.class, () -> world.run(5));
      assertTrue(e.getMessage().contains("mechanism overdraws"), e.getMessage());
    }
  }

  private static String digest(long seed, CheckLevel level, boolean metrics) {
    SmallWorld world = RandomNetworks.of(seed).checks(level).build();
    List<Gauge> gauges = metrics ? NetworkGauges.of(world.network()) : List.of();
    long[] points = LongStream.rangeClosed(0, 60).map(SmallNetwork::days).toArray();
    Recorder recorder = new Recorder(gauges, world.simulation().registry(), points);
    world.simulation().add(recorder);
    world.run(60);
    return recorder.digest();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void checksAndMetricsDoNotChangeTheDigest(long seed) {
    String plain = digest(seed, CheckLevel.NONE, false);
    for (CheckLevel level : CheckLevel.values()) {
      assertEquals(plain, digest(seed, level, true), "seed " + seed + ", level " + level);
    }
    assertNotEquals(plain, digest(seed + 1, CheckLevel.NONE, false));
  }

  @Test
  void aMetricThatIsNoNumberStopsTheRun() {
    SmallWorld world = world(CheckLevel.NONE);
    Gauge good = NetworkGauges.of(world.network()).get(0);
    Recorder recorder =
        new Recorder(
            List.of(new Gauge(good.definition(), () -> Double.NaN)),
            world.simulation().registry(),
            new long[] {0});
    world.simulation().add(recorder);
    InvariantException e = assertThrows(InvariantException.class, () -> world.run(1));
    assertTrue(e.getMessage().contains("metric net.minedTotal: NaN"), e.getMessage());
  }
}
