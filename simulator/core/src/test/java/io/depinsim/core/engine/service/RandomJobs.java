package io.depinsim.core.engine.service;

import io.depinsim.core.engine.service.JobWorld.Net;
import io.depinsim.core.engine.service.JobWorld.Sender;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.Discipline;
import io.depinsim.core.scenario.QueueSpec.Line;
import io.depinsim.core.state.StateVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Worlds of two networks with everything that can happen to a job: machines that break and come
 * back, providers that leave, jobs of several machines, impatience, tiers, data far away, and a way
 * on to the other network. The same number gives the same world.
 */
final class RandomJobs {
  static final double HOURS = 400;

  final JobWorld world;
  final boolean gangs;
  final List<Witnessing> witnesses = new ArrayList<>();
  private final SplittableRandom random;

  /** What an allocator saw: each job as it first came, and what providers must have earned. */
  static final class Witnessing implements Allocator {
    final Map<String, String> jobs = new TreeMap<>();
    final Map<Integer, Long> earned = new HashMap<>();
    private final Allocator inner;
    private final List<Net> net;

    Witnessing(Allocator inner, Net net) {
      this.inner = inner;
      this.net = List.of(net);
    }

    @Override
    public int choose(JobView job, Stations stations, Draws draws) {
      String key = job.cohort() + "." + job.number();
      jobs.putIfAbsent(
          key,
          job.nowMicros()
              + " "
              + job.work()
              + " "
              + job.tier()
              + " "
              + job.region()
              + " "
              + job.dataRegion());
      return inner.choose(job, stations, draws);
    }

    /**
     * A job of one machine pays its work at the price of its tier and the ask of the provider.
     * Where nothing survives an interruption, what is left of a job is all of it.
     */
    @Override
    public void ended(JobView job, int row, Outcome outcome, double responseMicros) {
      if (outcome != Outcome.INTERRUPTED) {
        double price = net.get(0).price[job.tier()] * net.get(0).stations.get(row).ask();
        earned.merge(row, Math.round(job.work() * price * 100), Long::sum);
      }
    }

    @Override
    public void visitState(StateVisitor visitor) {}
  }

  RandomJobs(long number, boolean withGangs, boolean withMemory) {
    this.random = new SplittableRandom(number);
    this.world = new JobWorld(new Streams(number, 0));
    world.region("east", Map.of(), 2e6).region("west", Map.of("east", 0.2), 1e6);
    for (String name : List.of("one", "two")) {
      Net net = net(name, withGangs);
      Allocator inner = random.nextBoolean() ? new JobWorld.FirstOpen() : new JobWorld.Anybody();
      witnesses.add(new Witnessing(inner, net));
      world.net(net.allocator(witnesses.get(witnesses.size() - 1)));
    }
    boolean several = false;
    for (String name : List.of("a", "b", "c")) {
      several |= sender(name, withGangs, withMemory);
    }
    this.gangs = several;
    for (int i = 0; i < 120; i++) {
      int network = random.nextInt(2);
      double at = random.nextDouble() * HOURS;
      int what = random.nextInt(4);
      double luck = random.nextDouble();
      world.at(at, () -> disturb(network, what, luck));
    }
  }

  private Net net(String name, boolean withGangs) {
    Line line = !withGangs && random.nextBoolean() ? Line.provider : Line.network;
    Net net = new Net(name).queue(line, pick(Discipline.values()));
    if (random.nextBoolean()) {
      net.preempts();
    }
    if (random.nextInt(3) == 0) {
      net.longest(random.nextInt(4));
    }
    net.price(3, 1.7);
    for (int i = 1 + random.nextInt(3); i >= 0; i--) {
      double speed = 0.5 + random.nextDouble();
      net.provider(1 + random.nextInt(3), speed, random.nextInt(2), 0.9 + random.nextDouble() / 5);
    }
    return net;
  }

  private boolean sender(String name, boolean withGangs, boolean withMemory) {
    boolean there = random.nextBoolean();
    String from = there ? "two" : "one";
    String other = there ? "one" : "two";
    Sender s = Sender.poisson(name, from, 0.3 + random.nextDouble(), new Sizes.Exponential(1.5));
    int machines = withGangs ? 1 + random.nextInt(3) : 1;
    s.tiers(0.4, 0.6)
        .machines(machines)
        .interrupted(random.nextInt(3), withMemory ? pick(0.0, 0.5, 1.0) : 0);
    s.deadline(2 + 5 * random.nextDouble()).data(pick(0.0, 1e9, 5e9), 0.5, 1);
    s.from = new double[] {0.3, 1};
    if (random.nextBoolean()) {
      s.patience(1 + 10 * random.nextDouble());
    }
    if (random.nextInt(3) == 0) {
      s.paysAtMost(2);
    }
    if (random.nextBoolean()) {
      s.next(other, 0.3).next(from, 0.1);
      s.stage(other, new Sizes.Exponential(0.7), Map.of(from, 0.3));
    }
    world.sender(s);
    return machines > 1;
  }

  @SafeVarargs
  private <T> T pick(T... from) {
    return from[random.nextInt(from.length)];
  }

  private void disturb(int network, int what, double luck) {
    JobService service = world.services.get(network);
    Machines machines = service.machines();
    long now = world.simulation.now();
    int machine = (int) (luck * machines.machines());
    int row = machines.row(machine);
    if (what == 0) {
      service.takeDown(machine, Machines.BROKEN, now);
    } else if (what == 1 || machines.isDown(machine, Machines.BROKEN)) {
      service.bringUp(machine, Machines.BROKEN, now);
    } else {
      int most = world.nets.get(network).stations.get(row).machines();
      service.connectMachines(row, what == 2 ? machine % (most + 1) : most, now);
    }
  }
}
