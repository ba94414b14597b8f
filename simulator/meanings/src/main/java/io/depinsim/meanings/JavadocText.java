package io.depinsim.meanings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Javadoc comment taken apart and put into Markdown. */
final class JavadocText {
  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
  private static final Pattern LINK =
      Pattern.compile("<a\\s+href=\"([^\"]*)\"\\s*>(.*?)</a>", Pattern.DOTALL);
  private static final Pattern CODE =
      Pattern.compile("\\{@code\\s+([^{}]*(?:\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}[^{}]*)*)\\}");
  private static final Pattern REFERENCE =
      Pattern.compile("\\{@(?:link|linkplain|value)\\s+([^\\s}]+)(?:\\s+([^}]*))?\\}");

  private final String main;
  private final List<String[]> blocks = new ArrayList<>();

  JavadocText(String comment) {
    Matcher matcher = BLOCK.matcher(comment);
    int end = comment.length();
    int from = -1;
    String tag = "";
    int mainEnd = end;
    while (matcher.find()) {
      if (from < 0) {
        mainEnd = matcher.start();
      } else {
        blocks.add(new String[] {tag, comment.substring(from, matcher.start())});
      }
      tag = matcher.group(1);
      from = matcher.end();
    }
    if (from >= 0) {
      blocks.add(new String[] {tag, comment.substring(from)});
    }
    this.main = comment.substring(0, mainEnd);
  }

  /** What stands before the first {@code <p>}. */
  String firstParagraph() {
    return clean(main.split("<p>|<pre>|<ul>|<ol>", 2)[0]);
  }

  /** Classes of ours that it refers to by {@code @see}, as written. */
  List<String> seeCode() {
    return blocks.stream()
        .filter(block -> block[0].equals("see"))
        .map(block -> block[1].trim())
        .filter(text -> text.matches("[A-Za-z_$][\\w.$]*"))
        .toList();
  }

  /** Sources, separated by semicolons; references to code of ours are none. */
  String see() {
    return blocks.stream()
        .filter(block -> block[0].equals("see") && block[1].trim().startsWith("<a"))
        .map(block -> clean(block[1]))
        .collect(Collectors.joining("; "));
  }

  /** What parameters mean, by name. */
  Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String[] block : blocks) {
      if (block[0].equals("param")) {
        String[] parts = block[1].trim().split("\\s+", 2);
        all.put(parts[0], parts.length < 2 ? "" : clean(parts[1]));
      }
    }
    return all;
  }

  static String clean(String text) {
    String plain =
        CODE.matcher(text).replaceAll(m -> Matcher.quoteReplacement("`" + m.group(1).trim() + "`"));
    plain =
        REFERENCE
            .matcher(plain)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        m.group(2) == null || m.group(2).isBlank()
                            ? "`" + m.group(1).replaceFirst("^#", "").replace('#', '.') + "`"
                            : m.group(2).trim()));
    plain =
        LINK.matcher(plain)
            .replaceAll(
                m -> Matcher.quoteReplacement("[" + m.group(2).trim() + "](" + m.group(1) + ")"));
    return plain
        .replaceAll("</?[a-z]+>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .trim();
  }
}
