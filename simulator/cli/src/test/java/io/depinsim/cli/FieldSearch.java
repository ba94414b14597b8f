package io.depinsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.depinsim.cli.ScenarioTree.Choice;
import io.depinsim.cli.ScenarioTree.Field;
import io.depinsim.cli.ScenarioTree.Place;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for a change of a field, or of a kind, that changes the digest of some world: cheap worlds
 * and short runs first.
 *
 * <p>A field that changes nothing by itself is exchanged with numbers beside it, since some must
 * sum. It is not checked that the neighbour's change alone gives another digest.
 */
final class FieldSearch {
  /** Places of a field that are tried; more of the same say little. */
  private static final int MOST_PLACES = 24;

  private final Map<Field, List<Spot>> spots = new LinkedHashMap<>();
  private final Map<Kind<?, ?>, List<Seat>> seats = new LinkedHashMap<>();
  private final Map<Role, Map<String, JsonNode>> blocks = new LinkedHashMap<>();

  /** A place in a world. */
  private record Spot(FieldWorld world, Place place) {}

  /** A choice of a kind in a world. */
  private record Seat(FieldWorld world, Choice choice) {}

  /**
   * A search through worlds.
   *
   * @param worlds the cheapest first
   */
  FieldSearch(ScenarioTree trees, List<FieldWorld> worlds) {
    Map<Field, List<Spot>> alike = new LinkedHashMap<>();
    Set<String> known = new LinkedHashSet<>();
    for (FieldWorld world : worlds) {
      ScenarioTree.Reading reading = trees.new Reading(world.tree());
      List<String> kinds = reading.choices().stream().map(c -> c.kind().key()).toList();
      for (Place place : reading.places()) {
        JsonNode value = ScenarioTree.at(world.tree(), place.path());
        boolean fresh = known.add(world.file() + kinds + place.path() + value);
        (fresh ? spots : alike)
            .computeIfAbsent(place.field(), field -> new ArrayList<>())
            .add(new Spot(world, place));
      }
      for (Choice choice : reading.choices()) {
        seats
            .computeIfAbsent(choice.kind(), kind -> new ArrayList<>())
            .add(new Seat(world, choice));
        JsonNode block = ScenarioTree.at(world.tree(), choice.path());
        blocks
            .computeIfAbsent(choice.kind().role(), role -> new LinkedHashMap<>())
            .putIfAbsent(choice.kind().key(), block);
      }
    }
    // Another policy of a file that leaves a value alone comes late: it tells little more.
    alike.forEach((field, more) -> spots.get(field).addAll(more));
    spots.replaceAll((field, all) -> all.subList(0, Math.min(all.size(), MOST_PLACES)));
  }

  /** Whether a field stands in some world. */
  boolean stands(Field field) {
    return spots.containsKey(field);
  }

  /** Whether a kind is chosen in some world. */
  boolean stands(Kind<?, ?> kind) {
    return seats.containsKey(kind);
  }

  /** Where a field changes a digest: a sentence; nothing if it does nowhere. */
  Optional<String> effect(Field field) {
    List<Spot> all = spots.get(field);
    for (int tier = 0; tier < longest(all); tier++) {
      for (Spot spot : all) {
        if (tier < spot.world().horizons().size()) {
          Optional<String> found = effect(spot, spot.world().horizons().get(tier));
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static int longest(List<Spot> spots) {
    return spots.stream().mapToInt(spot -> spot.world().horizons().size()).max().orElse(0);
  }

  private static Optional<String> effect(Spot spot, String horizon) {
    FieldWorld world = spot.world();
    String base = world.digest(horizon);
    for (ObjectNode variant : variants(world, spot.place())) {
      Optional<String> digest = world.digest(variant, horizon);
      if (digest.isPresent() && !digest.get().equals(base)) {
        JsonNode value = ScenarioTree.at(variant, spot.place().path());
        return Optional.of(
            String.join(".", spot.place().path())
                + " = "
                + value
                + " in "
                + world
                + ", "
                + horizon);
      }
    }
    return Optional.empty();
  }

  private static List<ObjectNode> variants(FieldWorld world, Place place) {
    List<ObjectNode> variants = new ArrayList<>();
    JsonNode now = ScenarioTree.at(world.tree(), place.path());
    for (JsonNode value : OtherValues.of(now, place.type(), List.copyOf(world.names()))) {
      variants.add(bare(world.tree(), place.path(), value));
      if (place.type() == String.class) {
        variants.add(renamed(world, place, now.asText(), value.asText()));
      }
    }
    if (OtherValues.isNumber(place.type())) {
      variants.addAll(exchanges(world, place, now));
    }
    return variants;
  }

  /** The word changed wherever it stands beside the place, as a token's in units. */
  private static ObjectNode renamed(FieldWorld world, Place place, String now, String other) {
    List<String> record = place.path().subList(0, place.path().size() - 1);
    String block = ScenarioTree.at(world.tree(), record).toString();
    String changed = block.replaceAll("\\b" + Pattern.quote(now) + "\\b", other);
    return ScenarioTree.changed(world.tree(), record, FieldWorld.json(changed));
  }

  /** A changed tree; a range beside the value goes, since the value may leave it. */
  private static ObjectNode bare(JsonNode tree, List<String> path, JsonNode value) {
    ObjectNode changed = ScenarioTree.changed(tree, path, value);
    for (int length = path.size() - 1; length > 0; length--) {
      JsonNode above = ScenarioTree.at(changed, path.subList(0, length));
      if (above.isObject() && ScenarioTree.wraps(above)) {
        ((ObjectNode) above).remove("range");
      }
    }
    return changed;
  }

  /** Where values must add up, one neighbour gives what this one takes. */
  private static List<ObjectNode> exchanges(FieldWorld world, Place place, JsonNode now) {
    List<ObjectNode> variants = new ArrayList<>();
    boolean wrapped = place.path().get(place.path().size() - 1).equals("value");
    List<String> record = place.path().subList(0, place.path().size() - (wrapped ? 2 : 1));
    for (var it = ScenarioTree.at(world.tree(), record).fieldNames(); it.hasNext(); ) {
      List<String> other = ScenarioTree.with(record, it.next());
      JsonNode beside = ScenarioTree.at(world.tree(), other);
      if (ScenarioTree.wraps(beside)) {
        other = ScenarioTree.with(other, "value");
        beside = beside.get("value");
      }
      if (!other.equals(place.path())
          && beside.isValueNode()
          && beside.asText().matches("[0-9].*")) {
        for (boolean less : new boolean[] {true, false}) {
          exchange(world, place, now, other, beside, less).ifPresent(variants::add);
        }
      }
    }
    return variants;
  }

  private static Optional<ObjectNode> exchange(
      FieldWorld world,
      Place place,
      JsonNode now,
      List<String> other,
      JsonNode beside,
      boolean less) {
    try {
      List<JsonNode> both = OtherValues.exchange(now, beside, less);
      return both.isEmpty()
          ? Optional.empty()
          : Optional.of(bare(bare(world.tree(), place.path(), both.get(0)), other, both.get(1)));
    } catch (IllegalArgumentException noNumber) {
      return Optional.empty();
    }
  }

  /** Where another kind in the place of one changes a digest; nothing if it does nowhere. */
  Optional<String> effect(Kind<?, ?> kind) {
    for (Seat seat : seats.get(kind)) {
      FieldWorld world = seat.world();
      String horizon = world.horizons().get(world.horizons().size() - 1);
      for (Map.Entry<String, JsonNode> block : blocks.get(kind.role()).entrySet()) {
        if (block.getKey().equals(kind.key())) {
          continue;
        }
        ObjectNode variant =
            ScenarioTree.changed(world.tree(), seat.choice().path(), block.getValue());
        Optional<String> digest = world.digest(variant, horizon);
        if (digest.isPresent() && !digest.get().equals(world.digest(horizon))) {
          return Optional.of(block.getKey() + " instead, in " + world);
        }
      }
    }
    return Optional.empty();
  }

  /** Worlds in which a field was tried, for messages. */
  List<String> tried(Field field) {
    return spots.get(field).stream()
        .map(spot -> String.join(".", spot.place().path()) + " in " + spot.world())
        .toList();
  }
}
