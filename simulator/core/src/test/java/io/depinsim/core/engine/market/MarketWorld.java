package io.depinsim.core.engine.market;

import io.depinsim.core.engine.Agenda;
import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.Mechanism;
import io.depinsim.core.engine.NetworkAccounts;
import io.depinsim.core.engine.Simulation;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.random.Streams;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.SpanUnit;
import io.depinsim.core.time.Ticks;
import io.depinsim.core.world.OwnerTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Small markets in a simulation, and a text table of what is watched, one line at the end of each
 * month. The run begins on 1 January 2025; the ledger is checked after every event.
 */
final class MarketWorld {
  static final SimulationCalendar CALENDAR =
      SimulationCalendar.startingOn(LocalDate.of(2025, 1, 1));
  static final Asset USD = Asset.outside("USD", 2);

  private record Column(String title, Supplier<String> value) {}

  private final Ledger ledger = new Ledger(CheckLevel.EVENT);
  private final Simulation simulation = new Simulation(ledger, 7);
  private final ClampTelemetry clamps = new ClampTelemetry();
  private final MarketAssembly assembly;
  private final List<Column> columns = new ArrayList<>();
  private final StringBuilder table = new StringBuilder();
  private Span step = new Span(1, SpanUnit.MONTHS);

  MarketWorld(List<SmallMarket> networks, List<SmallOwners> owners) {
    this.assembly = new MarketAssembly(simulation, clamps, new Streams(7, 0), networks, owners);
  }

  // What there is

  ServiceMarket market() {
    return assembly.markets().get(0);
  }

  ServiceMarket market(int number) {
    return assembly.markets().get(number);
  }

  /** Accounts of the first network's markets. */
  MarketAccounts accounts() {
    return market().accounts();
  }

  /** Accounts of the first network. */
  NetworkAccounts network() {
    return accounts().network();
  }

  OwnerCohort cohort(String name) {
    return assembly.cohorts().get(name);
  }

  OwnerTable owners(String name) {
    return cohort(name).table();
  }

  Map<String, OwnerCohort> cohorts() {
    return assembly.cohorts();
  }

  LifeCycle lifecycle() {
    return assembly.lifecycle();
  }

  Ledger ledger() {
    return ledger;
  }

  Simulation simulation() {
    return simulation;
  }

  /** {bound, opportunities} of a limiter. */
  long[] clamp(String name) {
    long[] found = new long[2];
    clamps.forEach(
        (key, count) -> {
          if (key.equals(name)) {
            System.arraycopy(count, 0, found, 0, 2);
          }
        });
    return found;
  }

  // What is watched

  MarketWorld watch(String title, Supplier<String> value) {
    columns.add(new Column(title, value));
    return this;
  }

  /** Watches all of an account. */
  MarketWorld watch(String title, Account account) {
    return watch(title, () -> whole(account.asset(), account.total()));
  }

  /** Watches one row of an account. */
  MarketWorld watch(String title, Account account, int row) {
    return watch(title, () -> whole(account.asset(), account.balance(row)));
  }

  /** Watches an amount of money in minor units. */
  MarketWorld watchMoney(String title, Supplier<Long> minor) {
    return watch(title, () -> whole(USD, minor.get()));
  }

  /** Watches the price of the first network's token, four places. */
  MarketWorld watchPrice() {
    return watch("price", () -> rounded(market().price(), 4));
  }

  /** Watches what has been burnt of the first network's token. */
  MarketWorld watchBurnt() {
    Asset token = accounts().token();
    return watch("burnt", () -> whole(token, ledger.burned(token)));
  }

  static String whole(Asset asset, long minor) {
    return asset.toTokens(minor).toPlainString();
  }

  static String rounded(double value, int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Microseconds from the start to a date. */
  static long at(String date) {
    return CALENDAR.ofDate(LocalDate.parse(date));
  }

  // What happens

  /** One line of the table every week. */
  MarketWorld weekly() {
    step = new Span(1, SpanUnit.WEEKS);
    return this;
  }

  /** Does something at the end of each step, the start included, after everything else. */
  MarketWorld each(String name, Phase phase, LongConsumer action) {
    simulation.add(new Each(name, phase, new Ticks(CALENDAR, step), action));
    return this;
  }

  /** Runs so many steps. */
  MarketWorld run(long steps) {
    if (!columns.isEmpty()) {
      table.append("date      ");
      columns.forEach(c -> table.append(pad(c.title, c.title)));
      table.append('\n');
      each("table", Phase.MEASUREMENT, this::line);
    }
    simulation.run(new Ticks(CALENDAR, step).instant(steps));
    return this;
  }

  /** What was watched. */
  String table() {
    return table.toString();
  }

  private void line(long number) {
    table.append(CALENDAR.toDate(new Ticks(CALENDAR, step).instant(number)));
    columns.forEach(c -> table.append(pad(c.value.get(), c.title)));
    table.append('\n');
  }

  /** Right-aligned to the column's width. */
  private static String pad(String text, String title) {
    int width = Math.max(10, title.length() + 2);
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }

  private record Each(String name, Phase phase, Ticks ticks, LongConsumer action)
      implements Mechanism {
    @Override
    public void start(Agenda agenda) {
      agenda.schedule(0, phase, 0, 0, 0);
    }

    @Override
    public void handle(Agenda agenda, Phase at, int kind, long entity, long number) {
      action.accept(number);
      agenda.schedule(ticks.instant(number + 1), phase, 0, 0, number + 1);
    }
  }
}
