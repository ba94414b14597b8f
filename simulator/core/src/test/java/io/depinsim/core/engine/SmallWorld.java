package io.depinsim.core.engine;

import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.SpanUnit;
import io.depinsim.core.time.Ticks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A small network in a simulation, and a text table of what is watched, one line a day. */
final class SmallWorld {
  private static final SimulationCalendar CALENDAR =
      SimulationCalendar.startingOn(LocalDate.of(2025, 1, 1));

  private record Column(String title, Supplier<String> value) {}

  private final Network network;
  private final Simulation simulation;
  private final ClampTelemetry clamps = new ClampTelemetry();
  private final List<Column> columns = new ArrayList<>();
  private final StringBuilder table = new StringBuilder();

  SmallWorld(Network network, Simulation simulation, int epochDays) {
    this.network = network;
    this.simulation = simulation;
    simulation.registry().register("net", network);
    simulation.registry().register("net.rewardLock", network.rewardLock());
    simulation.registry().register("net.emission", network.rules().emission());
    network.rules().gas().ifPresent(gas -> simulation.registry().register("net.gas", gas));
    for (NetworkSegment s : network.segments()) {
      simulation.registry().register(s.cohort().name() + ".plain", s.plain());
      simulation.registry().register(s.cohort().name() + ".boosted", s.boosted());
    }
    simulation.registry().register("clamps", clamps);
    simulation.add(
        new NetworkEpoch(network, new Ticks(CALENDAR, new Span(epochDays, SpanUnit.DAYS)), clamps));
  }

  Network network() {
    return network;
  }

  NetworkAccounts accounts() {
    return network.accounts();
  }

  Ledger ledger() {
    return network.accounts().ledger();
  }

  Simulation simulation() {
    return simulation;
  }

  ClampTelemetry clamps() {
    return clamps;
  }

  /** Watches anything. */
  SmallWorld watch(String title, Supplier<String> value) {
    columns.add(new Column(title, value));
    return this;
  }

  /** Watches one row of an account, in tokens. */
  SmallWorld watch(String title, Account account, int row) {
    return watch(title, () -> tokens(account.balance(row)));
  }

  /** Watches what has been burnt, in tokens. */
  SmallWorld watchBurnt() {
    return watch("burnt", () -> tokens(ledger().burned(accounts().asset())));
  }

  String tokens(long minor) {
    return accounts().asset().toTokens(minor).toPlainString();
  }

  /** Does something each day after everything else. */
  SmallWorld daily(String name, Phase phase, Consumer<Long> action) {
    simulation.add(new Daily(name, phase, action));
    return this;
  }

  /** Runs so many days. */
  SmallWorld run(long days) {
    if (!columns.isEmpty()) {
      table.append("day");
      columns.forEach(c -> table.append(pad(c.title, c.title)));
      table.append('\n');
      daily("table", Phase.MEASUREMENT, this::line);
    }
    simulation.run(SimulatedTime.ofDays(days));
    return this;
  }

  /** What was watched. */
  String table() {
    return table.toString();
  }

  private void line(long day) {
    table.append(pad(Long.toString(day), "").substring(9));
    columns.forEach(c -> table.append(pad(c.value.get(), c.title)));
    table.append('\n');
  }

  /** Right-aligned to the column's width. */
  private static String pad(String text, String title) {
    int width = Math.max(12, title.length() + 2);
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }

  /** Acts at the end of each day, the start included. */
  private record Daily(String name, Phase phase, Consumer<Long> action) implements Mechanism {
    @Override
    public void start(Agenda agenda) {
      agenda.schedule(0, phase, 0, 0, 0);
    }

    @Override
    public void handle(Agenda agenda, Phase at, int kind, long day, long payload) {
      action.accept(day);
      agenda.schedule(SimulatedTime.ofDays(day + 1), phase, 0, day + 1, 0);
    }
  }
}
