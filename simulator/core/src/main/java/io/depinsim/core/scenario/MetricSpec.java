package io.depinsim.core.scenario;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.scenario.ExpectSpec.Statistic;
import java.time.LocalDate;
import java.util.Set;

/**
 * A question about a metric: which number is taken from it, which way it should move, and how large
 * a difference is worth talking about. {@code compare} answers it for every policy and regime;
 * {@code check} fails when the answer moves.
 *
 * @param metric key of the metric; null for the name the question stands under
 * @param statistic what is computed from the metric's series, per replicate; no error
 * @param from first day of the window, null for the end of the warm-up
 * @param to last day of the window, null for the end of the run
 * @param better which way is better; null to keep the metric's own direction
 * @param matters smallest difference worth talking about: {@code 2 %} of the base's mean, {@code 3
 *     points} of a share or another pure number, or a value in the metric's unit
 * @param gate whether {@code check} fails when it moves; if not, it only tells
 */
public record MetricSpec(
    @Omittable String metric,
    @Omittable("mean") Statistic statistic,
    @Omittable LocalDate from,
    @Omittable LocalDate to,
    @Omittable Better better,
    @InRange(above = "0") Quantity matters,
    @Omittable("true") boolean gate) {

  private static final Set<String> EVERYWHERE = Set.of("%", "points");

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

  /** Checks window and statistic. */
  public MetricSpec {
    if (statistic.isError()) {
      throw new IllegalArgumentException(
          "statistic: a question compares with no history. Maybe `last` or `mean`?");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("to: must not be before `from`");
    }
  }

  /** Whether {@code matters} is a share of the base's mean. */
  public boolean relative() {
    return matters.unit().equals("%");
  }

  /**
   * What is wrong with the unit of {@code matters}; empty for nothing.
   *
   * @param unit of the statistic, {@code 1} for a pure number
   */
  public String wrongUnit(String unit) {
    String stated = matters.unit();
    boolean pure = unit.equals("1");
    if (stated.equals("points") && !pure) {
      return "points are for shares and other pure numbers; this is in " + unit;
    }
    if (EVERYWHERE.contains(stated) || stated.equals(pure ? "" : unit)) {
      return "";
    }
    return pure
        ? "must be a bare number, `points` or `%`"
        : "must be in " + unit + " or `%` of the base's mean";
  }

  /**
   * The smallest difference that matters, in the unit of the statistic.
   *
   * @param baseMean mean of the base over replicates
   */
  public double least(double baseMean) {
    double stated = matters.value().doubleValue();
    return switch (matters.unit()) {
      case "%" -> stated / 100 * Math.abs(baseMean);
      case "points" -> stated / 100;
      default -> stated;
    };
  }
}
