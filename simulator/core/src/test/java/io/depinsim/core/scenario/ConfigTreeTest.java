package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merging, changing and writing of trees. */
final class ConfigTreeTest {
  @TempDir Path folder;

  private static ConfigMap tree(String yaml) {
    return (ConfigMap) ConfigParser.parse("t.yaml", yaml, false);
  }

  private static String merged(String lower, String upper) {
    return ConfigWriter.write(ConfigMerge.over(tree(lower), tree(upper)));
  }

  @Test
  void mapsMergeAndListsAreReplaced() {
    assertEquals(
        "a:\n  x: 1\n  w: 3\n  z: 4\nb: [9]\nc: 5\n",
        merged("{a: {x: 1, w: 2}, b: [1, 2]}", "{c: 5, b: [9], a: {w: 3, z: 4}}"));
  }

  @Test
  void aBlockThatNamesAnotherKindIsReplacedWhole() {
    assertEquals(
        "networks:\n  net:\n    emission:\n      fixed:\n        b: 2\n    other:\n      one:\n        a: 1\n      two:\n        b: 2\n",
        merged(
            "networks: {net: {emission: {halving: {a: 1}}, other: {one: {a: 1}}}}",
            "networks: {net: {emission: {fixed: {b: 2}}, other: {two: {b: 2}}}}"));
    assertEquals(
        "providers:\n  c:\n    capacity:\n      net:\n        fixed:\n          b: 2\n",
        merged(
            "providers: {c: {capacity: {net: {knots: {a: 1}}}}}",
            "providers: {c: {capacity: {net: {fixed: {b: 2}}}}}"));
    assertEquals(
        "networks:\n  net:\n    emission:\n      halving:\n        a: 1\n        b: 2\n",
        merged(
            "networks: {net: {emission: {halving: {a: 1}}}}",
            "networks: {net: {emission: {halving: {b: 2}}}}"));
  }

  @Test
  void evidenceIsReplacedWhole() {
    assertEquals(
        "a:\n  value: 2\n  grade: fitted\n",
        merged("a: {value: 1, grade: documented, source: s}", "a: {value: 2, grade: fitted}"));
  }

  @Test
  void laterParentsLieOverEarlierOnes() throws IOException {
    Files.createDirectory(folder.resolve("lib"));
    Files.writeString(folder.resolve("lib/one.yaml"), "a: 1\nb: 1\nc: 1\n");
    Files.writeString(folder.resolve("lib/two.yaml"), "extends: one.yaml\nb: 2\n");
    Files.writeString(folder.resolve("three.json"), "{\"b\": 3}");
    Path top =
        Files.writeString(
            folder.resolve("top.yaml"), "extends: [lib/two.yaml, three.json]\nc: 4\n");
    ScenarioFiles files = new ScenarioFiles(ToyRows.catalogue(), new Problems());
    assertEquals("a: 1\nb: 3\nc: 4\n", ConfigWriter.write(files.load(top).orElseThrow()));
    assertEquals(
        List.of("top.yaml", "two.yaml", "one.yaml", "three.json"),
        files.sources().stream().map(s -> s.path().getFileName().toString()).toList());
    assertEquals(64, files.sources().get(0).sha256().length());
  }

  private static String changed(String yaml, String level) {
    Problems problems = new Problems();
    ConfigMap root = new Changes(UnaryOperator.identity(), problems).apply(tree(yaml), tree(level));
    problems.throwIfAny();
    return ConfigWriter.write(root);
  }

  @Test
  void setChangesValuesInPlace() {
    assertEquals(
        "networks:\n  net:\n    a: 5\n    list: [1, 9]\n    m:\n      first.minted: 3\n",
        changed(
            "networks: {net: {a: 1, list: [1, 2], m: {first.minted: 2}}}",
            "set: {net.a: 5, networks.net.list.1: 9, net.m.first.minted: 3}"));
  }

  @Test
  void setOfABlockSetsEachOfItsValues() {
    assertEquals("a:\n  x: 5\n  w: 2\n", changed("a: {x: 1, w: 2}", "set: {a: {x: 5}}"));
    ScenarioException refused =
        assertThrows(ScenarioException.class, () -> changed("a: {x: 1, w: 2}", "set: {a: {z: 5}}"));
    assertEquals(
        "t.yaml:1:11: a.z: no such path in the scenario. Maybe one of a.{x, w}.",
        refused.getMessage());
  }

  @Test
  void setReplacesEvidenceButReachesIntoItsValue() {
    assertEquals("a: 3\n", changed("a: {value: 1, grade: fitted}", "set: {a: 3}"));
    assertEquals(
        "a:\n  value:\n    x: 3\n  grade: fitted\n",
        changed("a: {value: {x: 1}, grade: fitted}", "set: {a.x: 3}"));
  }

  @Test
  void replaceSwapsABlockWhole() {
    assertEquals(
        "a:\n  k:\n    z: 1\n", changed("a: {j: {x: 1, w: 2}}", "replace: {a: {k: {z: 1}}}"));
  }

  @Test
  void writtenTreesReadBackToTheSameBytes() {
    String awkward =
        """
        plain: some words here
        yes: "yes"
        truth: "true"
        none: "null"
        padded: "010"
        digits: "12"
        date: 2021-01-01
        colon: "a: b"
        hash: "a # b"
        quote: "say \\"hi\\" \\\\ there"
        lines: |
          one
          two
        empty: ""
        blank: " "
        dash: "- a"
        share: 12.5 %
        comma: a, b
        commas: ["a, b", c]
        accent: "Zürich \\u2028 é"
        emoji: "\\U0001F600"
        "odd key: x": 1
        numbers: [1, 2.5, -3e-5, 1_000]
        nested: [{a: 1, b: [x, {c: {}}]}, [], {}, [[1, 2], [3]]]
        """;
    ConfigMap first = tree(awkward);
    String written = ConfigWriter.write(first);
    ConfigMap again = tree(written);
    assertEquals(written, ConfigWriter.write(again));
    assertSame(first, again);
  }

  @Test
  void anyTextSurvivesWriting() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    String alphabet = "abzY019 -:#,[]{}&*!|>'\"%@`?~._/=+\\\n\té\u0085\u00a0";
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(1, 7); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      ConfigScalar scalar =
          new ConfigScalar(new Place("t", 1, 1), ConfigScalar.Form.TEXT, text.toString());
      ConfigMap root =
          tree("a: 1\nb: [1]\n")
              .with("a", scalar)
              .with("b", new ConfigList(scalar.place(), List.of(scalar, scalar)))
              .with("k" + text, scalar);
      String message = "seed " + seed + " round " + round + ": " + text;
      ConfigMap again;
      try {
        again = tree(ConfigWriter.write(root));
      } catch (RuntimeException e) {
        throw new AssertionError(message + "\n" + ConfigWriter.write(root), e);
      }
      for (ConfigNode node :
          List.of(
              again.find("a").get(),
              ((ConfigList) again.find("b").get()).items().get(1),
              again.find("k" + text).get())) {
        assertEquals(text.toString(), ((ConfigScalar) node).text(), message);
        assertEquals(ConfigScalar.Form.TEXT, ((ConfigScalar) node).form(), message);
      }
    }
  }

  private static void assertSame(ConfigNode one, ConfigNode other) {
    if (one instanceof ConfigScalar scalar) {
      assertEquals(scalar.text(), ((ConfigScalar) other).text());
      assertEquals(scalar.form(), ((ConfigScalar) other).form());
    } else if (one instanceof ConfigList list) {
      assertEquals(list.items().size(), ((ConfigList) other).items().size());
      for (int i = 0; i < list.items().size(); i++) {
        assertSame(list.items().get(i), ((ConfigList) other).items().get(i));
      }
    } else {
      ConfigMap map = (ConfigMap) one;
      assertEquals(List.copyOf(map.keys()), List.copyOf(((ConfigMap) other).keys()));
      map.keys().forEach(k -> assertSame(map.find(k).get(), ((ConfigMap) other).find(k).get()));
    }
  }
}
