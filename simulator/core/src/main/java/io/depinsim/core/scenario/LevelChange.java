package io.depinsim.core.scenario;

/**
 * One value in which a level of a policy factor, or a regime, differs from the base.
 *
 * @param group name of the factor; empty for regimes
 * @param base first level of the group
 * @param level the level that differs from it
 * @param path of the value, or of a block whose kind differs
 * @param from value under the base, as written; the kind of a block; empty for none
 * @param to value under the level
 */
public record LevelChange(
    String group, String base, String level, String path, String from, String to) {}
