package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every damage is reported with file and line. */
class DamagedFilesTest {
  @TempDir static Path intact;
  @TempDir Path run;

  @BeforeAll
  static void writeARun() {
    try (RunDirectory directory = RunDirectory.create(intact)) {
      directory.writeSeries(Samples.series());
      directory.writeSummary(Samples.summary());
      directory.writeExpectations(Samples.expectations());
      directory.writeManifest(Samples.manifest());
    }
  }

  @BeforeEach
  void copyIt() throws IOException {
    for (String name : List.of("series.csv", "summary.csv", "expectations.csv", "manifest.json")) {
      Files.copy(intact.resolve(name), run.resolve(name));
    }
  }

  /** Replaces the first occurrence of {@code from}, which must be there. */
  private void damage(String file, String from, String to) throws IOException {
    String text = Files.readString(run.resolve(file));
    int at = text.indexOf(from);
    assertTrue(at >= 0, () -> file + " does not hold " + from);
    Files.writeString(
        run.resolve(file), text.substring(0, at) + to + text.substring(at + from.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "policy,regime|policy,place|1|the header is",
        "minted,1|minted,one|2|value 'one' is not a number",
        "minted,1|minted,NaN|2|value 'NaN' is not a number",
        "burned,2|burned,2,3|3|7 fields where 6 are expected",
        "filecoin.burned,2|unknown,2|3|metric 'unknown' is not listed",
        "posted,calm,0|other,calm,0|2|policy 'other' is not listed",
        "posted,calm,0|posted,wet,0|2|regime 'wet' is not listed",
        "posted,calm,0|posted,calm,9|2|replicate 9 is outside the manifest's 0..1",
        "posted,calm,0|posted,calm,x|2|replicate 'x' is not a whole number",
        "2020-10-15T00:00:00Z|yesterday|2|time 'yesterday' is not a date",
        "2020-10-16T00:00:00Z|2020-10-14T00:00:00Z|4|time 2020-10-14T00:00:00Z does not ascend",
        "`calm,0,2020-10-15T00:00:00Z,filecoin.burned`|`\"calm\"x`|3|text after a closing",
        "1.6E-8|`\"1.6E-8`|49|a quotation mark is never closed",
        "posted,crash|p\"osted,crash|14|a quotation mark inside a field",
        "1.6E-8|`1.6E-8\nposted,calm,0,2020-10-15T00:00:00Z,filecoin.minted,1`|50|appears a second time"
      })
  void namesTheLineOfADamagedSeries(String from, String to, int line, String what)
      throws IOException {
    damage("series.csv", from, to);
    assertDamaged(
        "series.csv", line, what, assertUnreadable(() -> RunDirectory.open(run).series()));
  }

  @Test
  void noticesMissingRowsAndACutEnd() throws IOException {
    String text = Files.readString(run.resolve("series.csv"));
    Files.writeString(run.resolve("series.csv"), text.substring(0, text.length() - 2));
    assertDamaged(
        "series.csv", 49, "cut off", assertUnreadable(() -> RunDirectory.open(run).series()));
    Files.writeString(run.resolve("series.csv"), text.substring(0, text.lastIndexOf("\"half")));
    assertDamaged(
        "series.csv", 49, "has 2 of 3", assertUnreadable(() -> RunDirectory.open(run).series()));
    Files.writeString(
        run.resolve("series.csv"),
        text.replace(
            "posted,calm,0,2020-10-16T00:00:00Z,filecoin.burned,0.6666666666666666\n", ""));
    assertDamaged(
        "series.csv",
        6,
        "repeats or skips a time",
        assertUnreadable(() -> RunDirectory.open(run).series()));
  }

  @Test
  void namesTheLineOfDamagedTables() throws IOException {
    damage("summary.csv", ",0.5,", ",,");
    assertDamaged(
        "summary.csv",
        3,
        "sd and interval go with",
        assertUnreadable(() -> RunDirectory.open(run).summary()));
    damage("expectations.csv", ",passed", ",perhaps");
    assertDamaged(
        "expectations.csv",
        2,
        "'perhaps' is none of [passed, failed, reported]",
        assertUnreadable(() -> RunDirectory.open(run).expectations()));
    damage("expectations.csv", "2021-07-01", "July");
    assertDamaged(
        "expectations.csv",
        2,
        "July",
        assertUnreadable(() -> RunDirectory.open(run).expectations()));
  }

  @Test
  void namesTheLineOfADamagedManifest() throws IOException {
    damage("manifest.json", "\"replicates\" : 2", "\"replicates\" : \"two\"");
    assertDamaged(
        "manifest.json", 8, "int", assertUnreadable(() -> RunDirectory.open(run).manifest()));
    damage("manifest.json", "\"replicates\" : \"two\",", "\"replicates\" : 2,\"sead\" : 1,");
    String unknown = assertUnreadable(() -> RunDirectory.open(run).manifest());
    assertTrue(unknown.contains("Unrecognized field \"sead\". Maybe"), unknown);
    damage("manifest.json", ",\"sead\" : 1,", ",");
    damage("manifest.json", "2026-11-22T10", "22 November");
    assertDamaged(
        "manifest.json", 21, "date", assertUnreadable(() -> RunDirectory.open(run).manifest()));
    damage("manifest.json", "22 November", "2026-11-22T10");
    damage("manifest.json", "\"seed\"", "\"sead\"");
    String missing = assertUnreadable(() -> RunDirectory.open(run).manifest());
    assertTrue(missing.contains("Missing creator property 'seed'. Maybe"), missing);
  }

  @Test
  void namesAFileThatIsMissing() throws IOException {
    Files.delete(run.resolve("series.csv"));
    assertEquals(
        "Cannot read " + run.resolve("series.csv") + ": it does not exist.",
        assertUnreadable(() -> RunDirectory.open(run).series()));
  }

  private static String assertUnreadable(Runnable reading) {
    return assertThrows(RunDirectoryException.class, reading::run).getMessage();
  }

  private void assertDamaged(String file, int line, String what, String message) {
    String start = run.resolve(file) + ":" + line + ":";
    assertTrue(message.startsWith(start), message);
    assertTrue(message.contains(what), message);
  }
}
