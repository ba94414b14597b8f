package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCalendarTest {
  private static final long LAST = 1L << 53;
  private static final EventHandler NOTHING = (time, phase, sequence, kind, entity, payload) -> {};

  private final ServiceCalendar calendar = new ServiceCalendar();
  private long sequence;

  private int schedule(long time, int phase, int kind) {
    return calendar.schedule(time, phase, sequence++, kind, 10 + kind, -kind);
  }

  private List<Integer> kindsInOrder() {
    List<Integer> kinds = new ArrayList<>();
    while (calendar.headTime() != EventCalendar.NEVER) {
      calendar.step((time, phase, number, kind, entity, payload) -> kinds.add(kind));
    }
    return kinds;
  }

  @Test
  void stepsByTimeThenPhaseThenSequence() {
    schedule(7, 0, 4);
    schedule(5, 9, 3);
    schedule(5, 3, 1);
    schedule(5, 3, 2);
    schedule(5, 0, 0);
    assertEquals(5, calendar.headTime());
    assertEquals(0, calendar.headPhase());
    assertEquals(4, calendar.headSequence());
    assertEquals(List.of(0, 1, 2, 3, 4), kindsInOrder());
  }

  @Test
  void showsTheHandlerAllThatWasScheduled() {
    long most = PendingRows.SEQUENCES - 1;
    calendar.schedule(LAST, 9, most, PendingRows.KINDS - 1, Long.MIN_VALUE, Long.MAX_VALUE);
    assertEquals(9, calendar.headPhase());
    assertEquals(most, calendar.headSequence());
    calendar.step(
        (time, phase, number, kind, entity, payload) -> {
          assertEquals(LAST, time);
          assertEquals(9, phase.ordinal());
          assertEquals(most, number);
          assertEquals(PendingRows.KINDS - 1, kind);
          assertEquals(Long.MIN_VALUE, entity);
          assertEquals(Long.MAX_VALUE, payload);
          calendar.schedule(LAST, 9, 0, 0, 0, 0);
        });
    assertEquals(1, calendar.size());
  }

  @Test
  void aCancelledEventDoesNotHappenAndItsHandleIsUsedAgain() {
    int first = schedule(5, 0, 0);
    int second = schedule(6, 0, 1);
    assertTrue(calendar.pending(first));
    calendar.cancel(first);
    assertFalse(calendar.pending(first));
    assertEquals(6, calendar.headTime());
    assertEquals(first, schedule(9, 0, 2));
    assertEquals(List.of(1, 2), kindsInOrder());
    assertFalse(calendar.pending(second));
    assertThrows(IllegalArgumentException.class, () -> calendar.cancel(second));
    assertThrows(IllegalArgumentException.class, () -> calendar.cancel(-1));
    assertThrows(IllegalArgumentException.class, () -> calendar.cancel(99));
  }

  @Test
  void aRescheduledEventKeepsItsHandleAndWhatItIs() {
    int late = schedule(5, 0, 7);
    schedule(6, 0, 1);
    calendar.reschedule(late, 8, 2, sequence++);
    assertEquals(6, calendar.headTime());
    assertTrue(calendar.pending(late));
    assertEquals(List.of(1, 7), kindsInOrder());
    assertThrows(IllegalArgumentException.class, () -> calendar.reschedule(late, 9, 0, 9));
  }

  @Test
  void takesEventsBetweenTheLastStepAndTheHead() {
    for (int i = 0; i < 1_000; i++) {
      schedule(1_000_000 + i * 1_000, 0, 2);
    }
    schedule(10, 0, 0);
    calendar.step(NOTHING);
    assertEquals(1_000_000, calendar.headTime());
    for (int i = 0; i < 1_000; i++) {
      schedule(10 + 37 * i % 900, 1, 1);
    }
    List<Integer> kinds = kindsInOrder();
    assertEquals(2_000, kinds.size());
    assertEquals(kinds.stream().sorted().toList(), kinds);
  }

  @Test
  void refusesWhatLiesBeforeTheLastStepAndWhatItCannotHold() {
    int handle = schedule(7, 0, 0);
    schedule(5, 0, 0);
    calendar.step(NOTHING);
    long before = sequence;
    refuses(4, 0, 9, 0);
    refuses(LAST + 1, 0, 9, 0);
    refuses(6, -1, 9, 0);
    refuses(6, 10, 9, 0);
    refuses(6, 0, -1, 0);
    refuses(6, 0, PendingRows.SEQUENCES, 0);
    refuses(6, 0, 9, -1);
    refuses(6, 0, 9, PendingRows.KINDS);
    assertThrows(IllegalArgumentException.class, () -> calendar.reschedule(handle, 4, 0, before));
    assertThrows(IllegalArgumentException.class, () -> calendar.reschedule(handle, 9, 10, before));
    assertEquals(1, calendar.size());
    assertEquals(7, calendar.headTime());
  }

  private void refuses(long time, int phase, long number, int kind) {
    assertThrows(
        IllegalArgumentException.class, () -> calendar.schedule(time, phase, number, kind, 0, 0));
  }

  @Test
  void anEmptyCalendarHasNoNextEvent() {
    assertEquals(EventCalendar.NEVER, calendar.headTime());
    assertThrows(NoSuchElementException.class, () -> calendar.step(NOTHING));
    assertThrows(NoSuchElementException.class, calendar::headPhase);
  }

  @Test
  void onlyAnEmptyCalendarTakesOverEventsOfAnother() {
    schedule(5, 0, 0);
    schedule(6, 0, 0);
    RecordedState two = RecordedState.of(calendar);
    ServiceCalendar other = new ServiceCalendar();
    other.schedule(5, 0, 0, 0, 0, 0);
    assertThrows(IllegalStateException.class, () -> two.into(other));
  }

  /** A deadline is scheduled and withdrawn for every job: memory follows what is pending. */
  @ParameterizedTest
  @ValueSource(ints = {4_000, 12_345, 100_000, 1_000_001})
  void holdsAnEventInAtMost64Bytes(int pending) {
    SplittableRandom random = new SplittableRandom(pending);
    ArrayDeque<Integer> deadlines = new ArrayDeque<>();
    for (int i = 0; i < 3 * pending; i++) {
      if (deadlines.size() == pending) {
        calendar.cancel(deadlines.remove());
      }
      deadlines.add(schedule(random.nextLong(3_600_000_000L), 3, 1));
    }
    assertEquals(pending, calendar.size());
    assertAtMost64(pending);
    // All of one time is where the near events need most.
    deadlines.forEach(handle -> calendar.reschedule(handle, 5, 3, sequence++));
    calendar.step(NOTHING);
    assertAtMost64(pending);
  }

  private void assertAtMost64(int pending) {
    double bytes = (double) calendar.bytes() / pending;
    assertTrue(bytes <= 64, () -> bytes + " bytes for each of " + pending + " events");
  }
}
