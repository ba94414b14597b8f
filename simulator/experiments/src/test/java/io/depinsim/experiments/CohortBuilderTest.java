package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.world.Cohort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortBuilderTest {
  private static final String SPREAD =
      "sizes: {logNormalSigma: 1}, entry: {atStart: 25 %, until: 2025-01-09}, meanStay: 20 days";
  private static final long DAY = SimulatedTime.MICROS_PER_DAY;

  @TempDir Path folder;

  private Map<String, Cohort> build(int replicate, String... cohorts) throws IOException {
    int from = SmallScenario.TEXT.indexOf("  pair:");
    int to = SmallScenario.TEXT.indexOf("networks:");
    StringBuilder text = new StringBuilder(SmallScenario.TEXT.substring(0, from));
    for (String cohort : cohorts) {
      text.append("  ").append(cohort).append("\n");
    }
    Scenario scenario =
        Samples.parse(folder, text.append(SmallScenario.TEXT.substring(to)).toString());
    SimulationCalendar calendar = SimulationCalendar.startingOn(scenario.run().start());
    return new CohortBuilder(scenario, calendar, new Streams(7, replicate)).build();
  }

  private static String cohort(String name, int potential, String more) {
    return name
        + ": {kind: fleet, potential: "
        + potential
        + ", joins: [first], capacity: {first: {constant: {units: 7 units}}}"
        + (more.isEmpty() ? "" : ", " + more)
        + "}";
  }

  private static List<List<Long>> members(Cohort cohort, int count) {
    List<List<Long>> members = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      members.add(
          List.of(
              cohort.entity(row),
              cohort.sizeWeight(row),
              firstDay(cohort, row),
              lastDay(cohort, row)));
    }
    return members;
  }

  /** First whole day on which a member is active; -1 if never within 400 days. */
  private static long firstDay(Cohort cohort, int row) {
    for (long day = 0; day < 400; day++) {
      if (cohort.active(row, day * DAY)) {
        return day;
      }
    }
    return -1;
  }

  private static long lastDay(Cohort cohort, int row) {
    for (long day = 400; day >= 0; day--) {
      if (cohort.active(row, day * DAY)) {
        return day;
      }
    }
    return -1;
  }

  @Test
  void otherCohortsAndLaterMembersChangeNobody() throws IOException {
    Cohort alone = build(0, cohort("miners", 40, SPREAD)).get("miners");
    Cohort between =
        build(0, cohort("early", 10, SPREAD), cohort("miners", 40, SPREAD), cohort("late", 99, ""))
            .get("miners");
    assertEquals(members(alone, 40), members(between, 40));
    Cohort longer = build(0, cohort("miners", 60, SPREAD.replace("25 %", "10 %"))).get("miners");
    for (int row = 0; row < 40; row++) {
      assertEquals(alone.entity(row), longer.entity(row));
      assertEquals(alone.sizeWeight(row), longer.sizeWeight(row));
    }
  }

  @Test
  void cohortsAndReplicatesHaveTheirOwnDraws() throws IOException {
    Map<String, Cohort> both = build(0, cohort("a", 40, SPREAD), cohort("b", 40, SPREAD));
    assertNotEquals(sizes(both.get("a")), sizes(both.get("b")));
    Cohort other = build(1, cohort("a", 40, SPREAD)).get("a");
    assertNotEquals(sizes(both.get("a")), sizes(other));
    assertEquals(both.get("a").entity(3), other.entity(3), "who they are stays");
  }

  private static List<Long> sizes(Cohort cohort) {
    List<Long> sizes = new ArrayList<>();
    for (int row = 0; row < cohort.rows(); row++) {
      sizes.add(cohort.sizeWeight(row));
    }
    return sizes;
  }

  @Test
  void theStatedShareIsThereAtTheStartAndTheRestByTheStatedDay() throws IOException {
    Cohort cohort = build(0, cohort("miners", 40, SPREAD)).get("miners");
    int atStart = 0;
    for (int row = 0; row < 40; row++) {
      atStart += cohort.active(row, 0) ? 1 : 0;
      assertTrue(firstDay(cohort, row) <= 8 || lastDay(cohort, row) == -1, "row " + row);
    }
    assertEquals(10, atStart);
    assertEquals(400, lastDay(cohort, 0), "the first provider stays for ever");
  }

  @Test
  void withoutASpreadAllAreAlikeAndStay() throws IOException {
    Cohort cohort = build(0, cohort("miners", 5, "")).get("miners");
    for (int row = 0; row < 5; row++) {
      assertEquals(1_000_000, cohort.sizeWeight(row));
      assertEquals(0, firstDay(cohort, row));
      assertEquals(400, lastDay(cohort, row));
    }
  }

  /**
   * Of 4000 log-normal sizes with sigma 1 the median is 1 within 6 % but for one seed in 10,000.
   */
  @Test
  void sizesAreLogNormalAroundOneMillion() throws IOException {
    List<Long> sizes =
        sizes(build(0, cohort("miners", 4000, "sizes: {logNormalSigma: 1}")).get("miners"));
    List<Long> sorted = sizes.stream().sorted().toList();
    assertEquals(1, sorted.get(2000) / 1e6, 0.08);
    // One standard deviation above: exp(1) = 2.718, the 84.13 % quantile.
    assertEquals(2.718, sorted.get(3365) / 1e6, 0.25);
  }
}
