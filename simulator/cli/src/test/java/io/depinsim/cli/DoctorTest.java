package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.cli.Doctor.Finding;
import io.depinsim.cli.Doctor.State;
import io.depinsim.core.scenario.CatalogueRows;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code doctor} says of this machine, and of a worse one. */
class DoctorTest {
  @TempDir Path folder;

  private static Finding find(List<Finding> findings, String what) {
    return findings.stream()
        .filter(finding -> finding.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingStandsInTheWayWhereTestsRun() {
    List<Finding> findings = new Doctor().examine();
    for (Finding finding : findings) {
      assertNotEquals(State.PROBLEM, finding.state(), finding.toString());
      assertTrue(finding.sentence().endsWith("."), finding.toString());
    }
    assertTrue(find(findings, "CUDA").sentence().contains("computes on processors only"));
    assertEquals(State.NOTE, find(findings, "langchain4j").state());
  }

  @Test
  void rowsFitAScreenAndKeepEveryWord() {
    String words = "word ".repeat(40) + "/a/path/" + "x".repeat(90) + " the end.";
    List<String> rows = DoctorCommand.rows(new Finding(State.NOTE, "subject", words));
    for (String row : rows) {
      assertTrue(row.length() <= 80 || row.matches(" +/a/path/x+"), row);
    }
    assertEquals("note subject " + words, String.join(" ", rows).replaceAll(" +", " "));
  }

  @Test
  void leavesNothingBehind() throws Exception {
    List<Path> before = here();
    new Doctor().examine();
    assertEquals(before, here());
  }

  private static List<Path> here() throws Exception {
    try (var content = Files.list(Path.of(""))) {
      return content.sorted().toList();
    }
  }

  @Test
  void aForeignJarThatIsBrokenIsAProblemAndNotTheEnd() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(CatalogueRows.class.getName()), "no.such.Rows\n");
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    try (URLClassLoader broken = new URLClassLoader(new URL[] {folder.toUri().toURL()}, usual)) {
      thread.setContextClassLoader(broken);
      Finding catalogue = find(new Doctor().examine(), "catalogue");
      assertEquals(State.PROBLEM, catalogue.state(), catalogue.toString());
      assertTrue(catalogue.sentence().contains("no.such.Rows"), catalogue.toString());
      StringWriter out = new StringWriter();
      PrintWriter none = new PrintWriter(new StringWriter());
      assertEquals(4, Depinsim.execute(new String[] {"doctor"}, new PrintWriter(out), none));
      assertTrue(out.toString().contains("PROBLEM"), out.toString());
    } finally {
      thread.setContextClassLoader(usual);
    }
  }
}
