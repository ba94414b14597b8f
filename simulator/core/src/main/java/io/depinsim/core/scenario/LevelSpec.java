package io.depinsim.core.scenario;

import java.util.Map;

/**
 * One level of a policy factor, or one regime: what it changes.
 *
 * @param set new values by path; the path must exist
 * @param replace new blocks by path, each swapped whole; the path must exist
 */
public record LevelSpec(
    @Omittable Map<String, ConfigNode> set, @Omittable Map<String, ConfigNode> replace) {}
