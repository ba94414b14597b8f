package io.depinsim.reports;

import io.depinsim.core.scenario.LevelChange;
import io.depinsim.reports.Html.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs from the base: a row per changed value, a column per level. Paths that differ in one
 * step and change alike share a row.
 */
final class ChangesTable {
  private static final int MOST_COLUMNS = 6;
  private static final String NONE = "none";

  private final List<LevelChange> changes;
  private final List<String> levels;

  /**
   * The table of one factor, or of the regimes.
   *
   * @param changes of one group
   */
  ChangesTable(List<LevelChange> changes) {
    this.changes = changes;
    Set<String> names = new LinkedHashSet<>();
    changes.forEach(change -> names.add(change.level()));
    this.levels = List.copyOf(names);
  }

  /**
   * Writes it.
   *
   * @param label what the table is called
   */
  void write(Html html, String label) {
    String base = changes.get(0).base();
    if (levels.size() > MOST_COLUMNS) {
      html.openTable(
          label, Cell.text("Level"), Cell.text("Value"), Cell.text(base), Cell.text("Changed to"));
      for (LevelChange change : changes) {
        html.row(
            Cell.text(change.level()),
            Cell.text(change.path()),
            Cell.text(named(change.from())),
            Cell.text(named(change.to())));
      }
      html.closeTable();
      return;
    }
    List<Cell> head = new ArrayList<>();
    head.add(Cell.text("Value"));
    head.add(Cell.text(base).note("base"));
    levels.forEach(level -> head.add(Cell.text(level)));
    html.openTable(label, head.toArray(Cell[]::new));
    for (Row row : grouped()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(
          Cell.text(row.path)
              .note(row.steps.size() == 1 ? "" : "* = " + String.join(", ", row.steps)));
      cells.add(Cell.text(named(row.from)));
      for (String level : levels) {
        String to = row.byLevel.get(level);
        cells.add(to == null ? Cell.text("").note("as base") : Cell.text(named(to)));
      }
      html.row(cells.toArray(Cell[]::new));
    }
    html.closeTable();
  }

  private static String named(String value) {
    return value.isEmpty() ? NONE : value;
  }

  private List<Row> grouped() {
    Map<String, Row> byPath = new LinkedHashMap<>();
    for (LevelChange change : changes) {
      byPath
          .computeIfAbsent(change.path(), path -> new Row(path, change.from()))
          .byLevel
          .put(change.level(), change.to());
    }
    List<Row> grouped = new ArrayList<>();
    for (Row row : byPath.values()) {
      boolean taken = false;
      for (Row earlier : grouped) {
        taken = taken || earlier.takes(row);
      }
      if (!taken) {
        grouped.add(row);
      }
    }
    return grouped;
  }

  /** A path, or several that differ in one step, with a value per level. */
  private static final class Row {
    private final String from;
    private final Map<String, String> byLevel = new LinkedHashMap<>();
    private final List<String> steps = new ArrayList<>();
    private String path;
    private int place = -1;

    Row(String path, String from) {
      this.path = path;
      this.from = from;
      this.steps.add(path);
    }

    /** Takes another path in if it changes alike and differs in the same single step. */
    boolean takes(Row other) {
      if (!from.equals(other.from) || !byLevel.equals(other.byLevel)) {
        return false;
      }
      String[] own = path.split("\\.");
      String[] its = other.path.split("\\.");
      if (own.length != its.length) {
        return false;
      }
      int differs = -1;
      for (int i = 0; i < own.length; i++) {
        if (!own[i].equals(its[i])) {
          if (differs >= 0) {
            return false;
          }
          differs = i;
        }
      }
      if (differs < 0) {
        return false;
      }
      if (place < 0) {
        place = differs;
        steps.set(0, own[differs]);
        String[] pattern = Arrays.copyOf(own, own.length);
        pattern[differs] = "*";
        path = String.join(".", pattern);
      }
      steps.add(its[differs]);
      return true;
    }
  }
}
