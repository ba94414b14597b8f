package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.depinsim.core.run.StateDigest;
import io.depinsim.core.scenario.Discipline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random joinings, servings and withdrawals beside plainly sorted lists. */
class WaitingLinesPropertyTest {
  private static final int LINES = 4;
  private static final int JOBS = 90;

  /** One job that waits. */
  private record Waiting(int job, double key, long order) {}

  /** Lines as a plain reading of the disciplines has them. */
  private static final class SpelledOut {
    final Comparator<Waiting> service;
    final List<List<Waiting>> lines = new ArrayList<>();
    long joined;

    SpelledOut(Discipline discipline) {
      Comparator<Waiting> byJoining = Comparator.comparingLong(Waiting::order);
      service =
          switch (discipline) {
            case fifo -> byJoining;
            case lifo -> byJoining.reversed();
            case shortest, deadline, priority ->
                Comparator.<Waiting>comparingDouble(Waiting::key).thenComparing(byJoining);
          };
      for (int i = 0; i < LINES; i++) {
        lines.add(new ArrayList<>());
      }
    }

    void join(int line, int job, double key) {
      lines.get(line).add(new Waiting(job, key, joined++));
      lines.get(line).sort(service);
    }

    int[] jobs(int line) {
      return lines.get(line).stream().mapToInt(Waiting::job).toArray();
    }

    int lineOf(int job) {
      for (int line = 0; line < LINES; line++) {
        if (lines.get(line).stream().anyMatch(each -> each.job == job)) {
          return line;
        }
      }
      return WaitingLines.NONE;
    }

    void leave(int job) {
      lines.forEach(line -> line.removeIf(each -> each.job == job));
    }
  }

  @ParameterizedTest
  @EnumSource(Discipline.class)
  void serveInTheOrderOfTheirDiscipline(Discipline discipline) {
    for (long seed = 1; seed <= 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SpelledOut expected = new SpelledOut(discipline);
      WaitingLines lines = new WaitingLines(discipline, LINES);
      WaitingLines other = new WaitingLines(discipline, LINES);
      for (int step = 0; step < 600; step++) {
        String where = discipline + " seed " + seed + " step " + step;
        // Now many wait, now few: joinings prevail in turn.
        change(lines, expected, random, step / 100 % 2 == 0 ? 7 : 3, where);
        compare(lines, expected, random, where);
        if (random.nextInt(50) == 0) {
          StateCopy.copy(lines, other);
          assertEquals(digest(lines), digest(other), where);
          WaitingLines left = lines;
          lines = other;
          other = random.nextBoolean() ? left : new WaitingLines(discipline, 1 + random.nextInt(9));
        }
      }
    }
  }

  private static void change(
      WaitingLines lines, SpelledOut expected, SplittableRandom random, int joining, String where) {
    int job = random.nextInt(JOBS);
    int line = expected.lineOf(job);
    if (line != WaitingLines.NONE && random.nextInt(4) == 0) {
      lines.leave(line, job);
      expected.leave(job);
    } else if (line == WaitingLines.NONE && random.nextInt(10) < joining) {
      int into = random.nextInt(LINES);
      double key = random.nextInt(12) - 4;
      lines.ensure(job + 1);
      lines.join(into, job, key == 0 && random.nextBoolean() ? -0.0 : key);
      expected.join(into, job, key);
    } else {
      int from = random.nextInt(LINES);
      int[] jobs = expected.jobs(from);
      int served = lines.poll(from);
      assertEquals(jobs.length == 0 ? WaitingLines.NONE : jobs[0], served, where);
      expected.leave(served);
    }
  }

  private static void compare(
      WaitingLines lines, SpelledOut expected, SplittableRandom random, String where) {
    for (int line = 0; line < LINES; line++) {
      int[] jobs = expected.jobs(line);
      assertEquals(jobs.length, lines.length(line), where);
      assertEquals(jobs.length == 0 ? WaitingLines.NONE : jobs[0], lines.head(line), where);
      int[] told = new int[random.nextInt(JOBS)];
      int count = lines.first(line, told);
      assertEquals(Math.min(told.length, jobs.length), count, where);
      assertArrayEquals(Arrays.copyOf(jobs, count), Arrays.copyOf(told, count), where);
      for (int job : jobs) {
        assertEquals(line, lines.lineOf(job), where);
      }
    }
  }

  private static String digest(WaitingLines lines) {
    StateDigest digest = new StateDigest();
    digest.beginPoint(0);
    digest.owner("lines");
    lines.visitState(digest);
    return digest.hex();
  }

  @ParameterizedTest
  @EnumSource(Discipline.class)
  void refuseWhatCannotBe(Discipline discipline) {
    WaitingLines lines = new WaitingLines(discipline, 2);
    lines.ensure(3);
    lines.join(0, 2, 1);
    String before = digest(lines);
    assertThrows(IllegalStateException.class, () -> lines.join(1, 2, 1));
    assertThrows(IllegalStateException.class, () -> lines.leave(1, 2));
    assertThrows(IllegalStateException.class, () -> lines.leave(0, 1));
    assertThrows(IllegalStateException.class, () -> lines.leave(WaitingLines.NONE, 1));
    assertThrows(IllegalArgumentException.class, () -> lines.join(0, 1, Double.NaN));
    assertThrows(IndexOutOfBoundsException.class, () -> lines.join(2, 1, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> lines.join(0, 1_000, 0));
    assertEquals(before, digest(lines), "a refusal changes nothing");
  }

  /** All at once, then all away: the row of siblings is as long as the line. */
  @ParameterizedTest
  @EnumSource(Discipline.class)
  void holdManyThousandsInOneLine(Discipline discipline) {
    int jobs = 200_000;
    WaitingLines lines = new WaitingLines(discipline, 1);
    SplittableRandom random = new SplittableRandom(5);
    double[] keys = random.doubles(jobs).toArray();
    for (int job = 0; job < jobs; job++) {
      lines.ensure(job + 1);
      lines.join(0, job, keys[job]);
    }
    int before = lines.poll(0);
    for (int served = 1; served < jobs; served++) {
      int job = lines.poll(0);
      boolean inOrder =
          switch (discipline) {
            case fifo -> job == before + 1;
            case lifo -> job == before - 1;
            default -> keys[before] <= keys[job];
          };
      assertEquals(true, inOrder, discipline + " at " + served);
      before = job;
    }
    assertEquals(WaitingLines.NONE, lines.poll(0));
  }
}
