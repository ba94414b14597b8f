package io.depinsim.core.scenario;

import java.nio.file.Path;

/**
 * A file a scenario was read from.
 *
 * @param path the file as named by the user, or found from there; {@code preset:NAME} for a preset
 * @param sha256 checksum of its bytes, 64 hexadecimal digits
 */
public record SourceFile(Path path, String sha256) {}
