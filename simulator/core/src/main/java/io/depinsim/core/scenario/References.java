package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Checks that every name in a scenario leads somewhere and that something reads what is declared.
 *
 * <p>Works on the tree, so that a name is followed whatever else is wrong. What is no name at all
 * is left to the binder, and so is a section that could not be read.
 */
final class References {
  static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  /** Levels may be called by a value, as {@code --vary} does. */
  static final Pattern LEVEL = Pattern.compile("[A-Za-z0-9+-][A-Za-z0-9 _.:%+-]*");

  /** Sections whose keys are names. */
  static final List<String> NAMED =
      List.of(
          "assets",
          "hardware",
          "regions",
          "providers",
          "consumers",
          "outside",
          "networks",
          "shocks",
          "history",
          "charts",
          "findings",
          "uncertainties",
          "policies",
          "regimes");

  private static final List<String> REQUIRED = List.of("assets", "networks");

  /** Where names of which section stand, and what such a thing is called. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("networks.*.asset", "assets", "asset"),
          new Rule("providers.*.joins.*", "networks", "network"),
          new Rule("providers.*.owns.hardware", "hardware", "hardware"),
          new Rule("consumers.*.buys", "networks", "network"),
          new Rule("consumers.*.demand.*.outside", "outside", "central provider under `outside`"),
          new Rule("shocks.*.*.network", "networks", "network"),
          new Rule("charts.*.history.*", "history", "history"),
          new Rule("expect.*.history", "history", "history"));

  /** Where keys are names of something in a section. */
  private static final List<Rule> KEYS =
      List.of(
          new Rule("regions.*.latency", "regions", "region"),
          new Rule("providers.*.owns.regions", "regions", "region"),
          new Rule("consumers.*.jobs.from", "regions", "region"),
          new Rule("consumers.*.jobs.data.at", "regions", "region"),
          new Rule("consumers.*.jobs.next", "networks", "network"),
          new Rule("consumers.*.jobs.stages", "networks", "network"),
          new Rule("consumers.*.jobs.stages.*.next", "networks", "network"));

  private record Rule(String pattern, String section, String what) {}

  private final ConfigMap root;
  private final Problems problems;

  /** {@code section.name} of what was probably meant by names that lead nowhere. */
  private final Set<String> meant = new HashSet<>();

  References(ConfigMap root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** Checks names and what they refer to. */
  void check() {
    names();
    root.find("name").ifPresent(this::ownName);
    for (Rule rule : RULES) {
      each(
          rule.pattern(),
          (path, node) ->
              names(rule.section())
                  .ifPresent(
                      all -> known(path, node, word(node), rule.what(), rule.section(), all)));
    }
    for (Rule rule : KEYS) {
      each(rule.pattern(), (path, node) -> keys(rule, path, node));
    }
    each("providers.*.opening.*", (path, node) -> asset(path, node, ""));
    each("providers.*.operatingCost", (path, node) -> asset(path, node, "/"));
    each("providers.*", this::capacity);
    each("networks.*.lifecycle.rounds.*.holder", this::holder);
  }

  /**
   * Checks that every asset, class of machines, central provider and history is used by something,
   * a policy or regime included.
   */
  void checkUse() {
    boolean incomplete =
        problems.list().stream().anyMatch(problem -> problem.rule().endsWith(" is missing"));
    if (problems.anySpoilt() || incomplete) {
      return;
    }
    for (String section : List.of("hardware", "regions", "outside", "assets")) {
      ConfigMap others = root.without(section);
      names(section).orElse(List.of()).stream()
          .filter(name -> !mentions(others, wordOf(name)))
          .forEach(name -> unused(section, name));
    }
    Set<String> drawn = new HashSet<>();
    each("charts.*.history.*", (path, node) -> word(node).ifPresent(drawn::add));
    each("expect.*.history", (path, node) -> word(node).ifPresent(drawn::add));
    names("history").orElse(List.of()).stream()
        .filter(name -> !drawn.contains(name))
        .forEach(name -> unused("history", name));
  }

  private static Pattern wordOf(String name) {
    return Pattern.compile("(^|[^A-Za-z0-9])" + Pattern.quote(name) + "($|[^A-Za-z0-9])");
  }

  /** Checks that findings and expectations speak of policies and regimes that exist. */
  void checkCases(List<String> policies, List<String> regimes) {
    cases(List.of("findings.*.between.*", "expect.*.policy"), "policy", "policies", policies);
    cases(List.of("expect.*.regime"), "regime", "regimes", regimes);
  }

  private void cases(List<String> patterns, String what, String section, List<String> names) {
    if (root.find(section).isPresent() && root.findMap(section).isEmpty()) {
      return;
    }
    for (String pattern : patterns) {
      each(pattern, (path, node) -> known(path, node, word(node), what, section, names));
    }
  }

  private void unused(String section, String name) {
    Place place = root.findMap(section).get().entries().get(name).keyPlace();
    boolean refused = problems.list().stream().anyMatch(each -> each.place().equals(place));
    if (!meant.contains(section + "." + name) && !refused) {
      problems.add(place, section, name, "nothing in this scenario refers to it", "remove it");
    }
  }

  private static boolean mentions(ConfigNode node, Pattern word) {
    if (node instanceof ConfigMap map) {
      return map.entries().entrySet().stream()
          .filter(e -> e.getValue().stated())
          .anyMatch(e -> word.matcher(e.getKey()).find() || mentions(e.getValue().value(), word));
    }
    if (node instanceof ConfigList list) {
      return list.items().stream().anyMatch(item -> mentions(item, word));
    }
    return word.matcher(((ConfigScalar) node).text()).find();
  }

  /** Also said by the record, but only once all of it binds. */
  private void ownName(ConfigNode node) {
    word(node)
        .map(ScenarioSpec::wrongName)
        .filter(rule -> !rule.isEmpty())
        .ifPresent(rule -> problems.add(node, "name", rule, ""));
  }

  private void names() {
    root.findMap("policies")
        .ifPresent(all -> all.keys().forEach(factor -> nameAll("policies." + factor)));
    NAMED.forEach(this::nameAll);
  }

  private void nameAll(String section) {
    ConfigPath.find(root, section)
        .filter(ConfigMap.class::isInstance)
        .map(ConfigMap.class::cast)
        .ifPresent(
            named ->
                named.entries().forEach((name, entry) -> name(section, name, entry.keyPlace())));
  }

  private void name(String section, String name, Place place) {
    boolean level = section.startsWith("policies.") || section.equals("regimes");
    if (!level && !NAME.matcher(name).matches()) {
      problems.add(place, section, name, "a name is a letter, then letters, digits, _ or -", "");
    } else if (level && !LEVEL.matcher(name).matches()) {
      problems.add(
          place, section, name, "a level is called by letters, digits, spaces, _ . : % + or -", "");
    } else if (section.equals("assets") && Unit.isBuiltIn(name)) {
      problems.add(place, section, name, "an asset must not be called like a unit", "");
    }
  }

  /** Names declared in a section; nothing if it is there and could not be read. */
  private Optional<Collection<String>> names(String section) {
    Optional<ConfigNode> node = root.find(section);
    if (node.isEmpty()) {
      // Of a section that must be there it is enough to say that it is missing.
      // One that is not there may be part of what could not be read.
      return REQUIRED.contains(section) || problems.anySpoilt()
          ? Optional.empty()
          : Optional.of(List.of());
    }
    return root.findMap(section).map(ConfigMap::keys);
  }

  /** Visits what stands at the paths of a pattern, {@code *} for any key or item. */
  private void each(String pattern, BiConsumer<String, ConfigNode> visitor) {
    each(root, "", List.of(pattern.split("\\.")), visitor);
  }

  private static void each(
      ConfigNode written, String path, List<String> steps, BiConsumer<String, ConfigNode> visitor) {
    ConfigNode node = EvidenceReader.unwrap(written);
    if (steps.isEmpty()) {
      visitor.accept(path, node);
      return;
    }
    List<String> rest = steps.subList(1, steps.size());
    String prefix = path.isEmpty() ? "" : path + ".";
    if (node instanceof ConfigMap map && !steps.get(0).equals("*")) {
      map.find(steps.get(0)).ifPresent(child -> each(child, prefix + steps.get(0), rest, visitor));
    } else if (node instanceof ConfigMap map) {
      map.entries().forEach((key, e) -> each(e.value(), prefix + key, rest, visitor));
    } else if (node instanceof ConfigList list && steps.get(0).equals("*")) {
      for (int i = 0; i < list.items().size(); i++) {
        each(list.items().get(i), prefix + i, rest, visitor);
      }
    }
  }

  /** The name a node states; nothing for what is none and is refused as such. */
  private static Optional<String> word(ConfigNode node) {
    return node instanceof ConfigScalar scalar && scalar.form() == ConfigScalar.Form.TEXT
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** The asset in which an amount is stated, or of which it is a price. */
  private void asset(String path, ConfigNode node, String end) {
    if (node instanceof ConfigScalar scalar && Quantity.matches(scalar.text())) {
      String unit = Quantity.parse(scalar.text()).unit();
      String asset = end.isEmpty() ? unit : unit.split(end)[0].trim();
      names("assets")
          .ifPresent(all -> known(path, node, Optional.of(asset), "asset", "assets", all));
    }
  }

  /** Capacity is stated for networks that the cohort joins. */
  private void capacity(String path, ConfigNode cohort) {
    List<String> joined = new ArrayList<>();
    if (!(cohort instanceof ConfigMap map)
        || !(map.find("joins").map(EvidenceReader::unwrap).orElse(null)
            instanceof ConfigList joins)) {
      return;
    }
    joins.items().forEach(item -> word(EvidenceReader.unwrap(item)).ifPresent(joined::add));
    if (!names("networks").orElse(joined).containsAll(joined)) {
      return;
    }
    map.findMap("capacity")
        .ifPresent(
            all ->
                all.entries()
                    .forEach(
                        (network, entry) -> {
                          if (!joined.contains(network)) {
                            problems.add(
                                entry.keyPlace(),
                                path + ".capacity",
                                network,
                                "the cohort does not join this network",
                                Nearest.find(network, joined)
                                    .map(near -> "`" + near + "`")
                                    .orElse("it belongs into `joins`"));
                          }
                        }));
  }

  private void keys(Rule rule, String path, ConfigNode node) {
    if (node instanceof ConfigMap map) {
      Optional<Collection<String>> all = names(rule.section());
      map.entries()
          .forEach(
              (name, entry) -> {
                if (all.isPresent() && !all.get().contains(name)) {
                  unknown(entry.keyPlace(), path, name, rule.what(), rule.section(), all.get());
                }
              });
    }
  }

  private void unknown(
      Place place, String path, String name, String what, String section, Collection<String> all) {
    Nearest.find(name, all).ifPresent(near -> meant.add(section + "." + near));
    problems.add(
        place,
        path,
        name,
        "no such " + what,
        all.isEmpty() ? "it must be declared under `" + section + "`" : Nearest.suggest(name, all));
  }

  private void holder(String path, ConfigNode node) {
    String network = path.split("\\.lifecycle\\.")[0];
    Optional<ConfigNode> genesis = ConfigPath.find(root, network + ".genesis");
    Optional<ConfigNode> holders = ConfigPath.find(root, network + ".genesis.holders");
    if (genesis.isPresent() && !(genesis.get() instanceof ConfigMap)
        || holders.isPresent() && !(holders.get() instanceof ConfigMap)) {
      return;
    }
    Collection<String> all = holders.map(map -> ((ConfigMap) map).keys()).orElse(List.of());
    known(path, node, word(node), "holder of genesis tokens", "holders", all);
  }

  private void known(
      String path,
      ConfigNode node,
      Optional<String> word,
      String what,
      String section,
      Collection<String> all) {
    if (word.isEmpty() || all.contains(word.get()) || optional(path, word.get())) {
      return;
    }
    String name = word.get();
    Nearest.find(name, all).ifPresent(near -> meant.add(section + "." + near));
    problems.add(
        node,
        path,
        "no such " + what + (name.isEmpty() ? "; the amount must name one" : ""),
        all.isEmpty() ? "it must be declared under `" + section + "`" : Nearest.suggest(name, all));
  }

  /** An empty name of a central provider means none. */
  private static boolean optional(String path, String name) {
    return name.isEmpty() && path.startsWith("consumers.");
  }
}
