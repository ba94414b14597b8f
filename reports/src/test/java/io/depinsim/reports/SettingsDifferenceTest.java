package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsDifferenceTest {
  private static final String HERE =
      """
      run:
        seed: 3
        replicates: 2
      networks:
        first:
          price: {value: 5 USD, grade: assumed}
          asset: TOKEN
      expect:
        - name: minted
          metric: a.b
      """;

  @Test
  void listsValuesByPathThatChangedCameOrWent() {
    String there =
        HERE.replace("5 USD", "6 USD").replace("    asset: TOKEN\n", "").replace("a.b", "a.c")
            + "seed: 4\n";
    assertEquals(
        List.of(
            new SettingsDifference.Row(
                "networks.first.price",
                "{value: 5 USD, grade: assumed}",
                "{value: 6 USD, grade: assumed}"),
            new SettingsDifference.Row("networks.first.asset", "TOKEN", ""),
            new SettingsDifference.Row("expect.metric", "a.b", "a.c"),
            new SettingsDifference.Row("seed", "", "4")),
        SettingsDifference.of(HERE, there));
  }

  @Test
  void theSameTextDiffersInNothing() {
    assertEquals(List.of(), SettingsDifference.of(HERE, HERE));
  }
}
