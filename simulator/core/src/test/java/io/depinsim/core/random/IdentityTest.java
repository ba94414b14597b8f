package io.depinsim.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentityTest {

  @Test
  void purposesHaveDistinctCodesThatFitTwelveBits() {
    Set<Integer> codes = new HashSet<>();
    for (Purpose purpose : Purpose.values()) {
      assertTrue(codes.add(purpose.code()), purpose + " repeats code " + purpose.code());
      assertTrue(purpose.code() >= 1 && purpose.code() < 4096, purpose + " does not fit");
    }
  }

  @Test
  void publishedPurposeCodesNeverChange() {
    assertEquals(1, Purpose.PROVIDER_SIZE.code());
    assertEquals(2, Purpose.PROVIDER_ENTRY.code());
    assertEquals(3, Purpose.BLOCK_WINS.code());
    assertEquals(4, Purpose.FAULTS.code());
    assertEquals(5, Purpose.SECTOR_CHOICE.code());
    assertEquals(6, Purpose.UNCERTAINTY.code());
    assertEquals(20, Purpose.PRICE_PATH.code());
  }

  @Test
  void cohortCodeIsTheFirstFourteenBitsOfTheHash() {
    // SHA-256 of "abc" begins ba78 (FIPS 180-2, appendix B.1); ba78 >>> 2 = 2e9e.
    assertEquals(0x2e9e, Entity.cohortCode("abc"));
  }

  @Test
  void packsCodeAboveOrdinal() {
    assertEquals(0L, Entity.of(0, 0));
    assertEquals((1L << 26) + 5, Entity.of(1, 5));
    assertEquals((1L << 40) - 1, Entity.of(16_383, 67_108_863));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> Entity.of(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> Entity.of(16_384, 0));
    assertThrows(IllegalArgumentException.class, () -> Entity.of(0, -1));
    assertThrows(IllegalArgumentException.class, () -> Entity.of(0, 67_108_864));
    assertThrows(IllegalArgumentException.class, () -> Entity.cohortCode(" "));
  }

  @Test
  void cohortsOfAScenarioGetTheCodesOfTheirNames() {
    CohortCodes codes = new CohortCodes(List.of("homeGpu", "studios"));
    assertEquals(Entity.cohortCode("studios"), codes.codeOf("studios"));
    assertEquals(Entity.of(Entity.cohortCode("homeGpu"), 7), codes.entity("homeGpu", 7));
    assertThrows(IllegalArgumentException.class, () -> codes.codeOf("farms"));
  }

  @Test
  void namesThatShareACodeAreRefusedByName() {
    Map<Integer, String> seen = new HashMap<>();
    int ordinal = 0;
    String name = "cohort0";
    while (seen.putIfAbsent(Entity.cohortCode(name), name) == null) {
      ordinal++;
      name = "cohort" + ordinal;
    }
    List<String> colliding = List.of(seen.get(Entity.cohortCode(name)), name);
    String message =
        assertThrows(IllegalArgumentException.class, () -> new CohortCodes(colliding)).getMessage();
    assertTrue(message.contains("'" + colliding.get(0) + "'"), message);
    assertTrue(message.contains("'" + colliding.get(1) + "'"), message);
    assertTrue(message.contains("Maybe rename"), message);
  }

  @Test
  void aNameGivenTwiceIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new CohortCodes(List.of("a", "b", "a")));
  }
}
