package io.depinsim.reports;

import io.depinsim.core.run.Manifest;
import io.depinsim.reports.Html.Cell;
import java.util.List;

/** How to reproduce the run: one command, digests, versions. */
final class ReproduceSection {

  private static final int MOST_DIGESTS = 100;
  private static final int FIRST_REPLICATES = 3;

  private final RunRecord run;
  private final ReportInput input;

  ReproduceSection(RunRecord run, ReportInput input) {
    this.run = run;
    this.input = input;
  }

  void write(Html html) {
    Manifest manifest = run.manifest();
    html.raw("<section id=\"reproduce\">\n<h2>How to reproduce</h2>\n");
    html.raw("<pre tabindex=\"0\"><code>").text(input.reproduceCommand()).raw("</code></pre>\n");
    html.element(
        "p",
        "The digest covers the economic state at every measurement. Equal digests mean an equal"
            + " run, whatever the machine, thread count or Java version.");
    html.openTable(
        "Digests",
        Cell.text("Policy"),
        Cell.text("Regime"),
        Cell.number("Replicate"),
        Cell.text("Digest"));
    for (Manifest.Digest digest : shown(manifest)) {
      html.row(
          Cell.text(digest.policy()),
          Cell.text(digest.regime()),
          Cell.number(Integer.toString(digest.replicate())),
          Cell.text(digest.digest()));
    }
    html.closeTable();
    if (shown(manifest).size() < manifest.digests().size()) {
      html.element(
          "p",
          "Of "
              + Quantities.count(manifest.digests().size())
              + " digests those of the first replicates are shown; manifest.json has all.");
    }
    html.raw("<dl>\n");
    entry(html, "Program", manifest.program() + " " + manifest.programVersion());
    entry(html, "Scenario file", manifest.scenarioPath());
    entry(html, "Its SHA-256", manifest.scenarioSha256());
    entry(html, "Seed", Long.toString(manifest.seed()));
    entry(html, "State hash", "version " + manifest.stateHashVersion());
    entry(html, "Java", manifest.jvm());
    entry(html, "Command as typed", manifest.commandLine());
    entry(html, "Started", manifest.startedAt().toString());
    String threads = manifest.threads() == 1 ? " thread" : " threads";
    entry(
        html,
        "Took",
        Quantities.withUnit(manifest.wallSeconds(), "s") + " on " + manifest.threads() + threads);
    html.raw("</dl>\n</section>\n");
  }

  /** All digests, or those of the first replicates where all would fill pages. */
  private static List<Manifest.Digest> shown(Manifest manifest) {
    return manifest.digests().size() <= MOST_DIGESTS
        ? manifest.digests()
        : manifest.digests().stream().filter(d -> d.replicate() < FIRST_REPLICATES).toList();
  }

  private static void entry(Html html, String name, String value) {
    html.element("dt", name).element("dd", value);
  }
}
