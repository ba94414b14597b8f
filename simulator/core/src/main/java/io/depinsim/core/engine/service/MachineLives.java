package io.depinsim.core.engine.service;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.HardwareSpec.WearSpec;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import java.util.Arrays;

/**
 * Lives of machines: they age while they are connected and whole, break, wait for a crew, are
 * repaired or are scrap. How long the n-th life of a machine may last, and its repair, are keyed to
 * the machine and n. 44 bytes a machine.
 */
final class MachineLives implements StateOwner {
  static final int BREAKS = 0;
  static final int REPAIRED = 1;
  static final int MAINTAINED = 2;

  private static final int NOTHING = -1;
  private static final int WHOLE = 0;
  private static final int WAITING = 1;
  private static final int IN_REPAIR = 2;
  private static final int IN_MAINTENANCE = 3;
  private static final int SCRAP = 4;

  private final WearAndTear all;
  private final WearSpec[] wear;
  private final Machines machines;
  private final Streams streams;
  private final double minorPerUnit;
  private final CrewLines crews;
  private final long[] age;
  private final long[] since;
  private final int[] life;
  private final int[] state;
  private final int[] event;
  private final int[] scrap;
  private final long[] lost;
  private final long[] totals = new long[4];
  private final double[] spent = new double[2];
  private final Draws draws = new Draws();

  /** What is counted since the start. */
  enum Total {
    FAILURES,
    REPAIRS,
    SCRAPPED,
    MAINTAINED
  }

  MachineLives(WearAndTear all, PhysicalTraits traits, Machines machines, Streams streams) {
    this.all = all;
    this.wear = traits.wear();
    this.machines = machines;
    this.streams = streams;
    this.minorPerUnit = traits.minorPerUnit();
    int[] free = new int[traits.regions().length];
    for (int region = 0; region < free.length; region++) {
      var spec = traits.regions()[region];
      free[region] = spec == null || spec.crews() == null ? Integer.MAX_VALUE : spec.crews();
    }
    int count = machines.machines();
    this.crews = new CrewLines(free, count);
    this.age = new long[count];
    this.since = new long[count];
    Arrays.fill(since, NOTHING);
    this.life = new int[count];
    this.state = new int[count];
    this.event = new int[count];
    Arrays.fill(event, NOTHING);
    this.scrap = new int[machines.rows()];
    this.lost = new long[machines.rows()];
  }

  long total(Total what) {
    return totals[what.ordinal()];
  }

  /** Spent on repairs and on maintenance since the start, minor units. */
  double spent(boolean maintenance) {
    return spent[maintenance ? 1 : 0];
  }

  boolean isScrap(int machine) {
    return state[machine] == SCRAP;
  }

  CrewLines crews() {
    return crews;
  }

  /** Machines of a provider that have become scrap since this was last asked. */
  long takeLost(int row) {
    long count = lost[row];
    lost[row] = 0;
    return count;
  }

  /** Age of a machine since its last repair, microseconds. */
  long ageMicros(int machine, long now) {
    return age[machine] + (since[machine] == NOTHING ? 0 : now - since[machine]);
  }

  // Connected and disconnected

  int places(int row, int count, long now) {
    if (scrap[row] == 0 || count == 0) {
      return count;
    }
    int first = machines.first(row);
    int places = machines.connected(row);
    int alive = places - scrap[row];
    for (int machine = first; machine < first + places && alive < count; machine++) {
      if (state[machine] == SCRAP) {
        renew(machine, row, now);
        connecting(machine, row, now);
        all.bringUp(machine, Machines.BROKEN, now);
        alive++;
      }
    }
    while (alive > count) {
      places--;
      alive -= state[first + places] == SCRAP ? 0 : 1;
    }
    return places + Math.max(0, count - alive);
  }

  private void renew(int machine, int row, long now) {
    scrap[row]--;
    all.count(machine, 1, now);
    state[machine] = WHOLE;
    nextLife(machine);
  }

  private void nextLife(int machine) {
    life[machine]++;
    age[machine] = 0;
  }

  void connecting(int machine, int row, long now) {
    if (wear[row] == null) {
      return;
    }
    if (state[machine] == WHOLE) {
      begin(machine, row, now);
    } else {
      askForCrew(machine, row, now);
    }
  }

  void disconnected(int machine, int row, long now) {
    if (wear[row] == null) {
      return;
    }
    if (event[machine] != NOTHING) {
      all.cancel(event[machine]);
      event[machine] = NOTHING;
    }
    switch (state[machine]) {
      case WHOLE -> stopAging(machine, now);
      case WAITING -> crews.leave(machines.region(row), machine);
      case IN_REPAIR -> {
        state[machine] = WAITING;
        releaseCrew(machines.region(row), now);
      }
      case SCRAP -> {
        renew(machine, row, now);
        all.bringUp(machine, Machines.BROKEN, now);
      }
      default -> {
        state[machine] = WHOLE;
        all.bringUp(machine, Machines.MAINTAINED, now);
      }
    }
  }

  // Lives

  private void begin(int machine, int row, long now) {
    since[machine] = now;
    streams.seek(draws, Purpose.WEAR, all.entity(machine), life[machine]);
    double left = lifeMicros(wear[row], draws.nextUniform()) - age[machine];
    event[machine] = all.schedule(WearAndTear.later(now, left), BREAKS, machine);
  }

  /** Age at which a machine breaks, by inversion of the Weibull distribution, microseconds. */
  static double lifeMicros(WearSpec wear, double uniform) {
    double chance = -StrictMath.log(1 - uniform);
    double lives = wear.shape() == 1 ? chance : StrictMath.pow(chance, 1 / wear.shape());
    return wear.life() * SimulatedTime.MICROS_PER_HOUR * lives;
  }

  private void stopAging(int machine, long now) {
    age[machine] = ageMicros(machine, now);
    since[machine] = NOTHING;
  }

  void breaks(int machine, int row, long now) {
    event[machine] = NOTHING;
    stopAging(machine, now);
    totals[Total.FAILURES.ordinal()]++;
    streams.seek(draws, Purpose.WEAR, all.entity(machine), life[machine]);
    draws.nextUniform();
    boolean permanent = draws.nextEvent(wear[row].permanent());
    all.takeDown(machine, Machines.BROKEN, now);
    if (permanent) {
      totals[Total.SCRAPPED.ordinal()]++;
      state[machine] = SCRAP;
      scrap[row]++;
      lost[row]++;
      all.count(machine, -1, now);
    } else {
      askForCrew(machine, row, now);
    }
  }

  private void askForCrew(int machine, int row, long now) {
    state[machine] = WAITING;
    if (crews.ask(machines.region(row), machine)) {
      repair(machine, row, now);
    }
  }

  private void repair(int machine, int row, long now) {
    state[machine] = IN_REPAIR;
    Double spread = wear[row].repairSpread();
    streams.seek(draws, Purpose.REPAIR, all.entity(machine), life[machine]);
    double factor =
        spread == null
            ? draws.nextExponential(1)
            : draws.nextLogNormal(-0.5 * spread * spread, spread);
    double micros = wear[row].repair() * SimulatedTime.MICROS_PER_HOUR * factor;
    event[machine] = all.schedule(WearAndTear.later(now, micros), REPAIRED, machine);
  }

  private void releaseCrew(int region, long now) {
    int next = crews.release(region);
    if (next != CrewLines.NOBODY) {
      repair(next, machines.row(next), now);
    }
  }

  void repaired(int machine, int row, long now) {
    event[machine] = NOTHING;
    totals[Total.REPAIRS.ordinal()]++;
    double cost = wear[row].repairCost() * minorPerUnit;
    spent[0] += cost;
    all.charge(row, cost);
    state[machine] = WHOLE;
    nextLife(machine);
    begin(machine, row, now);
    releaseCrew(machines.region(row), now);
    all.bringUp(machine, Machines.BROKEN, now);
  }

  /** Sends a machine that is idle to maintenance; false if it is not. */
  boolean maintain(int machine, int row, long now) {
    if (wear[row] == null || !machines.isUsable(machine) || machines.job(machine) >= 0) {
      return false;
    }
    all.cancel(event[machine]);
    since[machine] = NOTHING;
    nextLife(machine);
    state[machine] = IN_MAINTENANCE;
    totals[Total.MAINTAINED.ordinal()]++;
    spent[1] += wear[row].maintenanceCost() * minorPerUnit;
    double micros = wear[row].maintenance() * SimulatedTime.MICROS_PER_HOUR;
    event[machine] = all.schedule(WearAndTear.later(now, micros), MAINTAINED, machine);
    all.takeDown(machine, Machines.MAINTAINED, now);
    return true;
  }

  void maintained(int machine, int row, long now) {
    state[machine] = WHOLE;
    begin(machine, row, now);
    all.bringUp(machine, Machines.MAINTAINED, now);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    crews.visitState(new Machines.Named("crews", visitor));
    visitor.longs("age", age, age.length);
    visitor.longs("since", since, since.length);
    IntColumns.show(visitor, "life", life, life.length);
    IntColumns.show(visitor, "state", state, state.length);
    IntColumns.show(visitor, "event", event, event.length);
    IntColumns.show(visitor, "scrap", scrap, scrap.length);
    visitor.longs("lost", lost, lost.length);
    visitor.longs("totals", totals, totals.length);
    visitor.doubles("spent", spent, spent.length);
  }
}
