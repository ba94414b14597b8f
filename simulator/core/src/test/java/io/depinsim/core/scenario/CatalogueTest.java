package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue of kinds. */
final class CatalogueTest {
  private final Catalogue catalogue = ToyRows.catalogue();

  @Test
  void listsKindsInTheOrderOfTheRows() {
    assertEquals(
        List.of("fixed", "halving", "none"), List.copyOf(catalogue.listKeys(Role.EMISSION)));
    assertEquals(5, catalogue.listKinds().size());
    assertEquals(List.of(), catalogue.listKinds(Role.GAS));
  }

  @Test
  void findsByRoleAndKey() {
    assertEquals(ToyRows.Knots.class, catalogue.getKind(Role.CAPACITY, "knots").spec());
    assertTrue(catalogue.findKind(Role.REWARDS, "knots").isEmpty());
    assertSame(ToyRows.SPLIT, catalogue.getEvaluation("split"));
  }

  @Test
  void namesTheNearestOfAnUnknownKey() {
    IllegalArgumentException kind =
        assertThrows(
            IllegalArgumentException.class, () -> catalogue.getKind(Role.EMISSION, "havling"));
    assertEquals("havling: no such emission kind. Maybe `halving`.", kind.getMessage());
    IllegalArgumentException rule =
        assertThrows(IllegalArgumentException.class, () -> catalogue.getEvaluation("spilt"));
    assertEquals("spilt: no such evaluation. Maybe `split`.", rule.getMessage());
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    List<CatalogueRows> twice = List.of(new ToyRows(), new ToyRows());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new Catalogue(twice));
    assertTrue(refused.getMessage().startsWith("emission.fixed: a key may stand once"));
  }
}
