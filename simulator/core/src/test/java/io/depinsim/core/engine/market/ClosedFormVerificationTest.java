package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.GenesisHolder.UnlockPlan;
import io.depinsim.core.engine.market.Scripts.Machines;
import io.depinsim.core.incentive.MonthlyEmission;
import io.depinsim.core.incentive.StepHalving;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.CliffVesting;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.LifecycleSpec;
import io.depinsim.core.scenario.LifecycleSpec.LaunchSpec;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.SpanUnit;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Supply over 96 months without behaviour: a constant price from outside, nobody who buys service
 * or speculates, the project's machines. Minted is the sum of E0 / 2^floor(k / 48), vested a
 * straight line after a cliff, circulating the sum of free, vested and minted; all three are
 * computed here from their definitions in integers, to the minor unit.
 */
class ClosedFormVerificationTest {
  private static final SimulationCalendar CALENDAR = MarketWorld.CALENDAR;
  private static final long PLACES = 1_000_000_000L;
  private static final long E0 = 6_250_000 * PLACES;
  private static final long FREE = 40_000_000 * PLACES;
  private static final long TEAM = 90_000_001 * PLACES;
  private static final long INVESTORS = 77_777_777 * PLACES;
  private static final int LAUNCH_MONTH = 2;

  private static UnlockPlan linear(long amount, int cliffMonths, int months) {
    return (now, origin) ->
        CliffVesting.continuous(
                amount,
                origin,
                CALENDAR.addMonths(origin, cliffMonths),
                CALENDAR.addMonths(origin, months))
            .vestedBy(now);
  }

  /** floor(amount x elapsed / length), by days, which calendar months are made of. */
  private static long vested(long amount, int month, int cliffMonths, int months) {
    if (month < cliffMonths) {
      return 0;
    }
    if (month >= months) {
      return amount;
    }
    long launch = CALENDAR.toDate(CALENDAR.addMonths(0, LAUNCH_MONTH)).toEpochDay();
    long now = CALENDAR.toDate(CALENDAR.addMonths(0, LAUNCH_MONTH + month)).toEpochDay();
    long end = CALENDAR.toDate(CALENDAR.addMonths(0, LAUNCH_MONTH + months)).toEpochDay();
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(now - launch))
        .divide(BigInteger.valueOf(end - launch))
        .longValueExact();
  }

  private static MarketWorld world() {
    Asset token = Asset.uncapped("TOK", 9);
    MonthlyEmission halving =
        new MonthlyEmission(
            new StepHalving(6_250_000, new Span(48, SpanUnit.MONTHS), null),
            new BuildContext("net", "TOK", 9, CALENDAR.start()));
    LaunchSpec launch =
        new LaunchSpec(new Span(LAUNCH_MONTH, SpanUnit.MONTHS), 3, new Span(5, SpanUnit.YEARS));
    return new SmallMarket("net", token)
        .outside(0.25, 10_000_000)
        .held(30_000_000)
        .emission(halving)
        .holderFromLaunch("team", 90_000_001, linear(TEAM, 12, 48))
        .holderFromLaunch("investors", 77_777_777, linear(INVESTORS, 6, 30))
        .lifecycle(new LifecycleSpec(launch, null, Map.of()))
        .build(new SmallOwners("project", 1, Machines.ofProject().order(0, 0, 3)));
  }

  @Test
  void supplyIsTheClosedFormInEachOfNinetySixMonths() {
    MarketWorld world = world();
    long[] minted = new long[1];
    long[] months = new long[1];
    world.each(
        "closed form",
        Phase.MEASUREMENT,
        number -> {
          int month = (int) Math.max(0, number - LAUNCH_MONTH);
          if (month > 0) {
            minted[0] += month <= 48 ? E0 : E0 / 2;
            months[0]++;
          }
          long team = number < LAUNCH_MONTH ? 0 : vested(TEAM, month, 12, 48);
          long investors = number < LAUNCH_MONTH ? 0 : vested(INVESTORS, month, 6, 30);
          String when = "month " + number;
          Asset token = world.accounts().token();
          assertEquals(minted[0], world.network().minted().total(), when);
          assertEquals(team + investors, world.network().genesisVested().total(), when);
          long free =
              world.ledger().total(token, AccountClass.WALLET)
                  + world.ledger().total(token, AccountClass.POOL);
          assertEquals(FREE + team + investors + minted[0], free, when);
          assertEquals(token.toTokensRounded(free), world.network().circulating(), when);
          assertEquals(number < LAUNCH_MONTH ? 0 : 0.25, world.market().price(), when);
        });
    world.run(LAUNCH_MONTH + 96);
    assertEquals(96, months[0]);
    // 48 x 6.25 + 48 x 3.125 million.
    assertEquals(450_000_000 * PLACES, minted[0]);
  }
}
