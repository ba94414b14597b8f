package io.depinsim.core.scenario;

/**
 * A single value as written.
 *
 * @param place where it starts
 * @param form what the syntax says it is
 * @param text its characters, without quotes
 */
public record ConfigScalar(Place place, Form form, String text) implements ConfigNode {
  /** What the syntax says a scalar is. */
  public enum Form {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }

  @Override
  public String describe() {
    return form == Form.NULL ? "no value" : Problems.shorten(text);
  }
}
