package io.depinsim.cli;

import io.depinsim.core.scenario.UncertainInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Assumed inputs of a scenario as commented lines of YAML, ready to be uncommented. */
final class InputComments {
  private static final int HEAD = 3;

  private InputComments() {}

  /**
   * As many inputs as there is room for, in file order, some of every section; nothing if there are
   * none. What policies set is left out, since a change of it would not reach them.
   *
   * @param room lines there may be
   */
  static String of(List<UncertainInput> inputs, int room) {
    List<UncertainInput> writable =
        inputs.stream().filter(i -> !i.setByPolicy() && isWritable(i.path())).toList();
    List<UncertainInput> chosen = chosen(writable, room - HEAD);
    if (chosen.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n# ");
    text.append(chosen.size() == writable.size() ? "The" : chosen.size() + " of the ")
        .append(chosen.size() == writable.size() ? " inputs" : writable.size() + " inputs")
        .append(" that are assumed, with their ranges; `./depinsim sweep` tries them all. To")
        .append(" change some,\n")
        .append("# take away the # before them and before the lines they hang from.\n");
    List<String> above = List.of();
    for (UncertainInput input : chosen) {
      List<String> steps = steps(input);
      for (int depth = shared(above, steps); depth < steps.size(); depth++) {
        text.append('#').append("  ".repeat(depth)).append(steps.get(depth)).append(':');
        text.append(depth < steps.size() - 1 ? "\n" : " " + value(input) + "\n");
      }
      above = steps;
    }
    return text.toString();
  }

  /** Whether every step of a path is a plain key; entries of lists cannot be laid over. */
  private static boolean isWritable(String path) {
    return path.matches("[A-Za-z_][\\w-]*(\\.[A-Za-z_][\\w-]*)*");
  }

  private static String value(UncertainInput input) {
    return "{value: "
        + input.value()
        + ", grade: assumed, range: ["
        + input.text(input.low())
        + ", "
        + input.text(input.high())
        + "]}";
  }

  /** Takes turns among the sections, the shallowest paths first, until nothing fits any more. */
  private static List<UncertainInput> chosen(List<UncertainInput> inputs, int lines) {
    Map<String, Deque<Integer>> sections = new LinkedHashMap<>();
    IntStream.range(0, inputs.size())
        .boxed()
        .sorted(Comparator.comparing(i -> steps(inputs.get(i)).size()))
        .forEach(
            i ->
                sections
                    .computeIfAbsent(steps(inputs.get(i)).get(0), s -> new ArrayDeque<>())
                    .add(i));
    TreeMap<Integer, UncertainInput> chosen = new TreeMap<>();
    while (!sections.isEmpty()) {
      for (String section : List.copyOf(sections.keySet())) {
        int next = sections.get(section).remove();
        chosen.put(next, inputs.get(next));
        if (lines(chosen) > lines) {
          chosen.remove(next);
        }
        if (sections.get(section).isEmpty()) {
          sections.remove(section);
        }
      }
    }
    return List.copyOf(chosen.values());
  }

  private static List<String> steps(UncertainInput input) {
    return List.of(input.path().split("\\."));
  }

  private static int lines(TreeMap<Integer, UncertainInput> chosen) {
    int lines = 0;
    List<String> above = new ArrayList<>();
    for (UncertainInput input : chosen.values()) {
      List<String> steps = steps(input);
      lines += steps.size() - shared(above, steps);
      above = steps;
    }
    return lines;
  }

  private static int shared(List<String> above, List<String> steps) {
    int shared = 0;
    while (shared < Math.min(above.size(), steps.size())
        && above.get(shared).equals(steps.get(shared))) {
      shared++;
    }
    return shared;
  }
}
