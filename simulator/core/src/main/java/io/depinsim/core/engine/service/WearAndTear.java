package io.depinsim.core.engine.service;

import io.depinsim.core.engine.Agenda;
import io.depinsim.core.engine.Mechanism;
import io.depinsim.core.engine.ServiceAgenda;
import io.depinsim.core.random.Streams;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.SimulatedTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to the machines of a network: they break and are repaired ({@link MachineLives}),
 * their region goes down ({@link RegionalOutages}), their owners use them themselves ({@link
 * Reclaims}), and they draw power ({@link EnergyMeter}). What is due for that is kept for each
 * provider until its owner pays.
 *
 * <p>No date depends on jobs, nor on what other machines there are, other than through waiting for
 * a crew: two policies meet the same events. At most two events are pending for a connected machine
 * and none for any other.
 */
public final class WearAndTear implements Mechanism, MachineWatch, Maintenance, StateOwner {
  private static final int NOTHING = -1;

  private final String name;
  private final JobService jobs;
  private final PhysicalTraits traits;
  private final Machines machines;
  private final MachineLives lives;
  private final RegionalOutages outages;
  private final Reclaims reclaims;
  private final EnergyMeter meter;
  private final double[] due;
  private final double[] metered;
  private final List<ServiceAgenda> agenda = new ArrayList<>(1);

  /**
   * Wear and tear of a network's machines, which tells its service to listen.
   *
   * @param name of the network
   */
  public WearAndTear(String name, JobService jobs, PhysicalTraits traits, Streams streams) {
    this.name = name;
    this.jobs = jobs;
    this.traits = traits;
    this.machines = jobs.machines();
    this.lives = new MachineLives(this, traits, machines, streams);
    this.outages = new RegionalOutages(this, traits, streams, machines);
    this.reclaims = new Reclaims(this, traits.reclaims(), streams, machines.machines());
    this.meter = new EnergyMeter(traits, jobs.traits().region());
    this.due = new double[machines.rows()];
    this.metered = new double[machines.rows()];
    jobs.watch(this);
    jobs.maintainedBy(this);
    if (traits.drawsPower()) {
      machines.meter(meter);
    }
  }

  /** Ties it to its calendar. */
  public void connect(ServiceAgenda own) {
    agenda.add(own);
  }

  @Override
  public String name() {
    return name + ".wear";
  }

  @Override
  public void start(Agenda economy) {
    outages.start();
  }

  @Override
  public void handle(Agenda economy, Phase phase, int kind, long entity, long payload) {
    long now = economy.now();
    int which = (int) entity;
    switch (kind) {
      case MachineLives.BREAKS -> lives.breaks(which, machines.row(which), now);
      case MachineLives.REPAIRED -> lives.repaired(which, machines.row(which), now);
      case MachineLives.MAINTAINED -> lives.maintained(which, machines.row(which), now);
      case RegionalOutages.BEGINS -> outages.begins(which, now);
      case RegionalOutages.ENDS -> outages.ends(which, now);
      case Reclaims.TAKEN -> reclaims.taken(which, now);
      default -> reclaims.returned(which, machines.row(which), now);
    }
  }

  // What its parts need

  /** A later instant, at least a microsecond later and within what can be told apart. */
  static long later(long now, double micros) {
    return micros < SimulatedTime.MAX_MICROS - now
        ? now + Math.max(1, (long) (micros + 0.5))
        : SimulatedTime.MAX_MICROS;
  }

  /** An event of a machine or region; none where it would lie beyond all time. */
  int schedule(long time, int kind, int entity) {
    return time >= SimulatedTime.MAX_MICROS
        ? NOTHING
        : agenda.get(0).schedule(time, Phase.SHOCKS, kind, entity, 0);
  }

  void cancel(int event) {
    if (event != NOTHING) {
      agenda.get(0).cancel(event);
    }
  }

  /** Identity of a machine. */
  long entity(int machine) {
    int row = machines.row(machine);
    return jobs.traits().entity()[row] + machine - machines.first(row);
  }

  void takeDown(int machine, int reason, long now) {
    jobs.takeDown(machine, reason, now);
  }

  void takeDown(int[] which, int count, int reason, long now) {
    jobs.takeDown(which, count, reason, now);
  }

  void bringUp(int machine, int reason, long now) {
    jobs.bringUp(machine, reason, now);
  }

  void charge(int row, double minor) {
    due[row] += minor;
  }

  // Machines come and go

  @Override
  public int places(int row, int count, long now) {
    return lives.places(row, count, now);
  }

  @Override
  public void connecting(int machine, long now) {
    int row = machines.row(machine);
    lives.connecting(machine, row, now);
    outages.connecting(machine, row, now);
    reclaims.connecting(machine, row, now);
  }

  @Override
  public void disconnected(int machine, long now) {
    lives.disconnected(machine, machines.row(machine), now);
    reclaims.disconnected(machine);
  }

  /** Scrap stays in its place and counts as connected no more until somebody renews it. */
  void count(int machine, int by, long now) {
    jobs.load().changeConnected(machines.region(machines.row(machine)), now, by);
  }

  // What owners pay and lose

  /**
   * Moves what is due for energy and repairs, whole minor units; the rest stays due.
   *
   * @param first row of the network's table
   * @param into one entry for each row from there on; what is due is added
   */
  public void takeDue(int first, long[] into, long now) {
    for (int i = 0; i < into.length; i++) {
      int row = first + i;
      double energy = meter.cost(row, now);
      due[row] += energy - metered[row];
      metered[row] = energy;
      long whole = (long) due[row];
      due[row] -= whole;
      into[i] += whole;
    }
  }

  /** Moves how many machines of a provider have become scrap since this was last asked. */
  public long takeLost(int row) {
    return lives.takeLost(row);
  }

  // Maintenance

  /**
   * {@inheritDoc}
   *
   * <p>Whoever sends it there pays {@link #cost}; the owner pays nothing.
   */
  @Override
  public boolean maintain(int machine, long now) {
    return lives.maintain(machine, machines.row(machine), now);
  }

  /** What maintenance of a provider's machine costs, currency; 0 if they do not wear. */
  @Override
  public double maintenanceCost(int row) {
    return traits.wear()[row] == null ? 0 : traits.wear()[row].maintenanceCost();
  }

  /** Age of a machine since its last repair or maintenance, microseconds. */
  @Override
  public long ageMicros(int machine, long now) {
    return lives.ageMicros(machine, now);
  }

  /** Characteristic life of a provider's machines, microseconds; 0 if they do not wear. */
  @Override
  public double wearLifeMicros(int row) {
    var wear = traits.wear()[row];
    return wear == null ? 0 : wear.life() * SimulatedTime.MICROS_PER_HOUR;
  }

  /** Shape of the wear of a provider's machines; 0 if they do not wear. */
  @Override
  public double wearShape(int row) {
    return traits.wear()[row] == null ? 0 : traits.wear()[row].shape();
  }

  // What gauges read

  Machines machines() {
    return machines;
  }

  int regions() {
    return traits.regions().length;
  }

  MachineLives lives() {
    return lives;
  }

  /** Times that a machine was taken back while it served. */
  long reclaimsTotal() {
    return reclaims.total();
  }

  /** Outages of regions that have begun. */
  long outagesTotal() {
    return outages.total();
  }

  /** Cost of energy since the start, minor units. */
  double energyCost(long now) {
    double sum = 0;
    for (int row = 0; row < machines.rows(); row++) {
      sum += meter.cost(row, now);
    }
    return sum;
  }

  /** Energy since the start, kWh. */
  double kilowattHours(long now) {
    double sum = 0;
    for (int row = 0; row < machines.rows(); row++) {
      sum += meter.kilowattHours(row, now);
    }
    return sum;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    lives.visitState(new Machines.Named("lives", visitor));
    outages.visitState(new Machines.Named("outages", visitor));
    reclaims.visitState(new Machines.Named("reclaims", visitor));
    meter.visitState(new Machines.Named("meter", visitor));
    visitor.doubles("due", due, due.length);
    visitor.doubles("metered", metered, metered.length);
  }
}
