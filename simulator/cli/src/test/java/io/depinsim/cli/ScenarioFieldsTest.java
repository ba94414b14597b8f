package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.depinsim.agents.AgentsCatalogue;
import io.depinsim.cli.ScenarioTree.Field;
import io.depinsim.core.engine.market.ShockCatalogue;
import io.depinsim.core.incentive.Emission;
import io.depinsim.core.incentive.FixedEmission;
import io.depinsim.core.incentive.IncentiveCatalogue;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.market.MarketCatalogue;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.CatalogueRows;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.Role;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.experiments.Assembler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every field of a scenario matters: no value that somebody writes is silently ignored.
 *
 * <p>A field counts as read only where its own change has an effect. What changes beside a field
 * that cannot change alone, as of shares that must sum, is not taken for it: see {@link
 * FieldSearch}.
 */
class ScenarioFieldsTest {
  private static final Path SHIPPED = Path.of("../../scenarios");

  private static final String MOST_IS_TOLD = "storage-tips.yaml";

  /** Folders of shipped scenarios, the cheapest first. */
  private static final List<String> THEMES =
      List.of("examples", "econagentic", "service", "policies", "filecoin");

  @TempDir static Path folder;

  /** Every file that says how to run. */
  private static List<Path> shipped() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(SHIPPED)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        if (Files.readAllLines(file).stream().anyMatch(line -> line.startsWith("run:"))) {
          files.add(file);
        }
      }
    }
    files.sort(Comparator.comparing(f -> THEMES.indexOf(f.getParent().getFileName().toString())));
    return files;
  }

  /** The same, first the one in which most of what is told stands, and which runs in a second. */
  private static List<Path> told() throws IOException {
    List<Path> files = shipped();
    files.sort(Comparator.comparing(f -> !f.endsWith(MOST_IS_TOLD)));
    return files;
  }

  private static List<FieldWorld> worlds(Catalogue catalogue) throws IOException {
    List<FieldWorld> worlds = new ArrayList<>();
    for (Path file : shipped()) {
      worlds.addAll(FieldWorld.of(file, catalogue, folder));
    }
    return worlds;
  }

  @Test
  void everyEconomicFieldChangesTheDigestOfSomeScenario() throws Exception {
    Catalogue catalogue = Catalogues.join();
    ScenarioTree trees = new ScenarioTree(catalogue);
    FieldSearch search = new FieldSearch(trees, worlds(catalogue));
    List<Callable<String>> questions = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    trees
        .fields()
        .forEach(
            (field, sections) -> {
              if (FieldTable.changesDigests(field, sections)) {
                questions.add(() -> fault(search, field));
              }
            });
    for (Kind<?, ?> kind : catalogue.listKinds()) {
      questions.add(() -> fault(search, kind));
    }
    faults.addAll(answers(questions));
    assertEquals(List.of(), faults, () -> "\n" + String.join("\n", faults) + "\n");
  }

  @Test
  void everyOtherFieldChangesANamedOutput() throws Exception {
    Catalogue catalogue = Catalogues.join();
    ScenarioTree trees = new ScenarioTree(catalogue);
    FieldOutputs outputs = new FieldOutputs(trees, catalogue, told(), folder);
    Set<String> unknown = FieldTable.names();
    List<Callable<String>> questions = new ArrayList<>();
    for (Map.Entry<Field, Set<String>> each : trees.fields().entrySet()) {
      Field field = each.getKey();
      unknown.remove(field.toString());
      if (!FieldTable.changesDigests(field, each.getValue())) {
        questions.add(() -> fault(outputs, field));
      }
    }
    List<String> faults = answers(questions);
    unknown.forEach(name -> faults.add(name + ": stands in FieldTable and nowhere else."));
    assertEquals(List.of(), faults, () -> "\n" + String.join("\n", faults) + "\n");
  }

  /** The text of the file stands under {@code csv} once the scenario is read. */
  @Test
  void arrivalsOnRecordComeFromTheFileThatIsNamed() throws Exception {
    Path scenario = SHIPPED.resolve("examples/pipeline.yaml");
    Path record = SHIPPED.resolve("examples/pipeline-arrivals.csv");
    Set<String> digests = new HashSet<>();
    for (String work : List.of("18.0", "9.0")) {
      Path copy = Files.createDirectories(folder.resolve("record-" + work));
      Files.copy(scenario, copy.resolve("pipeline.yaml"));
      String lines = Files.readString(record).replaceFirst(",[0-9.]+\n", "," + work + "\n");
      Files.writeString(copy.resolve("pipeline-arrivals.csv"), lines);
      Scenario read =
          new ScenarioReader(Catalogues.join())
              .read(copy.resolve("pipeline.yaml"), List.of("run.horizon=5 weeks"));
      var replicate =
          new Assembler(read.policy("foreseen")).assemble(0, CheckLevel.RUN, key -> false);
      replicate.run();
      digests.add(replicate.recorder().digest());
    }
    assertEquals(2, digests.size(), "one more digest for another record");
  }

  private static String fault(FieldOutputs outputs, Field field) throws IOException {
    String name = field.toString();
    if (FieldTable.STOPS.containsKey(name)) {
      Map.Entry<String, String> block = FieldTable.STOPS.get(name).entrySet().iterator().next();
      List<String> path = List.of(block.getKey().split("\\."));
      JsonNode value = FieldWorld.json(block.getValue());
      return outputs.matters(MOST_IS_TOLD, path, value, FieldOutputs.EXIT_CODE)
          ? ""
          : name + ": the program neither refuses nor stops.";
    }
    if (FieldTable.GATES.containsKey(name)) {
      String test = FieldTable.GATES.get(name);
      return Stream.of(CheckCommandTest.class, ScenarioFieldsTest.class)
              .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods()))
              .anyMatch(method -> method.getName().equals(test))
          ? ""
          : name + ": " + test + " is no test.";
    }
    String output = FieldTable.OUTPUTS.get(name);
    if (output == null) {
      return name + ": say in FieldTable which output changes with it.";
    }
    if (!outputs.stands(field)) {
      return name + ": stands in no shipped scenario. Maybe extend one of scenarios/examples.";
    }
    return outputs.effect(field, output).isPresent()
        ? ""
        : name + ": no other value changes " + output + ". Maybe nothing reads it.";
  }

  /**
   * Mints as {@code fixed} does, and asks for more that it never looks at.
   *
   * @param ignored can change alone, yet {@code perDay} can grow much only in exchange for it
   * @param stubborn can change only together with another field, whose effect is not its own
   * @param held minted too
   * @param rest what is left of 20, so that neither of the two can change alone
   */
  record Deaf(
      @InUnit("asset") double perDay,
      @InUnit("asset") double ignored,
      @InUnit("asset") double stubborn,
      @InUnit("asset") double held,
      @InUnit("asset") double rest) {
    Deaf {
      if (stubborn != 4 && stubborn != 3) {
        throw new IllegalArgumentException("stubborn: must be 3 or 4");
      }
      if (perDay + ignored > 19) {
        throw new IllegalArgumentException("ignored: must sum with `perDay` to 19 at most");
      }
      if (held + rest != 20) {
        throw new IllegalArgumentException("held: must sum with `rest` to 20");
      }
    }
  }

  private static final class DeafRows implements CatalogueRows {
    @Override
    public List<Kind<?, ?>> kinds() {
      return List.of(
          new Kind<>(
              Role.EMISSION,
              "deaf",
              "ignores fields",
              Deaf.class,
              Emission.class,
              (spec, context) ->
                  new FixedEmission(new FixedEmission.Spec(spec.perDay() + spec.held()))));
    }

    @Override
    public List<Evaluation<?, ?>> evaluations() {
      return List.of();
    }
  }

  @Test
  void aFieldThatNothingReadsIsFoundBesideOnesThatAreRead() throws Exception {
    List<CatalogueRows> rows =
        List.of(
            new IncentiveCatalogue(),
            new MarketCatalogue(),
            new ShockCatalogue(),
            new AgentsCatalogue(),
            new DeafRows());
    Catalogue catalogue = new Catalogue(rows);
    FieldWorld shipped =
        FieldWorld.of(SHIPPED.resolve("examples/" + MOST_IS_TOLD), catalogue, folder).get(0);
    JsonNode block =
        FieldWorld.json(
            "{\"deaf\": {\"perDay\": \"10 SPACE\", \"ignored\": \"8 SPACE\","
                + " \"stubborn\": \"4 SPACE\", \"held\": \"8 SPACE\", \"rest\": \"12 SPACE\"}}");
    ObjectNode tree =
        ScenarioTree.changed(shipped.tree(), List.of("networks", "space", "emission"), block);
    FieldWorld world = new FieldWorld("deaf world", tree, catalogue, folder, List.of("20 days"));
    FieldSearch search = new FieldSearch(new ScenarioTree(catalogue), List.of(world));
    assertEquals("", fault(search, new Field(Deaf.class, "perDay")));
    for (String name : List.of("ignored", "stubborn")) {
      assertEquals(
          "ScenarioFieldsTest.Deaf."
              + name
              + ": no other value changes a digest; tried networks.space.emission.deaf."
              + name
              + " in deaf world. Maybe nothing reads it.",
          fault(search, new Field(Deaf.class, name)));
    }
    for (String name : List.of("held", "rest")) {
      assertEquals("", fault(search, new Field(Deaf.class, name)), "what must sum is exchanged");
    }
    assertEquals(
        "emission fixed: no shipped scenario chooses this kind. Maybe extend one of"
            + " scenarios/examples.",
        fault(search, catalogue.getKind(Role.EMISSION, "fixed")));
  }

  @Test
  void evidenceIsShownInTheReport() throws Exception {
    Catalogue catalogue = Catalogues.join();
    FieldOutputs outputs = new FieldOutputs(new ScenarioTree(catalogue), catalogue, told(), folder);
    Map<String, String> other =
        Map.of(
            "grade", "\"fitted\"",
            "source", "\"another source\"",
            "date", "\"2001-01-01\"",
            "range", "null",
            "note", "\"another note\"");
    for (Map.Entry<String, String> each : other.entrySet()) {
      assertTrue(
          outputs.evidenceMatters(each.getKey(), FieldWorld.json(each.getValue()), "report.html"),
          "the report does not show the " + each.getKey() + " of evidence");
    }
  }

  private static String fault(FieldSearch search, Field field) {
    if (!search.stands(field)) {
      return field + ": stands in no shipped scenario. Maybe extend one of scenarios/examples.";
    }
    Optional<String> found = search.effect(field);
    return found.isPresent()
        ? ""
        : field
            + ": no other value changes a digest; tried "
            + String.join("; ", search.tried(field))
            + ". Maybe nothing reads it.";
  }

  private static String fault(FieldSearch search, Kind<?, ?> kind) {
    String name = kind.role().key() + " " + kind.key();
    if (!search.stands(kind)) {
      return name
          + ": no shipped scenario chooses this kind. Maybe extend one of scenarios/examples.";
    }
    if (kind.spec().getRecordComponents().length > 0) {
      return "";
    }
    return search.effect(kind).isPresent() ? "" : name + ": no other kind changes a digest.";
  }

  /** Faults among the answers, on all threads. */
  private static List<String> answers(List<Callable<String>> questions) throws Exception {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<String> faults = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(questions)) {
        if (!answer.get().isEmpty()) {
          faults.add(answer.get());
        }
      }
      return faults;
    } finally {
      threads.shutdownNow();
    }
  }
}
