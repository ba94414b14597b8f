package io.depinsim.core.scenario;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Puts the text of a file in the place of its name: {@code arrivals: {trace: {file: jobs.csv}}}
 * becomes {@code arrivals: {trace: {csv: "…"}}}. So the resolved scenario holds all that a run
 * depends on, and what compares scenarios sees a change within such a file.
 */
final class TextFiles {
  private static final String FILE = "file";
  private static final String TEXT = "csv";
  private static final String NAMED = Role.ARRIVALS.key() + ".trace." + FILE;

  /** Largest file read, bytes: half of what a resolved scenario may hold. */
  private static final int LARGEST = ScenarioText.LARGEST / 2;

  private final Path scenario;
  private final Problems problems;
  private final BiConsumer<Path, byte[]> reader;

  /**
   * Files that one scenario file names.
   *
   * @param scenario the file, in whose folder paths start
   * @param reader is told of each file that was read, and its bytes
   */
  TextFiles(Path scenario, Problems problems, BiConsumer<Path, byte[]> reader) {
    this.scenario = scenario;
    this.problems = problems;
    this.reader = reader;
  }

  /**
   * The tree with texts in it. A file that cannot be read is a problem, and its place spoilt.
   *
   * @throws IOException if reading breaks off
   */
  ConfigMap inline(ConfigMap root) throws IOException {
    return map(root, "");
  }

  private ConfigNode node(ConfigNode node, String path) throws IOException {
    if (node instanceof ConfigMap map) {
      return map(map, path);
    }
    if (node instanceof ConfigList list) {
      List<ConfigNode> items = new ArrayList<>();
      for (ConfigNode item : list.items()) {
        items.add(node(item, path));
      }
      return new ConfigList(list.place(), items);
    }
    return node;
  }

  private ConfigMap map(ConfigMap map, String path) throws IOException {
    Map<String, ConfigMap.Entry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, ConfigMap.Entry> each : map.entries().entrySet()) {
      String key = each.getKey();
      String inner = path.isEmpty() ? key : path + "." + key;
      ConfigMap.Entry entry = each.getValue();
      String instead = key.substring(0, key.length() - tail(inner)) + TEXT;
      if (tail(inner) > 0 && !map.keys().contains(instead)) {
        entries.put(instead, entry(entry, text(entry.value(), inner)));
      } else {
        entries.put(key, entry(entry, node(entry.value(), inner)));
      }
    }
    return new ConfigMap(map.place(), entries);
  }

  /** How many characters at the end of a key name a file; 0 if it names none. */
  private static int tail(String path) {
    return path.endsWith(NAMED) ? FILE.length() : 0;
  }

  private static ConfigMap.Entry entry(ConfigMap.Entry old, ConfigNode value) {
    return new ConfigMap.Entry(old.keyPlace(), value, old.stated());
  }

  /** The text, with what evidence stands beside its name. */
  private ConfigNode text(ConfigNode name, String path) throws IOException {
    if (EvidenceReader.wraps(name)) {
      return ((ConfigMap) name).with("value", text(EvidenceReader.unwrap(name), path));
    }
    if (!(name instanceof ConfigScalar scalar) || scalar.form() != ConfigScalar.Form.TEXT) {
      return spoilt(name, path, "must be the path of a file", "");
    }
    Path file = scenario.resolveSibling(scalar.text()).normalize();
    try {
      Optional<byte[]> bytes = ScenarioText.bytes(file, problems);
      if (bytes.isEmpty() || bytes.get().length > LARGEST) {
        return spoilt(name, path, "the file is too large; at most 5 MB are read", "");
      }
      Optional<String> text = ScenarioText.decode(file, bytes.get(), problems);
      if (text.isEmpty()) {
        return spoilt(name, path, "this file cannot be read", "its own problem helps");
      }
      reader.accept(file, bytes.get());
      String lines = text.get().replace("\r\n", "\n");
      return new ConfigScalar(Place.ofOption(file.toString()), ConfigScalar.Form.TEXT, lines);
    } catch (NoSuchFileException e) {
      String maybe = ScenarioFiles.nearest(scenario, scalar.text(), "csv|txt");
      String start = maybe.isEmpty() ? "; the path starts at the folder of this file" : "";
      return spoilt(name, path, "no such file" + start, maybe);
    } catch (AccessDeniedException e) {
      return spoilt(name, path, "permission to read this file is denied", "");
    } catch (FileSystemException e) {
      return spoilt(name, path, e.getReason() == null ? "cannot be read" : e.getReason(), "");
    }
  }

  private ConfigNode spoilt(ConfigNode name, String path, String rule, String maybe) {
    problems.add(name, path, rule, maybe);
    problems.spoil(name.place());
    return new ConfigScalar(name.place(), ConfigScalar.Form.TEXT, "");
  }
}
