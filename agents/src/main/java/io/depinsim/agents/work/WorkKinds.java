package io.depinsim.agents.work;

import io.depinsim.core.engine.service.WorkSize;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.Role;
import java.util.List;
import java.util.function.Function;

/** The rows of sizes of work in the catalogue. */
public final class WorkKinds {
  private WorkKinds() {}

  /** Rows of this group. */
  public static List<Kind<?, ?>> rows() {
    return List.of(
        row(
            "exponential",
            "exponential sizes: standard deviation as large as the mean",
            ExponentialWork.Spec.class,
            ExponentialWork::new),
        row(
            "constant",
            "every job brings the same work",
            ConstantWork.Spec.class,
            ConstantWork::new),
        row(
            "erlang",
            "exponential stages one after the other: more regular than one exponential",
            ErlangWork.Spec.class,
            ErlangWork::new),
        row(
            "hyperExponential",
            "many small jobs and few large ones, which bring half of the work each",
            HyperExponentialWork.Spec.class,
            HyperExponentialWork::new),
        row(
            "logNormal",
            "log-normal sizes: most jobs small, a few far larger",
            LogNormalWork.Spec.class,
            LogNormalWork::new),
        row(
            "pareto",
            "Pareto sizes up to a greatest one: heavy tails",
            ParetoWork.Spec.class,
            ParetoWork::new));
  }

  private static <S extends Record> Kind<S, WorkSize> row(
      String key, String summary, Class<S> spec, Function<S, WorkSize> size) {
    return new Kind<>(
        Role.WORK, key, summary, spec, WorkSize.class, (block, context) -> size.apply(block));
  }
}
