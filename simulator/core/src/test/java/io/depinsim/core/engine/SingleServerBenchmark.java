package io.depinsim.core.engine;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.time.Phase;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.engine.Steppable;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** A million jobs at one server on every calendar. One operation is one event, of two a job. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 2,
    jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseParallelGC"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SingleServerBenchmark {
  static final int EVENTS = 2 * SingleServer.JOBS;

  private final SingleServer server = new SingleServer();

  /** The calendar alone, stepped until it is empty. */
  private static final class OnCalendar implements SingleServer.Clock, EventHandler {
    private static final int PHASE = Phase.SERVICE.ordinal();
    private final SingleServer server;
    private final ServiceCalendar calendar = new ServiceCalendar();
    private long now;
    private long sequence;

    OnCalendar(SingleServer server) {
      this.server = server;
    }

    void run() {
      server.open(this);
      while (calendar.headTime() != EventCalendar.NEVER) {
        calendar.step(this);
      }
    }

    @Override
    public void arrivalAfter(long micros) {
      calendar.schedule(now + micros, PHASE, sequence++, 0, 0, 0);
    }

    @Override
    public void departureAfter(long micros) {
      calendar.schedule(now + micros, PHASE, sequence++, 1, 0, 0);
    }

    @Override
    public void handle(long time, Phase phase, long number, int kind, long entity, long payload) {
      now = time;
      if (kind == 0) {
        server.arrival(time, this);
      } else {
        server.departure(time, this);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long service() {
    new OnCalendar(server).run();
    return server.waited();
  }

  /** A mechanism of a whole simulation, beside an economy that has an event a day. */
  private static final class OnDriver implements SingleServer.Clock, Mechanism {
    private static final long DAY = 86_400_000_000L;
    private final SingleServer server;
    private final ServiceAgenda service;

    OnDriver(SingleServer server, Simulation simulation) {
      this.server = server;
      this.service = simulation.service(simulation.add(this));
    }

    @Override
    public String name() {
      return "server";
    }

    @Override
    public void start(Agenda agenda) {
      agenda.schedule(DAY, Phase.SETTLEMENT, 2, 0, 0);
      server.open(this);
    }

    @Override
    public void arrivalAfter(long micros) {
      service.schedule(service.now() + micros, Phase.SERVICE, 0, 0, 0);
    }

    @Override
    public void departureAfter(long micros) {
      service.schedule(service.now() + micros, Phase.SERVICE, 1, 0, 0);
    }

    @Override
    public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
      if (kind == 0) {
        server.arrival(agenda.now(), this);
      } else if (kind == 1) {
        server.departure(agenda.now(), this);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long serviceInDriver() {
    Simulation simulation = new Simulation(new Ledger(CheckLevel.RUN), 1);
    new OnDriver(server, simulation);
    simulation.run(OnDriver.DAY);
    return server.waited();
  }

  /** MASON's schedule, one object for each sort of event. */
  private static final class OnMason implements SingleServer.Clock {
    private final SingleServer server;
    private final Schedule schedule = new Schedule();
    private final SimState state = new EmptyState(schedule);
    private final Steppable arrival;
    private final Steppable departure;

    OnMason(SingleServer server) {
      this.server = server;
      arrival = ignored -> server.arrival((long) schedule.getTime(), this);
      departure = ignored -> server.departure((long) schedule.getTime(), this);
    }

    void run() {
      server.open(this);
      boolean more = true;
      while (more) {
        more = schedule.step(state);
      }
    }

    private double now() {
      return Math.max(0, schedule.getTime());
    }

    @Override
    public void arrivalAfter(long micros) {
      schedule.scheduleOnce(now() + micros, 0, arrival);
    }

    @Override
    public void departureAfter(long micros) {
      schedule.scheduleOnce(now() + micros, 0, departure);
    }
  }

  private static final class EmptyState extends SimState {
    private static final long serialVersionUID = 1L;

    EmptyState(Schedule schedule) {
      super(1, schedule);
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long mason() {
    new OnMason(server).run();
    return server.waited();
  }

  /** SSJ's lists that are fast when few events are pending. */
  @State(Scope.Benchmark)
  public static class Lists {
    @Param({"DoublyLinked", "SplayTree"})
    String list;
  }

  /** SSJ's simulator, one object for each sort of event. */
  private static final class OnSsj implements SingleServer.Clock {
    private final Simulator simulator;
    private final Event arrival;
    private final Event departure;

    OnSsj(SingleServer server, EventList events) {
      simulator = new Simulator(events);
      simulator.init();
      arrival =
          new Event(simulator) {
            @Override
            public void actions() {
              server.arrival((long) simulator.time(), OnSsj.this);
            }
          };
      departure =
          new Event(simulator) {
            @Override
            public void actions() {
              server.departure((long) simulator.time(), OnSsj.this);
            }
          };
    }

    @Override
    public void arrivalAfter(long micros) {
      arrival.schedule(micros);
    }

    @Override
    public void departureAfter(long micros) {
      departure.schedule(micros);
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long ssj(Lists lists) {
    EventList events = lists.list.equals("SplayTree") ? new SplayTree() : new DoublyLinked();
    OnSsj run = new OnSsj(server, events);
    server.open(run);
    run.simulator.start();
    return server.waited();
  }
}
