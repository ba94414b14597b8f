package io.depinsim.core.engine.market;

import io.depinsim.core.market.OrderBook;
import io.depinsim.core.market.ServicePricing.Limits;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Streams;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.world.ConsumerTable;
import io.depinsim.core.world.OwnerTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Those who decide in small markets: they follow scripts. */
final class Scripts {
  private Scripts() {}

  /** Owners do what is written for a round and a row, and else keep what they have. */
  static final class Machines implements MachineStrategy {
    private static final int ORDER = 0;
    private static final int RETIRE = 1;
    private static final int HOME = 2;

    private record Line(int what, int row, long number) {}

    private final boolean project;
    private final Map<Long, List<Line>> lines = new TreeMap<>();
    private final List<Offer> seen = new ArrayList<>();

    private Machines(boolean project) {
      this.project = project;
    }

    static Machines ofOutsiders() {
      return new Machines(false);
    }

    static Machines ofProject() {
      return new Machines(true);
    }

    Machines order(long round, int row, long machines) {
      return line(round, new Line(ORDER, row, machines));
    }

    Machines retire(long round, int row, long machines) {
      return line(round, new Line(RETIRE, row, machines));
    }

    Machines home(long round, int row, long place) {
      return line(round, new Line(HOME, row, place));
    }

    private Machines line(long round, Line line) {
      lines.computeIfAbsent(round, r -> new ArrayList<>()).add(line);
      return this;
    }

    /** What the first network offered, round by round. */
    List<Offer> seen() {
      return seen;
    }

    @Override
    public boolean ownedByProject() {
      return project;
    }

    @Override
    public void decide(Observation o, OwnerTable owners, Decision decision) {
      seen.add(o.offers().get(0));
      for (Line line : lines.getOrDefault(o.round(), List.of())) {
        if (line.what == ORDER) {
          decision.order()[line.row] = line.number;
          if (decision.home()[line.row] == OwnerTable.NOWHERE) {
            decision.home()[line.row] = 0;
          }
        } else if (line.what == RETIRE) {
          decision.retire()[line.row] = line.number;
        } else {
          decision.home()[line.row] = line.number;
        }
      }
    }
  }

  /** Consumers want what is written for a period, by tier; the last line holds from then on. */
  static final class Demand implements DemandModel {
    @Override
    public double fullUnitsPerMonth(ConsumerTable table) {
      return table.potential();
    }

    private final double[][] unitsPerMonth;
    private double[] users = {0};
    private double limit = Double.POSITIVE_INFINITY;
    private int period;
    private final List<String> quality = new ArrayList<>();
    private String missed = "-";
    private final List<Observation> seen = new ArrayList<>();

    private Demand(double[][] unitsPerMonth) {
      this.unitsPerMonth = unitsPerMonth;
    }

    /** The same in every period, by tier. */
    static Demand of(double... byTier) {
      return new Demand(new double[][] {byTier});
    }

    /** One line a period. */
    static Demand lines(double[]... byPeriod) {
      return new Demand(byPeriod);
    }

    /** People who use the service, one number a period; the last holds from then on. */
    Demand users(double... byPeriod) {
      users = byPeriod;
      return this;
    }

    /** What they would pay for a unit at most; anything, if this is not said. */
    Demand limit(double currencyPerUnit) {
      limit = currencyPerUnit;
      return this;
    }

    int tiers() {
      return unitsPerMonth[0].length;
    }

    /** Quality of the latest period, by tier. */
    String quality() {
      return quality.isEmpty() ? "-" : quality.get(quality.size() - 1);
    }

    /** Breach and outage of the latest period in the first tier. */
    String missed() {
      return missed;
    }

    /** What was to be seen, period by period. */
    List<Observation> seen() {
      return seen;
    }

    @Override
    public String outside() {
      return "";
    }

    @Override
    public void open(ConsumerTable table, Streams streams) {
      Arrays.fill(table.belief(), 1);
    }

    @Override
    public void bid(Observation o, ConsumerTable table, int tier, OrderBook.Side bids) {
      if (period > 0) {
        double[] line = unitsPerMonth[Math.min(period, unitsPerMonth.length) - 1];
        bids.add(limit, line[tier] * o.factor());
      }
    }

    @Override
    public void decide(Observation o, ConsumerTable table, double[] units) {
      seen.add(o);
      double[] line = unitsPerMonth[Math.min(period, unitsPerMonth.length - 1)];
      for (int tier = 0; tier < units.length; tier++) {
        units[tier] = line[tier] * o.factor();
      }
      table.users(0)[0] = users[Math.min(period, users.length - 1)];
      period++;
    }

    @Override
    public void experience(ConsumerTable table, Experience lived, double months) {
      StringBuilder text = new StringBuilder();
      for (double q : lived.quality()) {
        text.append(text.isEmpty() ? "" : " ")
            .append(Double.isNaN(q) ? "-" : MarketWorld.rounded(q, 2));
      }
      quality.add(text.toString());
      missed =
          MarketWorld.rounded(lived.breach()[0], 2)
              + " "
              + MarketWorld.rounded(lived.outage()[0], 2);
    }
  }

  /** Speculators trade what is written, one number a period, and then nothing. */
  static final class Speculators implements SpeculationStrategy {
    private final double opening;
    private final double[] shares;
    private final long[] period = new long[1];

    Speculators(double opening, double... shares) {
      this.opening = opening;
      this.shares = shares;
    }

    @Override
    public BigDecimal openingCurrency() {
      return BigDecimal.valueOf(opening);
    }

    @Override
    public double fundamental(View view) {
      return 1;
    }

    @Override
    public double trade(View view, Draws draws, Limits limits) {
      long now = period[0]++;
      return now < shares.length ? shares[(int) now] : 0;
    }

    @Override
    public void visitState(StateVisitor visitor) {
      visitor.longs("period", period, 1);
    }
  }

  /** Liquidity providers want the share that is written, one number a period; the last holds. */
  static final class Liquidity implements LiquidityStrategy {
    private final double opening;
    private final double pace;
    private final double[] shares;
    private int period;
    private final List<View> seen = new ArrayList<>();

    Liquidity(double opening, double pace, double... shares) {
      this.opening = opening;
      this.pace = pace;
      this.shares = shares;
    }

    List<View> seen() {
      return seen;
    }

    @Override
    public BigDecimal openingCurrency() {
      return BigDecimal.valueOf(opening);
    }

    @Override
    public double wantedShare(View view) {
      seen.add(view);
      return shares[Math.min(period++, shares.length - 1)];
    }

    @Override
    public double pace(double months) {
      return pace;
    }
  }
}
