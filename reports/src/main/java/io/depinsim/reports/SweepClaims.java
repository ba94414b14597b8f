package io.depinsim.reports;

import io.depinsim.core.run.SweepRecord;
import io.depinsim.core.run.SweepRecord.EffectRow;
import io.depinsim.core.run.SweepRecord.SensitivityRow;
import io.depinsim.core.run.SweepRecord.ShareRow;
import io.depinsim.reports.Html.Cell;
import io.depinsim.reports.Quantities.Scale;
import io.depinsim.reports.chart.SweepChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The claims of a sweep one by one: how effects are distributed, which inputs they go with. */
final class SweepClaims {
  private static final int MOST_INPUTS = 5;

  /** The 97.5 % point of the standard normal. */
  private static final double CHANCE = 1.96;

  private final SweepRecord sweep;
  private final SweepFigures figures;

  SweepClaims(SweepRecord sweep, SweepFigures figures) {
    this.sweep = sweep;
    this.figures = figures;
  }

  void write(Html html, ShareRow row) {
    html.raw("<h3>").prose(row.claim()).raw("</h3>\n");
    double scale = row.relative() ? 100 : 1;
    Map<String, List<Double>> panels = new LinkedHashMap<>();
    boolean alone = false;
    for (EffectRow effect : sweep.effects()) {
      if (effect.finding().equals(row.finding()) && effect.effect().isPresent()) {
        alone |= effect.policyFrom().isEmpty();
        panels
            .computeIfAbsent(label(effect), label -> new ArrayList<>())
            .add(scale * effect.effect().getAsDouble());
      }
    }
    if (panels.isEmpty()) {
      html.element("p", "No point has an effect.");
      return;
    }
    List<SweepChart.Panel> drawn = new ArrayList<>();
    panels.forEach(
        (label, effects) ->
            drawn.add(
                new SweepChart.Panel(
                    label, effects.stream().mapToDouble(Double::doubleValue).toArray())));
    figures.write(
        html,
        new SweepChart.Effects(
            "chart-effect-" + row.finding(),
            "Effect over plausible inputs: " + row.finding(),
            "Distribution of the effect of " + row.finding() + " over the points.",
            figures.footer(),
            row.relative() ? "%" : unit(row),
            scale * row.limit(),
            row.limitDirection().equals("above"),
            drawn),
        "Effects at the points; those that meet the claim are coloured, the line is the limit, the"
            + " outermost bars hold what lies beyond."
            + (alone ? " The claim holds at a point if it does for every policy." : ""));
    sensitivities(html, row);
  }

  private static String label(EffectRow effect) {
    return effect.policyFrom().isEmpty()
        ? effect.policyTo()
        : effect.policyTo() + " less " + effect.policyFrom();
  }

  private void sensitivities(Html html, ShareRow row) {
    List<SensitivityRow> most =
        sweep.sensitivities().stream()
            .filter(s -> s.finding().equals(row.finding()) && s.spearman().isPresent())
            .sorted(
                Comparator.comparingDouble(
                    (SensitivityRow s) -> -Math.abs(s.spearman().getAsDouble())))
            .limit(MOST_INPUTS)
            .toList();
    if (most.isEmpty()) {
      html.element("p", "The effect is the same at every point, so it depends on no input varied.");
      return;
    }
    int counted = row.points() - row.failed();
    html.element(
        "p",
        "Inputs whose rank goes with the rank of the effect. Over "
            + SweepPage.plural(counted, "point", "points")
            + " an input without any influence lies within ±"
            + String.format(Locale.ROOT, "%.2f", CHANCE / StrictMath.sqrt(counted - 1.0))
            + " nineteen times in twenty"
            + byChance(row)
            + ".");
    html.openTable(
        "Inputs that " + row.finding() + " goes with",
        Cell.text("Input"),
        Cell.number("Rank correlation"));
    for (SensitivityRow input : most) {
      html.row(Cell.text(input.input()), Cell.number(correlation(input.spearman().getAsDouble())));
    }
    html.closeTable();
  }

  /** How many inputs would lie outside that band if none had any influence. */
  private String byChance(ShareRow row) {
    long varied =
        sweep.sensitivities().stream()
            .filter(s -> s.finding().equals(row.finding()) && s.spearman().isPresent())
            .count();
    long expected = Math.round(varied / 20.0);
    return expected == 0
        ? ""
        : ", so that of "
            + Quantities.count(varied)
            + " inputs about "
            + expected
            + " would lie beyond it by chance alone";
  }

  private static String correlation(double value) {
    return String.format(Locale.ROOT, "%+.2f", value).replace('-', Quantities.MINUS);
  }

  static String effect(ShareRow row, OptionalDouble value) {
    if (value.isEmpty()) {
      return "–";
    }
    double factor = row.relative() ? 100 : 1;
    double low = factor * row.effectQ05().orElse(value.getAsDouble());
    double high = factor * row.effectQ95().orElse(value.getAsDouble());
    double shown = factor * value.getAsDouble();
    Scale whole = Scale.of(low, high, shown);
    Scale scale = new Scale(whole.power(), whole.word(), Estimates.decimals(high - low, whole));
    String unit = row.relative() ? "%" : scale.unit(unit(row));
    String gap = row.relative() ? String.valueOf(Quantities.NARROW) : "\u00a0";
    return Quantities.fixed(shown, scale) + (unit.isEmpty() ? "" : gap + unit);
  }

  /** What the claim compares with, as the scenario states it. */
  static String limit(ShareRow row) {
    if (row.limit() == 0) {
      return row.limitDirection() + " 0";
    }
    return row.limitDirection()
        + " "
        + (row.relative()
            ? Quantities.percent(row.limit())
            : Quantities.withUnit(row.limit(), unit(row)));
  }

  private static String unit(ShareRow row) {
    return row.unit().equals("1") ? "" : row.unit();
  }
}
