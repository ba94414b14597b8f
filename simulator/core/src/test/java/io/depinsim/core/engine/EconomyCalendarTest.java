package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ec.util.MersenneTwisterFast;
import io.depinsim.core.time.Phase;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sim.engine.SimState;

class EconomyCalendarTest {
  private static final Phase[] PHASES = Phase.values();
  private static final long LAST = 1L << 53;

  private final EconomyCalendar calendar = new EconomyCalendar();

  /** What an event looks like from outside. */
  private record Seen(long time, int phase, long sequence, int kind, long entity, long payload) {
    static final Comparator<Seen> ORDER =
        Comparator.comparingLong(Seen::time)
            .thenComparingInt(Seen::phase)
            .thenComparingLong(Seen::sequence);
  }

  /** Random events, some of which add more when they happen, beside a plainly sorted list. */
  private static final class Rehearsal {
    final SplittableRandom random;
    final EconomyCalendar calendar;
    final List<Seen> pending = new ArrayList<>();
    long sequence;
    int stepped;

    Rehearsal(long seed, EconomyCalendar calendar) {
      this.random = new SplittableRandom(seed);
      this.calendar = calendar;
    }

    void add(long time, int phase) {
      Seen event =
          new Seen(
              time, phase, sequence++, random.nextInt(100), random.nextLong(), random.nextLong());
      calendar.schedule(
          time, PHASES[phase], event.sequence, event.kind, event.entity, event.payload);
      pending.add(event);
    }

    void step() {
      pending.sort(Seen.ORDER);
      Seen expected = pending.remove(0);
      assertEquals(expected.time, calendar.headTime());
      assertEquals(expected.phase, calendar.headPhase());
      assertEquals(expected.sequence, calendar.headSequence());
      calendar.step(
          (time, phase, sequenceNumber, kind, entity, payload) -> {
            assertEquals(
                expected, new Seen(time, phase.ordinal(), sequenceNumber, kind, entity, payload));
            int more = stepped < 400 ? random.nextInt(3) : 0;
            for (int i = 0; i < more; i++) {
              boolean sameInstant = random.nextInt(3) == 0;
              int from = sameInstant ? phase.ordinal() : 0;
              add(
                  time + (sameInstant ? 0 : 1 + random.nextInt(4)),
                  from + random.nextInt(PHASES.length - from));
            }
          });
      stepped++;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void stepsInOrderOfTimePhaseAndSequence(long seed) {
    Rehearsal rehearsal = new Rehearsal(seed, calendar);
    for (int i = 0; i < 60; i++) {
      rehearsal.add(rehearsal.random.nextInt(20), rehearsal.random.nextInt(PHASES.length));
    }
    while (!rehearsal.pending.isEmpty()) {
      rehearsal.step();
    }
    assertEquals(EventCalendar.NEVER, calendar.headTime(), "seed " + seed);
    assertTrue(rehearsal.stepped > 100, "seed " + seed + ": " + rehearsal.stepped + " steps");
  }

  @Test
  void anEventAddsOthersToTheInstantItRunsIn() {
    StringBuilder order = new StringBuilder();
    calendar.schedule(5, Phase.SETTLEMENT, 0, 0, 0, 0);
    calendar.schedule(6, Phase.SHOCKS, 1, 1, 0, 0);
    long[] sequence = {2};
    while (calendar.headTime() != EventCalendar.NEVER) {
      calendar.step(
          (time, phase, number, kind, entity, payload) -> {
            order.append(time).append(phase).append(kind).append(' ');
            if (kind == 0) {
              calendar.schedule(5, Phase.MEASUREMENT, sequence[0]++, 2, 0, 0);
              calendar.schedule(5, Phase.SETTLEMENT, sequence[0]++, 3, 0, 0);
            }
          });
    }
    assertEquals("5SETTLEMENT0 5SETTLEMENT3 5MEASUREMENT2 6SHOCKS1 ", order.toString());
  }

  /** Another calendar may have the present instant to itself after this one has emptied it. */
  @Test
  void anInstantThatHasEmptiedCanBeFilledAgain() {
    calendar.schedule(5, Phase.SHOCKS, 0, 0, 0, 0);
    calendar.schedule(9, Phase.SHOCKS, 1, 0, 0, 0);
    calendar.step((time, phase, number, kind, entity, payload) -> {});
    calendar.schedule(5, Phase.SERVICE, 2, 7, 0, 0);
    calendar.schedule(7, Phase.SERVICE, 3, 8, 0, 0);
    List<Integer> kinds = new ArrayList<>();
    while (calendar.headTime() != EventCalendar.NEVER) {
      calendar.step((time, phase, number, kind, entity, payload) -> kinds.add(kind));
    }
    assertEquals(List.of(7, 8, 0), kinds);
  }

  @Test
  void refusesThePastAndTimesThatAreNotExact() {
    calendar.schedule(5, Phase.SHOCKS, 0, 0, 0, 0);
    calendar.step((time, phase, number, kind, entity, payload) -> {});
    assertThrows(
        IllegalArgumentException.class, () -> calendar.schedule(4, Phase.SHOCKS, 1, 0, 0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> calendar.schedule(-1, Phase.SHOCKS, 1, 0, 0, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> calendar.schedule(LAST + 1, Phase.SHOCKS, 1, 0, 0, 0));
    assertEquals(EventCalendar.NEVER, calendar.headTime());
  }

  @Test
  void anEmptyCalendarHasNoNextEvent() {
    assertEquals(EventCalendar.NEVER, calendar.headTime());
    assertThrows(
        NoSuchElementException.class,
        () -> calendar.step((time, phase, number, kind, entity, payload) -> {}));
  }

  @Test
  void tellsMicrosecondsApartUpTo285Years() {
    for (int i = 0; i <= 100; i++) {
      calendar.schedule(LAST - 100 + i, Phase.SHOCKS, 200 - i, i, 0, 0);
    }
    long[] next = {LAST - 100};
    while (calendar.headTime() != EventCalendar.NEVER) {
      assertEquals(next[0], calendar.headTime());
      calendar.step((time, phase, number, kind, entity, payload) -> assertEquals(next[0]++, time));
    }
    assertEquals(LAST + 1, next[0]);
  }

  /** The generator MASON was given at the start has never been drawn from. */
  @Test
  void neverDrawsFromMasonsGenerator() throws ReflectiveOperationException {
    Field field = EconomyCalendar.class.getDeclaredField("state");
    field.setAccessible(true);
    MersenneTwisterFast generator = ((SimState) field.get(calendar)).random;
    MersenneTwisterFast untouched = (MersenneTwisterFast) generator.clone();
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 200_000; i++) {
      calendar.schedule(random.nextInt(50_000), PHASES[random.nextInt(10)], i, i % 64, i, 0);
    }
    long[] last = {-1, 0};
    while (calendar.headTime() != EventCalendar.NEVER) {
      calendar.step(
          (time, phase, number, kind, entity, payload) -> {
            assertTrue(time >= last[0]);
            last[0] = time;
            last[1]++;
          });
    }
    assertEquals(200_000, last[1]);
    assertTrue(generator.stateEquals(untouched));
    generator.nextInt();
    assertTrue(!generator.stateEquals(untouched), "a single draw would show");
  }
}
