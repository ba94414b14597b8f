package io.depinsim.agents.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.depinsim.core.engine.CapacityStrategy.Change;
import io.depinsim.core.engine.CapacityStrategy.Decision;
import io.depinsim.core.engine.CapacityStrategy.Observation;
import io.depinsim.core.engine.CapacityStrategy.Opening;
import io.depinsim.core.scenario.Ranges;
import io.depinsim.core.time.Span;
import io.depinsim.core.world.Terms;
import org.junit.jupiter.api.Test;

class ConstantCapacityTest {
  private static ConstantCapacity of(long units, long boosted, String term) {
    return new ConstantCapacity(
        Ranges.require(new ConstantCapacity.Spec(units, boosted, Span.parse(term))));
  }

  @Test
  void extendsWhatEndsAndDoesNothingElse() {
    ConstantCapacity strategy = of(100, 20, "30 days");
    assertEquals(new Opening(100, 20, 1, 30, 0), strategy.opening());
    assertEquals(Terms.of(30), strategy.terms(17));
    assertEquals(
        new Decision(new Change(0, 3, 0, 0), new Change(0, 2, 0, 0)),
        strategy.decide(new Observation(17, 1, 100, 20, 3, 2, 0.1, 0.2)));
  }

  @Test
  void refusesTermsThatNoBookHolds() {
    assertEquals(Terms.of(1), of(1, 0, "1 day").terms(0));
    assertEquals(Terms.of(2_000), of(1, 0, "2000 days").terms(0));
    for (String term : new String[] {"12 hours", "2001 days", "6 months", "300 weeks"}) {
      assertThrows(IllegalArgumentException.class, () -> of(1, 0, term), term);
    }
    assertThrows(IllegalArgumentException.class, () -> of(-1, 0, "1 day"));
    assertThrows(IllegalArgumentException.class, () -> of(0, -1, "1 day"));
  }
}
