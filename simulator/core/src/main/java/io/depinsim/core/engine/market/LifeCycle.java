package io.depinsim.core.engine.market;

import io.depinsim.core.engine.Agenda;
import io.depinsim.core.engine.GenesisHolder;
import io.depinsim.core.engine.LifeStage;
import io.depinsim.core.engine.Mechanism;
import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.scenario.LifecycleSpec;
import io.depinsim.core.scenario.LifecycleSpec.RoundSpec;
import io.depinsim.core.scenario.LifecycleSpec.SustainSpec;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.Ticks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The stages of a network: who invests when, when the token is launched, when the project
 * withdraws. Conditions are looked at after each settlement.
 */
public final class LifeCycle implements Mechanism, StateOwner {
  private static final int YEAR = 12;

  private final ServiceMarket market;
  private final LifecycleSpec spec;
  private final List<OwnerCohort> cohorts;
  private final List<GenesisHolder> holders;
  private final List<Round> rounds;
  private final Ticks clock;
  private final long earliestMicros;
  private final long latestMicros;
  private final long[] soldMicros;
  private final double[] usersOfYear = new double[YEAR];

  /**
   * A sale of one allocation.
   *
   * @param spec when and at what price
   * @param holder what is sold
   * @param earliestMicros not before this
   */
  public record Round(RoundSpec spec, GenesisHolder holder, long earliestMicros) {}

  /**
   * Stages of a network.
   *
   * @param cohorts all owners who may serve it
   * @param holders all holders of genesis tokens
   * @param clock settlements of the network
   */
  public LifeCycle(
      ServiceMarket market,
      LifecycleSpec spec,
      List<OwnerCohort> cohorts,
      List<GenesisHolder> holders,
      List<Round> rounds,
      Ticks clock) {
    this.market = market;
    this.spec = spec;
    this.cohorts = List.copyOf(cohorts);
    this.holders = List.copyOf(holders);
    this.rounds = List.copyOf(rounds);
    this.clock = clock;
    this.earliestMicros = clock.calendar().plus(0, spec.launch().earliest());
    this.latestMicros = clock.calendar().plus(0, spec.launch().latest());
    this.soldMicros = new long[rounds.size()];
    Arrays.fill(soldMicros, LifeStage.NEVER);
  }

  @Override
  public String name() {
    return market.network().name() + ".lifecycle";
  }

  @Override
  public void start(Agenda agenda) {
    // At the start investors come before the project spends their money.
    agenda.schedule(0, Phase.ARRIVALS, 0, 0, 0);
  }

  @Override
  public void handle(Agenda agenda, Phase phase, int kind, long entity, long settlement) {
    long now = agenda.now();
    sellRounds(now, settlement);
    switch (stage().stage()) {
      case INCEPTION -> {
        if (mayLaunch(now)) {
          launch(now);
        }
      }
      case LAUNCHED -> noteSustaining(now);
      default -> {
        // Nothing comes after this.
      }
    }
    usersOfYear[(int) (settlement % YEAR)] = market.view().users();
    agenda.schedule(clock.instant(settlement + 1), Phase.GOVERNANCE, 0, 0, settlement + 1);
  }

  /** Investors buy allocations whose conditions hold; their money goes to the treasury. */
  private void sellRounds(long now, long settlement) {
    for (int i = 0; i < rounds.size(); i++) {
      Round round = rounds.get(i);
      if (soldMicros[i] == LifeStage.NEVER && invests(round, now, settlement)) {
        soldMicros[i] = now;
        double price =
            round.spec().price() != null
                ? round.spec().price()
                : market.price() * (1 - round.spec().discount());
        MarketAccounts a = market.accounts();
        double tokens = a.token().toTokensRounded(round.holder().allotted());
        Account outside = a.ledger().outsideAccount(a.currency());
        a.ledger()
            .transfer(
                a.invested(),
                outside,
                a.treasuryCurrency(),
                a.currency().toMinorRounded(price * tokens));
        if (stage().launched()) {
          round.holder().begin(now);
        }
      }
    }
  }

  private boolean invests(Round round, long now, long settlement) {
    RoundSpec asked = round.spec();
    double users = market.view().users();
    double yearAgo = settlement < YEAR ? 0 : usersOfYear[(int) (settlement % YEAR)];
    boolean grown = asked.growth() == null || yearAgo > 0 && users / yearAgo - 1 >= asked.growth();
    return now >= round.earliestMicros()
        && (asked.discount() == null || stage().launched())
        && (asked.users() == null || users >= asked.users())
        && grown;
  }

  private boolean mayLaunch(long now) {
    double machines = 0;
    for (OwnerCohort cohort : cohorts) {
      machines += cohort.project() ? cohort.table().totalMachines() : 0;
    }
    boolean ready = now >= earliestMicros && machines >= spec.launch().machines();
    return (ready || now >= latestMicros) && market.canOpen();
  }

  private void launch(long now) {
    stage().launch(now);
    market.open();
    for (GenesisHolder holder : holders) {
      if (holder.waitsForLaunch() && !unsold(holder)) {
        holder.begin(now);
      }
    }
  }

  private boolean unsold(GenesisHolder holder) {
    for (int i = 0; i < rounds.size(); i++) {
      if (rounds.get(i).holder() == holder && soldMicros[i] == LifeStage.NEVER) {
        return true;
      }
    }
    return false;
  }

  /** Whether outsiders cover demand and fees cover what providers pay to run. */
  private void noteSustaining(long now) {
    Optional<SustainSpec> asked = Optional.ofNullable(spec.selfSustaining());
    if (asked.isEmpty()) {
      return;
    }
    MarketState s = market.state();
    double cost = 0;
    for (OwnerSegment segment : market.segments()) {
      cost += segment.runningCost();
    }
    boolean covered = s.get(Figure.OUTSIDER_UNITS) >= asked.get().cover() * s.get(Figure.DEMAND);
    boolean paid = cost > 0 && s.get(Figure.FEE_INCOME) >= asked.get().feeCover() * cost;
    stage().noteSustaining(covered && paid, asked.get().lasting(), now);
  }

  private LifeStage stage() {
    return market.network().stage();
  }

  /** Metrics of the stages; keys are {@code network.metric}. */
  public List<Gauge> gauges() {
    return List.of(
        new Gauge(
            new MetricDefinition(
                market.network().name() + ".roundsSold",
                "Rounds sold",
                "rounds",
                "sales of genesis allocations to investors that have happened",
                "Stages",
                Direction.NEITHER),
            this::roundsSold));
  }

  private double roundsSold() {
    int sold = 0;
    for (long time : soldMicros) {
      sold += time == LifeStage.NEVER ? 0 : 1;
    }
    return sold;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("soldMicros", soldMicros, soldMicros.length);
    visitor.doubles("usersOfYear", usersOfYear, YEAR);
  }
}
