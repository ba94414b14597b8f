package io.depinsim.core.engine.service;

import io.depinsim.core.engine.Agenda;
import io.depinsim.core.engine.DecisionLog;
import io.depinsim.core.engine.Mechanism;
import io.depinsim.core.engine.Simulation;
import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.network.Geography;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.DecisionKind.OptionRange;
import io.depinsim.core.scenario.AdmissionSpec;
import io.depinsim.core.scenario.AllocatorSpec.Principal;
import io.depinsim.core.scenario.Discipline;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.scenario.QueueSpec.Line;
import io.depinsim.core.scenario.RegionSpec;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Networks that serve jobs, and nothing else: no market, no owners. Machines are connected when
 * time starts, by default each does one unit of work an hour; a unit costs 1 USD of 100 minor
 * units.
 */
final class JobWorld {
  static final long HOUR = 3_600_000_000L;
  private static final double MINOR = 100;

  /** One network, described by hand. */
  static final class Net {
    final String name;
    Line line = Line.network;
    Discipline discipline = Discipline.fifo;
    boolean preempts;
    Integer longest;
    Allocator allocator = new FirstOpen();
    double[] price = {1};
    Preparation preparation = Preparation.NONE;
    double budget;
    DecisionLog log = DecisionLog.NONE;
    final List<Station> stations = new ArrayList<>();

    Net(String name) {
      this.name = name;
    }

    Net queue(Line where, Discipline order) {
      line = where;
      discipline = order;
      return this;
    }

    Net preempts() {
      preempts = true;
      return this;
    }

    Net longest(int jobs) {
      longest = jobs;
      return this;
    }

    Net allocator(Allocator value) {
      allocator = value;
      return this;
    }

    Net price(double... byTier) {
      price = byTier;
      return this;
    }

    /** What it takes to have machines and data ready, and what the allocator may spend on it. */
    Net prepared(Preparation what, double money) {
      preparation = what;
      budget = money;
      return this;
    }

    Net log(DecisionLog to) {
      log = to;
      return this;
    }

    /** A provider of one region who asks the network's price. */
    Net provider(int machines, double unitsPerHour) {
      return provider(machines, unitsPerHour, 0, 1);
    }

    Net provider(int machines, double unitsPerHour, int region, double ask) {
      stations.add(new Station(machines, unitsPerHour, region, ask));
      return this;
    }
  }

  /** A provider. */
  record Station(int machines, double unitsPerHour, int region, double ask) {}

  /** A cohort of consumers, described by hand. */
  static final class Sender {
    final String name;
    final String network;
    ArrivalStream stream;
    WorkSize work = new Sizes.Exponential(1);
    double perHour = 1;
    double[] tiers = {1};
    int machines = 1;
    Double deadlineHours;
    double patienceHours = Double.POSITIVE_INFINITY;
    int retries = 3;
    double keeps;
    double mostPrice = Double.POSITIVE_INFINITY;
    double bytes;
    double[] from = {1};
    double[] dataAt = {1};
    final Map<String, Double> next = new LinkedHashMap<>();
    final Map<String, WorkSize> stageWork = new LinkedHashMap<>();
    final Map<String, Map<String, Double>> stageNext = new LinkedHashMap<>();

    private Sender(String name, String network, ArrivalStream stream) {
      this.name = name;
      this.network = network;
      this.stream = stream;
    }

    /** Jobs that arrive by chance. */
    static Sender poisson(String name, String network, double perHour, WorkSize work) {
      Sender sender = new Sender(name, network, new Sizes.Poisson());
      sender.perHour = perHour;
      sender.work = work;
      return sender;
    }

    /** Jobs that arrive at stated hours with stated units of work: hour, units, hour, units, … */
    static Sender listed(String name, String network, double... hoursAndUnits) {
      return new Sender(name, network, new Sizes.Listed(hoursAndUnits));
    }

    /** All of one tier. */
    Sender tier(int tier) {
      tiers = new double[tier + 1];
      tiers[tier] = 1;
      return this;
    }

    /** Shares by tier. */
    Sender tiers(double... shares) {
      tiers = shares;
      return this;
    }

    Sender machines(int count) {
      machines = count;
      return this;
    }

    Sender deadline(double hours) {
      deadlineHours = hours;
      return this;
    }

    Sender patience(double hours) {
      patienceHours = hours;
      return this;
    }

    Sender interrupted(int retriesLeft, double kept) {
      retries = retriesLeft;
      keeps = kept;
      return this;
    }

    Sender paysAtMost(double price) {
      mostPrice = price;
      return this;
    }

    /** Data of this size lies in a region. */
    Sender data(double size, double... totals) {
      bytes = size;
      dataAt = totals;
      return this;
    }

    Sender next(String to, double share) {
      next.put(to, share);
      return this;
    }

    Sender stage(String on, WorkSize size, Map<String, Double> onward) {
      stageWork.put(on, size);
      stageNext.put(on, onward);
      return this;
    }
  }

  /** Something that happens at a time. */
  record Act(long micros, Runnable what) {}

  final List<Net> nets = new ArrayList<>();
  final List<Sender> senders = new ArrayList<>();
  final Map<String, RegionSpec> regions = new LinkedHashMap<>();
  final List<JobService> services = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private final List<Runnable> after = new ArrayList<>();
  final Simulation simulation;
  private final Streams streams;
  private boolean built;

  JobWorld(long seed) {
    this(new Streams(seed, 0));
  }

  JobWorld(Streams streams) {
    this.streams = streams;
    this.simulation = new Simulation(new Ledger(CheckLevel.NONE), streams.seed());
  }

  /** A world of one network. */
  static JobWorld of(long seed, Net net, Sender... senders) {
    JobWorld world = new JobWorld(seed);
    world.nets.add(net);
    world.senders.addAll(List.of(senders));
    return world;
  }

  JobWorld net(Net net) {
    nets.add(net);
    return this;
  }

  JobWorld sender(Sender sender) {
    senders.add(sender);
    return this;
  }

  JobWorld region(String name, Map<String, Double> latencySeconds, Double bytesPerSecond) {
    regions.put(name, new RegionSpec(latencySeconds, bytesPerSecond));
    return this;
  }

  JobWorld at(double hours, Runnable what) {
    acts.add(new Act(Math.round(hours * HOUR), what));
    return this;
  }

  /** Something done after every event of a service. */
  JobWorld afterEach(Runnable what) {
    after.add(what);
    return this;
  }

  JobService service() {
    return services.get(0);
  }

  JobTally tally() {
    return service().tally();
  }

  long total(Count what) {
    return tally().total(what);
  }

  /** Runs for some hours. */
  JobWorld run(double hours) {
    build();
    simulation.run(Math.round(hours * HOUR));
    return this;
  }

  JobWorld build() {
    if (built) {
      return this;
    }
    built = true;
    Geography geography = new Geography(regions);
    List<JobCohort> cohorts = senders.stream().map(this::cohort).toList();
    nets.forEach(net -> services.add(service(net, geography, cohorts)));
    for (JobService service : services) {
      service.connect(simulation.service(simulation.add(new Heard(service))), services);
      simulation.registry().register(service.name(), service);
    }
    simulation.add(new Script());
    return this;
  }

  private JobCohort cohort(Sender s) {
    List<Optional<JobCohort.Stage>> stages = new ArrayList<>();
    for (Net net : nets) {
      if (net.name.equals(s.network)) {
        stages.add(Optional.of(new JobCohort.Stage(s.work, totals(s.next))));
      } else if (s.stageWork.containsKey(net.name)) {
        stages.add(
            Optional.of(
                new JobCohort.Stage(s.stageWork.get(net.name), totals(s.stageNext.get(net.name)))));
      } else {
        stages.add(Optional.empty());
      }
    }
    return new JobCohort(
        s.name,
        Entity.ofName("consumers." + s.name),
        s.machines,
        s.deadlineHours == null ? JobCohort.NO_DEADLINE : Math.round(s.deadlineHours * HOUR),
        s.patienceHours * HOUR,
        s.retries,
        s.keeps,
        s.mostPrice,
        0,
        s.bytes,
        s.from,
        s.dataAt,
        stages);
  }

  private double[] totals(Map<String, Double> next) {
    double[] totals = new double[next.isEmpty() ? 0 : nets.size()];
    double sum = 0;
    for (int i = 0; i < totals.length; i++) {
      sum += next.getOrDefault(nets.get(i).name, 0.0);
      totals[i] = sum;
    }
    return totals;
  }

  private JobService service(Net net, Geography geography, List<JobCohort> cohorts) {
    int rows = net.stations.size();
    StationTraits traits =
        new StationTraits(
            new int[rows],
            new double[rows],
            new double[rows],
            new long[rows],
            new int[rows],
            new long[rows]);
    long entity = 1;
    for (int row = 0; row < rows; row++) {
      Station s = net.stations.get(row);
      traits.region()[row] = s.region();
      traits.unitsPerMicro()[row] = s.unitsPerHour() / HOUR;
      traits.ask()[row] = s.ask();
      traits.capacity()[row] = 1;
      traits.most()[row] = s.machines();
      traits.entity()[row] = entity;
      entity += s.machines();
    }
    List<JobSources.Source> sources = new ArrayList<>();
    for (int place = 0; place < senders.size(); place++) {
      Sender s = senders.get(place);
      if (s.network.equals(net.name)) {
        sources.add(
            new JobSources.Source(cohorts.get(place), place, s.stream, s.work, s.perHour / HOUR));
      }
    }
    int index = services.size();
    JobService service =
        new JobService(
            new JobService.Setting(
                net.name,
                index,
                geography,
                traits,
                cohorts,
                net.price.length,
                new QueueSpec(1, 24, net.line, net.discipline, net.preempts, net.longest),
                MINOR,
                streams),
            net.preparation,
            Optional.empty(),
            new JobSources(sources, net.price.length, streams),
            List.of(new Desk("main", net.allocator, Principal.consumers, 0, net.budget, 0)),
            AdmissionSpec.EVERYBODY,
            () -> open(net, services.get(index)));
    service.logTo(net.log, List.of(new OptionRange("provider", 0, Math.max(1, rows))));
    return service;
  }

  private void open(Net net, JobService service) {
    service.beginPeriod(1);
    System.arraycopy(net.price, 0, service.price(), 0, net.price.length);
    for (int row = 0; row < net.stations.size(); row++) {
      service.connectMachines(row, net.stations.get(row).machines(), 0);
    }
    for (int source = 0; source < service.sources().count(); source++) {
      JobSources.Source s = service.sources().get(source);
      double[] shares = senders.get(s.place()).tiers;
      double[] wanted = new double[net.price.length];
      for (int tier = 0; tier < shares.length; tier++) {
        wanted[tier] = shares[tier] * s.perMicro() * s.work().mean();
      }
      service.sources().want(source, wanted);
    }
  }

  /** Jobs by machine, as a table: a line for every time at which it changed. */
  String life(double hours) {
    build();
    List<String> lines = new ArrayList<>();
    List<String> states = new ArrayList<>(List.of(""));
    String[] last = {""};
    afterEach(
        () -> {
          String time = time(simulation.now());
          String state = new JobPicture(this).toString();
          if (time.equals(last[0])) {
            lines.remove(lines.size() - 1);
            states.remove(states.size() - 1);
          }
          last[0] = "";
          if (simulation.now() > 0 && !state.equals(states.get(states.size() - 1))) {
            lines.add(time + " " + state);
            states.add(state);
            last[0] = time;
          }
        });
    run(hours);
    return String.join("\n", lines) + "\n";
  }

  private static String time(long micros) {
    long minutes = micros / 60_000_000;
    return String.format("%02d:%02d", minutes / 60, minutes % 60);
  }

  /** A service whose events are followed. */
  private final class Heard implements Mechanism {
    private final JobService service;

    Heard(JobService service) {
      this.service = service;
    }

    @Override
    public String name() {
      return service.name();
    }

    @Override
    public void start(Agenda agenda) {
      service.start(agenda);
    }

    @Override
    public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
      service.handle(agenda, phase, kind, entity, payload);
      for (int i = 0; i < after.size(); i++) {
        after.get(i).run();
      }
    }
  }

  /** What a test wants to happen. */
  private final class Script implements Mechanism {
    @Override
    public String name() {
      return "script";
    }

    @Override
    public void start(Agenda agenda) {
      for (int i = 0; i < acts.size(); i++) {
        agenda.schedule(acts.get(i).micros(), Phase.DECISIONS, 0, i, 0);
      }
    }

    @Override
    public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
      acts.get((int) entity).what().run();
      after.forEach(Runnable::run);
    }
  }

  /** The first provider shown. */
  static final class FirstOpen implements Allocator {
    @Override
    public int choose(JobView job, Stations stations, io.depinsim.core.random.Draws draws) {
      int best = stations.row(0);
      for (int i = 1; i < stations.count(); i++) {
        best = Math.min(best, stations.row(i));
      }
      return best;
    }
  }

  /** Any provider shown. */
  static final class Anybody implements Allocator {
    @Override
    public int choose(JobView job, Stations stations, io.depinsim.core.random.Draws draws) {
      return stations.row(draws.nextInt(stations.count()));
    }
  }

  /** Columns of a state that a picture needs. */
  static final class Columns implements StateVisitor {
    final Map<String, long[]> longs = new LinkedHashMap<>();

    static Columns of(StateOwner owner) {
      Columns columns = new Columns();
      owner.visitState(columns);
      return columns;
    }

    @Override
    public void longs(String name, long[] column, int length) {
      longs.put(name, java.util.Arrays.copyOf(column, length));
    }

    @Override
    public void doubles(String name, double[] column, int length) {
      // Not looked at.
    }
  }
}
