package io.depinsim.core.scenario;

/**
 * One thing wrong with a scenario.
 *
 * <p>Printed as {@code file:line:column: path: value: rule. Maybe …}, leaving out what is empty.
 *
 * @param place where
 * @param path dotted path inside the scenario; empty for the root or a file that does not parse
 * @param value what stands there, shortened; empty if something is missing
 * @param rule what is expected, as a clause without a full stop
 * @param maybe what the author may have meant, as a clause without a full stop; empty for no idea
 */
public record Problem(Place place, String path, String value, String rule, String maybe) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(place).append(": ");
    if (!path.isEmpty()) {
      text.append(path).append(": ");
    }
    if (!value.isEmpty()) {
      text.append(value).append(": ");
    }
    text.append(rule).append('.');
    if (!maybe.isEmpty()) {
      text.append(" Maybe ").append(maybe).append('.');
    }
    return text.toString();
  }
}
