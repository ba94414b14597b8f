package io.depinsim.core.engine;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All mutable state of a run by name. Digests and checkpoints walk this registry and nothing else.
 */
public final class StateRegistry {
  private final Map<String, Entry> owners = new LinkedHashMap<>();

  /** An owner, and the full names of its columns as far as they have been asked for. */
  private record Entry(StateOwner owner, Map<String, String> fullNames) {}

  /**
   * Adds an owner of state.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  public void register(String name, StateOwner owner) {
    if (owners.putIfAbsent(name, new Entry(owner, new HashMap<>())) != null) {
      throw new IllegalArgumentException("state '" + name + "' is registered twice");
    }
  }

  /** Shows every column of every owner, in the order of registration, as {@code owner/column}. */
  public void visit(StateVisitor visitor) {
    owners.forEach(
        (name, entry) -> entry.owner().visitState(new Prefixed(name, entry.fullNames(), visitor)));
  }

  private record Prefixed(String prefix, Map<String, String> fullNames, StateVisitor visitor)
      implements StateVisitor {
    @Override
    public void longs(String name, long[] column, int length) {
      visitor.longs(full(name), column, length);
    }

    @Override
    public void doubles(String name, double[] column, int length) {
      visitor.doubles(full(name), column, length);
    }

    private String full(String name) {
      return fullNames.computeIfAbsent(name, n -> prefix + '/' + n);
    }
  }
}
