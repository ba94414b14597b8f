package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.depinsim.core.run.FindingRow.Verdict;
import io.depinsim.core.scenario.FindingSpec.Direction;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which verdicts can stand beside which figures. */
final class FindingRowTest {
  private static FindingRow ofOneReplicate(Verdict verdict) {
    OptionalDouble none = OptionalDouble.empty();
    return new FindingRow(
        "steady",
        "Claim.",
        "base",
        "a",
        "b",
        "net.price",
        "mean",
        OptionalDouble.of(1),
        none,
        none,
        none,
        Direction.above,
        0,
        1,
        1,
        verdict,
        "1",
        false,
        "");
  }

  @ParameterizedTest
  @EnumSource(names = {"undecided", "refused"})
  void oneReplicateMayBeUndecidedOrRefused(Verdict verdict) {
    assertEquals(verdict, ofOneReplicate(verdict).verdict());
  }

  @Test
  void oneReplicateDecidesNothing() {
    assertThrows(IllegalArgumentException.class, () -> ofOneReplicate(Verdict.holds));
    assertThrows(IllegalArgumentException.class, () -> ofOneReplicate(Verdict.reversed));
  }
}
