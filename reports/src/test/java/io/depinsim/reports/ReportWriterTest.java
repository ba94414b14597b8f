package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.core.scenario.ChartSpec.ChartKind;
import io.depinsim.core.scenario.Evidence;
import io.depinsim.core.scenario.Evidence.Grade;
import io.depinsim.core.scenario.LevelChange;
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

class ReportWriterTest {

  private static final int DAYS_APART = 14;

  @TempDir private static Path folder;
  private static String one;
  private static String five;

  @BeforeAll
  static void write() throws Exception {
    one = page("one", 1);
    five = page("five", 5);
  }

  private static String page(String name, int replicates) throws Exception {
    FilecoinLikeRun demo = new FilecoinLikeRun(replicates, DAYS_APART);
    return page(name, demo, demo.input());
  }

  private static String page(String name, FilecoinLikeRun demo, ReportInput input)
      throws Exception {
    try (RunDirectory run = demo.write(folder.resolve(name))) {
      ReportWriter.write(run, input);
    }
    return Files.readString(folder.resolve(name).resolve("report.html"));
  }

  private static List<String> all(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void hasTheSevenSectionsInOrder() {
    assertEquals(
        List.of("answer", "compared", "results", "charts", "basis", "health", "reproduce"),
        all("<section id=\"([a-z]+)\">", one));
    assertEquals(7, all("(</section>)", one).size());
  }

  @Test
  void writesEveryChartTwiceAndInlinesIt() throws Exception {
    for (String chart : List.of("supply", "minted", "power", "pledge", "flows", "overview")) {
      String svg = Files.readString(folder.resolve("one/charts/" + chart + ".svg"));
      assertTrue(one.contains(svg), chart + " is not on the page");
      assertTrue(Files.size(folder.resolve("one/charts/" + chart + ".png")) > 10_000, chart);
    }
  }

  @Test
  void answersFromThePredictedExpectationsOnly() {
    String answer = all("<p class=\"answer\">(.*?)</p>", one).get(0);
    assertTrue(
        answer.startsWith("Of 3 predicted quantities with a stated tolerance, 3 lie within"));
    assertTrue(
        answer.contains("\u22123.4\u202f% (circulating supply, within its tolerance"), answer);
    assertTrue(answer.contains("one replicate"), answer);
    assertFalse(all("<p class=\"answer\">(.*?)</p>", five).get(0).contains("one replicate"));
  }

  @Test
  void captionsCarryTheMeasuredDeviation() {
    String figure = one.substring(one.indexOf("Figure 2."), one.indexOf("Figure 3."));
    assertTrue(
        figure.contains("Predicted: mint per 8 weeks, largest relative error of an increment"));
    assertTrue(figure.contains("+1.3\u202f%"), figure.substring(0, 400));
    assertFalse(figure.contains("circulating supply"), "an expectation of another metric");
  }

  @Test
  void showsIntervalsWhenThereAreReplicates() {
    assertFalse(one.contains(">±\u00a0"), "an interval from one replicate");
    assertTrue(five.contains(">±\u00a0"), "no interval");
    assertTrue(five.contains("5 replicates, median with 50 % and 90 % bands"));
    assertTrue(one.contains("· 1 replicate ·"));
  }

  @Test
  void reportsClampsDigestsAndEvidence() {
    assertTrue(one.contains("the most frequent, networks.filecoin.gas.floor"));
    assertTrue(one.contains("5f0c2a91d4e7b380"));
    assertTrue(five.contains("5f0c2a91d4e7b384"));
    assertTrue(one.contains("6 inputs: 2 documented, 1 derived, 1 fitted, 2 assumed."));
    assertTrue(one.contains(FilecoinLikeRun.COMMAND));
    assertTrue(one.contains("Null rounds one by one"));
  }

  @Test
  void needsNothingFromOutside() {
    assertFalse(Pattern.compile("(src|href)\\s*=", Pattern.CASE_INSENSITIVE).matcher(one).find());
    assertFalse(one.contains("<script") || one.contains("@import") || one.contains("<link"));
    List<String> addresses = all("(https?://[^\"<\\s]*)", one);
    assertEquals(List.of("http://www.w3.org/2000/svg"), addresses.stream().distinct().toList());
    assertTrue(all("url\\(([^)]*)\\)", one).stream().allMatch(url -> url.startsWith("#chart-")));
  }

  @Test
  void avoidsWordsThatPromise() {
    String lower = one.toLowerCase(Locale.ROOT);
    for (String word : List.of("optimal", "strong", "guaranteed")) {
      assertFalse(lower.contains(word), word);
    }
  }

  @Test
  void idsAreUnique() {
    List<String> ids = all(" id=\"([^\"]+)\"", one);
    assertEquals(ids.size(), ids.stream().distinct().count());
  }

  @Test
  void escapesEveryTextOfTheScenario() throws Exception {
    String evil = "<script>alert('x')</script>&\"";
    FilecoinLikeRun demo = new FilecoinLikeRun(1, 60);
    ChartSpec chart =
        new ChartSpec(evil, ChartKind.lines, List.of("filecoin.pledge"), null, evil, null, null);
    Evidence evidence = new Evidence(evil, evil, Grade.assumed, evil, evil, List.of(evil, evil));
    ReportInput input =
        new ReportInput(
            evil,
            evil,
            evil,
            evil,
            List.of(new LevelChange(evil, evil, evil, evil, evil, evil + evil)),
            Map.of("evil", chart),
            Map.of(),
            List.of(evidence),
            List.of(evil),
            evil);
    String page = page("evil", demo, input);
    assertFalse(page.contains("<script"), "a script got through");
    assertTrue(all("(&lt;script&gt;)", page).size() >= 14, "some text is missing");
    String svg = Files.readString(folder.resolve("evil/charts/evil.svg"));
    assertFalse(svg.contains("<script"), "a script got into the picture");
  }

  @Test
  void sameRunGivesTheSameBytes() throws Exception {
    assertEquals(five, page("again", 5));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("five/charts/supply.svg")),
        Files.readAllBytes(folder.resolve("again/charts/supply.svg")));
  }

  @Test
  void drawsPoliciesSideBySideWithoutAVerdict() throws Exception {
    FilecoinLikeRun demo =
        new FilecoinLikeRun(2, 60, List.of("plan", "half"), List.of("calm", "crash"));
    String page = page("policies", demo, demo.input());
    assertTrue(all("<p class=\"answer\">(.*?)</p>", page).get(0).startsWith("Undecided: "));
    assertTrue(page.contains("2 policies under 2 regimes"), "no sentence on what was compared");
    assertTrue(page.contains("<td>half, crash</td>"), "no row for the last case");
    String svg = Files.readString(folder.resolve("policies/charts/pledge.svg"));
    assertTrue(svg.contains("stroke=\"#4d4d4d\""), "the base case is not dark grey");
    assertTrue(svg.contains(">half, crash "), "no label for the last case");
    String power = Files.readString(folder.resolve("policies/charts/power.svg"));
    assertTrue(power.contains(">half, crash<"), "panels repeat the metric in their legend");
    String supply = Files.readString(folder.resolve("policies/charts/supply.svg"));
    assertTrue(supply.contains("· plan, calm ·"), "the stack does not say which case it shows");
  }

  @Test
  void namesTheChartWhoseMetricIsMissing() {
    FilecoinLikeRun demo = new FilecoinLikeRun(1, 60);
    ChartSpec chart =
        new ChartSpec("t", ChartKind.lines, List.of("filecoin.price"), null, null, null, null);
    ReportInput input =
        new ReportInput(
            "n",
            "q",
            "",
            "",
            List.of(),
            Map.of("price", chart),
            Map.of(),
            List.of(),
            List.of(),
            "c");
    Exception failure =
        assertThrows(IllegalArgumentException.class, () -> page("missing", demo, input));
    assertEquals(
        "charts.price: metric 'filecoin.price' is not recorded in this run.", failure.getMessage());
  }
}
