package io.depinsim.core.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads scenario files, YAML or (by the ending {@code .json}) JSON.
 *
 * <p>Reading goes on after a mistake, so one {@link ScenarioException} tells as many as can be told
 * from one reading: each with file, line, column, path, value and rule.
 */
public final class ScenarioReader {
  private final Catalogue catalogue;
  private final Defaults defaults;

  /** A reader that knows these kinds. */
  public ScenarioReader(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.defaults = new Defaults(catalogue);
  }

  /** What stands for keys that are left out. */
  Defaults defaults() {
    return defaults;
  }

  /**
   * Reads, resolves and checks a scenario, each of its policies and each of its regimes.
   *
   * @param overrides {@code path=value}, applied in order before anything else; the path must exist
   * @throws ScenarioException if anything is wrong
   * @throws IOException if the file cannot be read
   */
  public Scenario read(Path file, List<String> overrides) throws IOException {
    Examination examination = examine(file, overrides, List.of());
    if (!examination.problems().isEmpty()) {
      throw new ScenarioException(examination.problems());
    }
    return examination.scenario().orElseThrow();
  }

  /**
   * Reads as {@link #read} does, and returns what is wrong by file and line. Where that concerns
   * nothing but statements about results, the scenario without these is there to be checked
   * further.
   *
   * @param variations {@code path=a,b}: each a policy factor more, whose levels give the path these
   *     values, the first of which is the base
   * @throws IOException if the file cannot be read
   */
  public Examination examine(Path file, List<String> overrides, List<String> variations)
      throws IOException {
    Problems problems = new Problems();
    ScenarioFiles files = new ScenarioFiles(catalogue, problems);
    Optional<ConfigMap> loaded = files.load(file);
    if (loaded.isEmpty()) {
      return new Examination(problems.sorted(files.names()), Optional.empty());
    }
    ConfigMap stated = override(defaults.fill(loaded.get()), overrides, problems);
    ConfigMap varied = Variation.apply(stated, variations, problems);
    ConfigMap root =
        withoutFixed(varied, Stream.concat(overrides.stream(), variations.stream()).toList());
    List<Evidence> evidence = new EvidenceReader(problems).read(root);
    Optional<ScenarioSpec> spec = check(root, problems);
    problems.tellPiece(root);
    List<Problem> found = problems.sorted(files.names());
    if (found.isEmpty()) {
      return new Examination(
          found, Optional.of(new Scenario(this, root, spec.get(), evidence, files.sources())));
    }
    return new Examination(found, sound(root, found, problems, files.sources()));
  }

  /** The scenario without statements that are wrong, or that need one of those. */
  private Optional<Scenario> sound(
      ConfigMap root, List<Problem> found, Problems problems, List<SourceFile> sources) {
    ConfigMap sound = root;
    List<Problem> wrong = found;
    for (int round = 0; round < 3 && Statements.only(wrong); round++) {
      sound = Statements.sound(sound, wrong, problems);
      Problems left = new Problems();
      List<Evidence> evidence = new EvidenceReader(left).read(sound);
      Optional<ScenarioSpec> spec = check(sound, left);
      if (left.count() == 0) {
        return Optional.of(new Scenario(this, sound, spec.get(), evidence, sources));
      }
      wrong = left.list();
    }
    return Optional.empty();
  }

  private Optional<ScenarioSpec> check(ConfigMap root, Problems problems) {
    Optional<ScenarioSpec> spec = bind(root, problems);
    References references = new References(root, problems);
    references.check();
    references.checkUse();
    Levels levels = new Levels(root, defaults);
    levels.check(problems);
    for (String policy : levels.neighbours()) {
      check(levels, policy, levels.regimes().get(0), problems);
    }
    for (String regime : levels.regimes()) {
      check(levels, levels.policies().get(0), regime, problems);
    }
    references.checkCases(levels.policies(), levels.regimes());
    if (spec.isPresent()) {
      List<Evidence> evidence = new EvidenceReader(new Problems()).read(root);
      UncertainInput.named(root, spec.get().uncertainties(), evidence, levels, problems);
    }
    return spec;
  }

  /** The tree with other values and, where these are blocks that leave out keys, their defaults. */
  private ConfigMap override(ConfigMap root, List<String> overrides, Problems problems) {
    Changes changes = new Changes(defaults::fill, problems);
    ConfigMap changed = root;
    for (String override : overrides) {
      changed = changes.override(changed, override);
    }
    return defaults.fill(changed);
  }

  /**
   * The tree without uncertainties about inputs to which the user gave a value, or several.
   *
   * @param options {@code path=…}; a path may be or hold that of an input
   */
  private static ConfigMap withoutFixed(ConfigMap root, List<String> options) {
    ConfigMap left = root;
    for (String option : options) {
      Changes.Touched given = touched(root, option.split("=", 2)[0].trim());
      Optional<ConfigMap> uncertainties = left.findMap("uncertainties");
      for (String name : uncertainties.map(ConfigMap::keys).orElse(List.of())) {
        boolean fixed =
            ConfigPath.find(root, "uncertainties." + name + ".path")
                .map(EvidenceReader::unwrap)
                .filter(node -> node instanceof ConfigScalar)
                .map(node -> touched(root, ((ConfigScalar) node).text()))
                .filter(given::meets)
                .isPresent();
        if (fixed) {
          left = left.with("uncertainties", left.findMap("uncertainties").get().without(name));
        }
      }
    }
    return left;
  }

  private static Changes.Touched touched(ConfigMap root, String path) {
    return new Changes.Touched(ConfigPath.full(root, path), root.place());
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

  private Optional<ScenarioSpec> check(
      Levels levels, String policy, String regime, Problems problems) {
    ConfigMap applied = levels.apply(policy, regime, problems);
    new EvidenceReader(problems).read(applied);
    Optional<ScenarioSpec> spec = bind(applied, problems);
    new References(applied, problems).check();
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
  static UnitWords words(ConfigMap root) {
    Collection<String> declared = root.findMap("assets").map(ConfigMap::keys).orElse(List.of());
    Optional<String> currency =
        declared.stream().filter(asset -> isOutside(root, asset)).findFirst();
    return new UnitWords(assetAt(root, declared), currency, asset -> decimals(root, asset));
  }

  private static OptionalInt decimals(ConfigMap root, String asset) {
    Optional<String> text =
        ConfigPath.find(root, "assets." + asset + ".decimals")
            .map(EvidenceReader::unwrap)
            .filter(ConfigScalar.class::isInstance)
            .map(node -> ((ConfigScalar) node).text())
            .filter(number -> number.matches("[0-9]|1[0-8]"));
    return text.isPresent() ? OptionalInt.of(Integer.parseInt(text.get())) : OptionalInt.empty();
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
