package io.depinsim.core.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells everything that a scenario can say, from the catalogue: blocks first, from the top down,
 * then the kinds of each role. In Markdown, or plainly for a terminal.
 */
public final class FieldReference {
  private final Catalogue catalogue;
  private final Meanings meanings = new Meanings();

  /** Under which heading each block is told. */
  private final Map<Class<?>, String> headings = new LinkedHashMap<>();

  /** A reference to scenarios that may name these kinds. */
  public FieldReference(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The whole reference in Markdown, ending in a line feed. */
  public String markdown() {
    // Blocks are referred to before they are told: the first writing finds their headings.
    write();
    return write();
  }

  private String write() {
    StringBuilder text = new StringBuilder();
    Set<Class<?>> told = new LinkedHashSet<>();
    text.append("### A scenario\n\n");
    table(ScenarioSpec.class, text);
    text.append("\nKinds of: ").append(listRoles()).append(".\n");
    told.add(ScenarioSpec.class);
    for (SpecField field : SpecField.of(ScenarioSpec.class)) {
      field.block().ifPresent(block -> blocks(field.name(), block, told, text));
    }
    for (Role role : Role.values()) {
      if (!catalogue.listKinds(role).isEmpty()) {
        text.append("\n### Kinds of ").append(role.key()).append("\n\n");
        text.append(sentence(meanings.of(Role.class, role.name()))).append('\n');
        catalogue.listKinds(role).forEach(kind -> kind(kind, told, text));
      }
    }
    return text.toString();
  }

  /**
   * One block or kind for a terminal.
   *
   * @param name of a kind ({@code utilisation}), a block ({@code lifecycle}) or the path of one
   *     ({@code networks.clock})
   * @return nothing if there is none of that name
   */
  public Optional<String> plain(String name) {
    for (Kind<?, ?> kind : catalogue.listKinds()) {
      if (kind.key().equals(name) || (kind.role().key() + "." + kind.key()).equals(name)) {
        return Optional.of(
            plain(kind.role().key() + "." + kind.key(), kind.summary(), kind.spec(), source(kind)));
      }
    }
    return listBlocks().stream()
        .filter(block -> block.path().equals(name) || block.path().endsWith("." + name))
        .findFirst()
        .map(block -> plain(block.path(), meanings.of(block.spec()), block.spec(), ""));
  }

  /** Names that {@link #plain} knows: blocks by path, kinds by role and key. */
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    listBlocks().forEach(block -> names.add(block.path()));
    catalogue.listKinds().forEach(kind -> names.add(kind.role().key() + "." + kind.key()));
    return List.copyOf(names);
  }

  private record Block(String path, Class<?> spec) {}

  /** Blocks that hold no kinds' own, from the top down. */
  private List<Block> listBlocks() {
    Deque<Block> open = new ArrayDeque<>(List.of(new Block("scenario", ScenarioSpec.class)));
    Set<Class<?>> seen = new LinkedHashSet<>();
    List<Block> all = new ArrayList<>();
    while (!open.isEmpty()) {
      Block block = open.remove();
      if (seen.add(block.spec())) {
        all.add(block);
        for (SpecField field : SpecField.of(block.spec())) {
          String path = block.spec() == ScenarioSpec.class ? "" : block.path() + ".";
          field.block().ifPresent(inner -> open.add(new Block(path + field.name(), inner)));
        }
      }
    }
    return all;
  }

  private void blocks(String path, Class<?> block, Set<Class<?>> told, StringBuilder text) {
    if (!told.add(block)) {
      return;
    }
    headings.put(block, path);
    text.append("\n### ").append(path).append("\n\n");
    text.append(sentence(meanings.of(block))).append("\n\n");
    table(block, text);
    for (SpecField field : SpecField.of(block)) {
      field.block().ifPresent(inner -> blocks(path + "." + field.name(), inner, told, text));
    }
  }

  private void kind(Kind<?, ?> kind, Set<Class<?>> told, StringBuilder text) {
    text.append("\n#### ").append(kind.role().key()).append(": ").append(kind.key());
    text.append("\n\n").append(sentence(kind.summary())).append(' ');
    text.append("Source: ").append(source(kind)).append(".\n");
    List<SpecField> fields = SpecField.of(kind.spec());
    if (fields.isEmpty()) {
      text.append("\nNothing to set: `").append(kind.key()).append(": {}`.\n");
      return;
    }
    text.append('\n');
    table(kind.spec(), text);
    for (SpecField field : fields) {
      field.block().ifPresent(inner -> blocks(kind.key() + "." + field.name(), inner, told, text));
    }
  }

  private String source(Kind<?, ?> kind) {
    String source = meanings.source(kind.spec());
    return source.isEmpty() ? "ours, an assumed form" : source;
  }

  private void table(Class<?> spec, StringBuilder text) {
    text.append("| key | type | unit | range | default | meaning |\n");
    text.append("| --- | --- | --- | --- | --- | --- |\n");
    for (SpecField field : SpecField.of(spec)) {
      String row =
          List.of(
                  "`" + field.name() + "`",
                  linked(field),
                  unit(field),
                  field.within(),
                  whenLeftOut(field),
                  cell(meanings.of(field)))
              .stream()
              .map(cell -> cell.isEmpty() ? " " : " " + cell + " ")
              .collect(Collectors.joining("|", "|", "|"));
      text.append(row).append('\n');
    }
  }

  private String plain(String name, String summary, Class<?> spec, String source) {
    StringBuilder text = new StringBuilder(name + ": " + sentence(summary) + "\n");
    if (!source.isEmpty()) {
      text.append("Source: ").append(source).append(".\n");
    }
    for (SpecField field : SpecField.of(spec)) {
      text.append("\n  ").append(field.name()).append("  ").append(type(field));
      String unit = unit(field);
      text.append(unit.isEmpty() ? "" : " [" + unit + "]");
      String range = field.within();
      text.append(range.isEmpty() ? "" : ", " + range);
      text.append(field.omittable() ? "" : ", required");
      String left = field.whenLeftOut();
      text.append(left.isEmpty() || left.equals("{}") ? "" : ", default " + left);
      text.append("\n      ").append(sentence(meanings.of(field)));
    }
    return text.append('\n').toString();
  }

  private String listRoles() {
    return Arrays.stream(Role.values())
        .filter(role -> !catalogue.listKinds(role).isEmpty())
        .map(role -> link(role.key(), "Kinds of " + role.key()))
        .collect(Collectors.joining(", "));
  }

  /** The type, with a link to where blocks and kinds are told. */
  private String linked(SpecField field) {
    if (field.single() == KindChoice.class) {
      String key = field.role().orElseThrow().key();
      return field.holding(link("kind of " + key, "Kinds of " + key));
    }
    String heading = field.block().map(headings::get).orElse(null);
    return heading == null ? type(field) : field.holding(link("block", heading));
  }

  /** A link to a heading, as GitHub names it. */
  private static String link(String text, String heading) {
    String anchor =
        heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    return "[" + text + "](#" + anchor + ")";
  }

  private String type(SpecField field) {
    Class<?> single = field.single();
    String word;
    if (single == KindChoice.class) {
      word = "kind of " + field.role().orElseThrow().key();
    } else if (field.block().isPresent()) {
      word = "block";
    } else if (single.isEnum()) {
      word =
          Arrays.stream(single.getEnumConstants())
              .map(constant -> "`" + ((Enum<?>) constant).name() + "`")
              .collect(Collectors.joining(", "));
    } else {
      word = SpecWords.of(single);
    }
    return field.holding(word);
  }

  private static String unit(SpecField field) {
    return field.unit().equals("1")
        ? ""
        : field.unit().replace("|", " or ").replace("1 or", "none or");
  }

  private static String whenLeftOut(SpecField field) {
    if (!field.omittable()) {
      return "required";
    }
    return field.whenLeftOut().isEmpty() || field.whenLeftOut().equals("{}")
        ? ""
        : "`" + field.whenLeftOut() + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String sentence(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String whole = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return whole.endsWith(".") || whole.endsWith("?") ? whole : whole + ".";
  }
}
