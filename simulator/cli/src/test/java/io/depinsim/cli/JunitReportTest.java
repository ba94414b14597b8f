package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.core.scenario.ExpectSpec;
import io.depinsim.experiments.check.CheckResult;
import io.depinsim.experiments.check.DigestRow;
import io.depinsim.experiments.check.FreshRow;
import io.depinsim.experiments.check.LabelPermutation;
import io.depinsim.experiments.check.PairedRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitReportTest {
  private static final String NASTY = "a <b> & \"c\" 'd' ]]> \u0001 \ud83d\ude00 é";

  @TempDir Path folder;

  private static CheckResult result() {
    PairedRow paired = new PairedRow("q", "p&q", "r", "1", 4, 4, 0.5, 0.25, 0.1, true);
    FreshRow fresh =
        new FreshRow(
            "q",
            "p&q",
            "r",
            "1",
            false,
            1,
            2,
            new LabelPermutation.Outcome(3, 0, 0.004),
            false,
            true);
    ExpectationRow failed =
        new ExpectationRow(
            NASTY,
            ExpectSpec.Basis.predicted,
            "m",
            "last",
            "",
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 1, 2),
            5,
            OptionalDouble.of(1),
            OptionalDouble.of(2),
            Outcome.failed,
            "p&q",
            "r",
            ExpectSpec.Across.each);
    return new CheckResult(
        "tiny",
        4,
        0.01,
        List.of("Something <new>."),
        List.of(),
        List.of(new DigestRow("p&q", "r", 4, 4)),
        true,
        List.of(paired),
        List.of(fresh),
        List.of(failed),
        1.5,
        0.5);
  }

  private Element written(JunitReport report) throws Exception {
    Path file = folder.resolve("new/junit.xml");
    report.write(file);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  @Test
  void countsWhatItHolds() throws Exception {
    JunitReport report = new JunitReport();
    report.add(result());
    report.addFailure("other", "there is no baseline.");
    Element root = written(report);
    assertEquals("6", root.getAttribute("tests"));
    assertEquals("4", root.getAttribute("failures"));
    assertEquals("2.000", root.getAttribute("time"));
    NodeList suites = root.getElementsByTagName("testsuite");
    assertEquals(2, suites.getLength());
    Element first = (Element) suites.item(0);
    assertEquals("tiny", first.getAttribute("name"));
    assertEquals("5", first.getAttribute("tests"));
    assertEquals("3", first.getAttribute("failures"));
    assertEquals(5, first.getElementsByTagName("testcase").getLength());
    assertEquals(3, first.getElementsByTagName("failure").getLength());
    assertEquals(5, first.getElementsByTagName("system-out").getLength());
  }

  @Test
  void escapesWhatXmlCannotHold() throws Exception {
    JunitReport report = new JunitReport();
    report.add(result());
    NodeList cases = written(report).getElementsByTagName("testcase");
    Element expectation = (Element) cases.item(cases.getLength() - 1);
    assertEquals(NASTY.replace('\u0001', '?'), expectation.getAttribute("name"));
    assertEquals("tiny.expectation", expectation.getAttribute("classname"));
    String failure = expectation.getElementsByTagName("failure").item(0).getTextContent();
    assertTrue(failure.startsWith("FAILS  " + NASTY.replace('\u0001', '?')), failure);
  }

  @Test
  void aQuestionThatGatesNothingIsToldOnly() throws Exception {
    JunitReport report = new JunitReport();
    report.add(result());
    Element fresh = (Element) written(report).getElementsByTagName("testcase").item(3);
    assertEquals("tiny.distribution", fresh.getAttribute("classname"));
    assertEquals(0, fresh.getElementsByTagName("failure").getLength());
    String told = fresh.getElementsByTagName("system-out").item(0).getTextContent();
    assertTrue(told.startsWith("(told) q, policy p&q"), told);
  }
}
