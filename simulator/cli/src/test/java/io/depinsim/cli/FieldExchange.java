package io.depinsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.depinsim.cli.ScenarioTree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A change of a field together with one beside it, for fields that cannot change alone: shares that
 * must sum, a token that the units beside it name.
 *
 * @param both a tree with both changes
 * @param besideAlone the tree with the change beside the field only
 */
record FieldExchange(ObjectNode both, ObjectNode besideAlone) {

  /** Changes to try of a field at a place in a world. */
  static List<FieldExchange> of(FieldWorld world, Place place) {
    if (place.type() == String.class) {
      return renames(world, place);
    }
    return OtherValues.isNumber(place.type()) ? exchanges(world, place) : List.of();
  }

  /** A word changed wherever it stands beside the place, as a token's in units. */
  private static List<FieldExchange> renames(FieldWorld world, Place place) {
    List<FieldExchange> renames = new ArrayList<>();
    JsonNode now = ScenarioTree.at(world.tree(), place.path());
    List<String> record = place.path().subList(0, place.path().size() - 1);
    String block = ScenarioTree.at(world.tree(), record).toString();
    for (JsonNode other : OtherValues.of(now, place.type(), List.copyOf(world.names()))) {
      String word = "\\b" + Pattern.quote(now.asText()) + "\\b";
      JsonNode changed = FieldWorld.json(block.replaceAll(word, other.asText()));
      ObjectNode both = ScenarioTree.changed(world.tree(), record, changed);
      renames.add(new FieldExchange(both, ScenarioTree.changed(both, place.path(), now)));
    }
    return renames;
  }

  /** One number beside the place gives what the one there takes. */
  private static List<FieldExchange> exchanges(FieldWorld world, Place place) {
    List<FieldExchange> exchanges = new ArrayList<>();
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
          exchange(world, place.path(), other, less).ifPresent(exchanges::add);
        }
      }
    }
    return exchanges;
  }

  private static Optional<FieldExchange> exchange(
      FieldWorld world, List<String> path, List<String> other, boolean less) {
    List<JsonNode> values;
    try {
      values =
          OtherValues.exchange(
              ScenarioTree.at(world.tree(), path), ScenarioTree.at(world.tree(), other), less);
    } catch (IllegalArgumentException noNumber) {
      return Optional.empty();
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode besideAlone = world.with(other, values.get(1));
    ObjectNode both = FieldWorld.with(besideAlone, path, values.get(0));
    return Optional.of(new FieldExchange(both, besideAlone));
  }
}
