package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.scenario.LevelChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedSectionTest {
  private static LevelChange change(String level, String path, String from, String to) {
    return new LevelChange("patience", "three", level, path, from, to);
  }

  private static String table(List<LevelChange> changes) {
    Html html = new Html();
    new ChangesTable(changes).write(html, "Policies");
    return html.toString();
  }

  @Test
  void pathsThatChangeAlikeShareARow() {
    String table =
        table(
            List.of(
                change("one", "providers.homes.planning", "3 months", "1 month"),
                change("one", "providers.fleets.planning", "3 months", "1 month"),
                change("one", "providers.late.planning", "4 months", "1 month"),
                change("six", "providers.homes.planning", "3 months", "6 months"),
                change("six", "providers.fleets.planning", "3 months", "6 months")));
    assertTrue(
        table.contains(
            "<td>providers.<wbr>*.<wbr>planning<small>* = homes, fleets</small></td>"
                + "<td>3 months</td><td>1 month</td><td>6 months</td>"),
        table);
    assertTrue(
        table.contains(
            "<td>providers.<wbr>late.<wbr>planning</td><td>4 months</td><td>1 month</td>"
                + "<td><small>as base</small></td>"),
        table);
    assertTrue(table.contains("three<small>base</small>"), table);
  }

  @Test
  void pathsThatDifferInTwoStepsDoNot() {
    String table =
        table(
            List.of(
                change("one", "providers.homes.planning", "3", "1"),
                change("one", "providers.homes.investing", "3", "1"),
                change("one", "providers.fleets.planning", "3", "1")));
    assertEquals(4, table.split("<tr>", -1).length, table);
  }

  @Test
  void aBlockThatAppearsOrGoesIsNone() {
    String table =
        table(List.of(change("one", "a.b.c", "5 USD", ""), change("one", "a.b.d", "", "6")));
    assertTrue(table.contains("<td>5 USD</td><td>none</td>"), table);
    assertTrue(table.contains("<td>none</td><td>6</td>"), table);
  }

  @Test
  void manyLevelsBecomeAList() {
    List<LevelChange> changes = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      changes.add(change("level" + i, "a.b", "1", "2"));
    }
    String table = table(changes);
    assertTrue(table.contains("<td>level6</td><td>a.b</td><td>1</td><td>2</td>"), table);
    assertFalse(table(changes.subList(0, 6)).contains("<td>level5</td>"));
  }
}
