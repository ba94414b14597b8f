package io.depinsim.core.engine;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All mutable state of a run by name. Digests and checkpoints walk this registry and nothing else.
 */
public final class StateRegistry {
  private final Map<String, StateOwner> owners = new LinkedHashMap<>();

  /**
   * Adds an owner of state.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  public void register(String name, StateOwner owner) {
    if (owners.putIfAbsent(name, owner) != null) {
      throw new IllegalArgumentException("state '" + name + "' is registered twice");
    }
  }

  /** Shows every column of every owner, in the order of registration, as {@code owner/column}. */
  public void visit(StateVisitor visitor) {
    owners.forEach((name, owner) -> owner.visitState(new Prefixed(name + '/', visitor)));
  }

  private record Prefixed(String prefix, StateVisitor visitor) implements StateVisitor {
    @Override
    public void longs(String name, long[] column, int length) {
      visitor.longs(prefix + name, column, length);
    }

    @Override
    public void doubles(String name, double[] column, int length) {
      visitor.doubles(prefix + name, column, length);
    }
  }
}
