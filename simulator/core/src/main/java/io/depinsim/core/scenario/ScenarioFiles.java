package io.depinsim.core.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Loads a scenario file, the files and presets it extends, and lays them over each other. */
final class ScenarioFiles {
  private final Catalogue catalogue;
  private final Set<SourceFile> sources = new LinkedHashSet<>();
  private final Deque<Path> open = new ArrayDeque<>();

  /** Loads with the presets of a catalogue. */
  ScenarioFiles(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Every file read so far, the first one first. */
  List<SourceFile> sources() {
    return List.copyOf(sources);
  }

  /**
   * The merged tree of a file, without {@code extends}.
   *
   * @throws ScenarioException if a file does not parse or extends itself
   * @throws IOException if the file itself cannot be read
   */
  ConfigMap load(Path file) throws IOException {
    return load(file, Files.readAllBytes(file));
  }

  private ConfigMap load(Path file, byte[] bytes) throws IOException {
    sources.add(new SourceFile(file, sha256(bytes)));
    Place top = new Place(file.toString(), 1, 1);
    String text = decode(bytes, top);
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    if (!(ConfigParser.parse(file.toString(), text, json) instanceof ConfigMap own)) {
      throw refuse(top, "", "", "a scenario is a map with keys such as `depinsim: 1`", "");
    }
    Optional<ConfigNode> parents = own.find("extends");
    if (parents.isEmpty()) {
      return own;
    }
    open.push(file.toAbsolutePath().normalize());
    ConfigMap merged = null;
    for (ConfigNode parent :
        parents.get() instanceof ConfigList l ? l.items() : List.of(parents.get())) {
      ConfigMap below = parent(file, parent);
      merged = merged == null ? below : ConfigMerge.over(merged, below);
    }
    open.pop();
    ConfigMap above = own.without("extends");
    return merged == null ? above : ConfigMerge.over(merged, above);
  }

  private ConfigMap parent(Path child, ConfigNode name) throws IOException {
    if (!(name instanceof ConfigScalar scalar) || scalar.form() != ConfigScalar.Form.TEXT) {
      throw refuse(
          name.place(), "extends", name.describe(), "must be a file or a list of files", "");
    }
    boolean preset = scalar.text().startsWith(Preset.MARK);
    Path file = preset ? Path.of(scalar.text()) : child.resolveSibling(scalar.text()).normalize();
    if (open.contains(file.toAbsolutePath())) {
      throw refuse(scalar.place(), "extends", scalar.text(), "a file must not extend itself", "");
    }
    try {
      return preset ? load(file, preset(scalar)) : load(file);
    } catch (NoSuchFileException e) {
      throw refuse(scalar.place(), "extends", scalar.text(), "no such file", "");
    }
  }

  private byte[] preset(ConfigScalar reference) throws IOException {
    String name = reference.text().substring(Preset.MARK.length());
    Optional<Preset> preset = catalogue.findPreset(name);
    if (preset.isEmpty()) {
      List<String> known = catalogue.listPresets().stream().map(Preset::name).toList();
      String maybe = Nearest.suggest(name, known);
      throw refuse(reference.place(), "extends", reference.text(), "no such preset", maybe);
    }
    return preset.get().read();
  }

  private static String decode(byte[] bytes, Place top) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refuse(top, "", "", "the file must be UTF-8", "");
    }
  }

  private static ScenarioException refuse(
      Place place, String path, String value, String rule, String maybe) {
    return new ScenarioException(List.of(new Problem(place, path, value, rule, maybe)));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
