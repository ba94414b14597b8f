package io.depinsim.core.engine;

import io.depinsim.core.InvariantException;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.SimulatedTime;
import java.util.ArrayList;
import java.util.List;

/**
 * One replicate: clock, calendars, mechanisms, money and the registry of state.
 *
 * <p>The driver owns the loop. It compares the heads of its calendars by (time, phase, sequence),
 * steps the smallest, and after each event or instant checks the ledger as far as the check level
 * asks. An instant of service events alone is checked with the next other one. Checks change no
 * result.
 *
 * <p>Between two instants {@link #visitState} shows everything a later run needs to go on. A
 * visitor that writes into what a freshly assembled simulation shows puts it back to that moment.
 */
public final class Simulation implements StateOwner {
  private static final int KINDS_PER_MECHANISM = 64;
  private static final Phase[] PHASES = Phase.values();

  // A watch costs more than a service event, so it is asked after so many instants of theirs.
  private static final int SERVICE_INSTANTS_UNWATCHED = 64;

  private final EconomyCalendar economy = new EconomyCalendar();
  private final List<EventCalendar> calendars = new ArrayList<>(List.of(economy));
  private final List<Mechanism> mechanisms = new ArrayList<>();
  private final List<Agenda> agendas = new ArrayList<>();
  private final StateRegistry registry = new StateRegistry();
  private final StateRegistry records = new StateRegistry();
  private final Ledger ledger;
  private final DecisionLog decisions;
  private final long seed;
  private long now;
  private int phaseNow;
  private long sequence;
  private long events;
  private boolean started;
  private boolean running;

  // No calendar of service events before a mechanism asks for one.
  private ServiceCalendar service;

  // Time of the economy's head, asked for again when it may have changed.
  private long economyHead;
  private boolean economyChanged = true;

  // Whether anything but service events happened since the latest check of everything.
  private boolean checkDue = true;

  // Where the latest event happened, for messages only; no mechanism before the first event.
  private int lastMechanism = -1;
  private long lastEntity;
  private long lastMicros;

  /**
   * An empty run at time zero.
   *
   * @param ledger all money of the run; becomes the first registered state
   * @param seed named in the message of a failing event
   */
  public Simulation(Ledger ledger, long seed) {
    this(ledger, seed, DecisionLog.NONE);
  }

  /**
   * The same, with a log of decisions.
   *
   * @param decisions where mechanisms log what agents decide
   */
  public Simulation(Ledger ledger, long seed, DecisionLog decisions) {
    this.ledger = ledger;
    this.seed = seed;
    this.decisions = decisions;
    registry.register("ledger", ledger);
    records.register("ledger", ledger::visitChecks);
    if (decisions.isOpen()) {
      records.register("decisions", decisions);
    }
  }

  /**
   * Adds a mechanism; its first events are scheduled when the run starts, in the order of addition.
   *
   * @return what a calendar of the mechanism's own adds to its kinds of event (0 to 63) when it
   *     hands them to the driver; a mechanism without one has no use for it
   * @throws IllegalArgumentException if another mechanism has its name
   */
  public int add(Mechanism mechanism) {
    for (Mechanism known : mechanisms) {
      if (known.name().equals(mechanism.name())) {
        throw new IllegalArgumentException(
            "mechanism '" + mechanism.name() + "' is added twice. Maybe rename a network?");
      }
    }
    int index = mechanisms.size();
    mechanisms.add(mechanism);
    agendas.add(new OwnAgenda(index));
    return index * KINDS_PER_MECHANISM;
  }

  /** Adds a further calendar beside the economy's, such as one for service events. */
  public void add(EventCalendar calendar) {
    calendars.add(calendar);
  }

  /**
   * The calendar of service events, as a mechanism sees it. To be asked for when a run is
   * assembled, so that a resumed one has it too.
   *
   * @param base what {@link #add(Mechanism)} returned
   * @throws IllegalStateException if the run has begun without one
   */
  public ServiceAgenda service(int base) {
    if (service == null) {
      if (running) {
        throw new IllegalStateException("service events must be asked for before the run");
      }
      service = new ServiceCalendar();
      calendars.add(service);
    }
    return new OwnServiceAgenda(base);
  }

  /** Where state is registered. */
  public StateRegistry registry() {
    return registry;
  }

  /** Where is registered what belongs to the recording of a run: checkpoints only see it. */
  public StateRegistry records() {
    return records;
  }

  /** All money of the run. */
  public Ledger ledger() {
    return ledger;
  }

  /** Where decisions are logged. Names are registered while mechanisms are added. */
  public DecisionLog decisions() {
    return decisions;
  }

  /** Microseconds since the start. */
  public long now() {
    return now;
  }

  /** Number of events stepped so far. */
  public long events() {
    return events;
  }

  /** The next sequence number, shared by all calendars so that ties have one order. */
  public long nextSequence() {
    return sequence++;
  }

  /**
   * Runs until no event at or before {@code horizon} is left: from time zero, or from where a
   * visitor of its state has put it.
   *
   * @param horizon last instant stepped, microseconds since the start
   * @param watch asked between two instants
   * @return false if {@code watch} ended it early
   * @throws InvariantException if a check fails; names time, phase, mechanism, entity and seed
   * @throws IllegalStateException if an event fails otherwise, the cause is kept; or if called
   *     twice
   */
  public boolean run(long horizon, Watch watch) {
    SimulatedTime.requireInRange(horizon);
    if (running) {
      throw new IllegalStateException("a simulation runs once. Maybe assemble another?");
    }
    running = true;
    if (!started) {
      started = true;
      for (int i = 0; i < mechanisms.size(); i++) {
        mechanisms.get(i).start(agendas.get(i));
      }
    }
    EventHandler handler = this::dispatch;
    int unwatched = 0;
    while (true) {
      EventCalendar next = earliest();
      long time = next == economy ? economyHead : next.headTime();
      if (time > horizon) {
        break;
      }
      if (time > now && (checkDue || ++unwatched == SERVICE_INSTANTS_UNWATCHED)) {
        unwatched = 0;
        if (!watch.goOn(now)) {
          return false;
        }
        if (checkDue) {
          check(CheckLevel.EPOCH);
          checkDue = false;
        }
      }
      now = time;
      phaseNow = next.headPhase();
      if (next != service) {
        checkDue = true;
        economyChanged = true;
      }
      next.step(handler);
      events++;
      check(CheckLevel.EVENT);
    }
    now = horizon;
    check(CheckLevel.RUN);
    return true;
  }

  /** Runs to the horizon, watched by nobody. */
  public void run(long horizon) {
    run(horizon, Watch.NOBODY);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The clock, pending events, all registered state and what was recorded. To be called between
   * two instants only.
   */
  @Override
  public void visitState(StateVisitor visitor) {
    long[] clock = {
      now, phaseNow, sequence, events, started ? 1 : 0, lastMechanism, lastEntity, lastMicros
    };
    visitor.longs("clock", clock, clock.length);
    now = clock[0];
    phaseNow = (int) clock[1];
    sequence = clock[2];
    events = clock[3];
    started = clock[4] == 1;
    lastMechanism = (int) clock[5];
    lastEntity = clock[6];
    lastMicros = clock[7];
    for (EventCalendar calendar : calendars) {
      calendar.visitState(visitor);
    }
    if (service != null) {
      long[] due = {checkDue ? 1 : 0};
      visitor.longs("check due", due, due.length);
      checkDue = due[0] == 1;
    }
    economyChanged = true;
    // Records first: names of limiters say which columns there are.
    records.visit(visitor);
    registry.visit(visitor);
  }

  /** Tests the ledger as one of the moments asks; a breach names the event before it. */
  private void check(CheckLevel moment) {
    try {
      switch (moment) {
        case EVENT -> ledger.afterEvent();
        case EPOCH -> ledger.afterEpoch();
        default -> ledger.afterRun();
      }
    } catch (InvariantException e) {
      String where =
          lastMechanism < 0
              ? "before the first event, seed " + seed + ": "
              : "checked after the event "
                  + where(lastMicros, PHASES[phaseNow], mechanisms.get(lastMechanism), lastEntity);
      throw new InvariantException(where + e.getMessage(), e);
    }
  }

  private EventCalendar earliest() {
    if (economyChanged) {
      economyHead = economy.headTime();
      economyChanged = false;
    }
    EventCalendar best = economy;
    int others = calendars.size();
    if (others == 1) {
      return best;
    }
    if (others == 2 && service != null) {
      long time = service.headTime();
      if (time != economyHead) {
        return time < economyHead ? service : best;
      }
    }
    for (int i = 1; i < others; i++) {
      if (before(calendars.get(i), best)) {
        best = calendars.get(i);
      }
    }
    return best;
  }

  private static boolean before(EventCalendar a, EventCalendar b) {
    if (a.headTime() != b.headTime() || a.headTime() == EventCalendar.NEVER) {
      return a.headTime() < b.headTime();
    }
    return a.headPhase() != b.headPhase()
        ? a.headPhase() < b.headPhase()
        : a.headSequence() < b.headSequence();
  }

  private void dispatch(
      long time, Phase phase, long sequenceNumber, int kind, long entity, long payload) {
    int index = kind / KINDS_PER_MECHANISM;
    Mechanism mechanism = mechanisms.get(index);
    lastMechanism = index;
    lastEntity = entity;
    lastMicros = time;
    try {
      mechanism.handle(agendas.get(index), phase, kind % KINDS_PER_MECHANISM, entity, payload);
    } catch (InvariantException e) {
      throw new InvariantException(where(time, phase, mechanism, entity) + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(where(time, phase, mechanism, entity) + e.getMessage(), e);
    }
  }

  private static void requireKind(int kind) {
    if (kind < 0 || kind >= KINDS_PER_MECHANISM) {
      throw new IllegalArgumentException("event kind " + kind + ": must lie in 0..63");
    }
  }

  private void requirePresent(long time, Phase phase) {
    if (time < now || (time == now && phase.ordinal() < phaseNow)) {
      throw new IllegalArgumentException(
          "event at "
              + time
              + " µs, phase "
              + phase
              + ": lies before the present "
              + now
              + " µs, phase "
              + PHASES[phaseNow]);
    }
  }

  private String where(long time, Phase phase, Mechanism mechanism, long entity) {
    return "at "
        + time
        + " µs, phase "
        + phase
        + ", mechanism "
        + mechanism.name()
        + ", entity "
        + entity
        + ", seed "
        + seed
        + ": ";
  }

  /** A mechanism's own view of time. */
  private final class OwnAgenda implements Agenda {
    private final int mechanism;

    OwnAgenda(int mechanism) {
      this.mechanism = mechanism;
    }

    @Override
    public long now() {
      return now;
    }

    @Override
    public void schedule(long time, Phase phase, int kind, long entity, long payload) {
      requireKind(kind);
      requirePresent(time, phase);
      economyChanged = true;
      economy.schedule(
          time, phase, nextSequence(), mechanism * KINDS_PER_MECHANISM + kind, entity, payload);
    }
  }

  /** A mechanism's own view of the service calendar. */
  private final class OwnServiceAgenda implements ServiceAgenda {
    private final int base;

    OwnServiceAgenda(int base) {
      this.base = base;
    }

    @Override
    public long now() {
      return now;
    }

    @Override
    public int schedule(long time, Phase phase, int kind, long entity, long payload) {
      requireKind(kind);
      requirePresent(time, phase);
      return service.schedule(time, phase.ordinal(), nextSequence(), base + kind, entity, payload);
    }

    @Override
    public void cancel(int handle) {
      service.cancel(handle);
    }

    @Override
    public void reschedule(int handle, long time, Phase phase) {
      requirePresent(time, phase);
      service.reschedule(handle, time, phase.ordinal(), nextSequence());
    }

    @Override
    public boolean pending(int handle) {
      return service.pending(handle);
    }
  }
}
