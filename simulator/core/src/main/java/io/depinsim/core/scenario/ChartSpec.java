package io.depinsim.core.scenario;

import java.time.LocalDate;
import java.util.List;

/**
 * One picture of the report.
 *
 * @param title what is shown, with its unit
 * @param kind how it is drawn
 * @param metrics keys of the metrics drawn, in legend order
 * @param history names of {@code history} entries drawn as black dots; empty for none
 * @param caption what to see in it, for readers who only skim; null for none
 * @param fittedUntil last day whose data a parameter was fitted to: a vertical line; null for none
 * @param logarithmic whether the value axis is logarithmic; null for no
 */
public record ChartSpec(
    String title,
    ChartKind kind,
    List<String> metrics,
    @Omittable List<String> history,
    @Omittable String caption,
    @Omittable LocalDate fittedUntil,
    @Omittable Boolean logarithmic) {

  /** Ways to draw a chart. */
  public enum ChartKind {
    lines,
    stacked
  }
}
