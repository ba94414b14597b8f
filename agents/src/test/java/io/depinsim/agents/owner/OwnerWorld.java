package io.depinsim.agents.owner;

import io.depinsim.agents.AgentsCatalogue;
import io.depinsim.core.engine.LifeStage.Stage;
import io.depinsim.core.engine.market.MachineStrategy;
import io.depinsim.core.engine.market.MachineStrategy.Decision;
import io.depinsim.core.engine.market.MachineStrategy.Observation;
import io.depinsim.core.engine.market.MachineStrategy.Offer;
import io.depinsim.core.engine.market.MachineStrategy.Terms;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.CohortSpec.ProviderKind;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.KindChoice;
import io.depinsim.core.scenario.Role;
import io.depinsim.core.time.Span;
import io.depinsim.core.world.OwnerTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A cohort of owners and what it sees, round by round. Machines give 10 units a month, arrive at
 * once and are bought one at a time unless a test says otherwise.
 */
final class OwnerWorld {
  static final BuildContext CONTEXT =
      new BuildContext("net", "NET", 9, Instant.parse("2025-01-01T00:00:00Z"));

  final OwnerTable table;
  final Decision decision;
  private final Streams streams = new Streams(7, 0);
  private ProviderKind kind = ProviderKind.invested;
  private int most = 1;
  private int lot = 1;
  private double ownUse;
  private double lead;
  private double resale;
  private double depreciation;
  private double loanShare;
  private double loanRate;
  private int loanMonths;
  double[][] memory = new double[2][MachineStrategy.MEMORY];
  double months = 1;
  long round;

  /** Owners who differ in running cost and price; one of each for each row. */
  OwnerWorld(double[] runningCost, double[] capex) {
    this(identities(runningCost.length), runningCost, capex);
  }

  OwnerWorld(long[] entity, double[] runningCost, double[] capex) {
    int rows = entity.length;
    this.table = new OwnerTable("them", entity, runningCost, capex, new double[rows]);
    this.decision = new Decision(new long[rows], new long[rows], new long[rows]);
  }

  private static long[] identities(int rows) {
    long[] entity = new long[rows];
    Arrays.setAll(entity, row -> row);
    return entity;
  }

  OwnerWorld idle(double usePerMonth) {
    kind = ProviderKind.idle;
    ownUse = usePerMonth;
    return this;
  }

  OwnerWorld fleet(int machines, int atATime) {
    kind = ProviderKind.fleet;
    most = machines;
    lot = atATime;
    return this;
  }

  OwnerWorld lead(double leadMonths) {
    lead = leadMonths;
    return this;
  }

  OwnerWorld resale(double share, double lostPerMonth) {
    resale = share;
    depreciation = lostPerMonth;
    return this;
  }

  OwnerWorld loan(double share, double rate, int term) {
    loanShare = share;
    loanRate = rate;
    loanMonths = term;
    return this;
  }

  /** Rows own so many machines that serve a network. */
  OwnerWorld own(int place, long... machines) {
    System.arraycopy(machines, 0, table.machines(), 0, machines.length);
    for (int row = 0; row < machines.length; row++) {
      table.home()[row] = machines[row] > 0 ? place : OwnerTable.NOWHERE;
    }
    return this;
  }

  /** One round; the decision holds what they do. */
  OwnerWorld decide(MachineStrategy strategy, Offer... offers) {
    Arrays.fill(decision.order(), 0);
    Arrays.fill(decision.retire(), 0);
    System.arraycopy(table.home(), 0, decision.home(), 0, table.rows());
    Terms terms =
        new Terms(
            kind,
            most,
            lot,
            ownUse,
            lead,
            resale,
            depreciation,
            10,
            loanShare,
            loanRate,
            loanMonths);
    strategy.decide(
        new Observation(0, round, months, terms, List.of(offers), memory, streams),
        table,
        decision);
    round++;
    return this;
  }

  /** What was decided comes true at once. */
  void follow() {
    for (int row = 0; row < table.rows(); row++) {
      table.machines()[row] += decision.order()[row] - decision.retire()[row];
      table.home()[row] = table.machines()[row] > 0 ? decision.home()[row] : OwnerTable.NOWHERE;
    }
  }

  /** A launched network with so many units, whose machines earn so much a month. */
  static Offer pays(double incomePerMachine, double units, double unitsComing) {
    return new Offer(Stage.LAUNCHED, incomePerMachine / 10, units, unitsComing, units, units);
  }

  static Offer pays(double incomePerMachine) {
    return pays(incomePerMachine, 100, 0);
  }

  /** Owners who expect and leave by the rules given. */
  static Owners owners(
      int planning,
      int investing,
      double discount,
      double act,
      KindChoice expects,
      KindChoice exit) {
    return new Owners(
        new Owners.Spec(months(planning), months(investing), discount, act, 0.1, expects, exit),
        CONTEXT);
  }

  static Span months(int count) {
    return Span.parse(count + " months");
  }

  static KindChoice naive() {
    return choice(Role.EXPECTATION, "naive", new NaiveExpectation.Spec());
  }

  static KindChoice adaptive(double gain, double persistence) {
    return choice(Role.EXPECTATION, "adaptive", new AdaptiveExpectation.Spec(gain, persistence));
  }

  static KindChoice byValue() {
    return choice(Role.EXIT, "netPresentValue", new NetPresentValueExit.Spec());
  }

  static KindChoice byMonths(int count) {
    return choice(Role.EXIT, "badMonths", new BadMonthsExit.Spec(count, 1));
  }

  private static KindChoice choice(Role role, String key, Record spec) {
    Kind<?, ?> kind =
        new AgentsCatalogue()
            .kinds().stream()
                .filter(row -> row.role() == role && row.key().equals(key))
                .findFirst()
                .orElseThrow();
    return new KindChoice(role, key, spec, kind);
  }
}
