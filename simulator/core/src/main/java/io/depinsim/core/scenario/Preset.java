package io.depinsim.core.scenario;

import java.io.IOException;
import java.io.InputStream;

/**
 * A piece of scenario that ships inside the program, for files that say {@code extends:
 * preset:NAME}.
 *
 * @param name what follows {@code preset:}, lower-case words joined by hyphens
 * @param summary one sentence for {@code depinsim list presets}
 * @param module a class beside whose package the resource lies
 * @param resource the YAML file, relative to that class
 */
public record Preset(String name, String summary, Class<?> module, String resource) {
  /** How a scenario file marks that it extends no file, but a preset. */
  public static final String MARK = "preset:";

  /** Checks the name. */
  public Preset {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "preset " + name + ": the name must be lower-case words joined by hyphens.");
    }
  }

  /** What a scenario file calls it, and what places in it say: {@code preset:compute}. */
  public String reference() {
    return MARK + name;
  }

  /**
   * The text, in UTF-8.
   *
   * @throws IOException if the program was built without it
   */
  public byte[] read() throws IOException {
    try (InputStream stream = module.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException(
            reference() + ": resource " + resource + " of " + module.getName() + " is missing");
      }
      return stream.readAllBytes();
    }
  }
}
