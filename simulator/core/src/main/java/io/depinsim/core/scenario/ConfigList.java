package io.depinsim.core.scenario;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A list as written.
 *
 * @param place where it starts
 * @param items its items in order
 */
public record ConfigList(Place place, List<ConfigNode> items) implements ConfigNode {
  public ConfigList {
    items = List.copyOf(items);
  }

  @Override
  public String describe() {
    return Problems.shorten(
        items.stream().map(ConfigNode::describe).collect(Collectors.joining(", ", "[", "]")));
  }
}
