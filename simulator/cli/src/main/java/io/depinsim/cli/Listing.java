package io.depinsim.cli;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.Preset;
import io.depinsim.core.scenario.Role;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Tables of the catalogue as text. */
final class Listing {
  private Listing() {}

  static void kinds(Catalogue catalogue, PrintWriter out) {
    for (Role role : Role.values()) {
      out.println(role.key());
      for (Kind<?, ?> kind : catalogue.listKinds(role)) {
        row(out, kind.key(), kind.summary());
      }
    }
  }

  static void evaluations(Catalogue catalogue, PrintWriter out) {
    for (Evaluation<?, ?> evaluation : catalogue.listEvaluations()) {
      row(out, evaluation.key(), evaluation.summary());
    }
  }

  static void metrics(List<MetricDefinition> definitions, PrintWriter out) {
    for (MetricDefinition d : definitions) {
      row(out, d.key(), "[" + d.unit() + "] " + d.formula());
    }
  }

  static void presets(Catalogue catalogue, PrintWriter out) {
    for (Preset preset : catalogue.listPresets()) {
      row(out, preset.name(), preset.summary());
    }
  }

  private static void row(PrintWriter out, String key, String text) {
    out.println(String.format(Locale.ROOT, "  %-26s %s", key, text));
  }
}
