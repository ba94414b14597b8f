package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.run.SummaryRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsSectionTest {
  @TempDir Path folder;

  private String results(List<String> policies, List<String> regimes) throws Exception {
    FilecoinLikeRun demo = new FilecoinLikeRun(4, 30, policies, regimes);
    try (RunDirectory run = demo.write(folder)) {
      List<SummaryRow> rows = new ArrayList<>(run.summary());
      for (String policy : policies) {
        for (String regime : regimes) {
          rows.add(swing(policy, regime, "volatility", 0.121));
          rows.add(swing(policy, regime, "drawdown", 0.8));
        }
      }
      run.writeSummary(rows);
      ReportWriter.write(run, demo.input());
    }
    String page = Files.readString(folder.resolve("report.html"));
    return page.substring(page.indexOf("id=\"results\""), page.indexOf("id=\"charts\""));
  }

  private static SummaryRow swing(String policy, String regime, String statistic, double mean) {
    return new SummaryRow(
        policy,
        regime,
        "filecoin.minted",
        "1",
        statistic,
        mean,
        OptionalDouble.of(0.01),
        OptionalDouble.of(mean - 0.009),
        OptionalDouble.of(mean + 0.009),
        4);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void aMetricIsNamedOnceAndItsPoliciesFollowBaseFirst() throws Exception {
    String results = results(List.of("plan", "half"), List.of("base"));
    assertEquals(1, count(results, "sum of block rewards"), "the formula is repeated");
    String group = results.substring(results.indexOf("Minted, cumulative"));
    assertTrue(group.indexOf("<td>plan</td>") < group.indexOf("<td>half</td>"));
    assertTrue(group.contains("<i>, million FIL</i>"), group.substring(0, 300));
  }

  @Test
  void onlyMetricsOfStatementsAreOpen() throws Exception {
    String results = results(List.of("plan", "half"), List.of("base"));
    String open = results.substring(0, results.indexOf("<details"));
    assertTrue(open.contains("Raw byte power"), "an expectation's metric is folded");
    assertFalse(open.contains("Pledge for 32 GiB"), "a metric only drawn is open");
    assertTrue(results.contains("Pledge for 32 GiB"));
    assertEquals(4, count(open, "<i>, "), "not one group per metric asked about");
  }

  @Test
  void volatilityAndDrawdownAreColumnsInPercentAndNoRowIsEmpty() throws Exception {
    String results = results(List.of("plan", "half"), List.of("base"));
    assertTrue(results.contains(">Volatility<small>of monthly log changes</small>"), results);
    assertTrue(results.contains(">Largest drawdown</th>"));
    assertTrue(
        results.contains(
            ">12.10\u202f% <small class=\"b\">±\u00a00.90</small></td><td class=\"n\">80.00\u202f% <small class=\"b\">±\u00a00.90<"),
        results.substring(0, 3000));
    assertFalse(results.contains(">–<"), "a dash for what does not exist");
    assertEquals(2, count(results, "12.10\u202f%"), "one value per policy");
  }

  @Test
  void manyCasesFoldTheRegimesThatAreNotTheBase() throws Exception {
    String results = results(List.of("a", "b", "c"), List.of("calm", "crash", "boom"));
    String open = results.substring(0, results.indexOf("<details"));
    assertEquals(4, count(open, "<td>c</td>"));
    assertFalse(open.contains("crash"), open);
    assertTrue(results.contains("<summary>The same under the regime crash</summary>"));
  }

  @Test
  void oneCaseTakesOneRowPerMetric() throws Exception {
    String results = results(List.of("base"), List.of("base"));
    assertFalse(results.contains("rowgroup"), "groups of one row");
    assertTrue(results.contains("<td>million\u00a0FIL</td>"), results.substring(0, 2000));
  }
}
