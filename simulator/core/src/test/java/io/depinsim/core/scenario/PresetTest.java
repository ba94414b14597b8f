package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pieces of scenario that ship inside the program. */
final class PresetTest {
  @TempDir private Path folder;

  private final Catalogue catalogue = ToyRows.catalogue();

  private ConfigMap load(ScenarioFiles files, String text) throws IOException {
    return files.load(Files.writeString(folder.resolve("mine.yaml"), text)).orElseThrow();
  }

  private String refusal(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), text);
    ScenarioReader reader = new ScenarioReader(catalogue);
    String message =
        assertThrows(ScenarioException.class, () -> reader.read(file, List.of())).getMessage();
    return message.strip().replace(folder + "/", "");
  }

  @Test
  void aFileLiesOverThePresetItExtends() throws IOException {
    ScenarioFiles files = new ScenarioFiles(catalogue, new Problems());
    ConfigMap tree = load(files, "extends: preset:toy\nb: 2\n");
    assertEquals("a: 1\nb: 2\n", ConfigWriter.write(tree));
    assertEquals(
        new Place("preset:toy", 1, 4), tree.entries().get("a").value().place(), "where a value is");
    assertEquals(
        List.of("mine.yaml", "preset:toy"),
        files.sources().stream().map(s -> s.path().getFileName().toString()).toList());
    assertEquals(64, files.sources().get(1).sha256().length());
  }

  @Test
  void anUnknownPresetIsRefusedWithTheNearest() throws IOException {
    assertEquals(
        "mine.yaml:1:10: extends: preset:toi: no such preset. Maybe `toy`.",
        refusal("extends: preset:toi\n"));
    assertEquals(
        "mine.yaml:1:10: extends: preset:compression: no such preset. Maybe one of: toy, circle.",
        refusal("extends: preset:compression\n"));
  }

  @Test
  void aPresetMustNotExtendItself() throws IOException {
    assertEquals(
        "preset:circle:1:10: extends: preset:circle: files must not extend each other in a circle:"
            + " preset:circle -> preset:circle.",
        refusal("extends: preset:circle\n"));
  }

  @Test
  void theCatalogueFindsPresetsByName() {
    assertEquals("toy", catalogue.getPreset("toy").name());
    assertEquals(2, catalogue.listPresets().size());
    assertEquals(
        "tou: no such preset. Maybe `toy`.",
        assertThrows(IllegalArgumentException.class, () -> catalogue.getPreset("tou"))
            .getMessage());
  }

  @Test
  void aMissingResourceIsNamed() {
    Preset lost = new Preset("lost", "Is not there.", PresetTest.class, "lost.yaml", "none.yaml");
    assertEquals(
        "preset:lost: resource lost.yaml of io.depinsim.core.scenario.PresetTest is missing",
        assertThrows(IOException.class, lost::read).getMessage());
  }

  @Test
  void aStarterTakesTheNameOfTheScenarioAndItsFile() throws IOException {
    assertEquals(
        "extends: preset:toy\nname: mine # run a/mine.yaml\n",
        catalogue.getPreset("toy").starter("mine", "a/mine.yaml"));
  }
}
