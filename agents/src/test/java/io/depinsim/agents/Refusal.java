package io.depinsim.agents;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.scenario.Ranges;
import java.util.function.Supplier;

/** Looks at what a spec refuses. */
public final class Refusal {
  private Refusal() {}

  /**
   * Fails unless the spec is refused, by itself or by its ranges, with a message that starts with
   * the field.
   */
  public static void names(String field, Supplier<? extends Record> spec) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Ranges.require(spec.get()), field);
    assertTrue(refused.getMessage().startsWith(field + ": "), refused.getMessage());
  }
}
