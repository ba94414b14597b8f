package io.depinsim.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.RunSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.core.time.Span;
import io.depinsim.experiments.Assembler;
import io.depinsim.experiments.Replicate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A shipped scenario under one of its policies and regimes, as a tree that can be changed and run.
 */
final class FieldWorld {
  /** What no mechanism reads. */
  private static final List<String> TOLD =
      List.of("findings", "expect", "charts", "history", "notes", "policies", "regimes");

  /** Longest run of a world that is measured every day. */
  private static final long DEAR_DAYS = 300;

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final String name;
  private final ObjectNode tree;
  private final ScenarioReader reader;
  private final Path folder;
  private final List<String> horizons;
  private final Map<String, String> digests = new LinkedHashMap<>();

  /**
   * A world.
   *
   * @param name what messages call it
   * @param tree the resolved scenario
   * @param folder where its variants are written for the reader
   * @param horizons lengths of run to try, the shortest first
   */
  FieldWorld(
      String name, ObjectNode tree, Catalogue catalogue, Path folder, List<String> horizons) {
    this.name = name;
    this.tree = tree.deepCopy();
    this.tree.remove(TOLD);
    dropUnused(this.tree);
    this.reader = new ScenarioReader(catalogue);
    this.folder = folder;
    this.horizons = horizons;
  }

  /** Takes out what nothing uses any more, which a file of its own must not hold. */
  private static void dropUnused(ObjectNode tree) {
    for (String section : List.of("outside", "hardware", "assets")) {
      if (tree.get(section) instanceof ObjectNode all) {
        ObjectNode rest = tree.deepCopy();
        rest.remove(section);
        String text = rest.toString();
        for (Map.Entry<String, JsonNode> entry : List.copyOf(all.properties())) {
          if (!Pattern.compile("\\b" + entry.getKey() + "\\b").matcher(text).find()) {
            all.remove(entry.getKey());
          }
        }
      }
    }
  }

  /** Every policy and regime of a file, the base first. */
  static List<FieldWorld> of(Path file, Catalogue catalogue, Path folder) throws IOException {
    Scenario scenario = new ScenarioReader(catalogue).read(file, List.of());
    List<FieldWorld> worlds = new ArrayList<>();
    String base = file.getFileName().toString().replace(".yaml", "");
    for (String policy : scenario.policies()) {
      for (String regime : scenario.regimes()) {
        ObjectNode tree = parse(scenario.policy(policy, regime).resolvedYaml());
        String name = base + ", policy " + policy + ", regime " + regime;
        worlds.add(new FieldWorld(name, tree, catalogue, folder, lengths(scenario.run())));
      }
    }
    return worlds;
  }

  /**
   * A tenth of the scenario's own length, half of it and all, in days; less where days are dear.
   */
  private static List<String> lengths(RunSpec run) {
    Instant start = run.start().atStartOfDay(ZoneOffset.UTC).toInstant();
    long days =
        run.end() != null
            ? ChronoUnit.DAYS.between(run.start(), run.end())
            : Duration.between(start, run.horizon().plusTo(start)).toDays();
    boolean dear = run.measure().equals(Span.parse("1 day"));
    return Stream.of(days / 10, days / 2, days)
        .map(length -> Math.max(20, dear ? Math.min(length / 5, DEAR_DAYS) : length))
        .distinct()
        .map(length -> length + " days")
        .toList();
  }

  static ObjectNode parse(String yaml) throws IOException {
    return (ObjectNode) YAML.readTree(yaml);
  }

  static Path write(Path folder, JsonNode tree) {
    try {
      return Files.writeString(
          Files.createTempFile(folder, "world", ".json"), JSON.writeValueAsString(tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file it comes from. */
  String file() {
    return name.split(",", 2)[0];
  }

  ObjectNode tree() {
    return tree;
  }

  /** The tree with another value; a range beside the value goes, since the value may leave it. */
  ObjectNode with(List<String> path, JsonNode value) {
    return with(tree, path, value);
  }

  /** A changed tree; a range beside the value goes, since the value may leave it. */
  static ObjectNode with(JsonNode tree, List<String> path, JsonNode value) {
    ObjectNode changed = ScenarioTree.changed(tree, path, value);
    for (int length = path.size() - 1; length > 0; length--) {
      JsonNode above = ScenarioTree.at(changed, path.subList(0, length));
      if (above.isObject() && ScenarioTree.wraps(above)) {
        ((ObjectNode) above).remove("range");
      }
    }
    return changed;
  }

  List<String> horizons() {
    return horizons;
  }

  /**
   * Digest of the world as it is; kept.
   *
   * @throws RuntimeException if it does not run
   */
  synchronized String digest(String horizon) {
    return digests.computeIfAbsent(horizon, length -> run(tree, length));
  }

  /** Digest of a variant of the world; nothing if it is refused or an invariant breaks. */
  Optional<String> digest(ObjectNode variant, String horizon) {
    try {
      return Optional.of(run(variant, horizon));
    } catch (RuntimeException refused) {
      return Optional.empty();
    }
  }

  private String run(ObjectNode variant, String horizon) {
    ObjectNode shorter = variant.deepCopy();
    dropUnused(shorter);
    ObjectNode run = (ObjectNode) shorter.get("run");
    run.remove("end");
    run.put("horizon", horizon);
    Path file = write(folder, shorter);
    try {
      Scenario scenario = reader.read(file, List.of());
      Replicate replicate = new Assembler(scenario).assemble(0, CheckLevel.NONE, key -> false);
      replicate.run();
      return replicate.recorder().digest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      file.toFile().delete();
    }
  }

  /** Texts and keys that name something in this world, for fields that name something. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (String section : List.of("networks", "assets", "hardware", "outside", "providers")) {
      JsonNode map = tree.get(section);
      if (map != null) {
        map.fieldNames().forEachRemaining(names::add);
      }
    }
    for (JsonNode network : tree.get("networks")) {
      JsonNode holders = network.at("/genesis/holders");
      holders.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  @Override
  public String toString() {
    return name;
  }
}
