package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private static final String TINY =
      """
      depinsim: 1
      name: tiny
      question: Do ten tokens a day make a hundred in ten days?
      run: {seed: 3, replicates: 2, start: 2025-01-01, horizon: 10 days, measure: 1 day}
      assets: {TOKEN: {decimals: 2, cap: 1000 TOKEN}}
      providers:
        miners:
          kind: fleet
          potential: 2
          joins: [first]
          capacity: {first: {constant: {units: 7 units}}}
      networks:
        first:
          asset: TOKEN
          emission: {fixed: {perDay: 10 TOKEN}}
          rewards: {byCapacity: {}}
      charts:
        minted: {title: Minted, kind: lines, metrics: [first.minedTotal]}
      """;

  @TempDir private Path folder;

  /** What a command left behind. */
  private record Ended(int code, String out, String err) {}

  private Ended depinsim(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Depinsim.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Ended(code, bare(out), bare(err));
  }

  private String bare(StringWriter text) {
    return text.toString().replace(folder + "/", "").replace(System.lineSeparator(), "\n");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void run(String name, String text, String... more) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), text);
    String[] arguments = new String[6 + more.length];
    System.arraycopy(
        new String[] {"run", path(name + ".yaml"), "--out", path(name), "--quiet", "--no-report"},
        0,
        arguments,
        0,
        6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    Ended ended = depinsim(arguments);
    assertEquals(0, ended.code(), ended.err());
  }

  @Test
  void baseDrawsWhatOneSettingChanged() throws Exception {
    run("old", TINY);
    run("new", TINY, "--set", "networks.first.emission.fixed.perDay=12 TOKEN");
    Ended report = depinsim("report", path("new"), "--base", path("old"));
    assertEquals(0, report.code(), report.err());
    assertEquals("Report: new/report-difference.html\n", report.out());
    String page = Files.readString(folder.resolve("new/report-difference.html"));
    assertTrue(page.contains("<td>12 TOKEN</td><td>10 TOKEN</td>"), "the setting that was changed");
    assertTrue(page.contains("Both runs have the same seed"));
    String chart = Files.readString(folder.resolve("new/charts/minted.difference.svg"));
    assertTrue(chart.contains("Minted, difference"));
    assertTrue(chart.contains("new less old · seed 3"));
    assertTrue(Files.exists(folder.resolve("new/charts/minted.difference.png")));
    assertFalse(Files.exists(folder.resolve("new/report.html")), "the ordinary page is not asked");
    assertFalse(Files.exists(folder.resolve("old/charts")), "the other run is only read");
  }

  @Test
  void baseWithNothingInCommonIsRefusedWithASentence() throws Exception {
    run("new", TINY);
    run("later", TINY.replace("start: 2025-01-01", "start: 2035-01-01"));
    Ended report = depinsim("report", path("new"), "--base", path("later"));
    assertEquals(2, report.code());
    assertEquals(
        "The two runs have no time in common: 2025-01-01T00:00:00Z to 2025-01-11T00:00:00Z here,"
            + " 2035-01-01T00:00:00Z to 2035-01-11T00:00:00Z in the other. Maybe they are runs of"
            + " different scenarios?\n",
        report.err());
    Ended missing = depinsim("report", path("new"), "--base", path("nowhere"));
    assertEquals(4, missing.code());
    assertTrue(missing.err().contains("nowhere holds no manifest.json."), missing.err());
  }
}
