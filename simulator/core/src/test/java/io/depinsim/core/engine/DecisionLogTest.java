package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.random.Streams;
import io.depinsim.core.run.DecisionKind;
import io.depinsim.core.run.DecisionSeal;
import io.depinsim.core.run.DecisionSink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionLogTest {
  private static final DecisionKind PLACEMENT =
      new DecisionKind("placement", List.of("work"), List.of("cheapest", "none free"), List.of());

  private static DecisionLog log(double rate) {
    return new DecisionLog(
        "base", "base", Instant.EPOCH, rate, new Streams(7, 0), DecisionSink.NOWHERE);
  }

  private static DecisionSeal logged(int decisions, double score) {
    DecisionLog log = log(1);
    int agent = log.agent("main");
    int jobs = log.subject("jobs");
    int kind = log.kind(PLACEMENT);
    for (int i = 0; i < decisions; i++) {
      log.begin(i, agent, kind, jobs, i);
      log.input(i);
      log.option(3, 1);
      log.option(4, i == decisions - 1 ? score : 2);
      log.end(1, 0);
    }
    return log.finish().orElseThrow();
  }

  @Test
  void aClosedLogTakesEverythingAndKeepsNothing() {
    DecisionLog none = DecisionLog.NONE;
    assertFalse(none.isOpen());
    assertFalse(none.wanted(1, 1));
    none.begin(0, none.agent("main"), none.kind(PLACEMENT), none.subject("jobs"), 1);
    none.input(1);
    none.option(1, 1);
    none.end(7, 7);
    assertEquals(Optional.empty(), none.finish());
    assertEquals(Optional.empty(), log(1).finish());
  }

  @Test
  void theSealDependsOnEveryDecision() {
    DecisionSeal seal = logged(5000, 2);
    assertEquals(5000, seal.decisions());
    assertEquals(2, seal.blocks());
    assertEquals(seal, logged(5000, 2));
    assertNotEquals(seal.chain(), logged(5000, 2.5).chain());
  }

  /** Fewer than 850 or more than 1150 of 100,000 come about less than once in 10^5. */
  @Test
  void theRateIsAShareAndTheChoiceIsKeyed() {
    DecisionLog log = log(0.01);
    DecisionLog again = log(0.01);
    DecisionLog more = log(0.02);
    int picked = 0;
    for (int job = 0; job < 100_000; job++) {
      boolean wanted = log.wanted(job % 10, job / 10);
      picked += wanted ? 1 : 0;
      assertTrue(
          !wanted || more.wanted(job % 10, job / 10), "a higher rate keeps what a lower has");
      if (job % 3 == 0) {
        assertEquals(wanted, again.wanted(job % 10, job / 10), "other questions change nothing");
      }
    }
    assertTrue(picked > 850 && picked < 1150, picked + " picked");
    assertTrue(log(1).wanted(5, 5));
    assertFalse(log(0).wanted(5, 5));
  }

  @Test
  void mistakesOfAMechanismAreRefused() {
    DecisionLog log = log(1);
    int agent = log.agent("main");
    assertEquals(agent, log.agent("main"));
    int jobs = log.subject("jobs");
    int kind = log.kind(PLACEMENT);
    assertThrows(IllegalArgumentException.class, () -> log.begin(0, agent + 1, kind, jobs, 0));
    log.begin(0, agent, kind, jobs, 0);
    assertThrows(IllegalArgumentException.class, () -> log.end(-1, 0), "no input");
    log.input(1);
    assertThrows(IllegalArgumentException.class, () -> log.end(0, 0), "no option");
    assertThrows(IllegalArgumentException.class, () -> log.end(-1, 2), "no such reason");
    log.end(-1, 1);
    assertThrows(IllegalStateException.class, () -> log.agent("late"));
    assertEquals(1, log.finish().orElseThrow().decisions());
  }

  @Test
  void optionsBeyondTheMostAreNotKept() {
    DecisionLog log = log(1);
    log.begin(0, log.agent("main"), log.kind(PLACEMENT), log.subject("jobs"), 0);
    log.input(1);
    for (int i = 0; i < 300; i++) {
      log.option(i, i);
    }
    assertThrows(IllegalArgumentException.class, () -> log.end(255, 0));
    log.end(254, 0);
  }
}
