package io.depinsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.depinsim.cli.ScenarioTree.Field;
import io.depinsim.cli.ScenarioTree.Place;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.ConfigNode;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks for a change of a field that changes a named output of the whole program. */
final class FieldOutputs {
  /** The exit code, among the outputs. */
  static final String EXIT_CODE = "exit code";

  /** Sections that only a comparison reads. */
  private static final Set<String> COMPARED = Set.of("metrics", "uncertainties");

  /** What a comparison says, and by what it comes to say it. */
  static final String COMPARISON = "comparison.csv";

  /** Places of a field that are tried. */
  private static final int MOST_PLACES = 12;

  private static final String NOTHING_YET = "";

  private final Path folder;
  private final List<Shipped> shipped = new ArrayList<>();

  /** A shipped file, its places, and what its runs left behind, by which sections were kept. */
  private record Shipped(
      Path file, ObjectNode tree, List<Place> places, List<List<String>> evidence) {}

  /** Files of runs by name, with what differs between two runs of one scenario made equal. */
  private final Map<String, Map<String, String>> bases = new TreeMap<>();

  /**
   * A search through files.
   *
   * @param files the cheapest first
   * @param folder for variants and their runs
   */
  FieldOutputs(ScenarioTree trees, Catalogue catalogue, List<Path> files, Path folder)
      throws IOException {
    this.folder = folder;
    for (Path file : files) {
      Scenario scenario = new ScenarioReader(catalogue).read(file, List.of());
      ObjectNode tree = FieldWorld.parse(scenario.resolvedYaml());
      ScenarioTree.Reading reading = trees.new Reading(tree);
      shipped.add(new Shipped(file, shorter(tree), reading.places(), reading.evidence()));
    }
  }

  /** Two replicates; a length that a test can afford. */
  private static ObjectNode shorter(ObjectNode tree) {
    ObjectNode run = (ObjectNode) tree.get("run");
    run.put("replicates", 2);
    if (run.has("end")) {
      run.put("end", LocalDate.parse(run.get("start").asText()).plusDays(300).toString());
    }
    return tree;
  }

  /** Whether a field stands in some file. */
  boolean stands(Field field) {
    return shipped.stream()
        .anyMatch(file -> file.places().stream().anyMatch(place -> place.field().equals(field)));
  }

  /** Whether another value of a field changes an output: a sentence; nothing if none does. */
  Optional<String> effect(Field field, String output) throws IOException {
    int tried = 0;
    for (Shipped file : shipped) {
      for (Place place : file.places()) {
        if (place.field().equals(field) && tried < MOST_PLACES) {
          tried++;
          JsonNode now = ScenarioTree.at(file.tree(), place.path());
          for (JsonNode value : values(file, place, now)) {
            ObjectNode variant = ScenarioTree.changed(file.tree(), place.path(), value);
            if (differs(file, place.path(), variant, output)) {
              return Optional.of(String.join(".", place.path()) + " = " + value);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a change of the evidence beside some value, null to leave it out, changes an output.
   */
  boolean evidenceMatters(String key, JsonNode value, String output) throws IOException {
    for (Shipped file : shipped) {
      for (List<String> path : file.evidence()) {
        JsonNode now = ScenarioTree.at(file.tree(), path);
        if (now.has(key) && !now.get(key).equals(value)) {
          List<String> inner = ScenarioTree.with(path, key);
          ObjectNode variant =
              ScenarioTree.changed(file.tree(), inner, value.isNull() ? null : value);
          return differs(file, path, variant, output);
        }
      }
    }
    return false;
  }

  /** Whether a block put into a file at a path changes an output. */
  boolean matters(String name, List<String> path, JsonNode block, String output)
      throws IOException {
    Shipped file =
        shipped.stream().filter(each -> each.file().endsWith(name)).findFirst().orElseThrow();
    return differs(file, path, ScenarioTree.changed(file.tree(), path, block), output);
  }

  private static List<JsonNode> values(Shipped file, Place place, JsonNode now) {
    if (place.type() == ConfigNode.class) {
      return OtherValues.ofText(now);
    }
    Set<String> words = new LinkedHashSet<>();
    for (Place other : file.places()) {
      if (other.type() == String.class && alike(other.field(), place.field())) {
        words.add(ScenarioTree.at(file.tree(), other.path()).asText());
      }
    }
    if (place.field().name().equals("between")) {
      file.tree().get("policies").elements().next().fieldNames().forEachRemaining(words::add);
    }
    if (place.field().toString().equals("ExpectSpec.policy")) {
      file.tree().get("policies").elements().next().fieldNames().forEachRemaining(words::add);
    }
    if (place.field().toString().equals("ExpectSpec.regime")) {
      file.tree().get("regimes").fieldNames().forEachRemaining(words::add);
    }
    if (now.isTextual()) {
      words.add(now.asText() + "-other");
      words.add(now.asText() + " other");
    }
    return OtherValues.of(now, place.type(), List.copyOf(words));
  }

  /** Whether what stands in one field may stand in another: keys of metrics, names of histories. */
  private static boolean alike(Field one, Field other) {
    return one.equals(other)
        || one.name().startsWith("metric") && other.name().startsWith("metric");
  }

  private boolean differs(Shipped file, List<String> path, ObjectNode variant, String output)
      throws IOException {
    // Pictures take most of the time of a run, and are drawn only where they are asked for.
    boolean pictures = Set.of("charts", "history").contains(path.get(0));
    boolean compared = COMPARED.contains(path.get(0));
    String key = file.file() + " " + pictures + " " + compared;
    Map<String, String> base;
    synchronized (bases) {
      base = bases.get(key);
      if (base == null) {
        base = run(file.tree(), pictures, compared);
        same(file, base, run(file.tree(), pictures, compared));
        bases.put(key, base);
      }
    }
    Map<String, String> other = run(variant, pictures, compared);
    boolean refused = !other.get(EXIT_CODE).matches("[01]");
    return (output.equals(EXIT_CODE) || !refused)
        && !base.getOrDefault(output, NOTHING_YET).equals(other.getOrDefault(output, NOTHING_YET));
  }

  /** A search would be worth nothing if two runs of one scenario differed. */
  private static void same(Shipped file, Map<String, String> one, Map<String, String> other) {
    one.forEach(
        (output, text) -> {
          int at = Arrays.mismatch(text.toCharArray(), other.get(output).toCharArray());
          if (at >= 0) {
            String near = text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 20));
            throw new IllegalStateException(
                file.file() + ": " + output + " differs between two runs at '" + near + "'.");
          }
        });
  }

  /** What a run leaves behind, by the name of the output. */
  private Map<String, String> run(ObjectNode tree, boolean pictures, boolean compared)
      throws IOException {
    ObjectNode told = tree.deepCopy();
    if (!pictures) {
      told.remove("charts");
      String scored = String.valueOf(told.get("expect"));
      if (told.get("history") instanceof ObjectNode history) {
        Set<String> names = new LinkedHashSet<>();
        history.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> scored.contains("\"history\":\"" + name + "\""));
        history.remove(names);
      }
    }
    Path place = Files.createTempDirectory(folder, "output");
    Path scenario = FieldWorld.write(place, told);
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    Path run = place.resolve("run");
    List<String> arguments = new ArrayList<>();
    arguments.add(compared ? "compare" : "run");
    arguments.addAll(List.of(scenario.toString(), "--no-progress", "--threads", "1"));
    arguments.addAll(compared ? List.of("--no-report") : List.of("--check", "none"));
    arguments.addAll(List.of("--out", run.toString()));
    Map<String, String> left = new LinkedHashMap<>();
    left.put(
        EXIT_CODE, String.valueOf(Depinsim.execute(arguments.toArray(String[]::new), out, out)));
    if (Files.isDirectory(run)) {
      try (Stream<Path> files = Files.walk(run)) {
        for (Path each :
            files
                .filter(f -> f.toString().matches(".*(csv|svg|html|json|yaml)"))
                .sorted()
                .toList()) {
          String name = run.relativize(each).toString();
          String output = name.startsWith("charts") ? "charts" : name;
          String text = Files.readString(each);
          left.merge(output, output.endsWith(".csv") ? text : settled(text, place), String::concat);
        }
      }
    }
    return left;
  }

  /** Without paths, checksums and times of day, which differ between two runs of one scenario. */
  private static String settled(String text, Path place) {
    return text.replace(place.toString(), "")
        .replaceAll("world\\d+\\.json", "")
        .replaceAll("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z", "#")
        .replaceAll("\"wallSeconds\" *: *[0-9.E-]+", "#")
        .replaceAll("[0-9.]+.s on [0-9]+ thread", "#")
        .replaceAll("\\b([0-9a-f]{64}|[0-9a-f]{8})\\b", "#");
  }
}
