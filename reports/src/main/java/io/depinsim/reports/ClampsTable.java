package io.depinsim.reports;

import io.depinsim.core.run.Manifest.Clamp;
import io.depinsim.reports.Html.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often caps, floors and limiters bound: a row per limit, a column per case if few. */
final class ClampsTable {
  private static final int MOST_COLUMNS = 6;

  private final RunRecord run;
  private final Map<String, List<Clamp>> limits = new LinkedHashMap<>();
  private int unused;

  ClampsTable(RunRecord run) {
    this.run = run;
    Map<String, List<Clamp>> all = new LinkedHashMap<>();
    for (Clamp clamp : run.manifest().clamps()) {
      all.computeIfAbsent(clamp.name(), name -> new ArrayList<>()).add(clamp);
    }
    all.forEach(
        (name, clamps) -> {
          if (opportunities(clamps) == 0) {
            unused++;
          } else {
            limits.put(name, clamps);
          }
        });
  }

  void write(Html html) {
    if (run.manifest().clamps().isEmpty()) {
      html.element("p", "The run has no cap, floor or limiter, or none that reports itself.");
      return;
    }
    html.element("p", sentence());
    if (limits.isEmpty()) {
      return;
    }
    int cases = run.manifest().policies().size() * run.manifest().regimes().size();
    if (cases <= MOST_COLUMNS) {
      columns(html);
    } else {
      highest(html, cases);
    }
  }

  private String sentence() {
    StringBuilder text = new StringBuilder();
    Optional<Clamp> most =
        run.manifest().clamps().stream()
            .filter(clamp -> clamp.bound() > 0)
            .max(Comparator.comparingDouble(ClampsTable::share));
    long bound =
        limits.values().stream().filter(l -> l.stream().anyMatch(c -> c.bound() > 0)).count();
    if (limits.isEmpty()) {
      text.append("No limit had an opportunity to bind.");
    } else if (most.isEmpty()) {
      text.append("None of ")
          .append(limits.size())
          .append(limits.size() == 1 ? " limit" : " limits");
      text.append(" that had an opportunity ever bound.");
    } else {
      text.append("Of ").append(limits.size()).append(limits.size() == 1 ? " limit" : " limits");
      text.append(" that had an opportunity, ").append(bound);
      text.append(" bound at least once; the most frequent, ").append(most.get().name());
      text.append(", in ").append(Quantities.percent(share(most.get()))).append(" of its");
      text.append(" opportunities");
      if (run.severalCases()) {
        text.append(" under ").append(run.caseName(most.get().policy(), most.get().regime()));
      }
      text.append('.');
    }
    if (unused > 0) {
      text.append(' ').append(unused).append(unused == 1 ? " other" : " others");
      text.append(" never had one and ").append(unused == 1 ? "is" : "are").append(" not listed.");
    }
    return text.toString();
  }

  private void columns(Html html) {
    List<Cell> head = new ArrayList<>();
    head.add(Cell.text("Limit"));
    for (String policy : run.manifest().policies()) {
      for (String regime : run.manifest().regimes()) {
        String name = run.severalCases() ? run.caseName(policy, regime) : "Bound";
        head.add(Cell.number(name).note("share"));
      }
    }
    head.add(Cell.number("Bound").note("times in all"));
    head.add(Cell.number("Opportunities").note("in all"));
    html.openTable("Caps, floors and limiters", head.toArray(Cell[]::new));
    limits.forEach(
        (name, clamps) -> {
          List<Cell> cells = new ArrayList<>();
          cells.add(Cell.text(name));
          for (String policy : run.manifest().policies()) {
            for (String regime : run.manifest().regimes()) {
              cells.add(Cell.number(share(clamps, policy, regime)));
            }
          }
          cells.add(Cell.number(Quantities.count(clamps.stream().mapToLong(Clamp::bound).sum())));
          cells.add(Cell.number(Quantities.count(opportunities(clamps))));
          html.row(cells.toArray(Cell[]::new));
        });
    html.closeTable();
  }

  private static String share(List<Clamp> clamps, String policy, String regime) {
    return clamps.stream()
        .filter(c -> c.policy().equals(policy) && c.regime().equals(regime))
        .findFirst()
        .map(c -> c.opportunities() == 0 ? "–" : Quantities.percent(share(c)))
        .orElse("–");
  }

  private void highest(Html html, int cases) {
    html.openTable(
        "Caps, floors and limiters",
        Cell.text("Limit"),
        Cell.number("Highest share"),
        Cell.text("Case"),
        Cell.number("Cases in which it bound"),
        Cell.number("Bound").note("times in all"),
        Cell.number("Opportunities").note("in all"));
    limits.forEach(
        (name, clamps) -> {
          Clamp most =
              clamps.stream().max(Comparator.comparingDouble(ClampsTable::share)).orElseThrow();
          long bound = clamps.stream().filter(c -> c.bound() > 0).count();
          html.row(
              Cell.text(name),
              Cell.number(Quantities.percent(share(most))),
              Cell.text(bound == 0 ? "" : run.caseName(most.policy(), most.regime())),
              Cell.number(bound + " of " + cases),
              Cell.number(Quantities.count(clamps.stream().mapToLong(Clamp::bound).sum())),
              Cell.number(Quantities.count(opportunities(clamps))));
        });
    html.closeTable();
  }

  private static long opportunities(List<Clamp> clamps) {
    return clamps.stream().mapToLong(Clamp::opportunities).sum();
  }

  private static double share(Clamp clamp) {
    return clamp.opportunities() == 0 ? 0 : (double) clamp.bound() / clamp.opportunities();
  }
}
