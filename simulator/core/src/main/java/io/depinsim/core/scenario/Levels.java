package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Policies and regimes of a scenario: which there are and what tree each gives.
 *
 * <p>Factors are crossed, the first one slowest; a policy is called by its levels, {@code
 * posted/plan}. Without factors there is one policy, without regimes one regime, each called
 * {@value #BASE}.
 */
final class Levels {
  /** Name of the only policy or regime where none is stated. */
  static final String BASE = "base";

  private final ConfigMap root;
  private final Defaults defaults;
  private final Map<String, Map<String, ConfigMap>> factors = new LinkedHashMap<>();
  private final Map<String, ConfigMap> regimes = new LinkedHashMap<>();

  /**
   * The levels of a tree; a level that is no map counts as one that changes nothing, and a factor
   * without levels as none.
   */
  Levels(ConfigMap root, Defaults defaults) {
    this.root = root;
    this.defaults = defaults;
    root.findMap("policies")
        .ifPresent(
            all ->
                all.keys()
                    .forEach(
                        name ->
                            all.findMap(name)
                                .map(Levels::maps)
                                .filter(levels -> !levels.isEmpty())
                                .ifPresent(levels -> factors.put(name, levels))));
    root.findMap("regimes").ifPresent(all -> regimes.putAll(maps(all)));
  }

  private static Map<String, ConfigMap> maps(ConfigMap map) {
    Map<String, ConfigMap> all = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) -> {
              // Such a name is refused, and would take a policy for a combination of two.
              if (!key.contains("/")) {
                ConfigMap none = new ConfigMap(entry.keyPlace(), Map.of());
                all.put(key, map.findMap(key).orElse(none));
              }
            });
    return all;
  }

  /** Refuses empty factors and paths that two factors, or a factor and a regime, both touch. */
  void check(Problems problems) {
    Map<String, List<Changes.Touched>> touched = new LinkedHashMap<>();
    root.findMap("policies").ifPresent(all -> refuseEmpty(all, problems));
    factors.forEach(
        (name, levels) ->
            levels.values().forEach(block -> collect(touched, "policies." + name, block)));
    regimes.values().forEach(block -> collect(touched, "regimes", block));
    List<String> names = List.copyOf(touched.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        boolean both = names.get(i).startsWith("policies.") && names.get(j).startsWith("policies.");
        clash(touched.get(names.get(i)), names.get(i), touched.get(names.get(j)), both, problems);
      }
    }
  }

  private static void refuseEmpty(ConfigMap all, Problems problems) {
    all.entries()
        .forEach(
            (name, entry) -> {
              if (entry.value() instanceof ConfigMap factor && factor.entries().isEmpty()) {
                problems.add(
                    entry.keyPlace(), "policies", name, "a factor needs at least one level", "");
              }
            });
  }

  /** Every path that a level of some policy changes. */
  List<Changes.Touched> touchedByPolicies() {
    return factors.values().stream()
        .flatMap(levels -> levels.values().stream())
        .flatMap(level -> Changes.touched(root, level).stream())
        .toList();
  }

  private void collect(Map<String, List<Changes.Touched>> touched, String group, ConfigMap block) {
    touched.computeIfAbsent(group, key -> new ArrayList<>()).addAll(Changes.touched(root, block));
  }

  private static void clash(
      List<Changes.Touched> first,
      String firstName,
      List<Changes.Touched> second,
      boolean both,
      Problems problems) {
    for (Changes.Touched later : second) {
      for (Changes.Touched earlier : first) {
        if (earlier.meets(later)) {
          problems.add(
              later.place(),
              later.path(),
              "",
              firstName + " changes this too, at " + earlier.place(),
              both
                  ? "they are levels of one factor"
                  : "only the policies or only the regimes should change it");
        }
      }
    }
  }

  /** Names of all policies, the base first. */
  List<String> policies() {
    List<String> names = List.of("");
    for (Map<String, ConfigMap> levels : factors.values()) {
      List<String> longer = new ArrayList<>();
      for (String name : names) {
        levels.keySet().forEach(level -> longer.add(name.isEmpty() ? level : name + "/" + level));
      }
      names = longer;
    }
    return factors.isEmpty() ? List.of(BASE) : List.copyOf(names);
  }

  /** Names of all regimes, the base first. */
  List<String> regimes() {
    return regimes.isEmpty() ? List.of(BASE) : List.copyOf(regimes.keySet());
  }

  /** Policies that differ from the base in one factor only, the base first: enough for checking. */
  List<String> neighbours() {
    List<String> base = factors.values().stream().map(l -> l.keySet().iterator().next()).toList();
    List<String> names = new ArrayList<>();
    names.add(policies().get(0));
    int factor = 0;
    for (Map<String, ConfigMap> levels : factors.values()) {
      for (String level : levels.keySet()) {
        List<String> changed = new ArrayList<>(base);
        changed.set(factor, level);
        names.add(String.join("/", changed));
      }
      factor++;
    }
    return names.stream().distinct().toList();
  }

  /**
   * The tree with a policy and a regime applied, holding neither {@code policies} nor {@code
   * regimes}.
   *
   * @throws IllegalArgumentException if there is no such policy or regime; names the nearest
   */
  ConfigMap apply(String policy, String regime, Problems problems) {
    known("policy", policy, policies());
    known("regime", regime, regimes());
    Changes changes = new Changes(defaults::fill, problems);
    ConfigMap changed = root.without("policies").without("regimes");
    if (!factors.isEmpty()) {
      String[] chosen = policy.split("/");
      int factor = 0;
      for (Map<String, ConfigMap> levels : factors.values()) {
        changed = changes.apply(changed, levels.get(chosen[factor]));
        factor++;
      }
    }
    return regimes.isEmpty() ? changed : changes.apply(changed, regimes.get(regime));
  }

  /** In which values each level differs from the first of its factor, and each regime likewise. */
  List<LevelChange> changes() {
    List<LevelChange> changes = new ArrayList<>();
    ConfigMap base = apply(policies().get(0), regimes().get(0), new Problems());
    factors.forEach((name, levels) -> changes(name, levels, base, changes));
    changes("", regimes, base, changes);
    return List.copyOf(changes);
  }

  private void changes(
      String group, Map<String, ConfigMap> levels, ConfigMap base, List<LevelChange> changes) {
    for (String level : levels.keySet()) {
      String first = levels.keySet().iterator().next();
      List<String> chosen = new ArrayList<>();
      factors.forEach(
          (name, all) -> chosen.add(name.equals(group) ? level : all.keySet().iterator().next()));
      String policy = factors.isEmpty() ? BASE : String.join("/", chosen);
      String regime = group.isEmpty() ? level : regimes().get(0);
      new Differences(
              (path, from, to) -> changes.add(new LevelChange(group, first, level, path, from, to)))
          .between(base, apply(policy, regime, new Problems()));
    }
  }

  private static void known(String what, String name, List<String> names) {
    if (!names.contains(name)) {
      String maybe = Nearest.suggest(name, names);
      throw new IllegalArgumentException(
          name + ": no such " + what + "." + (maybe.isEmpty() ? "" : " Maybe " + maybe + "."));
    }
  }
}
