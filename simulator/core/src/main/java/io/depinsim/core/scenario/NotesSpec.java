package io.depinsim.core.scenario;

import java.util.List;

/**
 * What a reader must know before believing the results.
 *
 * @param leavesOut what the model leaves out, one sentence each
 */
public record NotesSpec(@Omittable List<String> leavesOut) {}
