package io.depinsim.core.scenario;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario that was read, resolved and checked. Immutable; maps keep file order.
 *
 * <p>As read from a file it shows the text before any policy; {@link #policy} gives what is to be
 * run.
 */
public final class Scenario {
  private final ScenarioReader reader;
  private final ConfigMap root;
  private final ScenarioSpec spec;
  private final List<Evidence> evidence;
  private final List<SourceFile> sources;
  private final Levels levels;

  Scenario(
      ScenarioReader reader,
      ConfigMap root,
      ScenarioSpec spec,
      List<Evidence> evidence,
      List<SourceFile> sources) {
    this.reader = reader;
    this.root = root;
    this.spec = spec;
    this.evidence = evidence;
    this.sources = sources;
    this.levels = new Levels(root, reader.defaults());
  }

  /** Short name, lower-case words joined by hyphens. */
  public String name() {
    return spec.name();
  }

  /** What the scenario is to answer. */
  public String question() {
    return spec.question();
  }

  /** More about it. */
  public Optional<String> description() {
    return Optional.ofNullable(spec.description());
  }

  /** Seed, start, length. */
  public RunSpec run() {
    return spec.run();
  }

  /** Tokens and currencies by key. */
  public Map<String, AssetSpec> assets() {
    return spec.assets();
  }

  /** Cohorts of providers by name. */
  public Map<String, CohortSpec> providers() {
    return spec.providers();
  }

  /** Classes of machines by name. */
  public Map<String, HardwareSpec> hardware() {
    return spec.hardware();
  }

  /** Regions of the world by name. */
  public Map<String, RegionSpec> regions() {
    return spec.regions();
  }

  /** Cohorts of consumers by name. */
  public Map<String, ConsumerSpec> consumers() {
    return spec.consumers();
  }

  /** Central providers by name. */
  public Map<String, OutsideSpec> outside() {
    return spec.outside();
  }

  /** What happens from outside, by name. */
  public Map<String, KindChoice> shocks() {
    return spec.shocks();
  }

  /** Networks by name. */
  public Map<String, NetworkSpec> networks() {
    return spec.networks();
  }

  /** Questions that are put to metrics, by name, in file order. */
  public Map<String, MetricSpec> metrics() {
    return spec.metrics();
  }

  /** Measured histories by name. */
  public Map<String, HistorySpec> history() {
    return spec.history();
  }

  /** Pictures of the report by name. */
  public Map<String, ChartSpec> charts() {
    return spec.charts();
  }

  /** Statements checked after the run. */
  public List<ExpectSpec> expect() {
    return spec.expect();
  }

  /** Claims tested under every regime, by name. */
  public Map<String, FindingSpec> findings() {
    return spec.findings();
  }

  /** What a reader must know before believing the results. */
  public NotesSpec notes() {
    return spec.notes();
  }

  /** How well each input is known, in file order. */
  public List<Evidence> evidence() {
    return evidence;
  }

  /**
   * Inputs that are assumed and whose plausible range is stated, in file order, save those without
   * a single number (series, lists, dates) and those whose range is one point.
   */
  public List<UncertainInput> uncertainInputs() {
    return UncertainInput.of(root, evidence, levels);
  }

  /** Inputs that {@code compare} draws anew for each replicate, by name, in file order. */
  public Map<String, UncertainInput> uncertainties() {
    return UncertainInput.named(root, spec.uncertainties(), evidence, levels, new Problems());
  }

  /**
   * The same scenario with other values, put in as {@code --set} does. Only what changes with
   * values is checked; {@link #policy} checks the rest.
   *
   * @param overrides {@code path=value}, applied in order; the path must exist
   * @throws ScenarioException if a value is refused
   */
  public Scenario with(List<String> overrides) {
    return reader.change(root, overrides, sources);
  }

  /** Names of the policies, the base first: levels of crossed factors joined by {@code /}. */
  public List<String> policies() {
    return levels.policies();
  }

  /** Names of the regimes, the base first. */
  public List<String> regimes() {
    return levels.regimes();
  }

  /**
   * In which values the levels of each policy factor, and the regimes, differ from the first of
   * their group, in file order.
   */
  public List<LevelChange> changes() {
    return levels.changes();
  }

  /**
   * The scenario of one policy under the base regime.
   *
   * @throws IllegalArgumentException if there is no such policy; names the nearest
   */
  public Scenario policy(String policy) {
    return policy(policy, regimes().get(0));
  }

  /**
   * The scenario of one policy under one regime; it has itself no policies and regimes any more.
   *
   * @throws IllegalArgumentException if there is no such policy or regime; names the nearest
   * @throws ScenarioException if levels that are valid one by one are not so together
   */
  public Scenario policy(String policy, String regime) {
    return reader.apply(levels, policy, regime, sources);
  }

  /**
   * The scenario as one YAML file: nothing to extend, overrides applied, evidence kept, policies
   * and regimes as they are. Reading it gives an equal scenario and the same text again.
   */
  public String resolvedYaml() {
    return ConfigWriter.write(root);
  }

  /** Where a path stands, or the longest part of it that exists. */
  public Place place(String path) {
    return ConfigPath.place(root, path);
  }

  /**
   * Something wrong at a path, with the value that stands there.
   *
   * @param rule what is expected, as a clause without a full stop
   * @param maybe what the author may have meant, likewise; empty for no idea
   */
  public Problem problem(String path, String rule, String maybe) {
    String value =
        ConfigPath.find(root, path)
            .map(EvidenceReader::unwrap)
            .filter(node -> !(node instanceof ConfigMap) && ConfigPath.states(root, path))
            .map(ConfigNode::describe)
            .orElse("");
    return new Problem(place(path), path, value, rule, maybe);
  }

  /**
   * What a rule says against this scenario, {@code path: rule. Maybe ….}, at the place it speaks
   * of: a path, or its last steps where no other path ends so; else at the head of the file.
   */
  public Problem refusal(String message) {
    RuleMessage said = RuleMessage.of(message);
    String field = said.field();
    Optional<String> path =
        field.isEmpty()
            ? Optional.empty()
            : ConfigPath.find(root, field).isPresent()
                    || root.keys().contains(field.split("\\.")[0])
                ? Optional.of(field)
                : ConfigPath.endingIn(root, field);
    if (path.isEmpty()) {
      String prefix = field.isEmpty() ? "" : field + ": ";
      return new Problem(root.place(), "", "", prefix + said.rule(), said.maybe());
    }
    Problem problem = problem(path.get(), said.rule(), said.maybe());
    String rule = said.rule();
    boolean repeated = !problem.value().isEmpty() && rule.startsWith(problem.value());
    String rest = repeated ? rule.substring(problem.value().length()) : rule;
    return repeated && rest.matches("(?s):? .*")
        ? problem(path.get(), rest.replaceFirst("^:? ", ""), said.maybe())
        : problem;
  }

  /** Problems by file, those it was read from first, then by line and column. */
  public List<Problem> inOrder(Collection<Problem> problems) {
    return Problems.sorted(
        problems, sources.stream().map(source -> source.path().toString()).toList());
  }

  /** The file it was read from. */
  public Path source() {
    return sources.get(0).path();
  }

  /** Checksum of that file. */
  public String sha256() {
    return sources.get(0).sha256();
  }

  /** All files it was read from, those it extends included. */
  public List<SourceFile> sources() {
    return sources;
  }
}
