package io.depinsim.reports;

import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.core.scenario.ExpectSpec.Basis;
import java.util.List;
import java.util.Map;

/** The page: seven sections, always in this order. */
final class ReportPage {

  private final RunRecord run;
  private final ReportInput input;
  private final Map<String, String> pictures;
  private final List<Figure> compared;
  private final Expectations expectations;
  private final Html html = new Html();

  /**
   * A page yet to be written.
   *
   * @param pictures SVG by chart name
   * @param compared pictures of a comparison, which stand first
   */
  ReportPage(
      RunRecord run, ReportInput input, Map<String, String> pictures, List<Figure> compared) {
    this.run = run;
    this.input = input;
    this.pictures = pictures;
    this.compared = compared;
    this.expectations = new Expectations(run);
  }

  /**
   * A picture with its caption.
   *
   * @param name of its files, without ending
   * @param svg the picture
   * @param caption in sentences
   */
  record Figure(String name, String svg, String caption) {}

  String html() {
    PageFrame.open(html, input.name() + ": " + input.question());
    questionAndAnswer();
    new ComparedSection(run, input).write(html);
    new ResultsSection(run).write(html);
    charts();
    new BasisSection(run, input, expectations).write(html);
    new HealthSection(run).write(html);
    new ReproduceSection(run, input).write(html);
    return PageFrame.close(html);
  }

  private void questionAndAnswer() {
    html.raw("<section id=\"answer\">\n");
    html.element("p class=\"eyebrow\"", "depinsim report · " + input.name());
    html.element("h1", input.question());
    String notice = input.notice().isBlank() ? "" : input.notice() + " ";
    html.raw("<p class=\"answer\">").prose(notice + answer()).raw("</p>\n");
    if (run.comparison().isPresent()) {
      new ComparisonSection(run).writeList(html, input.questions());
    }
    new FindingsSection(run).writeList(html);
    if (!input.description().isBlank()) {
      html.element("p", input.description());
    }
    html.raw("</section>\n");
  }

  private String answer() {
    if (run.comparison().isPresent()) {
      return ComparisonAnswer.of(run.comparison().get())
          + (run.findings().isEmpty()
              ? ""
              : " " + FindingWords.answer(run.findings(), run.manifest().regimes().get(0)));
    }
    boolean judged =
        run.expectations().stream()
            .anyMatch(r -> r.basis() == Basis.predicted && r.outcome() != Outcome.reported);
    if (!run.findings().isEmpty() && !judged) {
      return FindingWords.answer(run.findings(), run.manifest().regimes().get(0));
    }
    if (!run.findings().isEmpty()) {
      return expectations.answer()
          + " "
          + FindingWords.answer(run.findings(), run.manifest().regimes().get(0));
    }
    if (run.manifest().policies().size() > 1) {
      return "Undecided: this run draws its policies side by side and computes no paired"
          + " differences, so it supports no verdict between them. "
          + expectations.answer();
    }
    return run.manifest().replicates() > 1
        ? expectations.answer()
        : expectations.answer() + " The run has one replicate: its numbers carry no interval.";
  }

  private void charts() {
    html.raw("<section id=\"charts\">\n<h2>Charts</h2>\n");
    int number = 1;
    for (Figure figure : compared) {
      String files = "charts/" + figure.name() + ".svg, .png";
      PageFrame.figure(html, number, figure.svg(), figure.caption(), files);
      number++;
    }
    for (Map.Entry<String, String> picture : pictures.entrySet()) {
      ChartSpec spec = input.charts().get(picture.getKey());
      String files = "charts/" + picture.getKey() + ".svg, .png";
      PageFrame.figure(html, number, picture.getValue(), caption(spec), files);
      number++;
    }
    if (number == 1) {
      html.element("p", "The scenario asks for no chart.");
    }
    html.raw("</section>\n");
  }

  private String caption(ChartSpec spec) {
    String own = spec.caption() == null || spec.caption().isBlank() ? spec.title() : spec.caption();
    String sentence = own.endsWith(".") ? own : own + ".";
    List<String> histories = spec.history() == null ? List.of() : spec.history();
    String measured = expectations.measured(spec.metrics(), histories);
    return measured.isEmpty() ? sentence : sentence + " " + measured;
  }
}
