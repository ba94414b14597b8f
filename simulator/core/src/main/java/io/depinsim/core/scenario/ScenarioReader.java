package io.depinsim.core.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads scenario files, YAML or (by the ending {@code .json}) JSON.
 *
 * <p>Reading goes on after a mistake, so one {@link ScenarioException} tells as many as can be told
 * from one reading: each with file, line, column, path, value and rule.
 */
public final class ScenarioReader {
  private final Catalogue catalogue;

  /** A reader that knows these kinds. */
  public ScenarioReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads, resolves and checks a scenario, each of its policies and each of its regimes.
   *
   * @param overrides {@code path=value}, applied in order before anything else; the path must exist
   * @throws ScenarioException if anything is wrong
   * @throws IOException if the file cannot be read
   */
  public Scenario read(Path file, List<String> overrides) throws IOException {
    ScenarioFiles files = new ScenarioFiles(catalogue);
    ConfigMap root = files.load(file);
    Problems problems = new Problems();
    root = override(root, overrides, problems);
    List<Evidence> evidence = new EvidenceReader(problems).read(root);
    Optional<ScenarioSpec> spec = bind(root, problems);
    if (spec.isPresent()) {
      References references = new References(root, spec.get(), problems);
      references.check();
      references.checkUse();
      Levels levels = new Levels(root);
      checkLevels(levels, problems);
      references.checkFindings(levels.policies());
    }
    problems.throwIfAny();
    return new Scenario(this, root, spec.get(), evidence, files.sources());
  }

  private static ConfigMap override(ConfigMap root, List<String> overrides, Problems problems) {
    Changes changes = new Changes(problems);
    ConfigMap changed = root;
    for (String override : overrides) {
      changed = changes.override(changed, override);
    }
    return changed;
  }

  /** A scenario that was read before, with other values. */
  Scenario change(ConfigMap root, List<String> overrides, List<SourceFile> sources) {
    Problems problems = new Problems();
    ConfigMap changed = override(root, overrides, problems);
    Optional<ScenarioSpec> spec = bind(changed, problems);
    problems.throwIfAny();
    return new Scenario(
        this, changed, spec.get(), new EvidenceReader(problems).read(changed), sources);
  }

  private Optional<ScenarioSpec> bind(ConfigMap root, Problems problems) {
    return new RecordBinder(catalogue, problems, words(root), false)
        .bind(root, ScenarioSpec.class, "");
  }

  private void checkLevels(Levels levels, Problems problems) {
    levels.check(problems);
    if (problems.count() > 0) {
      return;
    }
    for (String policy : levels.neighbours()) {
      check(levels, policy, levels.regimes().get(0), problems);
    }
    for (String regime : levels.regimes()) {
      check(levels, levels.policies().get(0), regime, problems);
    }
  }

  private Optional<ScenarioSpec> check(
      Levels levels, String policy, String regime, Problems problems) {
    ConfigMap applied = levels.apply(policy, regime, problems);
    new EvidenceReader(problems).read(applied);
    Optional<ScenarioSpec> spec = bind(applied, problems);
    spec.ifPresent(bound -> new References(applied, bound, problems).check());
    return spec;
  }

  /** The scenario of one policy under one regime. */
  Scenario apply(Levels levels, String policy, String regime, List<SourceFile> sources) {
    Problems problems = new Problems();
    Optional<ScenarioSpec> spec = check(levels, policy, regime, problems);
    problems.throwIfAny();
    ConfigMap applied = levels.apply(policy, regime, problems);
    return new Scenario(
        this, applied, spec.get(), new EvidenceReader(problems).read(applied), sources);
  }

  /** Which declared token and which currency the special words of units stand for. */
  private static UnitWords words(ConfigMap root) {
    Collection<String> declared = root.findMap("assets").map(ConfigMap::keys).orElse(List.of());
    Optional<String> currency =
        declared.stream().filter(asset -> isOutside(root, asset)).findFirst();
    return new UnitWords(assetAt(root, declared), currency);
  }

  private static boolean isOutside(ConfigMap root, String asset) {
    return ConfigPath.find(root, "assets." + asset + ".outside")
        .map(EvidenceReader::unwrap)
        .filter(node -> node instanceof ConfigScalar scalar && scalar.text().equals("true"))
        .isPresent();
  }

  private static Function<String, Optional<String>> assetAt(
      ConfigMap root, Collection<String> declared) {
    return path -> {
      String[] steps = path.split("\\.");
      if (steps[0].equals("assets") && steps.length > 1) {
        return Optional.of(steps[1]);
      }
      boolean capacity =
          steps[0].equals("providers") && steps.length > 3 && steps[2].equals("capacity");
      int at = capacity ? 3 : 1;
      if (steps.length <= at || !(capacity || steps[0].equals("networks"))) {
        return Optional.empty();
      }
      return root.findMap("networks")
          .flatMap(networks -> networks.findMap(steps[at]))
          .flatMap(network -> network.find("asset"))
          .map(EvidenceReader::unwrap)
          .filter(ConfigScalar.class::isInstance)
          .map(asset -> ((ConfigScalar) asset).text())
          .filter(declared::contains);
    };
  }
}
