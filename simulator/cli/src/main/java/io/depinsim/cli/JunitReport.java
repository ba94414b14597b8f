package io.depinsim.cli;

import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.experiments.check.CheckResult;
import io.depinsim.experiments.check.DigestRow;
import io.depinsim.experiments.check.FreshRow;
import io.depinsim.experiments.check.PairedRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Checks as JUnit XML, the format that servers of continuous integration read: a suite for each
 * scenario, a case for each gate, question, policy and regime, and for each expectation.
 */
final class JunitReport {
  private final List<Suite> suites = new ArrayList<>();

  private record Suite(String name, double seconds, List<Case> cases) {
    long failures() {
      return cases.stream().filter(Case::failed).count();
    }
  }

  private record Case(String gate, String name, boolean failed, double seconds, String said) {}

  /** Takes a scenario that was checked. */
  void add(CheckResult result) {
    List<Case> cases = new ArrayList<>();
    result
        .troubles()
        .forEach(sentence -> cases.add(new Case("baseline", sentence, true, 0, sentence)));
    int first = result.digests().size() + result.paired().size();
    double each = first == 0 ? 0 : result.pairedSeconds() / first;
    for (DigestRow row : result.digests()) {
      boolean failed = result.digestsFailed() && row.differing() > 0;
      String said = row.differing() + " of " + row.replicates() + " digests differ.";
      String name = CheckSummary.where("digests", row.policy(), row.regime());
      cases.add(new Case("paired", name, failed, each, said));
    }
    for (PairedRow row : result.paired()) {
      String name = CheckSummary.where(row.question(), row.policy(), row.regime());
      cases.add(new Case("paired", name, row.failed(), each, CheckSummary.words(row).strip()));
    }
    double fresh = result.fresh().isEmpty() ? 0 : result.freshSeconds() / result.fresh().size();
    for (FreshRow row : result.fresh()) {
      String name = CheckSummary.where(row.question(), row.policy(), row.regime());
      cases.add(
          new Case("distribution", name, row.failed(), fresh, CheckSummary.words(row).strip()));
    }
    for (ExpectationRow row : result.expectations()) {
      if (row.outcome() != Outcome.reported) {
        boolean failed = row.outcome() == Outcome.failed;
        cases.add(new Case("expectation", row.name(), failed, 0, CheckSummary.words(row).strip()));
      }
    }
    double seconds = result.pairedSeconds() + result.freshSeconds();
    suites.add(new Suite(result.scenario(), seconds, cases));
  }

  /** Takes a scenario that could not be checked. */
  void addFailure(String scenario, String sentence) {
    Case missing = new Case("baseline", "has a baseline", true, 0, sentence);
    suites.add(new Suite(scenario, 0, List.of(missing)));
  }

  /**
   * Writes all of it.
   *
   * @throws IOException if the file cannot be written
   */
  void write(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    try (OutputStream out = Files.newOutputStream(absolute)) {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "depinsim check");
      counts(
          xml,
          suites.stream().mapToLong(suite -> suite.cases().size()).sum(),
          suites.stream().mapToLong(Suite::failures).sum(),
          suites.stream().mapToDouble(Suite::seconds).sum());
      for (Suite suite : suites) {
        write(xml, suite);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("cannot write " + file + " (" + e.getMessage() + ")", e);
    }
  }

  private static void counts(XMLStreamWriter xml, long tests, long failures, double seconds)
      throws XMLStreamException {
    xml.writeAttribute("tests", Long.toString(tests));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("time", seconds(seconds));
  }

  private static void write(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", clean(suite.name()));
    counts(xml, suite.cases().size(), suite.failures(), suite.seconds());
    xml.writeAttribute("skipped", "0");
    for (Case each : suite.cases()) {
      xml.writeCharacters("\n    ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", clean(suite.name() + "." + each.gate()));
      xml.writeAttribute("name", clean(each.name()));
      xml.writeAttribute("time", seconds(each.seconds()));
      if (each.failed()) {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", clean(each.said()));
        xml.writeAttribute("type", each.gate());
        xml.writeCharacters(clean(each.said()));
        xml.writeEndElement();
      }
      xml.writeStartElement("system-out");
      xml.writeCharacters(clean(each.said()));
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  /** Without characters that no XML may hold, however they are escaped. */
  private static String clean(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .map(
            c ->
                c == '\n'
                        || c == '\t'
                        || c >= 0x20 && c < 0xd800
                        || c > 0xdfff && c < 0xfffe
                        || c > 0xffff
                    ? c
                    : '?')
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
