package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.time.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Economy and service events in one driver. */
class ServiceAgendaTest {
  private static final Phase[] PHASES = Phase.values();
  private static final long HORIZON = 4_000;

  /** An event that happened, by its number in order of scheduling. */
  private record Event(long time, int phase, long number) {
    static final Comparator<Event> ORDER =
        Comparator.comparingLong(Event::time)
            .thenComparingInt(Event::phase)
            .thenComparingLong(Event::number);
  }

  /**
   * Either sort of event schedules more of both, often for the very instant. All choices follow
   * from the event's number, so that the mechanism holds no generator. Each event has a deadline
   * that is withdrawn when it happens, or moved.
   */
  private static final class Both implements Mechanism {
    static final int ECONOMY = 0;
    static final int SERVICE = 1;
    static final int DEADLINE = 2;

    final Simulation simulation = new Simulation(new Ledger(CheckLevel.EVENT), 5);
    final ServiceAgenda service = simulation.service(simulation.add(this));
    final List<Event> scheduled = new ArrayList<>();
    final List<Event> happened = new ArrayList<>();
    final TreeMap<Long, Integer> deadlines = new TreeMap<>();
    final long[] number = {0};

    Both() {
      simulation.registry().register("number", visitor -> visitor.longs("n", number, 1));
    }

    @Override
    public String name() {
      return "both";
    }

    @Override
    public void start(Agenda agenda) {
      for (int i = 0; i < 40; i++) {
        add(agenda, i * 7 % 15, i % 10, i % 2);
      }
    }

    private void add(Agenda agenda, long time, int phase, int kind) {
      long n = number[0]++;
      scheduled.add(new Event(time, phase, n));
      if (kind == ECONOMY) {
        agenda.schedule(time, PHASES[phase], ECONOMY, n, 0);
      } else {
        int deadline = service.schedule(HORIZON, Phase.MEASUREMENT, DEADLINE, n, 0);
        service.schedule(time, PHASES[phase], SERVICE, n, deadline);
      }
    }

    @Override
    public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
      long now = agenda.now();
      assertEquals(now, service.now());
      if (kind == DEADLINE) {
        throw new AssertionError("all deadlines are withdrawn, but not that of " + entity);
      }
      happened.add(new Event(now, phase.ordinal(), entity));
      if (kind == SERVICE) {
        int deadline = (int) payload;
        assertTrue(service.pending(deadline));
        service.reschedule(deadline, now, Phase.MEASUREMENT);
        service.cancel(deadline);
        assertFalse(service.pending(deadline));
      }
      long luck = entity * 0x9E3779B97F4A7C15L >>> 40;
      int more = number[0] > 4_000 ? 0 : luck % 5 == 0 ? 2 : 1;
      for (int i = 0; i < more; i++) {
        luck = (luck + i + 1) * 0xBF58476D1CE4E5B9L >>> 33;
        boolean instant = now > 0 && luck % 3 == 0 && entity % 7 > 1;
        int from = instant ? phase.ordinal() : 0;
        long time = now + (instant ? 0 : 1 + luck / 3 % 40);
        if (time < HORIZON) {
          add(agenda, time, from + (int) (luck / 1024 % (10 - from)), (int) (luck / 7 % 2));
        }
      }
    }
  }

  @Test
  void bothSortsOfEventsRunInOneOrder() {
    Both both = new Both();
    both.simulation.run(HORIZON);
    assertTrue(both.happened.size() > 2_000, () -> "only " + both.happened.size());
    List<Event> expected = new ArrayList<>(both.scheduled);
    expected.sort(Event.ORDER);
    assertEquals(expected, both.happened);
    assertEquals(both.happened.size(), both.simulation.events());
  }

  /** Put down wherever the watch was asked, also between two service events; handles stay good. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 30, 100, 150})
  void aResumedRunGoesOnAsIfNothingHadHappened(int asked) {
    Both whole = new Both();
    whole.simulation.run(HORIZON);
    Both first = new Both();
    int[] count = {0};
    assertFalse(first.simulation.run(HORIZON, now -> ++count[0] < asked));
    Both second = new Both();
    RecordedState state = RecordedState.of(first.simulation);
    state.into(second.simulation);
    state.assertSame(RecordedState.of(second.simulation), "put down at question " + asked);
    second.simulation.run(HORIZON);
    List<Event> happened = new ArrayList<>(first.happened);
    happened.addAll(second.happened);
    assertEquals(whole.happened, happened);
    RecordedState.of(whole.simulation)
        .assertSame(RecordedState.of(second.simulation), "at the end");
  }

  /** Tests of everything follow economy instants, however many service events there are. */
  @Test
  void instantsOfServiceEventsAloneAreWatchedNowAndThenAndNotScanned() {
    Simulation simulation = new Simulation(new Ledger(CheckLevel.EPOCH), 5);
    Chain chain = new Chain(simulation);
    int[] asked = {0};
    simulation.run(
        10_000,
        now -> {
          asked[0]++;
          return true;
        });
    assertEquals(10_001, chain.happened[0]);
    assertTrue(asked[0] > 100 && asked[0] < 200, () -> asked[0] + " questions");
    // Before the first event, after the only economy event, and at the end.
    assertEquals(3, simulation.ledger().scans());
  }

  /** A service event each microsecond, one economy event. */
  private static final class Chain implements Mechanism {
    final ServiceAgenda service;
    final int[] happened = {0};

    Chain(Simulation simulation) {
      service = simulation.service(simulation.add(this));
    }

    @Override
    public String name() {
      return "chain";
    }

    @Override
    public void start(Agenda agenda) {
      service.schedule(1, Phase.SERVICE, 0, 0, 0);
      agenda.schedule(50, Phase.SETTLEMENT, 1, 0, 0);
    }

    @Override
    public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
      happened[0]++;
      if (kind == 0) {
        service.schedule(service.now() + 1, Phase.SERVICE, 0, 0, 0);
      }
    }
  }

  @Test
  void refusesThePastAndKindsThatAreNotTheMechanisms() {
    refuses(service -> service.schedule(9, Phase.SERVICE, 0, 0, 0));
    refuses(service -> service.schedule(10, Phase.ALLOCATION, 0, 0, 0));
    refuses(service -> service.schedule(11, Phase.SERVICE, 64, 0, 0));
    refuses(service -> service.schedule(11, Phase.SERVICE, -1, 0, 0));
    refuses(
        service ->
            service.reschedule(service.schedule(11, Phase.SERVICE, 0, 0, 0), 10, Phase.ALLOCATION));
    refuses(service -> service.cancel(3));
  }

  private interface Act {
    void on(ServiceAgenda service);
  }

  private static void refuses(Act act) {
    Simulation simulation = new Simulation(new Ledger(CheckLevel.NONE), 1);
    ServiceAgenda[] service = {null};
    int base =
        simulation.add(
            new Mechanism() {
              @Override
              public String name() {
                return "late";
              }

              @Override
              public void start(Agenda agenda) {
                service[0].schedule(10, Phase.SERVICE, 0, 0, 0);
              }

              @Override
              public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
                act.on(service[0]);
              }
            });
    service[0] = simulation.service(base);
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> simulation.run(100));
    assertInstanceOf(IllegalArgumentException.class, e.getCause());
  }

  @Test
  void mustBeAskedForBeforeTheRun() {
    Simulation simulation = new Simulation(new Ledger(CheckLevel.NONE), 1);
    simulation.run(10);
    assertThrows(IllegalStateException.class, () -> simulation.service(0));
  }
}
