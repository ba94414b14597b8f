package io.depinsim.agents;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** Looks at what a spec refuses. */
public final class Refusal {
  private Refusal() {}

  /** Fails unless the spec is refused with a message that starts with the field. */
  public static void names(String field, Executable spec) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, spec, field);
    assertTrue(refused.getMessage().startsWith(field + ": "), refused.getMessage());
  }
}
