package io.depinsim.core.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A piece of scenario that ships inside the program, for files that say {@code extends:
 * preset:NAME}.
 *
 * @param name what follows {@code preset:}, lower-case words joined by hyphens
 * @param summary one sentence for {@code depinsim list presets}
 * @param module a class beside whose package the resource lies
 * @param resource the YAML file, relative to that class; it may extend other presets, but no files
 * @param starter a commented scenario that extends it, for {@code depinsim new}, relative to that
 *     class; <code>{name}</code> and <code>{file}</code> stand for what the user called it
 */
public record Preset(
    String name, String summary, Class<?> module, String resource, String starter) {
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
    return read(resource);
  }

  /**
   * The commented scenario under a name.
   *
   * @param scenario name of the new scenario
   * @param file its file, as the user names it
   * @throws IOException if the program was built without it
   */
  public String starter(String scenario, String file) throws IOException {
    return new String(read(starter), StandardCharsets.UTF_8)
        .replace("{name}", scenario)
        .replace("{file}", file);
  }

  private byte[] read(String resource) throws IOException {
    try (InputStream stream = module.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException(
            reference() + ": resource " + resource + " of " + module.getName() + " is missing");
      }
      return stream.readAllBytes();
    }
  }
}
