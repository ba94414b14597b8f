package io.depinsim.core.scenario;

import io.depinsim.core.metric.MetricDefinition.Direction;

/**
 * What this scenario's author wants from a metric.
 *
 * @param better whether more is better; null to keep the metric's own direction
 * @param matters smallest difference worth talking about: {@code 3 points}, {@code 2 %} or a value
 *     in the metric's unit; null for not stated
 */
public record MetricSpec(
    @Omittable Better better, @InRange(above = "0") @Omittable Quantity matters) {

  /** Direction as a scenario writes it. */
  public enum Better {
    higher(Direction.HIGHER),
    lower(Direction.LOWER),
    neither(Direction.NEITHER);

    private final Direction direction;

    Better(Direction direction) {
      this.direction = direction;
    }

    /** The same as metrics state it. */
    public Direction direction() {
      return direction;
    }
  }

  /** Checks that something is said. */
  public MetricSpec {
    if (better == null && matters == null) {
      throw new IllegalArgumentException("one of `better` and `matters` must be given");
    }
  }
}
