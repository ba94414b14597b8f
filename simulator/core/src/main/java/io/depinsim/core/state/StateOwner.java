package io.depinsim.core.state;

/** Something that holds mutable state of a run, all of it in columns. */
public interface StateOwner {
  /** Shows every column, always in the same order, under names that are unique within the owner. */
  void visitState(StateVisitor visitor);
}
