package io.depinsim.agents.consumer;

import io.depinsim.agents.Refusal;
import io.depinsim.core.time.Span;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What people cannot be. */
class ServiceChoiceSpecTest {
  private static void refuses(
      String field, BiConsumer<ChoiceWorld, Double> setter, double... values) {
    for (double wrong : values) {
      ChoiceWorld world = new ChoiceWorld();
      setter.accept(world, wrong);
      Refusal.names(field, world::spec);
    }
  }

  @Test
  void everyFieldHasItsRange() {
    double none = Double.NaN;
    refuses("value", (w, x) -> w.value = x, 0, none);
    refuses("valueSpread", (w, x) -> w.valueSpread = x, -0.1, none);
    refuses("budget", (w, x) -> w.budget = x, -1, none);
    refuses("budgetSpread", (w, x) -> w.budgetSpread = x, -0.1, none);
    refuses("usage", (w, x) -> w.usage = x, -1, none);
    refuses("referencePrice", (w, x) -> w.referencePrice = x, 0, none);
    refuses("elasticity", (w, x) -> w.elasticity = x, 0.1, none);
    refuses("networkEffect", (w, x) -> w.networkEffect = x, -0.1, none);
    refuses("networkHalf", (w, x) -> w.networkHalf = x, 0, none);
    refuses("waitCost", (w, x) -> w.waitCost = x, -1, none);
    refuses("noise", (w, x) -> w.noise = x, 0, none);
    refuses("belief", (w, x) -> w.belief = x, -0.1, 1.1, none);
    refuses("learning", (w, x) -> w.learning = x, -0.1, 1.1, none);
    refuses("moving", (w, x) -> w.moving = x, -0.1, 1.1, none);
    refuses("reachAtStart", (w, x) -> w.reachAtStart = x, -0.1, 1.1, none);
  }

  @Test
  void reachIsInMonths() {
    ChoiceWorld world = new ChoiceWorld();
    world.reachOver = Span.parse("90 days");
    Refusal.names("reachOver", world::spec);
  }
}
