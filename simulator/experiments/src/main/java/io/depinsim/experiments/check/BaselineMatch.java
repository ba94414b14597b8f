package io.depinsim.experiments.check;

import io.depinsim.core.run.Baseline;
import io.depinsim.core.run.StateDigest;
import io.depinsim.core.scenario.MetricSpec;
import io.depinsim.experiments.Answers;
import io.depinsim.experiments.compare.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;

/** What a baseline and a scenario have in common, and sentences about what they have not. */
final class BaselineMatch {

  private final Baseline baseline;
  private final List<String> troubles = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<DigestRow> digests = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();

  private BaselineMatch(Baseline baseline) {
    this.baseline = baseline;
  }

  /** Finds what can be compared, and says what cannot. */
  static BaselineMatch of(Baseline baseline, Answers now) {
    BaselineMatch match = new BaselineMatch(baseline);
    match.look(now);
    return match;
  }

  private void look(Answers now) {
    List<Integer> questions = questions(now);
    for (Baseline.Case before : baseline.cases()) {
      Optional<Answers.Case> same =
          now.cases().stream()
              .filter(of -> of.policy().equals(before.policy()))
              .filter(of -> of.regime().equals(before.regime()))
              .findFirst();
      if (same.isEmpty()) {
        troubles.add(
            named(before.policy(), before.regime())
                + " stands in the baseline, and the scenario has it no more.");
      } else {
        digests(before, now.digests(same.get()));
      }
    }
    for (Answers.Case of : now.cases()) {
      if (find(of).isEmpty()) {
        troubles.add(named(of.policy(), of.regime()) + " is new, and the baseline lacks it.");
      }
    }
    for (int q : questions) {
      for (Answers.Case of : now.cases()) {
        find(of).ifPresent(before -> pairs.add(pair(before, of, q, now.questions().get(q))));
      }
    }
    if (baseline.stateHashVersion() != StateDigest.VERSION) {
      remarks.add("Digests are of another version than the baseline's and were not compared.");
    }
    if (baseline.questions().isEmpty()) {
      remarks.add("No question stands under `metrics`, so any digest that differs fails.");
    } else if (pairs.stream().noneMatch(pair -> pair.about().gating())) {
      remarks.add("No question gates, so no difference fails.");
    }
  }

  private static String named(String policy, String regime) {
    return "Policy " + policy + " under regime " + regime;
  }

  private Optional<Baseline.Case> find(Answers.Case of) {
    return baseline.cases().stream()
        .filter(each -> each.policy().equals(of.policy()) && each.regime().equals(of.regime()))
        .findFirst();
  }

  private List<Integer> questions(Answers now) {
    List<Integer> same = new ArrayList<>();
    for (int q = 0; q < now.questions().size(); q++) {
      Question question = now.questions().get(q);
      String before = baseline.questions().get(question.name());
      if (before == null) {
        troubles.add("Question " + question.name() + " is new, and the baseline lacks it.");
      } else if (!before.equals(words(question))) {
        troubles.add(
            "Question "
                + question.name()
                + " asks for the "
                + words(question)
                + ", and the baseline holds the "
                + before
                + ".");
      } else {
        same.add(q);
      }
    }
    List<String> asked = now.questions().stream().map(Question::name).toList();
    baseline.questions().keySet().stream()
        .filter(name -> !asked.contains(name))
        .forEach(
            name ->
                troubles.add(
                    "Question " + name + " stands in the baseline, and is asked no more."));
    return same;
  }

  private void digests(Baseline.Case before, List<String> now) {
    if (baseline.stateHashVersion() == StateDigest.VERSION) {
      int differing = 0;
      for (int r = 0; r < now.size(); r++) {
        differing += now.get(r).equals(before.digests().get(r)) ? 0 : 1;
      }
      digests.add(new DigestRow(before.policy(), before.regime(), now.size(), differing));
    }
  }

  private static Pair pair(Baseline.Case before, Answers.Case of, int place, Question question) {
    MetricSpec spec = question.spec().orElseThrow();
    double[] column = before.column(question.name());
    double[] defined = Arrays.stream(column).filter(Double::isFinite).toArray();
    double matters = spec.least(defined.length == 0 ? 0 : StatUtils.mean(defined));
    return new Pair(
        new CaseQuestion(question.name(), of.policy(), of.regime(), question.unit(), spec.gate()),
        of,
        place,
        column,
        matters);
  }

  /** A question in a case that both the baseline and the scenario have. */
  record Pair(CaseQuestion about, Answers.Case of, int question, double[] before, double matters) {}

  /** What a question asks, in words that change when it asks something else. */
  static String words(Question question) {
    MetricSpec spec = question.spec().orElseThrow();
    return question.statistic()
        + " of "
        + question.metric()
        + (spec.from() == null ? "" : " from " + spec.from())
        + (spec.to() == null ? "" : " to " + spec.to());
  }

  /** The paired gate, on as many replicates as there are now. */
  List<PairedRow> paired(Answers again) {
    return pairs.stream()
        .map(
            pair -> {
              double[] now = again.column(pair.of(), pair.question());
              double[] before = Arrays.copyOf(pair.before(), now.length);
              return PairedRow.of(pair.about(), pair.matters(), before, now);
            })
        .toList();
  }

  List<String> troubles() {
    return troubles;
  }

  List<String> remarks() {
    return remarks;
  }

  List<DigestRow> digests() {
    return digests;
  }

  List<Pair> pairs() {
    return pairs;
  }
}
