package io.depinsim.core.scenario;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word a misspelt one probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The known word with the fewest insertions, deletions, substitutions and swaps of neighbours,
   * case ignored; the first of equals; nothing if more than a third of the letters differ, but two
   * may, and of words below five letters one.
   */
  public static Optional<String> find(String word, Collection<String> known) {
    String best = null;
    int fewest = (word.length() < 5 ? 1 : Math.max(2, word.length() / 3)) + 1;
    for (String candidate : known) {
      int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < fewest && distance < candidate.length()) {
        fewest = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A clause for messages: the nearest word, else all of a short list, else nothing. */
  public static String suggest(String word, Collection<String> known) {
    Optional<String> nearest = find(word, known);
    if (nearest.isPresent()) {
      return "`" + nearest.get() + "`";
    }
    if (known.isEmpty() || known.size() > 12) {
      return "";
    }
    return known.size() == 1
        ? "`" + known.iterator().next() + "`"
        : "one of: " + String.join(", ", known);
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int swap = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
            Math.min(cost[i - 1][j - 1] + swap, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
