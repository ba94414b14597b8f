package io.depinsim.meanings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavadocTextTest {
  private static final JavadocText TEXT =
      new JavadocText(
          """
           Parameters of {@code pricing: {utilisation: {…}}}, one of
           {@link Role#PRICING}.

           <p>More.

           @param start price of a unit, &gt; 0; see
               {@link Other the other} one
           @param <T> what is held
           @param cap
           @see <a
               href="https://example.org/paper">A paper (2019)</a>
           @see Other
           @throws IllegalArgumentException if not
          """);

  @Test
  void takesTheFirstParagraphOnly() {
    assertEquals(
        "Parameters of `pricing: {utilisation: {…}}`, one of `Role.PRICING`.",
        TEXT.firstParagraph());
  }

  @Test
  void takesWhatParametersMean() {
    assertEquals("price of a unit, > 0; see the other one", TEXT.parameters().get("start"));
    assertEquals("", TEXT.parameters().get("cap"));
    assertEquals(List.of("start", "<T>", "cap"), List.copyOf(TEXT.parameters().keySet()));
  }

  @Test
  void takesSourcesAsLinksAndLeavesReferencesToCode() {
    assertEquals("[A paper (2019)](https://example.org/paper)", TEXT.see());
    assertEquals(List.of("Other"), TEXT.seeCode());
  }

  @Test
  void anEmptyCommentSaysNothing() {
    assertEquals("", new JavadocText("").firstParagraph());
    assertEquals("", new JavadocText("").see());
  }
}
