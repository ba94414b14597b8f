package io.depinsim.core.scenario;

/**
 * A message thrown by a rule, taken apart: {@code field: rule. Maybe ….}
 *
 * @param field component it speaks of, if it starts with a word and a colon; else empty
 * @param rule the rule, without a full stop
 * @param maybe what follows "Maybe", without a full stop; else empty
 */
record RuleMessage(String field, String rule, String maybe) {

  static RuleMessage of(String message) {
    String text = message == null || message.isBlank() ? "the value is refused" : message.trim();
    String field = "";
    if (text.matches("(?s)[A-Za-z][A-Za-z0-9._-]*: .*")) {
      field = text.substring(0, text.indexOf(':'));
      text = text.substring(field.length() + 2);
    }
    int maybe = text.lastIndexOf("Maybe ");
    String guess = maybe < 0 ? "" : text.substring(maybe + "Maybe ".length());
    return new RuleMessage(
        field, unstopped(maybe < 0 ? text : text.substring(0, maybe)), unstopped(guess));
  }

  private static String unstopped(String clause) {
    String text = clause.trim();
    return text.endsWith(".") || text.endsWith("?") ? text.substring(0, text.length() - 1) : text;
  }

  /** The problem at a value. */
  Problem at(ConfigNode node, String path) {
    return new Problem(node.place(), path, Problems.shorten(node.describe()), rule, maybe);
  }
}
