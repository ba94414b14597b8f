package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.time.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Random events, withdrawals and changes of time against a plain queue of objects. */
class ServiceCalendarPropertyTest {
  private static final int PHASES = Phase.values().length;
  private static final long LAST = 1L << 53;

  /** How far ahead events are scheduled. */
  private enum Ahead {
    EQUAL {
      @Override
      long draw(SplittableRandom random, int drawn) {
        return 0;
      }
    },
    FEW_TIMES {
      @Override
      long draw(SplittableRandom random, int drawn) {
        return random.nextInt(4);
      }
    },
    EXPONENTIAL {
      @Override
      long draw(SplittableRandom random, int drawn) {
        return (long) (-StrictMath.log(1 - random.nextDouble()) * 50_000);
      }
    },
    TWO_SCALES {
      @Override
      long draw(SplittableRandom random, int drawn) {
        return random.nextInt(3) == 0 ? random.nextLong(1L << 40) : random.nextInt(100);
      }
    },
    DESCENDING {
      @Override
      long draw(SplittableRandom random, int drawn) {
        return Math.max(0, 1_000_000_000L - 1_000L * drawn);
      }
    },
    CAMEL_HUMPS {
      @Override
      long draw(SplittableRandom random, int drawn) {
        long hump = random.nextBoolean() ? 1_000_000 : 1_000_000_000;
        return hump + random.nextInt(5_000);
      }
    },
    POWERS_OF_TWO {
      @Override
      long draw(SplittableRandom random, int drawn) {
        return (1L << random.nextInt(44)) - random.nextInt(2);
      }
    },
    BURSTS {
      @Override
      long draw(SplittableRandom random, int drawn) {
        return drawn / 300 % 7 * 100_000L;
      }
    };

    abstract long draw(SplittableRandom random, int drawn);
  }

  /** What an event looks like from outside. */
  private record Seen(long time, int phase, long sequence, int kind, long entity, long payload) {
    static final Comparator<Seen> ORDER =
        Comparator.comparingLong(Seen::time)
            .thenComparingInt(Seen::phase)
            .thenComparingLong(Seen::sequence);
  }

  /** One or more calendars that are told the same, beside the queue of objects. */
  private static final class Rehearsal {
    final SplittableRandom random;
    final Ahead ahead;
    final String where;
    final List<ServiceCalendar> calendars = new ArrayList<>(List.of(new ServiceCalendar()));
    final PriorityQueue<Seen> expected = new PriorityQueue<>(Seen.ORDER);
    final Map<Integer, Seen> byHandle = new HashMap<>();
    final Map<Long, Integer> handles = new HashMap<>();
    final List<Long> sequences = new ArrayList<>();
    long now;
    int phaseNow;
    long sequence;
    int stepped;

    Rehearsal(Ahead ahead, long seed) {
      this.ahead = ahead;
      this.random = new SplittableRandom(seed);
      this.where = ahead + ", seed " + seed;
    }

    private Seen drawn(int kind, long entity, long payload) {
      long time = Math.min(LAST, now + ahead.draw(random, (int) sequence));
      int from = time == now ? phaseNow : 0;
      int phase = from + random.nextInt(PHASES - from);
      return new Seen(time, phase, sequence++, kind, entity, payload);
    }

    void schedule() {
      Seen e = drawn(random.nextInt(PendingRows.KINDS), random.nextLong(), random.nextLong());
      int handle = -1;
      for (int i = 0; i < calendars.size(); i++) {
        int given =
            calendars.get(i).schedule(e.time, e.phase, e.sequence, e.kind, e.entity, e.payload);
        assertTrue(i == 0 || given == handle, where);
        handle = given;
      }
      assertEquals(null, byHandle.put(handle, e), where);
      remember(handle, e);
    }

    private void remember(int handle, Seen e) {
      expected.add(e);
      handles.put(e.sequence, handle);
      sequences.add(e.sequence);
    }

    /** Forgets a random event of those pending and returns its handle, or -1 if none is. */
    private int any() {
      while (!sequences.isEmpty()) {
        int index = random.nextInt(sequences.size());
        long picked = sequences.get(index);
        sequences.set(index, sequences.get(sequences.size() - 1));
        sequences.remove(sequences.size() - 1);
        Integer handle = handles.remove(picked);
        if (handle != null) {
          return handle;
        }
      }
      return -1;
    }

    void cancel() {
      int handle = any();
      if (handle >= 0) {
        expected.remove(byHandle.remove(handle));
        calendars.forEach(calendar -> calendar.cancel(handle));
      }
    }

    void reschedule() {
      int handle = any();
      if (handle >= 0) {
        Seen old = byHandle.get(handle);
        expected.remove(old);
        Seen e = drawn(old.kind, old.entity, old.payload);
        byHandle.put(handle, e);
        calendars.forEach(c -> c.reschedule(handle, e.time, e.phase, e.sequence));
        remember(handle, e);
      }
    }

    void step(int mostMore) {
      Seen next = expected.remove();
      byHandle.remove(handles.remove(next.sequence));
      now = next.time;
      phaseNow = next.phase;
      stepped++;
      for (ServiceCalendar calendar : calendars) {
        assertEquals(next.time, calendar.headTime(), where);
        assertEquals(next.phase, calendar.headPhase(), where);
        assertEquals(next.sequence, calendar.headSequence(), where);
        boolean last = calendar == calendars.get(calendars.size() - 1);
        calendar.step(
            (time, phase, number, kind, entity, payload) -> {
              assertEquals(
                  next, new Seen(time, phase.ordinal(), number, kind, entity, payload), where);
              if (last) {
                act(mostMore);
              }
            });
      }
    }

    /** Some of everything. */
    private void act(int mostMore) {
      for (int i = random.nextInt(mostMore + 1); i > 0; i--) {
        schedule();
      }
      if (random.nextInt(3) == 0) {
        cancel();
      }
      if (random.nextInt(3) == 0) {
        reschedule();
      }
    }

    void run(int steps, int mostMore) {
      for (int i = 0; i < steps && !expected.isEmpty(); i++) {
        step(mostMore);
        // As an economy event would, between the last step and the head.
        if (random.nextInt(4) == 0) {
          act(1);
        }
        if (random.nextInt(400) == 0) {
          for (int burst = 0; burst < 100; burst++) {
            schedule();
          }
        }
      }
    }

    void drain() {
      while (!expected.isEmpty()) {
        step(0);
        assertEquals(expected.size(), calendars.get(0).size(), where);
      }
      calendars.forEach(c -> assertEquals(EventCalendar.NEVER, c.headTime(), where));
    }
  }

  static Stream<Arguments> cases() {
    return Stream.of(Ahead.values())
        .flatMap(ahead -> Stream.of(1L, 2L, 3L, 4L).map(seed -> Arguments.of(ahead, seed)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void stepsInOrderWhateverIsScheduledCancelledAndMoved(Ahead ahead, long seed) {
    Rehearsal rehearsal = new Rehearsal(ahead, seed);
    int start = seed == 1 ? 5 : 400 * (int) seed;
    for (int i = 0; i < start; i++) {
      rehearsal.schedule();
    }
    rehearsal.run(2_000, 2);
    rehearsal.run(500, 4);
    rehearsal.drain();
    assertTrue(rehearsal.stepped > start / 3, rehearsal.where + ": " + rehearsal.stepped);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRestoredCalendarGoesOnWithTheSameHandles(Ahead ahead, long seed) {
    Rehearsal rehearsal = new Rehearsal(ahead, seed);
    for (int i = 0; i < 700; i++) {
      rehearsal.schedule();
    }
    for (int round = 0; round < 3; round++) {
      rehearsal.run(300, 2);
      ServiceCalendar latest = rehearsal.calendars.get(round);
      RecordedState state = RecordedState.of(latest);
      ServiceCalendar restored = new ServiceCalendar();
      state.into(restored);
      state.assertSame(RecordedState.of(restored), rehearsal.where);
      rehearsal.calendars.add(restored);
    }
    rehearsal.run(300, 2);
    RecordedState first = RecordedState.of(rehearsal.calendars.get(0));
    rehearsal.calendars.forEach(
        calendar -> first.assertSame(RecordedState.of(calendar), rehearsal.where));
    rehearsal.drain();
  }
}
