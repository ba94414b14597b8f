package io.depinsim.core.scenario;

/** A piece of a scenario as written, with its place. Immutable. */
public sealed interface ConfigNode permits ConfigMap, ConfigList, ConfigScalar {
  /** Where it starts. */
  Place place();

  /** The value in one short line, for messages and tables. */
  String describe();
}
