package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real bash makes of the script that {@code completion} prints. */
class CompletionCommandTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir Path folder;

  @BeforeEach
  void print() throws Exception {
    StringWriter out = new StringWriter();
    PrintWriter none = new PrintWriter(new StringWriter());
    assertEquals(
        0, Depinsim.execute(new String[] {"completion"}, new PrintWriter(out, true), none));
    Files.writeString(folder.resolve("script"), out.toString());
  }

  /** What bash offers after these words, the last of them unfinished. */
  private String offered(String words) throws Exception {
    assumeTrue(Files.isExecutable(BASH), "no bash");
    String commands =
        """
        source ./script
        IFS='|' read -ra COMP_WORDS <<<"$1"
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _complete_depinsim
        printf '%s ' "${COMPREPLY[@]}"
        """;
    Process bash =
        new ProcessBuilder(BASH.toString(), "--norc", "-c", commands, "bash", words)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, bash.waitFor());
    return text.trim();
  }

  @Test
  void commandsOptionsAndChoicesAreCompleted() throws Exception {
    assertEquals("doctor", offered("./depinsim|do"));
    assertEquals("sweep schema", offered("depinsim|s"));
    assertEquals("--resume", offered("./depinsim|run|--resu"));
    assertEquals("epoch event", offered("./depinsim|run|--check|e"));
    assertEquals("sobol", offered("./depinsim|sweep|--design|s"));
    assertEquals("kinds", offered("./depinsim|list|k"));
  }

  @Test
  void theScriptIsRegisteredForTheNameOfTheLauncher() throws Exception {
    String script = Files.readString(folder.resolve("script"));
    assertTrue(script.contains("complete -F _complete_depinsim -o default depinsim"));
  }
}
