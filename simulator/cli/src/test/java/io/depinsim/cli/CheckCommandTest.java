package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What {@code check} says and how it ends. */
class CheckCommandTest {
  private static final String ASKING =
      CommandLineTest.TINY.replace(
          "charts:",
          """
          metrics:
            first.minedTotal: {statistic: last, matters: 2 %}
            rate: {metric: first.mintPerDay, statistic: mean, matters: 2 %, gate: false}
          uncertainties:
            perDay: {path: networks.first.emission.fixed.perDay, uniform: [5 TOKEN, 20 TOKEN]}
            units: {path: providers.pair.capacity.first.constant.units, uniform: [5 units, 9 units]}
          charts:""");

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  private Ended check(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[arguments.length + 2];
    all[0] = "check";
    all[1] = "--no-progress";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    int code = Depinsim.execute(all, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Ended(code, bare(out), bare(err));
  }

  private String bare(StringWriter text) {
    return text.toString().replace(folder + "/", "");
  }

  private String scenario(String text) throws Exception {
    return Files.writeString(folder.resolve("tiny.yaml"), text).toString();
  }

  private String withBaseline(String text) throws Exception {
    String file = scenario(text);
    assertEquals(0, check(file, "--update", "--replicates", "6").code());
    return file;
  }

  @Test
  void passesWhatDidNotMove() throws Exception {
    Ended check = check(withBaseline(ASKING));
    assertEquals(0, check.code(), check.out() + check.err());
    assertTrue(
        check.out().contains("all 6 digests are equal, all answers are equal."), check.out());
    assertTrue(check.out().contains("in at most 1 % of checks"), check.out());
    assertTrue(check.out().endsWith("1 scenario: 1 passed, 0 moved.\n"), check.out());
    assertEquals("", check.err());
  }

  @Test
  void failsBeyondWhatMattersByBothGatesAndTheExpectation() throws Exception {
    withBaseline(ASKING);
    Ended check = check(scenario(ASKING.replace("10 TOKEN", "11 TOKEN")));
    assertEquals(1, check.code(), check.out());
    String text = check.out();
    assertTrue(text.contains("6 of 6 digests differ, 2 of 2 answers differ."), text);
    assertTrue(
        text.contains(
            "    FAILS  first.minedTotal, policy base, regime base: 6 of 6 replicates differ,"
                + " mean +10 TOKEN, largest +10 TOKEN; what matters begins at 2."),
        text);
    assertTrue(text.contains("    (told) rate, policy base"), text);
    assertTrue(text.contains("2 of 2 answers are beyond luck"), text);
    assertTrue(text.contains("  FAILS  minted: 110 within [100, 100]."), text);
    assertTrue(text.endsWith("0 passed, 1 moved. If that was meant: --update.\n"), text);
  }

  @Test
  void listsSmallDifferencesAndPassesThem() throws Exception {
    String loose = ASKING.replace("within: [100, 100]", "within: [90, 110]");
    withBaseline(loose.replace("gate: false", "gate: true"));
    // 1 % more: below what matters, so the paired gate passes; constants that differ alarm.
    String moved = loose.replace("10 TOKEN}", "10.1 TOKEN}").replace("gate: false", "gate: true");
    Ended check = check(scenario(moved));
    assertTrue(check.out().contains("           first.minedTotal, policy base"), check.out());
    assertTrue(check.out().contains("mean +1 TOKEN"), check.out());
    assertEquals(1, check.code());
    assertTrue(check.out().contains("answers are beyond luck"), check.out());
  }

  @Test
  void anInformationalQuestionNeverFails() throws Exception {
    String loose =
        ASKING
            .replace("within: [100, 100]", "within: [90, 110]")
            .replace("matters: 2 %}", "matters: 2 %, gate: false}");
    withBaseline(loose);
    Ended check = check(scenario(loose.replace("10 TOKEN}", "10.5 TOKEN}")));
    assertEquals(0, check.code(), check.out());
    assertTrue(check.out().contains("(told) first.minedTotal"), check.out());
  }

  @Test
  void withoutQuestionsAnyDigestFails() throws Exception {
    String bare = CommandLineTest.TINY.replace("within: [100, 100]", "within: [90, 110]");
    withBaseline(bare);
    assertEquals(0, check(scenario(bare)).code());
    Ended check = check(scenario(bare.replace("10 TOKEN}", "10.1 TOKEN}")));
    assertEquals(1, check.code(), check.out());
    assertTrue(
        check.out().contains("FAILS  same replicates, 6: 6 of 6 digests differ."), check.out());
  }

  @Test
  void aScenarioWithoutABaselineFailsUntilThereIsOne() throws Exception {
    scenario(ASKING);
    Ended check = check(folder.toString());
    assertEquals(1, check.code());
    assertTrue(
        check.out().startsWith("tiny: FAILS: there is no baseline tiny.baseline.json. Maybe"),
        check.out());
    assertEquals(0, check(folder.toString(), "--update").code());
    assertEquals(0, check(folder.toString()).code());
  }

  @Test
  void updateShowsWhatMovedAndLeavesAloneWhatDidNot() throws Exception {
    String file = withBaseline(ASKING);
    Path baseline = folder.resolve("tiny.baseline.json");
    String before = Files.readString(baseline);
    Ended same = check(file, "--update");
    assertEquals("tiny: tiny.baseline.json is as it was.\n", same.out());
    assertEquals(before, Files.readString(baseline));
    Ended moved = check(scenario(ASKING.replace("10 TOKEN", "12 TOKEN")), "--update");
    assertTrue(
        moved.out().contains("first.minedTotal, policy base, regime base: was 100, is 120 (+20)"),
        moved.out());
    assertTrue(Files.readString(baseline).contains("\"replicates\" : 6"));
  }

  @Test
  void questionsThatChangedAreNotCompared() throws Exception {
    withBaseline(ASKING);
    Ended check =
        check(scenario(ASKING.replace("statistic: last, matters", "statistic: max, matters")));
    assertEquals(1, check.code());
    assertTrue(
        check
            .out()
            .contains(
                "FAILS  Question first.minedTotal asks for the max of first.minedTotal, and the"
                    + " baseline holds the last of first.minedTotal."),
        check.out());
    Ended fewer = check(scenario(ASKING.replace("  rate: {", "  pace: {")));
    assertTrue(fewer.out().contains("Question pace is new"), fewer.out());
    assertTrue(fewer.out().contains("Question rate stands in the baseline"), fewer.out());
    Ended more = check(scenario(ASKING + "regimes: {base: {}, other: {}}\n"));
    assertTrue(more.out().contains("Policy base under regime other is new"), more.out());
    assertEquals(1, more.code());
  }

  @Test
  void aDamagedOrForeignBaselineIsRefusedAndMayBeWrittenAnew() throws Exception {
    String file = withBaseline(ASKING);
    Path baseline = folder.resolve("tiny.baseline.json");
    String good = Files.readString(baseline);
    Files.writeString(baseline, good.replace("\"seed\"", "\"sed\""));
    Ended damaged = check(file);
    assertEquals(4, damaged.code());
    assertTrue(damaged.err().matches("(?s)tiny.baseline.json:\\d+:\\d+: .*"), damaged.err());
    Files.writeString(baseline, good.replace("\"tiny\"", "\"other\""));
    Ended foreign = check(file);
    assertEquals(2, foreign.code());
    assertTrue(foreign.err().contains("the baseline of another scenario"), foreign.err());
    Ended anew = check(file, "--update", "--replicates", "6");
    assertEquals(0, anew.code());
    assertTrue(anew.err().startsWith("Written anew: "), anew.err());
    assertEquals(good, Files.readString(baseline));
  }

  @Test
  void writesJunitXmlOfEveryGate() throws Exception {
    withBaseline(ASKING);
    Path xml = folder.resolve("sub/check.xml");
    check(scenario(ASKING.replace("10 TOKEN", "11 TOKEN")), "--junit", xml.toString());
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(xml.toFile())
            .getDocumentElement();
    assertEquals("testsuites", root.getTagName());
    // One digest; two questions by two gates; one expectation. Two gate, by two gates; and it.
    assertEquals("6", root.getAttribute("tests"));
    assertEquals("3", root.getAttribute("failures"));
    assertEquals(6, root.getElementsByTagName("testcase").getLength());
    assertEquals(3, root.getElementsByTagName("failure").getLength());
  }

  @Test
  void powerNamesWhatMovesAndWhatDoesNot() throws Exception {
    String file = withBaseline(ASKING);
    Ended power =
        check(file, "--power", "--sets", "4", "--out", folder.resolve("power").toString());
    assertEquals(0, power.code(), power.err());
    List<String> lines = power.out().lines().toList();
    String perDay = line(lines, "  perDay");
    assertTrue(
        perDay.matches("  perDay +10 TOKEN to 10.5 TOKEN +2.5 +yes +100 % \\[40, 100]"), perDay);
    assertTrue(line(lines, "  (nothing").contains("0 % [0, 60]"), power.out());
    assertTrue(power.out().contains("Changed no answer in the screen: units."), power.out());
    List<String> table = Files.readAllLines(folder.resolve("power/power.csv"));
    assertEquals(3, table.size());
    assertTrue(
        table.get(2).startsWith("tiny,perDay,networks.first.emission.fixed.perDay,10 TOKEN"));
  }

  private static String line(List<String> lines, String start) {
    return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElse("");
  }

  @Test
  void saysThatFewReplicatesCannotAlarm() throws Exception {
    String file = scenario(ASKING);
    check(file, "--update", "--replicates", "4");
    Ended check = check(file);
    assertTrue(
        check.out().contains("With 4 replicates the distributional gate cannot alarm; it takes 5."),
        check.out());
    assertFalse(check(file, "--false-alarm", "5 %").out().contains("cannot alarm"));
  }

  @Test
  void refusesWrongUse() throws Exception {
    String file = scenario(ASKING);
    for (List<String> wrong :
        List.of(
            List.of("--replicates", "6"),
            List.of("--false-alarm", "0.01"),
            List.of("--update", "--power"),
            List.of("--update", "--replicates", "1"),
            List.of("--out", "x"),
            List.of("--threads", "0"))) {
      String[] arguments = wrong.toArray(String[]::new);
      String[] all = Arrays.copyOf(arguments, arguments.length + 1);
      all[arguments.length] = file;
      assertEquals(2, check(all).code(), wrong::toString);
    }
    assertFalse(Files.exists(folder.resolve("tiny.baseline.json")));
    assertEquals(4, check(folder.resolve("none.yaml").toString()).code());
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(2, check(empty.toString()).code());
  }
}
