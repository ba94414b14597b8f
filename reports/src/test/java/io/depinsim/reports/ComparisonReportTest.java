package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.run.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonReportTest {
  private static final List<String> POLICIES = List.of("plan", "half", "double", "late");
  private static final List<String> REGIMES = List.of("calm", "crash", "boom", "drought");
  private static final String EVIL = "<script>alert('x')</script>&\"";

  @TempDir private static Path folder;
  private static String page;

  @BeforeAll
  static void write() throws Exception {
    page = page("run", POLICIES);
  }

  private static String page(String name, List<String> policies) throws Exception {
    FilecoinLikeRun demo = new FilecoinLikeRun(2, 120, policies, REGIMES);
    ComparisonSample sample = ComparisonSample.large(policies, REGIMES);
    try (RunDirectory run = demo.write(folder.resolve(name), sample.record())) {
      ReportWriter.write(run, input(demo.input()));
    }
    return Files.readString(folder.resolve(name).resolve("report.html"));
  }

  /** With one chart of its own, since drawing takes time. */
  private static ReportInput input(ReportInput all) {
    return new ReportInput(
        all.name(),
        all.question(),
        all.description(),
        all.notice(),
        all.questions(),
        all.changes(),
        Map.of("supply", all.charts().get("supply")),
        all.history(),
        all.evidence(),
        all.leavesOut(),
        all.reproduceCommand(),
        Map.of("sectorLife", "networks.filecoin.capacity.sectorLife"));
  }

  private static List<String> all(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String table(String label) {
    int start = page.indexOf("aria-label=\"" + label + "\"");
    assertTrue(start > 0, label);
    return page.substring(start, page.indexOf("</table>", start));
  }

  @Test
  void keepsTheSevenSectionsAndHeadsWithTheAnswer() {
    assertEquals(
        List.of("answer", "compared", "results", "charts", "basis", "health", "reproduce"),
        all("<section id=\"([a-z]+)\">", page));
    String answer = all("<p class=\"answer\">(.*?)</p>", page).get(0);
    assertTrue(answer.startsWith("Against plan, "), answer);
    assertTrue(answer.contains("With 95 %, half is the best of all in cost."), answer);
    assertFalse(page.contains("no paired differences"));
    assertFalse(page.contains("no difference was paired"));
  }

  @Test
  void questionsComeFirstInTablesPerRegimeWithAllThatMakesAVerdict() {
    String calm = table("Differences, regime calm");
    assertTrue(calm.contains("Pledge for 32 GiB, mean (cost)"), calm);
    assertTrue(
        calm.contains(
            "Lower is better; a difference matters from 1\u00a0FIL. Base: plan, mean 10\u00a0FIL."),
        calm);
    assertTrue(
        calm.contains(
            "<tr><td>half</td><td>better</td><td class=\"n\">7.5\u00a0FIL</td>"
                + "<td class=\"n\">\u22122.5\u00a0FIL [\u22123.2, \u22121.8]</td>"
                + "<td class=\"n\">0.90</td><td class=\"n\">8.0\u00a0×</td>"
                + "<td class=\"n\">–</td></tr>"),
        calm);
    assertTrue(calm.contains("<td class=\"n\">about 1\u202f100</td>"), calm);
    assertTrue(page.contains("<summary>Under the regime drought</summary>"), "not folded");
    assertTrue(
        page.indexOf("Questions</h3>") < page.indexOf("Each policy by itself</h3>")
            && page.indexOf("Which policy is best</h3>")
                < page.indexOf("Differences of all other metrics</h3>"));
  }

  @Test
  void showsEachPolicyByItselfAndWhichIsBest() {
    String arms = table("Each policy by itself, regime crash");
    assertTrue(arms.contains("10.0 <small class=\"b\">±\u00a01.0</small></td>"), arms);
    String best = table("Which policy is best, regime crash");
    assertTrue(best.contains("<td>half</td><td>best with 95 %</td>"), best);
    assertTrue(best.contains("<td>plan</td><td>another is better</td>"), best);
    assertTrue(best.contains("<td>late</td><td>among the best</td>"), best);
  }

  @Test
  void foldsTheRestByFamilyWithoutVerdicts() {
    String rest = table("Differences, Security");
    assertTrue(
        rest.contains("<td>half, calm</td><td class=\"n\">+0.20\u00a0FIL [0.10, 0.30]"), rest);
    for (String word : List.of("better", "worse", "undecided", "equivalent")) {
      assertFalse(rest.contains(word), word);
    }
  }

  @Test
  void drawsDifferencesTheFrontAndMapsAndInlinesThem() throws Exception {
    for (String name :
        List.of(
            "difference-cost",
            "difference-reach",
            "difference-level",
            "pareto",
            "map-cost",
            "map-reach")) {
      String svg = Files.readString(folder.resolve("run/charts/" + name + ".svg"));
      assertTrue(page.contains(svg), name + " is not on the page");
      assertTrue(Files.size(folder.resolve("run/charts/" + name + ".png")) > 5_000, name);
    }
    assertFalse(Files.exists(folder.resolve("run/charts/map-level.svg")), "no side is better");
    assertTrue(page.indexOf("charts/difference-cost.svg") < page.indexOf("charts/supply.svg"));
    assertTrue(
        page.contains(
            "Of 36 points half is best at 16, double is best at 16, 4 undecided; where one is best,"
                + " its lead is less than what matters at 6."),
        page.substring(page.indexOf("over sectorLife")));
  }

  @Test
  void isOneFileThatEscapesEveryNameAndPromisesNothing() throws Exception {
    String evil = page("evil", List.of(EVIL, EVIL + "2", "three"));
    assertFalse(evil.contains("<script"), "a script got through");
    for (String text : List.of(evil, page)) {
      assertFalse(Pattern.compile("(src|href)\\s*=").matcher(text).find());
      List<String> ids = all(" id=\"([^\"]+)\"", text);
      assertEquals(ids.size(), ids.stream().distinct().count());
      String lower = text.toLowerCase(Locale.ROOT);
      for (String word : List.of("optimal", "strong", "guaranteed", "proves")) {
        assertFalse(lower.contains(word), word);
      }
    }
  }

  @Test
  void sameComparisonGivesTheSameBytes() throws Exception {
    assertEquals(page, page("again", POLICIES));
  }
}
