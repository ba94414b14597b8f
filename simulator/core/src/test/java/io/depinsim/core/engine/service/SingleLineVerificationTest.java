package io.depinsim.core.engine.service;

import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.JobWorld.Net;
import io.depinsim.core.engine.service.JobWorld.Sender;
import io.depinsim.core.market.ServiceQueue;
import io.depinsim.core.scenario.Discipline;
import io.depinsim.core.scenario.QueueSpec.Line;
import org.junit.jupiter.api.Test;

/**
 * The service of jobs against queues with closed forms. Work has a mean of one unit, a machine does
 * one unit an hour; each check has the false-alarm rate of {@link Trials#FALSE_ALARM}.
 */
class SingleLineVerificationTest {
  private static final int MANY = 24;

  private static Trials trials(Net net, double hours, Sender... senders) {
    return new Trials(MANY, hours / 100, hours, seed -> JobWorld.of(seed, net, senders));
  }

  private static Net machines(int count, Discipline discipline) {
    return new Net("net").queue(Line.network, discipline).provider(count, 1);
  }

  private static Sender poisson(double perHour, WorkSize work) {
    return Sender.poisson("a", "net", perHour, work);
  }

  private static Sender exponential(double perHour) {
    return poisson(perHour, new Sizes.Exponential(1));
  }

  private static double wait(Trials.Stretch s) {
    return s.hours(0, Count.WAIT, Count.STARTED);
  }

  /** M/M/1: mean wait, share that need not wait, and the tail of the time in the system. */
  @Test
  void oneMachine() {
    trials(machines(1, Discipline.fifo), 250_000, exponential(0.7).deadline(6))
        .watch("wait", SingleLineVerificationTest::wait)
        .watch("at once", s -> s.atOnce(0))
        .watch("late", s -> s.share(0, Count.LATE, Count.DONE))
        .run()
        .holds("wait", 0.7 / 0.3, 0.03)
        .holds("at once", 0.3, 0.01)
        .holds("late", Math.exp(-0.3 * 6), 0.04);
  }

  /** M/M/c: Erlang's C formula. */
  @Test
  void severalMachines() {
    severalMachines(3, 0.8, 120_000);
    severalMachines(20, 0.9, 20_000);
  }

  private static void severalMachines(int count, double load, double hours) {
    trials(machines(count, Discipline.fifo), hours, exponential(count * load))
        .watch("wait", SingleLineVerificationTest::wait)
        .watch("must wait", s -> 1 - s.atOnce(0))
        .run()
        .holds("wait", ServiceQueue.exactWaitHours(count, load, 1), 0.05)
        .holds("must wait", ServiceQueue.erlangC(count, load), 0.02);
  }

  /** M/G/1: Pollaczek and Khinchine, for little and much variation, also last come first. */
  @Test
  void anySizeOfWork() {
    WorkSize twoSorts = new Sizes.TwoSorts(0.8, 0.5, 3);
    for (WorkSize work :
        new WorkSize[] {new Sizes.Constant(1), twoSorts, new Sizes.LogNormal(0.8)}) {
      for (Discipline discipline : new Discipline[] {Discipline.fifo, Discipline.lifo}) {
        trials(machines(1, discipline), 150_000, poisson(0.6, work))
            .watch("wait", SingleLineVerificationTest::wait)
            .run()
            .holds("wait", 0.6 * (1 + work.squaredVariation()) / (2 * 0.4), 0.06);
      }
    }
  }

  /** Cobham (1954): two tiers, nobody is interrupted. */
  @Test
  void anEarlierTierWaitsLess() {
    Net net = machines(1, Discipline.priority).price(1, 1);
    trials(net, 150_000, exponential(0.7).tiers(3.0 / 7, 4.0 / 7))
        .watch("first", s -> s.hours(0, Count.WAIT, Count.STARTED, 0))
        .watch("second", s -> s.hours(0, Count.WAIT, Count.STARTED, 1))
        .run()
        .holds("first", 0.7 / (1 - 0.3), 0.03)
        .holds("second", 0.7 / ((1 - 0.3) * (1 - 0.7)), 0.06);
  }

  /** Two tiers, the first interrupts the second, which keeps all it has done. */
  @Test
  void anEarlierTierDoesNotSeeALaterOne() {
    Net net = machines(1, Discipline.priority).price(1, 1).preempts();
    trials(net, 150_000, exponential(0.7).tiers(3.0 / 7, 4.0 / 7).interrupted(0, 1))
        .watch("first", s -> s.hours(0, Count.RESPONSE, Count.DONE, 0))
        .watch("second", s -> s.hours(0, Count.RESPONSE, Count.DONE, 1))
        .run()
        .holds("first", 1 / (1 - 0.3), 0.03)
        .holds("second", 1 / ((1 - 0.3) * (1 - 0.7)), 0.06);
  }

  /** Erlang's A model, M/M/c + M: more come than can be served, and some leave. */
  @Test
  void theImpatientLeave() {
    int servers = 5;
    double arrivals = 6;
    double impatience = 0.5;
    double term = 1;
    double all = 0;
    double queue = 0;
    for (int n = 0; n < 200; n++) {
      all += term;
      queue += term * Math.max(0, n - servers);
      term *= arrivals / (Math.min(n + 1, servers) + impatience * Math.max(0, n + 1 - servers));
    }
    queue /= all;
    trials(
            machines(servers, Discipline.fifo),
            20_000,
            exponential(arrivals).patience(1 / impatience))
        .watch("leave", s -> s.share(0, Count.WITHDRAWN, Count.ARRIVED))
        .watch(
            "wait",
            s -> {
              double in = s.count(0, Count.WAIT) + (double) s.count(0, Count.WAIT_IN_VAIN);
              return in / s.count(0, Count.ARRIVED) / JobWorld.HOUR;
            })
        .run()
        .holds("leave", impatience * queue / arrivals, 0.02)
        .holds("wait", queue / arrivals, 0.02);
  }

  /** Phipps (1956): least work first. */
  @Test
  void leastWorkFirst() {
    double rate = 0.7;
    double step = 1e-3;
    double wait = 0;
    for (double x = step / 2; x < 60; x += step) {
      // Work of the smaller ones: rate times the mean of an exponential up to x.
      double load = rate * (1 - (1 + x) * Math.exp(-x));
      wait += rate / ((1 - load) * (1 - load)) * Math.exp(-x) * step;
    }
    trials(machines(1, Discipline.shortest), 250_000, exponential(rate))
        .watch("wait", SingleLineVerificationTest::wait)
        .run()
        .holds("wait", wait, 0.04);
  }

  /** Lines of their own and nobody who looks at them: as many queues of one machine. */
  @Test
  void providersChosenAtRandomAreQueuesOfOneMachine() {
    Net net = new Net("net").queue(Line.provider, Discipline.fifo);
    net.allocator(new JobWorld.Anybody());
    for (int i = 0; i < 5; i++) {
      net.provider(1, 1);
    }
    trials(net, 50_000, exponential(3.5))
        .watch("wait", SingleLineVerificationTest::wait)
        .watch("at once", s -> s.atOnce(0))
        .run()
        .holds("wait", 0.7 / 0.3, 0.03)
        .holds("at once", 0.3, 0.01);
  }
}
