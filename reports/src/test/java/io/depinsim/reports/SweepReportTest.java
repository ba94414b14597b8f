package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.run.SweepDirectory;
import io.depinsim.core.run.SweepManifest;
import io.depinsim.core.run.SweepRecord;
import io.depinsim.core.run.SweepRecord.DesignRow;
import io.depinsim.core.run.SweepRecord.EffectRow;
import io.depinsim.core.run.SweepRecord.FailureRow;
import io.depinsim.core.run.SweepRecord.SensitivityRow;
import io.depinsim.core.run.SweepRecord.ShareRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepReportTest {
  private static final String EVIL = "<script>alert('x')</script>&\"";

  @TempDir Path folder;

  private static OptionalDouble some(double value) {
    return OptionalDouble.of(value);
  }

  /** Ten points, two failed, a claim that holds at 6 of 8, seven inputs. */
  private static SweepRecord sweep(String text) {
    List<EffectRow> effects = new ArrayList<>();
    List<DesignRow> design = new ArrayList<>();
    List<SensitivityRow> sensitivities = new ArrayList<>();
    List<SweepRecord.Input> inputs = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      inputs.add(new SweepRecord.Input("in." + i, "3 USD", "1 USD", "9 USD", false, true, i == 0));
      sensitivities.add(
          new SensitivityRow("cheaper", "in." + i, some(i % 2 == 0 ? 0.1 * i : -0.1 * i)));
    }
    for (int p = 0; p < 8; p++) {
      design.add(new DesignRow(p, "in.0", "2 USD"));
      effects.add(new EffectRow(p, "cheaper", "plan", "half", some(0.01 * (p - 6)), p < 6));
    }
    ShareRow share =
        new ShareRow(
            "cheaper",
            text,
            10,
            2,
            6,
            some(0.75),
            some(0.409),
            some(0.929),
            some(-0.025),
            some(-0.06),
            some(0.01),
            "below",
            0,
            "1",
            true,
            text);
    ShareRow none =
        new ShareRow(
            "nothing",
            "Nothing.",
            10,
            10,
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            "above",
            1,
            "FIL",
            false,
            "");
    SweepManifest manifest =
        new SweepManifest(
            "demo",
            "demo.yaml",
            "ab",
            text,
            "depinsim",
            "1",
            "./depinsim sweep " + text,
            7,
            "sobol",
            10,
            2,
            3,
            List.of("plan", "half"),
            "calm",
            List.of("in.0", "in.1"),
            4,
            1,
            "5f0c2a91d4e7b380");
    return new SweepRecord(
        manifest,
        inputs,
        design,
        effects,
        List.of(new FailureRow(8, text), new FailureRow(9, "cap passed")),
        List.of(share, none),
        sensitivities);
  }

  private String page(String text) {
    try (SweepDirectory directory = SweepDirectory.create(folder)) {
      directory.write("depinsim: 1\n", sweep(text));
      SweepReport.write(directory, sweep(text));
      return Files.readString(folder.resolve("sweep.html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saysSharesWithIntervalsAndWhatFailed() {
    String page = page("Is half cheaper?");
    assertTrue(
        page.contains(
            "no claim holds at every point with an effect, but in 75\u202f% of them. nothing has no"
                + " effect that could be computed."),
        page.substring(page.indexOf("class=\"answer\"")));
    assertTrue(
        page.contains(
            "holds in 75\u202f% [40.9\u202f%, 92.9\u202f%] of points; median effect"
                + " \u22122.5\u202f%, nine tenths of the effects from \u22126.0\u202f% to"
                + " 1.0\u202f%."),
        page.substring(page.indexOf("class=\"claims\"")));
    assertTrue(page.contains("<td class=\"n\">below 0</td>"), "the limit");
    assertTrue(page.contains("2 points could not be run."));
    assertTrue(page.contains("cap passed"));
    assertTrue(page.contains("it is no probability"));
    assertTrue(page.contains("under the regime calm"));
    assertTrue(page.contains("6 of 8<small>2 without effect</small>"));
    assertTrue(page.contains("4 further assumed inputs stayed as written"));
    assertTrue(page.contains("under some policies set to a value of their own"));
    assertTrue(page.contains("seed 7 · 10 points, 2 failed · 3 replicates each · digest 5f0c2a91"));
  }

  @Test
  void namesTheFiveInputsAnEffectGoesWithMost() {
    String page = page("q");
    String table = page.substring(page.indexOf("Inputs that cheaper goes with"));
    table = table.substring(0, table.indexOf("</table>"));
    List<String> order = new ArrayList<>();
    Pattern.compile("in\\.\\d").matcher(table).results().forEach(m -> order.add(m.group()));
    assertEquals(List.of("in.6", "in.5", "in.4", "in.3", "in.2"), order);
    assertTrue(table.contains("+0.60") && table.contains("\u22120.50"), table);
    assertTrue(page.contains("lies within ±0.74 nineteen times in twenty"), "1.96 / sqrt(7)");
  }

  @Test
  void isOneFileThatEscapesEveryTextAndPromisesNothing() {
    String page = page(EVIL);
    assertFalse(page.contains("<script"));
    assertFalse(Pattern.compile("(src|href)\\s*=").matcher(page).find());
    List<String> ids = new ArrayList<>();
    Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().forEach(m -> ids.add(m.group(1)));
    assertEquals(ids.size(), ids.stream().distinct().count());
    String lower = page.toLowerCase(Locale.ROOT);
    for (String word : List.of("optimal", "strong", "guaranteed", "proves")) {
      assertFalse(lower.contains(word), word);
    }
  }

  @Test
  void theFolderHoldsTheTablesAndTheManifestLast() throws Exception {
    page("q");
    assertEquals(
        "finding,claim,points,failed,holds,share,wilson95_low,wilson95_high,median_effect,"
            + "effect_q05,effect_q95,limit_direction,limit,unit,relative,source",
        Files.readAllLines(folder.resolve("shares.csv")).get(0));
    assertEquals(
        "cheaper,q,10,2,6,0.75,0.409,0.929,-0.025,-0.06,0.01,below,0,1,true,q",
        Files.readAllLines(folder.resolve("shares.csv")).get(1));
    assertEquals(
        "nothing,Nothing.,10,10,0,,,,,,,above,1,FIL,false,",
        Files.readAllLines(folder.resolve("shares.csv")).get(2));
    assertEquals("point,input,value", Files.readAllLines(folder.resolve("design.csv")).get(0));
    assertEquals(
        "0,cheaper,plan,half,-0.06,true", Files.readAllLines(folder.resolve("effects.csv")).get(1));
    assertEquals("9,cap passed", Files.readAllLines(folder.resolve("failures.csv")).get(2));
    assertEquals("cheaper,in.0,0", Files.readAllLines(folder.resolve("sensitivity.csv")).get(1));
    assertTrue(Files.readString(folder.resolve("sweep.json")).contains("\"points\" : 10"));
  }
}
