package io.depinsim.core.engine;

import io.depinsim.core.time.Phase;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.engine.Steppable;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The hold model: with so many events pending, the next happens and schedules another after an
 * exponential span. One operation is one event. All calendars meet the same spans.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 2,
    jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseParallelGC"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class HoldBenchmark {
  // Events happen 3.6 ms apart, however many are pending: an hour ahead with a million.
  private static final double MICROS_APART = 3_600;

  /** How many events are pending. */
  @State(Scope.Benchmark)
  public static class Size {
    @Param({"100", "1000", "100000", "1000000"})
    int pending;

    Draws draws;

    @Setup
    public void draw() {
      draws = new Draws(1, MICROS_APART * pending);
    }
  }

  /** Ours. */
  @State(Scope.Benchmark)
  public static class Service {
    final ServiceCalendar calendar = new ServiceCalendar();
    EventHandler handler;
    long sequence;

    @Setup
    public void fill(Size size) {
      handler =
          (time, phase, number, kind, entity, payload) ->
              calendar.schedule(
                  time + size.draws.next(), phase.ordinal(), sequence++, kind, entity, payload);
      for (int i = 0; i < size.pending; i++) {
        calendar.schedule(size.draws.next(), Phase.SERVICE.ordinal(), sequence++, 1, i, 0);
      }
    }
  }

  /** Steps ours; the event schedules the next. */
  @Benchmark
  public long service(Service service) {
    service.calendar.step(service.handler);
    return service.sequence;
  }

  /** MASON's schedule; its events schedule themselves anew. */
  @State(Scope.Benchmark)
  public static class Mason {
    final Schedule schedule = new Schedule();
    final SimState state = new EmptyState(schedule);

    @Setup
    public void fill(Size size) {
      for (int i = 0; i < size.pending; i++) {
        schedule.scheduleOnce(size.draws.next(), 0, new Again(schedule, size.draws));
      }
    }
  }

  private static final class EmptyState extends SimState {
    private static final long serialVersionUID = 1L;

    EmptyState(Schedule schedule) {
      super(1, schedule);
    }
  }

  private static final class Again implements Steppable {
    private static final long serialVersionUID = 1L;
    private final transient Schedule schedule;
    private final transient Draws draws;

    Again(Schedule schedule, Draws draws) {
      this.schedule = schedule;
      this.draws = draws;
    }

    @Override
    public void step(SimState state) {
      schedule.scheduleOnce(schedule.getTime() + draws.next(), 0, this);
    }
  }

  @Benchmark
  public boolean mason(Mason mason) {
    return mason.schedule.step(mason.state);
  }

  /** SSJ's event lists. */
  @State(Scope.Benchmark)
  public static class Ssj {
    @Param({"SplayTree", "Henriksen", "RedblackTree"})
    String list;

    EventList events;

    @Setup
    public void fill(Size size) {
      events =
          switch (list) {
            case "SplayTree" -> new SplayTree();
            case "Henriksen" -> new Henriksen();
            default -> new RedblackTree();
          };
      Simulator simulator = new Simulator(events);
      for (int i = 0; i < size.pending; i++) {
        Event event = new Nothing(simulator);
        event.setTime(size.draws.next());
        events.add(event);
      }
    }
  }

  private static final class Nothing extends Event {
    Nothing(Simulator simulator) {
      super(simulator);
    }

    /** SSJ's own way to set a time refuses an event that has been in a list. */
    void moveTo(double time) {
      eventTime = time;
    }

    @Override
    public void actions() {}
  }

  @Benchmark
  public double ssj(Ssj ssj, Size size) {
    Nothing event = (Nothing) ssj.events.removeFirst();
    double time = event.time();
    event.moveTo(time + size.draws.next());
    ssj.events.add(event);
    return time;
  }
}
