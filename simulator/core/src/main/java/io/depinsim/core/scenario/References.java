package io.depinsim.core.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks that every name in a scenario leads somewhere and that something reads what is declared.
 */
final class References {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final List<String> NAMED =
      List.of(
          "assets",
          "hardware",
          "providers",
          "consumers",
          "outside",
          "networks",
          "shocks",
          "history",
          "charts",
          "findings",
          "policies",
          "regimes");

  private final ConfigMap root;
  private final ScenarioSpec spec;
  private final Problems problems;

  References(ConfigMap root, ScenarioSpec spec, Problems problems) {
    this.root = root;
    this.spec = spec;
    this.problems = problems;
  }

  /** Checks names and what they refer to. */
  void check() {
    names();
    spec.networks()
        .forEach(
            (name, network) ->
                known(
                    "networks." + name + ".asset",
                    network.asset(),
                    "asset",
                    spec.assets().keySet()));
    spec.networks().forEach(this::lifecycle);
    spec.providers().forEach(this::cohort);
    spec.consumers()
        .forEach(
            (name, consumer) ->
                known(
                    "consumers." + name + ".buys",
                    consumer.buys(),
                    "network",
                    spec.networks().keySet()));
    spec.charts()
        .forEach(
            (name, chart) -> {
              for (int i = 0; i < chart.history().size(); i++) {
                known(
                    "charts." + name + ".history." + i,
                    chart.history().get(i),
                    "history",
                    spec.history().keySet());
              }
            });
    for (int i = 0; i < spec.expect().size(); i++) {
      String history = spec.expect().get(i).history();
      if (history != null) {
        known("expect." + i + ".history", history, "history", spec.history().keySet());
      }
    }
  }

  /**
   * Checks that every asset, class of machines and history is used by something, a policy or regime
   * included.
   */
  void checkUse() {
    for (String section : List.of("hardware", "outside")) {
      root.findMap(section)
          .ifPresent(
              all ->
                  all.keys().stream()
                      .filter(name -> !mentions(root.without(section), wordOf(name)))
                      .forEach(name -> unused(section, name)));
    }
    spec.assets()
        .keySet()
        .forEach(
            asset -> {
              if (!mentions(root.without("assets"), wordOf(asset))) {
                unused("assets", asset);
              }
            });
    spec.history()
        .keySet()
        .forEach(
            history -> {
              boolean drawn =
                  spec.charts().values().stream().anyMatch(c -> c.history().contains(history));
              boolean scored = spec.expect().stream().anyMatch(e -> history.equals(e.history()));
              if (!drawn && !scored) {
                unused("history", history);
              }
            });
  }

  private static Pattern wordOf(String name) {
    return Pattern.compile("(^|[^A-Za-z0-9])" + Pattern.quote(name) + "($|[^A-Za-z0-9])");
  }

  /** Checks that findings compare policies that exist. */
  void checkFindings(List<String> policies) {
    spec.findings()
        .forEach(
            (name, finding) -> {
              for (int i = 0; i < finding.between().size(); i++) {
                String path = "findings." + name + ".between." + i;
                known(path, finding.between().get(i), "policy", policies);
              }
            });
  }

  private void unused(String section, String name) {
    Place place = root.findMap(section).get().entries().get(name).keyPlace();
    problems.add(place, section, name, "nothing in this scenario refers to it", "remove it");
  }

  private static boolean mentions(ConfigNode node, Pattern word) {
    if (node instanceof ConfigMap map) {
      return map.entries().entrySet().stream()
          .anyMatch(e -> word.matcher(e.getKey()).find() || mentions(e.getValue().value(), word));
    }
    if (node instanceof ConfigList list) {
      return list.items().stream().anyMatch(item -> mentions(item, word));
    }
    return word.matcher(((ConfigScalar) node).text()).find();
  }

  private void names() {
    root.findMap("policies")
        .ifPresent(all -> all.keys().forEach(factor -> names("policies." + factor)));
    NAMED.forEach(this::names);
  }

  private void names(String section) {
    Optional<ConfigMap> map =
        ConfigPath.find(root, section)
            .filter(ConfigMap.class::isInstance)
            .map(ConfigMap.class::cast);
    map.ifPresent(
        named -> named.entries().forEach((name, entry) -> name(section, name, entry.keyPlace())));
  }

  private void name(String section, String name, Place place) {
    if (!NAME.matcher(name).matches()) {
      problems.add(place, section, name, "a name is a letter, then letters, digits, _ or -", "");
    } else if (section.equals("assets") && Unit.isBuiltIn(name)) {
      problems.add(place, section, name, "an asset must not be called like a unit", "");
    }
  }

  private void cohort(String name, CohortSpec cohort) {
    String path = "providers." + name;
    for (int i = 0; i < cohort.joins().size(); i++) {
      known(path + ".joins." + i, cohort.joins().get(i), "network", spec.networks().keySet());
    }
    cohort.capacity().keySet().stream()
        .filter(network -> !cohort.joins().contains(network))
        .forEach(network -> notJoined(path + ".capacity", network, cohort));
    if (cohort.owns() != null) {
      known(
          path + ".owns.hardware", cohort.owns().hardware(), "hardware", spec.hardware().keySet());
    }
    for (int i = 0; i < cohort.opening().size(); i++) {
      known(
          path + ".opening." + i, cohort.opening().get(i).unit(), "asset", spec.assets().keySet());
    }
    if (cohort.operatingCost() != null) {
      String currency = cohort.operatingCost().unit().split("/")[0].trim();
      known(path + ".operatingCost", currency, "asset", spec.assets().keySet());
    }
  }

  private void lifecycle(String name, NetworkSpec network) {
    if (network.lifecycle() == null) {
      return;
    }
    Collection<String> holders =
        network.genesis() == null ? List.of() : network.genesis().holders().keySet();
    network
        .lifecycle()
        .rounds()
        .forEach(
            (round, sale) ->
                known(
                    "networks." + name + ".lifecycle.rounds." + round + ".holder",
                    sale.holder(),
                    "holder of genesis tokens",
                    holders));
  }

  private void notJoined(String path, String network, CohortSpec cohort) {
    ConfigMap map = (ConfigMap) EvidenceReader.unwrap(ConfigPath.find(root, path).get());
    problems.add(
        map.entries().get(network).keyPlace(),
        path,
        network,
        "the cohort does not join this network",
        Nearest.suggest(network, cohort.joins()));
  }

  private void known(String path, String name, String what, Collection<String> all) {
    if (!all.contains(name)) {
      ConfigNode node = ConfigPath.find(root, path).orElse(root);
      problems.add(
          node.place(),
          path,
          node.describe(),
          "no such " + what + (name.isEmpty() ? "; the amount must name one" : ""),
          Nearest.suggest(name, all));
    }
  }
}
