package io.depinsim.core.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A unit such as {@code PiB/day}: words joined by {@code /} (per) and {@code -} (times), each with
 * a dimension and an exact factor.
 *
 * @param text as written
 * @param dimension exponent of each base dimension; empty for a pure number
 * @param numerator the unit is numerator/denominator base units
 * @param denominator see numerator
 */
record Unit(
    String text,
    SortedMap<String, Integer> dimension,
    BigDecimal numerator,
    BigDecimal denominator) {

  /** Digits kept where a conversion has no finite decimal: far beyond a double. */
  private static final MathContext PRECISION = new MathContext(50);

  /** So many units are all named in a message. */
  private static final int FEW = 8;

  /** Stand for money whose key is not known where it is bound; any word is taken for them. */
  private static final List<String> UNKNOWN_ASSETS = List.of("asset", "currency");

  private static final Map<String, Word> WORDS = words();

  /** A built-in word: its dimension and how many base units it is. */
  private record Word(String dimension, BigDecimal factor) {}

  private static Map<String, Word> words() {
    Map<String, Word> all = new LinkedHashMap<>();
    BigDecimal decimal = BigDecimal.ONE;
    for (String prefix : List.of("", "k", "M", "G", "T", "P", "E")) {
      all.put(prefix + "B", new Word("bytes", decimal));
      decimal = decimal.scaleByPowerOfTen(3);
    }
    BigDecimal binary = BigDecimal.valueOf(1024);
    for (String prefix : List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei")) {
      all.put(prefix + "B", new Word("bytes", binary));
      binary = binary.multiply(BigDecimal.valueOf(1024));
    }
    time(all, 1, "s", "second", "seconds");
    time(all, 60, "min", "minute", "minutes");
    time(all, 3600, "h", "hour", "hours");
    time(all, 86_400, "day", "days");
    time(all, 604_800, "week", "weeks");
    all.put("month", new Word("month", BigDecimal.ONE));
    all.put("months", new Word("month", BigDecimal.ONE));
    all.put("year", new Word("month", BigDecimal.valueOf(12)));
    all.put("years", new Word("month", BigDecimal.valueOf(12)));
    BigDecimal power = BigDecimal.ONE;
    for (String prefix : List.of("", "k", "M", "G")) {
      all.put(prefix + "W", new Word("power", power));
      all.put(prefix + "Wh", new Word("energy", power.multiply(BigDecimal.valueOf(3600))));
      power = power.scaleByPowerOfTen(3);
    }
    all.put("%", new Word("share", new BigDecimal("0.01")));
    all.put("points", new Word("points", new BigDecimal("0.01")));
    return all;
  }

  private static void time(Map<String, Word> all, long seconds, String... names) {
    for (String name : names) {
      all.put(name, new Word("time", BigDecimal.valueOf(seconds)));
    }
  }

  /** Words that are built in. */
  static Set<String> builtIn() {
    return WORDS.keySet();
  }

  /** Whether a word is built in, so that no asset may be called so. */
  static boolean isBuiltIn(String word) {
    return WORDS.containsKey(word);
  }

  /**
   * The unit a component is held in. A word that is not built in is a dimension of its own; shares
   * and points are held as fractions.
   */
  static Unit target(String text) {
    SortedMap<String, Integer> dimension = new TreeMap<>();
    BigDecimal[] factor = {BigDecimal.ONE, BigDecimal.ONE};
    if (!text.equals("1")) {
      for (Term term : terms(text)) {
        Word word = WORDS.get(term.word());
        if (word == null) {
          apply(new Word(term.word(), BigDecimal.ONE), term.power(), dimension, factor);
        } else if (word.dimension().equals("share") || word.dimension().equals("points")) {
          apply(new Word(word.dimension(), BigDecimal.ONE), term.power(), dimension, factor);
        } else {
          apply(word, term.power(), dimension, factor);
        }
      }
    }
    return new Unit(text, dimension, factor[0], factor[1]);
  }

  /**
   * A unit as scenario text states it.
   *
   * @param target what it will be converted to; its own words are known here too, in singular and
   *     plural
   * @throws IllegalArgumentException naming a word that is not known
   */
  static Unit stated(String text, Unit target) {
    SortedMap<String, Integer> dimension = new TreeMap<>();
    BigDecimal[] factor = {BigDecimal.ONE, BigDecimal.ONE};
    if (!text.isEmpty()) {
      for (Term term : terms(text)) {
        Word word = WORDS.get(term.word());
        apply(word == null ? target.own(term.word()) : word, term.power(), dimension, factor);
      }
    }
    return new Unit(text, dimension, factor[0], factor[1]);
  }

  private Word own(String word) {
    for (String name : dimension.keySet()) {
      if (name.equals(word) || (word + "s").equals(name) || word.equals(name + "s")) {
        return new Word(name, BigDecimal.ONE);
      }
    }
    for (String unknown : UNKNOWN_ASSETS) {
      if (dimension.containsKey(unknown) && word.matches("[A-Za-z][A-Za-z0-9_]*")) {
        return new Word(unknown, BigDecimal.ONE);
      }
    }
    throw new IllegalArgumentException(word);
  }

  private record Term(String word, int power) {}

  private static List<Term> terms(String text) {
    List<Term> terms = new ArrayList<>();
    int power = 1;
    for (String part : text.split("/", -1)) {
      for (String word : part.split("-", -1)) {
        terms.add(new Term(word.trim(), power));
      }
      power = -1;
    }
    return terms;
  }

  private static void apply(
      Word word, int power, SortedMap<String, Integer> dimension, BigDecimal[] factor) {
    // Energy is power times time, so that W·h and Wh agree.
    List<String> bases =
        word.dimension().equals("energy") ? List.of("power", "time") : List.of(word.dimension());
    for (String base : bases) {
      dimension.merge(base, power, Integer::sum);
      dimension.remove(base, 0);
    }
    int side = power > 0 ? 0 : 1;
    factor[side] = factor[side].multiply(word.factor());
  }

  /** A value stated in {@code stated}, in this unit. Exact where a finite decimal exists. */
  BigDecimal convert(BigDecimal value, Unit stated) {
    BigDecimal above = value.multiply(stated.numerator).multiply(denominator);
    BigDecimal below = stated.denominator.multiply(numerator);
    if (below.compareTo(BigDecimal.ONE) == 0) {
      return above;
    }
    try {
      return above.divide(below);
    } catch (ArithmeticException endless) {
      return above.divide(below, PRECISION);
    }
  }

  /**
   * Words a scenario may write here: {@code USD/month, USD/year} where they are few, else {@code B,
   * kB, …, EiB per s, min, h, day, week}.
   */
  String accepted() {
    if (text.equals("1")) {
      return "none, a bare number";
    }
    List<String> all = List.of("");
    StringBuilder line = new StringBuilder();
    int last = 1;
    for (Term term : terms(text)) {
      Set<String> alike = alike(term.word());
      String joint = all.equals(List.of("")) ? "" : term.power() < 0 ? "/" : "-";
      all =
          all.stream().flatMap(start -> alike.stream().map(word -> start + joint + word)).toList();
      if (line.length() > 0) {
        line.append(term.power() < last ? " per " : term.power() < 0 ? " and " : " times ");
      }
      last = term.power();
      line.append(String.join(", ", alike));
    }
    return all.size() <= FEW ? String.join(", ", all) : line.toString();
  }

  /**
   * A regular expression of unit texts that may follow a number here, the space before it included;
   * empty for a bare number. Rare texts of the same dimension, such as {@code kWh/h} for a power,
   * are read too and not in it.
   */
  String pattern() {
    if (text.equals("1")) {
      return "";
    }
    StringBuilder pattern = new StringBuilder(text.startsWith("%") ? "\\s*" : "\\s+");
    boolean first = true;
    int last = 1;
    for (Term term : terms(text)) {
      if (!first) {
        pattern.append(term.power() == last && last > 0 ? "\\s*-\\s*" : "\\s*/\\s*");
      }
      pattern.append('(').append(String.join("|", spellings(term.word()))).append(')');
      first = false;
      last = term.power();
    }
    return pattern.toString();
  }

  private static Set<String> spellings(String word) {
    Set<String> words = new LinkedHashSet<>();
    Word known = WORDS.get(word);
    if (known != null) {
      WORDS.forEach(
          (name, other) -> {
            if (other.dimension().equals(known.dimension())) {
              words.add(name);
            }
          });
    } else if (UNKNOWN_ASSETS.contains(word)) {
      words.add("[A-Za-z][A-Za-z0-9_]*");
    } else {
      words.add(word);
      words.add(word.endsWith("s") ? word.substring(0, word.length() - 1) : word + "s");
    }
    return words;
  }

  private static Set<String> alike(String word) {
    Word known = WORDS.get(word);
    Set<String> words = new LinkedHashSet<>();
    if (known == null) {
      words.add(word);
      return words;
    }
    WORDS.forEach(
        (name, other) -> {
          boolean plural = WORDS.containsKey(name + "s");
          boolean longName = name.length() > 3 && other.dimension().equals("time");
          if (other.dimension().equals(known.dimension())
              && (plural || !longName)
              && !(longName && name.matches("second|minute|hour"))
              && !name.matches("days|weeks|months|years")) {
            words.add(name);
          }
        });
    return words;
  }

  /** All single words that can stand in this unit, for guessing at a misspelt one. */
  Set<String> fitting() {
    Set<String> words = new LinkedHashSet<>();
    if (!text.equals("1")) {
      terms(text).forEach(term -> words.addAll(alike(term.word())));
    }
    return words;
  }
}
