package io.depinsim.core.engine.market;

import io.depinsim.core.engine.market.MachineStrategy.Decision;
import io.depinsim.core.engine.market.MachineStrategy.Offer;
import io.depinsim.core.engine.market.MachineStrategy.Terms;
import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.random.Streams;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.world.OwnerTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** One cohort of owners, ready to be stepped by {@link OwnerEpoch}. */
public final class OwnerCohort implements StateOwner {
  private static final int ORDERS = 0;
  private static final int RETIREMENTS = 1;

  private final OwnerTable table;
  private final Terms terms;
  private final MachineStrategy strategy;
  private final List<ServiceMarket> markets;
  private final List<OwnerSegment> segments;
  private final OwnerMoney money;
  private final Streams streams;
  private final double months;
  private final double monthMicros;
  private final LongUnaryOperator arrival;
  private final double[][] memory;
  private final Decision decision;
  private final boolean[] broke;
  private final long[] upkeep;
  private final long[] lost;
  private final boolean wears;

  /** What energy and repairs of a unit of capacity cost lately, currency per month. */
  private final double[] upkeepPerUnit = new double[1];

  private final long[] totals = new long[2];

  /**
   * A cohort from its parts.
   *
   * @param markets networks it may serve, in the order of {@code joins}
   * @param segments its rows on each of them
   * @param months time between two rounds
   * @param monthMicros microseconds of a month, for the age of machines
   * @param arrival when a machine ordered at a time begins to serve, by the calendar
   */
  public OwnerCohort(
      OwnerTable table,
      Terms terms,
      MachineStrategy strategy,
      List<ServiceMarket> markets,
      List<OwnerSegment> segments,
      OwnerMoney money,
      Streams streams,
      double months,
      double monthMicros,
      LongUnaryOperator arrival) {
    this.table = table;
    this.terms = terms;
    this.strategy = strategy;
    this.markets = List.copyOf(markets);
    this.segments = List.copyOf(segments);
    this.money = money;
    this.streams = streams;
    this.months = months;
    this.monthMicros = monthMicros;
    this.arrival = arrival;
    this.memory = new double[markets.size()][MachineStrategy.MEMORY];
    int rows = table.rows();
    this.decision = new Decision(new long[rows], new long[rows], new long[rows]);
    this.broke = new boolean[rows];
    this.upkeep = new long[rows];
    this.lost = new long[rows];
    this.wears = markets.stream().anyMatch(ServiceMarket::wears);
  }

  /** Key of the cohort in the scenario. */
  public String name() {
    return table.name();
  }

  /** Who they are and what they have. */
  public OwnerTable table() {
    return table;
  }

  /** What their machines cost and give. */
  public Terms terms() {
    return terms;
  }

  /** Their money. */
  public OwnerMoney money() {
    return money;
  }

  /** Whether the machines are the project's. */
  public boolean project() {
    return strategy.ownedByProject();
  }

  /** Machines ordered since the start. */
  public long ordersTotal() {
    return totals[ORDERS];
  }

  /** Machines given up since the start. */
  public long retirementsTotal() {
    return totals[RETIREMENTS];
  }

  void receiveProceeds() {
    for (int place = 0; place < markets.size(); place++) {
      money.receiveProceeds(markets.get(place), segments.get(place), place);
    }
  }

  /** Running cost, and what energy and repairs have cost; machines that are scrap are gone. */
  void payRunningCost(long now) {
    Arrays.fill(upkeep, 0);
    Arrays.fill(lost, 0);
    for (int place = 0; place < markets.size(); place++) {
      markets.get(place).takeUpkeep(segments.get(place), upkeep, lost, now);
    }
    money.payRunningCost(broke, upkeep);
    long[] machines = table.machines();
    long units = table.totalMachines() * terms.capacity();
    if (wears && units > 0) {
      double paid = money.cash().asset().toTokensRounded(Arrays.stream(upkeep).sum());
      upkeepPerUnit[0] = paid / (units * months);
    }
    for (int row = 0; row < lost.length; row++) {
      machines[row] -= lost[row];
    }
  }

  void serveDebt() {
    money.serveDebt(months);
  }

  void notePaidBack(long now) {
    money.notePaidBack(now);
  }

  /** Machines that have arrived begin to serve. */
  void deliver(long now) {
    long[] ordered = table.ordered();
    long[] machines = table.machines();
    long[] due = table.deliveryMicros();
    for (int row = 0; row < ordered.length; row++) {
      if (ordered[row] > 0 && due[row] <= now) {
        machines[row] += ordered[row];
        ordered[row] = 0;
      }
    }
  }

  void decide(long now, long round) {
    Arrays.fill(decision.order(), 0);
    Arrays.fill(decision.retire(), 0);
    System.arraycopy(table.home(), 0, decision.home(), 0, table.rows());
    List<Offer> offers = new ArrayList<>(markets.size());
    for (ServiceMarket market : markets) {
      MarketState s = market.state();
      offers.add(
          new Offer(
              market.network().stage().stage(),
              s.get(Figure.INCOME_PER_UNIT) - upkeepPerUnit[0],
              s.get(Figure.UNITS),
              s.get(Figure.UNITS_COMING),
              s.get(Figure.OUTSIDER_UNITS),
              s.get(Figure.DEMAND)));
    }
    strategy.decide(
        new MachineStrategy.Observation(now, round, months, terms, offers, memory, streams),
        table,
        decision);
  }

  /** Whoever cannot pay gives everything up, whoever wants to gives up what it wants. */
  void retire(long now) {
    long[] retire = decision.retire();
    long[] machines = table.machines();
    for (int row = 0; row < retire.length; row++) {
      if (broke[row]) {
        retire[row] = machines[row];
        decision.order()[row] = 0;
        broke[row] = false;
      }
      totals[RETIREMENTS] += retire[row];
    }
    money.resell(retire, now, monthMicros);
    for (int row = 0; row < retire.length; row++) {
      machines[row] -= retire[row];
    }
  }

  /** Machines are paid when ordered and arrive after the lead time. */
  void order(long now) {
    long[] order = decision.order();
    long arrives = arrival.applyAsLong(now);
    money.buy(order, now);
    long[] ordered = table.ordered();
    long[] machines = table.machines();
    for (int row = 0; row < order.length; row++) {
      if (order[row] == 0) {
        continue;
      }
      totals[ORDERS] += order[row];
      if (arrives <= now) {
        machines[row] += order[row];
      } else {
        ordered[row] += order[row];
        table.deliveryMicros()[row] = arrives;
      }
    }
  }

  /** Writes which machines serve which network. */
  void connect(long now) {
    System.arraycopy(decision.home(), 0, table.home(), 0, table.rows());
    long[] home = table.home();
    long[] machines = table.machines();
    long[] ordered = table.ordered();
    for (int row = 0; row < home.length; row++) {
      home[row] = machines[row] + ordered[row] > 0 ? home[row] : OwnerTable.NOWHERE;
    }
    for (int place = 0; place < markets.size(); place++) {
      long[] units = markets.get(place).network().providers().plain();
      int first = segments.get(place).firstRow();
      for (int row = 0; row < home.length; row++) {
        units[first + row] = home[row] == place ? machines[row] * terms.capacity() : 0;
      }
      markets.get(place).countCapacity(segments.get(place), now);
    }
  }

  void takeOut() {
    money.takeOut();
  }

  void placeOrders() {
    for (int place = 0; place < markets.size(); place++) {
      money.placeOrders(markets.get(place), segments.get(place), place);
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    table.visitState(visitor);
    for (int place = 0; place < memory.length; place++) {
      visitor.doubles("memory." + place, memory[place], memory[place].length);
    }
    visitor.longs("totals", totals, totals.length);
    if (wears) {
      visitor.doubles("upkeepPerUnit", upkeepPerUnit, 1);
    }
    money.visitState(visitor);
  }
}
