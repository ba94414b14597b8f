package io.depinsim.core.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.incentive.DemandLinkedEmission;
import io.depinsim.core.incentive.Emission;
import io.depinsim.core.incentive.MonthlyEmission;
import io.depinsim.core.incentive.StepHalving;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Everything a rule remembers shows in its state, so that digests and checkpoints see it. */
class MarketStateTest {
  private static final BuildContext CONTEXT =
      new BuildContext("net", "NET", 3, Instant.parse("2025-01-01T00:00:00Z"));
  private static final Emission.Period FEBRUARY =
      new Emission.Period(
          SimulatedTime.ofDays(31), SimulatedTime.ofDays(59), SimulatedTime.ofDays(31), 0, 0, 9, 3);

  private static Map<String, String> state(StateOwner owner) {
    Map<String, String> columns = new TreeMap<>();
    owner.visitState(
        new StateVisitor() {
          @Override
          public void longs(String name, long[] column, int length) {
            columns.put(name, Arrays.toString(Arrays.copyOf(column, length)));
          }

          @Override
          public void doubles(String name, double[] column, int length) {
            columns.put(name, Arrays.toString(Arrays.copyOf(column, length)));
          }
        });
    return columns;
  }

  @Test
  void pricesShowThemselves() {
    UtilisationPricing pricing =
        new UtilisationPricing(new UtilisationPricing.Spec(8, 0.5, 0.125, null, null));
    pricing.observe(MarketPeriod.ofUse(1), (limit, bound) -> {});
    assertEquals(Map.of("price", "[9.0]"), state(pricing));
    OutsideExchange path =
        new OutsideExchange(new GeometricPrice(new GeometricPrice.Spec(5, 0, 0)));
    assertEquals(Map.of("price", "[5.0]"), state(path));
    OutsideExchange history =
        new OutsideExchange(
            new PriceHistory(
                new PriceHistory.Spec(Map.of(LocalDate.parse("2025-01-01"), 1.0)), CONTEXT));
    history.advance(77, 1, 1, 1, new Streams(1, 0));
    assertEquals(Map.of("nowMicros", "[77]"), state(history));
  }

  @Test
  void emissionsShowLaunchTimeAndWhatIsLeft() {
    MonthlyEmission halving =
        new MonthlyEmission(new StepHalving(10, Span.parse("1 year"), 25.0), CONTEXT);
    halving.expected(FEBRUARY);
    assertEquals(
        Map.of("launchAndNow", "[2678400000000, 5097600000000]", "leftMinor", "[15000]"),
        state(halving));
    DemandLinkedEmission demand =
        new DemandLinkedEmission(new DemandLinkedEmission.Spec(1, 100, 0, 25.0), CONTEXT);
    demand.expected(FEBRUARY);
    assertEquals("[22000]", state(demand).get("leftMinor"));
    assertEquals("[2678400000000, 5097600000000]", state(demand).get("launchAndNow"));
    assertEquals(3, state(demand).size());
  }
}
