package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.InvariantException;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
  private final Simulation simulation = new Simulation(new Ledger(CheckLevel.EVENT), 99);

  /** An event of either calendar. */
  private record Event(long time, int phase, long sequence, int kind, long entity) {
    static final Comparator<Event> ORDER =
        Comparator.comparingLong(Event::time)
            .thenComparingInt(Event::phase)
            .thenComparingLong(Event::sequence);
  }

  /** What a calendar for service events will be, on a queue of objects. */
  private static final class QueueCalendar implements EventCalendar {
    final PriorityQueue<Event> events = new PriorityQueue<>(Event.ORDER);

    @Override
    public long headTime() {
      return events.isEmpty() ? NEVER : events.element().time;
    }

    @Override
    public int headPhase() {
      return events.element().phase;
    }

    @Override
    public long headSequence() {
      return events.element().sequence;
    }

    @Override
    public void visitState(StateVisitor visitor) {
      throw new AssertionError("this calendar is in no checkpoint");
    }

    @Override
    public void step(EventHandler handler) {
      if (events.isEmpty()) {
        throw new NoSuchElementException();
      }
      Event e = events.remove();
      handler.handle(e.time, Phase.values()[e.phase], e.sequence, e.kind, e.entity, 0);
    }
  }

  /** Economy events and service events that at random schedule more of either sort. */
  private final class Both implements Mechanism {
    static final int ECONOMY = 0;
    static final int SERVICE = 1;
    final SplittableRandom random;
    final QueueCalendar service = new QueueCalendar();
    final List<Event> scheduled = new ArrayList<>();
    final List<Event> happened = new ArrayList<>();
    int firstKind;
    long entity;

    Both(long seed) {
      random = new SplittableRandom(seed);
    }

    @Override
    public String name() {
      return "both";
    }

    @Override
    public void start(Agenda agenda) {
      for (int i = 0; i < 40; i++) {
        add(agenda, random.nextInt(15), random.nextInt(10), i % 2);
      }
    }

    void add(Agenda agenda, long time, int phase, int kind) {
      // Only sequence numbers tell in which order the two sorts were scheduled, so each takes one.
      if (kind == ECONOMY) {
        agenda.schedule(time, Phase.values()[phase], kind, entity, 0);
      } else {
        service.events.add(
            new Event(time, phase, simulation.nextSequence(), firstKind + kind, entity));
      }
      scheduled.add(new Event(time, phase, entity, kind, entity));
      entity++;
    }

    @Override
    public void handle(Agenda agenda, Phase phase, int kind, long who, long payload) {
      long now = agenda.now();
      happened.add(new Event(now, phase.ordinal(), who, kind, who));
      for (int i = scheduled.size() < 2_000 ? random.nextInt(3) : 0; i > 0; i--) {
        boolean instant = random.nextInt(4) == 0;
        int from = instant ? phase.ordinal() : 0;
        add(
            agenda,
            now + (instant ? 0 : 1 + random.nextInt(5)),
            from + random.nextInt(10 - from),
            random.nextInt(2));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void interleavesTwoCalendarsThatScheduleIntoEachOther(long seed) {
    Both both = new Both(seed);
    simulation.add(new Named("first", agenda -> {}, () -> {}));
    both.firstKind = simulation.add(both);
    simulation.add(both.service);
    simulation.run(1_000_000);
    assertTrue(both.happened.size() > 200, "seed " + seed + ": " + both.happened.size());
    // Events are numbered as they are scheduled, so one plain sort gives the order all must have.
    List<Event> expected = new ArrayList<>(both.scheduled);
    expected.sort(Event.ORDER);
    assertEquals(expected, both.happened, "seed " + seed);
    assertEquals(both.happened.size(), simulation.events());
    assertEquals(1_000_000, simulation.now());
  }

  /** A mechanism made of two lambdas. */
  private record Named(String name, Consumer<Agenda> begin, Runnable act) implements Mechanism {
    @Override
    public void start(Agenda agenda) {
      begin.accept(agenda);
    }

    @Override
    public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
      act.run();
    }
  }

  private void add(Runnable act) {
    simulation.add(
        new Named("filecoin", agenda -> agenda.schedule(12, Phase.SETTLEMENT, 3, 42, 0), act));
  }

  @Test
  void stopsAtTheHorizonAndStepsEventsOnIt() {
    int[] count = new int[1];
    simulation.add(
        new Named(
            "n",
            agenda -> {
              for (int time = 8; time < 12; time++) {
                agenda.schedule(time, Phase.SHOCKS, 0, 0, 0);
              }
            },
            () -> count[0]++));
    simulation.run(10);
    assertEquals(3, count[0]);
    assertEquals(10, simulation.now());
  }

  @Test
  void aFailingEventIsRethrownWithItsPlace() {
    ArithmeticException cause = new ArithmeticException("too much");
    add(
        () -> {
          throw cause;
        });
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> simulation.run(100));
    assertEquals(
        "at 12 µs, phase SETTLEMENT, mechanism filecoin, entity 42, seed 99: too much",
        e.getMessage());
    assertSame(cause, e.getCause());
  }

  @Test
  void aBrokenInvariantKeepsItsTypeAndNamesItsPlace() {
    add(
        () -> {
          throw new InvariantException("escrow is short");
        });
    InvariantException e = assertThrows(InvariantException.class, () -> simulation.run(100));
    assertEquals(
        "at 12 µs, phase SETTLEMENT, mechanism filecoin, entity 42, seed 99: escrow is short",
        e.getMessage());
    assertInstanceOf(InvariantException.class, e.getCause());
  }

  @Test
  void refusesThePastAndEarlierPhasesOfThePresent() {
    for (boolean inTime : new boolean[] {true, false}) {
      Simulation fresh = new Simulation(new Ledger(CheckLevel.NONE), 1);
      fresh.add(new Late(inTime));
      IllegalStateException e = assertThrows(IllegalStateException.class, () -> fresh.run(100));
      assertInstanceOf(IllegalArgumentException.class, e.getCause());
    }
  }

  /** Schedules an event before the present, in time or else only in phase. */
  private record Late(boolean inTime) implements Mechanism {
    @Override
    public String name() {
      return "late";
    }

    @Override
    public void start(Agenda agenda) {
      agenda.schedule(10, Phase.SERVICE, 0, 0, 0);
    }

    @Override
    public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
      agenda.schedule(10 - (inTime ? 1 : 0), Phase.ALLOCATION, 0, 0, 0);
    }
  }

  @Test
  void refusesStateUnderATakenNameAndASecondRun() {
    StateOwner nothing = visitor -> {};
    simulation.registry().register("a", nothing);
    assertThrows(
        IllegalArgumentException.class, () -> simulation.registry().register("a", nothing));
    assertThrows(
        IllegalArgumentException.class, () -> simulation.registry().register("ledger", nothing));
    add(() -> {});
    assertThrows(IllegalArgumentException.class, () -> add(() -> {}));
    simulation.run(1);
    assertThrows(IllegalStateException.class, () -> simulation.run(2));
  }

  @Test
  void showsStateUnderTheNameOfItsOwnerInOrderOfRegistration() {
    simulation.registry().register("b", visitor -> visitor.longs("x", new long[] {1}, 1));
    simulation.registry().register("a", visitor -> visitor.doubles("y", new double[] {1}, 1));
    List<String> names = new ArrayList<>();
    simulation
        .registry()
        .visit(
            new StateVisitor() {
              @Override
              public void longs(String name, long[] column, int length) {
                names.add(name);
              }

              @Override
              public void doubles(String name, double[] column, int length) {
                names.add(name);
              }
            });
    assertEquals(List.of("b/x", "a/y"), names);
  }
}
