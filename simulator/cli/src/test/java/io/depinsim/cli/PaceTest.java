package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  private final Pace pace = new Pace(0);

  @Test
  void saysNothingInTheFirstSecond() {
    pace.mark(SECOND / 2, 1);
    assertTrue(pace.perSecond().isEmpty());
    assertEquals(Optional.empty(), pace.left(10));
  }

  @Test
  void goesByTheRecentPast() {
    pace.mark(SECOND / 10, 0);
    // A slow start: one in ten seconds; then one a second for half a minute.
    pace.mark(10 * SECOND, 1);
    for (int i = 1; i <= 30; i++) {
      pace.mark((10 + i) * SECOND, 1 + i);
    }
    assertEquals(1.0, pace.perSecond().getAsDouble(), 1e-9);
    assertEquals(Optional.of(Duration.ofSeconds(69)), pace.left(100));
  }

  @Test
  void whatAnEarlierAttemptFinishedIsNoPace() {
    pace.mark(SECOND / 10, 50);
    pace.mark(5 * SECOND + SECOND / 10, 55);
    assertEquals(1.0, pace.perSecond().getAsDouble(), 1e-9);
  }

  @Test
  void standingStillHasNoEnd() {
    pace.mark(SECOND, 5);
    pace.mark(9 * SECOND, 5);
    assertEquals(Optional.empty(), pace.left(10));
  }
}
