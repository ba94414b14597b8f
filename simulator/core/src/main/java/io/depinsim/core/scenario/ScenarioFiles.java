package io.depinsim.core.scenario;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loads a scenario file, the files and presets it extends, and lays them over each other. What is
 * wrong goes to the problems; a block that could not be read in one file is left out of all.
 */
final class ScenarioFiles {
  private final Catalogue catalogue;
  private final Problems problems;
  private final Set<SourceFile> sources = new LinkedHashSet<>();
  private final Set<String> read = new LinkedHashSet<>();
  private final Deque<Path> open = new ArrayDeque<>();
  private boolean complete = true;

  /** Loads with the presets of a catalogue. */
  ScenarioFiles(Catalogue catalogue, Problems problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  /** Every file read so far, the first one first. */
  List<SourceFile> sources() {
    return List.copyOf(sources);
  }

  /** What the places in those files call them, in that order. */
  List<String> names() {
    return List.copyOf(read);
  }

  /**
   * The merged tree of a file, without {@code extends}; nothing, and problems, if the file or one
   * that it extends could not be read at all, so that what is missing would be missing for no fault
   * of the others.
   *
   * @throws IOException if the file itself cannot be read
   */
  Optional<ConfigMap> load(Path file) throws IOException {
    Optional<ConfigMap> tree = one(file);
    return complete ? tree : Optional.empty();
  }

  private Optional<ConfigMap> one(Path file) throws IOException {
    return one(file, ScenarioText.bytes(file, problems));
  }

  private Optional<ConfigMap> one(Path file, Optional<byte[]> bytes) throws IOException {
    read.add(file.toString());
    if (bytes.isEmpty()) {
      return incomplete();
    }
    addSource(file, bytes.get());
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    Optional<ConfigNode> root =
        ScenarioText.decode(file, bytes.get(), problems)
            .flatMap(text -> ConfigParser.read(file.toString(), text, json, problems));
    if (root.isEmpty()) {
      return incomplete();
    }
    if (!(root.get() instanceof ConfigMap own)) {
      String rule = "a scenario is a map with keys such as `depinsim: 1`";
      problems.add(root.get(), "", rule, "");
      return incomplete();
    }
    return over(file, new TextFiles(file, problems, this::addSource).inline(own));
  }

  private void addSource(Path file, byte[] bytes) {
    read.add(file.toString());
    sources.add(new SourceFile(file, sha256(bytes)));
  }

  private Optional<ConfigMap> incomplete() {
    complete = false;
    return Optional.empty();
  }

  private Optional<ConfigMap> over(Path file, ConfigMap own) throws IOException {
    Optional<ConfigNode> parents = own.find("extends");
    if (parents.isEmpty()) {
      return Optional.of(own);
    }
    if (problems.isSpoilt(parents.get().place())) {
      return incomplete();
    }
    open.push(file);
    Optional<ConfigMap> merged = Optional.empty();
    for (ConfigNode parent :
        parents.get() instanceof ConfigList l ? l.items() : List.of(parents.get())) {
      Optional<ConfigMap> below = parent(file, parent);
      if (below.isPresent()) {
        merged = Optional.of(merged.isEmpty() ? below.get() : lay(merged.get(), below.get()));
      }
    }
    open.pop();
    ConfigMap above = own.without("extends");
    return Optional.of(merged.isEmpty() ? above : lay(merged.get(), above));
  }

  /** One tree over another; a block that one of them could not read stays unread. */
  private ConfigMap lay(ConfigMap lower, ConfigMap upper) {
    ConfigMap merged = ConfigMerge.over(lower, upper);
    for (ConfigMap side : List.of(lower, upper)) {
      for (Map.Entry<String, ConfigMap.Entry> entry : side.entries().entrySet()) {
        if (problems.isSpoilt(entry.getValue().value().place())) {
          merged = merged.with(entry.getKey(), entry.getValue().value());
        }
      }
    }
    return merged;
  }

  private Optional<ConfigMap> parent(Path child, ConfigNode name) throws IOException {
    if (!(name instanceof ConfigScalar scalar) || scalar.form() != ConfigScalar.Form.TEXT) {
      problems.add(name, "extends", "must be a file or a list of files", "");
      return incomplete();
    }
    boolean preset = scalar.text().startsWith(Preset.MARK);
    Path file = preset ? Path.of(scalar.text()) : child.resolveSibling(scalar.text()).normalize();
    if (isOpen(file)) {
      problems.add(
          name, "extends", "files must not extend each other in a circle: " + circle(file), "");
      return incomplete();
    }
    if (preset) {
      return preset(name, file);
    }
    try {
      Optional<ConfigMap> tree = one(file);
      if (tree.isEmpty()) {
        problems.add(name, "extends", "this file cannot be read", "its own problem helps");
      }
      return tree;
    } catch (NoSuchFileException e) {
      String maybe = nearest(child, scalar.text(), "ya?ml|json");
      problems.add(
          name,
          "extends",
          "no such file" + (maybe.isEmpty() ? "; the path starts at the folder of this file" : ""),
          maybe);
    } catch (AccessDeniedException e) {
      problems.add(name, "extends", "permission to read this file is denied", "");
    } catch (FileSystemException e) {
      problems.add(name, "extends", e.getReason() == null ? "cannot be read" : e.getReason(), "");
    }
    return incomplete();
  }

  private Optional<ConfigMap> preset(ConfigNode reference, Path file) throws IOException {
    String name = file.toString().substring(Preset.MARK.length());
    Optional<Preset> preset = catalogue.findPreset(name);
    if (preset.isEmpty()) {
      List<String> known = catalogue.listPresets().stream().map(Preset::name).toList();
      problems.add(reference, "extends", "no such preset", Nearest.suggest(name, known));
      return incomplete();
    }
    return one(file, Optional.of(preset.get().read()));
  }

  private boolean isOpen(Path file) {
    return open.stream().anyMatch(each -> absolute(each).equals(absolute(file)));
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** The files of a circle in the order in which they extend each other. */
  private String circle(Path file) {
    StringBuilder text = new StringBuilder(file.getFileName().toString());
    for (Path each : open) {
      text.insert(0, each.getFileName() + " -> ");
      if (absolute(each).equals(absolute(file))) {
        break;
      }
    }
    return text.toString();
  }

  /** A file of a name and ending like this one's beside it: a clause, or nothing. */
  static String nearest(Path child, String name, String endings) {
    Path wanted = child.resolveSibling(name).normalize();
    Path folder = wanted.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(each -> each.getFileName().toString())
              .filter(each -> each.matches("(?i).*\\.(" + endings + ")"))
              .sorted()
              .toList();
      String start = name.substring(0, name.lastIndexOf('/') + 1);
      return Nearest.find(wanted.getFileName().toString(), names)
          .map(near -> "`" + start + near + "`")
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
