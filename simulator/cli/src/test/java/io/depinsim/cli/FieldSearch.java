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
import java.util.function.BiFunction;

/**
 * Looks for a change of a field, or of a kind, that changes the digest of some world: cheap worlds
 * and short runs first.
 *
 * <p>Only the field's own change counts. Where every other value of it is refused, at all places
 * and lengths, something beside it changes too, see {@link FieldExchange}: then the change of that
 * alone must be refused as well, or give another digest than both changes together.
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
    boolean[] accepted = {false};
    Optional<String> alone =
        firstEffect(all, (spot, horizon) -> effectAlone(spot, horizon, accepted));
    return alone.isPresent() || accepted[0]
        ? alone
        : firstEffect(all, FieldSearch::effectOfExchange);
  }

  /** The first effect that is found: short runs before long ones. */
  private static Optional<String> firstEffect(
      List<Spot> all, BiFunction<Spot, String, Optional<String>> effect) {
    for (int tier = 0; tier < longest(all); tier++) {
      for (Spot spot : all) {
        if (tier < spot.world().horizons().size()) {
          Optional<String> found = effect.apply(spot, spot.world().horizons().get(tier));
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

  /**
   * Effect of another value with everything beside it as it was.
   *
   * @param accepted set where some other value is not refused
   */
  private static Optional<String> effectAlone(Spot spot, String horizon, boolean[] accepted) {
    FieldWorld world = spot.world();
    String base = world.digest(horizon);
    for (ObjectNode variant : variants(world, spot.place())) {
      Optional<String> digest = world.digest(variant, horizon);
      accepted[0] |= digest.isPresent();
      if (digest.isPresent() && !digest.get().equals(base)) {
        return Optional.of(sentence(spot, variant, horizon));
      }
    }
    return Optional.empty();
  }

  /** Effect of a change with what stands beside, beyond the effect of the latter alone. */
  private static Optional<String> effectOfExchange(Spot spot, String horizon) {
    FieldWorld world = spot.world();
    String base = world.digest(horizon);
    for (FieldExchange exchange : FieldExchange.of(world, spot.place())) {
      Optional<String> both = world.digest(exchange.both(), horizon);
      if (both.isPresent()
          && !both.get().equals(base)
          && !both.equals(world.digest(exchange.besideAlone(), horizon))) {
        return Optional.of(sentence(spot, exchange.both(), horizon));
      }
    }
    return Optional.empty();
  }

  private static String sentence(Spot spot, ObjectNode variant, String horizon) {
    List<String> path = spot.place().path();
    JsonNode value = ScenarioTree.at(variant, path);
    return String.join(".", path) + " = " + value + " in " + spot.world() + ", " + horizon;
  }

  private static List<ObjectNode> variants(FieldWorld world, Place place) {
    List<ObjectNode> variants = new ArrayList<>();
    JsonNode now = ScenarioTree.at(world.tree(), place.path());
    for (JsonNode value : OtherValues.of(now, place.type(), List.copyOf(world.names()))) {
      variants.add(world.with(place.path(), value));
    }
    return variants;
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
