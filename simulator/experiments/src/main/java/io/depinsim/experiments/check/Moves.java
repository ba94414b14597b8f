package io.depinsim.experiments.check;

import io.depinsim.core.run.Baseline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a new baseline changes. */
public final class Moves {
  private Moves() {}

  /** How a new baseline differs from an old one, in the order of the new, then what is gone. */
  public static List<MovedRow> between(Optional<Baseline> old, Baseline now) {
    List<MovedRow> rows = new ArrayList<>();
    now.questions()
        .forEach(
            (question, words) -> {
              for (Baseline.Case of : now.cases()) {
                Optional<double[]> before =
                    old.filter(o -> words.equals(o.questions().get(question)))
                        .flatMap(o -> find(o, of))
                        .map(o -> o.column(question));
                rows.add(
                    new MovedRow(
                        question,
                        of.policy(),
                        of.regime(),
                        mean(before),
                        mean(Optional.of(of.column(question)))));
              }
            });
    old.ifPresent(
        o ->
            o.questions()
                .forEach(
                    (question, words) -> {
                      for (Baseline.Case of : o.cases()) {
                        if (!words.equals(now.questions().get(question))
                            || find(now, of).isEmpty()) {
                          rows.add(
                              new MovedRow(
                                  question,
                                  of.policy(),
                                  of.regime(),
                                  mean(Optional.of(of.column(question))),
                                  OptionalDouble.empty()));
                        }
                      }
                    }));
    return rows;
  }

  private static Optional<Baseline.Case> find(Baseline in, Baseline.Case of) {
    return in.cases().stream()
        .filter(each -> each.policy().equals(of.policy()) && each.regime().equals(of.regime()))
        .findFirst();
  }

  /** Mean of what is defined; NaN where nothing is. */
  private static OptionalDouble mean(Optional<double[]> column) {
    return column.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Arrays.stream(column.get()).filter(Double::isFinite).average().orElse(Double.NaN));
  }
}
