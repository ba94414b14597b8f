package io.depinsim.core.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads YAML or JSON text into nodes with places.
 *
 * <p>Refuses duplicate keys (naming both places), anchors, aliases and tags, a second document, and
 * nesting deeper than {@value #DEEPEST}; reading goes on after each. Aliases are never expanded, so
 * a text that nests them costs nothing. The limits of Jackson stay on.
 */
final class ConfigParser {
  /** Deepest nesting read. */
  static final int DEEPEST = 100;

  /** A decimal number, underscores between digits allowed, no leading zero, short exponent. */
  static final Pattern NUMBER =
      Pattern.compile("[-+]?(0|[1-9][0-9]*(_[0-9]+)*)(\\.[0-9]+(_[0-9]+)*)?([eE][-+]?[0-9]{1,3})?");

  /** Broken blocks of one text that are told of. */
  private static final int MOST_BROKEN = 20;

  /** Characters of a text so long that reading it again and again would take minutes. */
  private static final int LONG = 1_000_000;

  /** What YAML takes for the end of a line. */
  private static final Pattern BREAK = Pattern.compile("\r\n|[\r\n\u0085\u2028\u2029]");

  private static final Pattern JSON_BREAK = Pattern.compile("\r\n|[\r\n]");

  private static final Pattern JOINED =
      Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9_.-]*)([: ]\\s*[^:\\s].*)");

  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonFactory YAML = yaml();

  private final String file;
  private final List<String> lines;
  private final JsonParser parser;
  private final boolean json;
  private final Problems problems;

  /** Anchors and aliases told of, each once. */
  private final Set<String> references = new HashSet<>();

  private int depth;

  /** Text that nests too deep; thrown only inside this class. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    TooDeep(Problem problem) {
      super(problem.rule());
      this.problem = problem;
    }
  }

  private ConfigParser(
      String file, String text, List<String> lines, boolean json, Problems problems)
      throws IOException {
    this.file = file;
    this.json = json;
    this.lines = lines;
    this.problems = problems;
    this.parser = (json ? JSON : YAML).createParser(text);
  }

  private static JsonFactory yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(ScenarioText.LARGEST);
    return YAMLFactory.builder()
        .loaderOptions(options)
        .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
        .build();
  }

  /**
   * Reads one document, all or nothing.
   *
   * @param file what places should call it
   * @throws ScenarioException if the text is not one well-formed document
   */
  static ConfigNode parse(String file, String text, boolean json) {
    Problems problems = new Problems();
    Optional<ConfigNode> node = read(file, text, json, problems);
    problems.throwIfAny();
    return node.orElseThrow();
  }

  /**
   * Reads what can be read of a document. Of YAML that is broken somewhere, the block of the first
   * column around the fault is left out, and a spoilt place stands for it.
   *
   * @return the root; nothing if no part of the text can be told from the others
   */
  static Optional<ConfigNode> read(String file, String text, boolean json, Problems problems) {
    Pattern ends = json ? JSON_BREAK : BREAK;
    TextBlocks blocks = new TextBlocks(List.of(ends.split(text, -1)));
    Optional<Problem> tooLong = json ? Optional.empty() : tooLong(file, blocks.lines());
    if (tooLong.isPresent()) {
      problems.add(tooLong.get());
      return Optional.empty();
    }
    List<TextBlocks.Block> broken = new ArrayList<>();
    while (true) {
      Optional<Problem> fault = Optional.empty();
      try {
        String rest = broken.isEmpty() ? text : blocks.text();
        ConfigParser reader = new ConfigParser(file, rest, blocks.lines(), json, problems);
        try (JsonParser open = reader.parser) {
          return reader.document(open, broken);
        } catch (TooDeep e) {
          fault = Optional.of(e.problem);
        }
      } catch (JsonProcessingException e) {
        fault = Optional.of(new SyntaxErrors(file, blocks.lines()).explain(e, json));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      problems.add(fault.get());
      Optional<TextBlocks.Block> block = blocks.around(fault.get().place().line());
      int most = text.length() > LONG ? 1 : MOST_BROKEN;
      if (json || block.isEmpty() || broken.size() == most) {
        return Optional.empty();
      }
      broken.add(block.get());
      blocks.blank(block.get());
    }
  }

  /** The parser of YAML needs time by the square of the length of a value. */
  private static Optional<Problem> tooLong(String file, List<String> lines) {
    for (int line = 1; line <= lines.size(); line++) {
      if (lines.get(line - 1).length() > LONG) {
        String rule = "a line must not be longer than " + LONG + " characters";
        return Optional.of(new Problem(new Place(file, line, 1), "", "", rule, "break it"));
      }
    }
    return Optional.empty();
  }

  private Optional<ConfigNode> document(JsonParser open, List<TextBlocks.Block> broken)
      throws IOException {
    Optional<ConfigNode> root = Optional.empty();
    if (open.nextToken() != null) {
      root = Optional.of(node());
      if (open.nextToken() != null) {
        String maybe = json ? "remove what follows" : "split it, or remove the `---`";
        refuse(here(), "", "one file holds one document", maybe);
      }
    } else if (broken.isEmpty()) {
      refuse(new Place(file, 1, 1), "", "the file holds nothing", "");
    } else {
      root = Optional.of(new ConfigMap(new Place(file, 1, 1), Map.of()));
    }
    if (broken.isEmpty() || root.isEmpty() || !(root.get() instanceof ConfigMap map)) {
      return root;
    }
    Map<String, ConfigMap.Entry> entries = new LinkedHashMap<>(map.entries());
    for (TextBlocks.Block block : broken) {
      Place place = new Place(file, block.line(), 1);
      entries.putIfAbsent(block.key(), new ConfigMap.Entry(place, hole(place)));
    }
    return Optional.of(new ConfigMap(map.place(), entries));
  }

  /** Stands for what could not be read, at a place whose problem has been told. */
  private ConfigScalar hole(Place place) {
    problems.spoil(place);
    return new ConfigScalar(place, ConfigScalar.Form.NULL, "");
  }

  private void refuse(Place place, String value, String rule, String maybe) {
    problems.add(place, "", value, rule, maybe);
  }

  private Place here() {
    JsonLocation at = parser.currentTokenLocation();
    return new Place(file, at.getLineNr(), at.getColumnNr());
  }

  private ConfigNode node() throws IOException {
    Place place = here();
    boolean spoilt = refuseReferences(place);
    if (++depth > DEEPEST) {
      String rule = "blocks may nest at most " + DEEPEST + " deep";
      throw new TooDeep(new Problem(place, "", "", rule, ""));
    }
    ConfigNode node =
        switch (parser.currentToken()) {
          case START_OBJECT -> map(place);
          case START_ARRAY -> list(place);
          default -> scalar(place);
        };
    depth--;
    return spoilt ? hole(place) : node;
  }

  /** Tells of anchors, aliases and tags; whether a value could not be read because of one. */
  private boolean refuseReferences(Place place) throws IOException {
    boolean alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    boolean anchor = parser instanceof YAMLParser yaml && yaml.getObjectId() != null;
    String name = alias ? "*" + parser.getText() : anchor ? "&" + parser.getObjectId() : "";
    if ((alias || anchor) && references.add(name)) {
      String rule = "anchors and aliases are not read";
      refuse(place, name, rule, "share pieces by `extends`");
    }
    if (parser.getTypeId() != null) {
      refuse(
          place,
          "!" + parser.getTypeId().toString().replace("tag:yaml.org,2002:", "!"),
          "tags are not read",
          "quote the value");
    }
    return alias || parser.getTypeId() != null;
  }

  private ConfigMap map(Place place) throws IOException {
    Map<String, ConfigMap.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place keyPlace = here();
      refuseReferences(keyPlace);
      String key = parser.currentName();
      parser.nextToken();
      Optional<Matcher> joined = joined(key);
      if (joined.isPresent()) {
        noColon(joined.get(), keyPlace);
        entries.putIfAbsent(joined.get().group(1), new ConfigMap.Entry(keyPlace, hole(keyPlace)));
        continue;
      }
      ConfigMap.Entry entry = new ConfigMap.Entry(keyPlace, node());
      ConfigMap.Entry first = entries.putIfAbsent(key, entry);
      if (key.equals("<<") && !json) {
        refuse(keyPlace, key, "pieces are not merged by `<<`", "share pieces by `extends`");
        entries.remove(key);
      } else if (first != null) {
        String rule = "the key stands twice, first at " + first.keyPlace();
        refuse(keyPlace, key, rule, "one is left over");
      }
    }
    return new ConfigMap(place, entries);
  }

  /** Inside braces YAML reads {@code {a:1}} and {@code {a 1}} as a key without a value. */
  private Optional<Matcher> joined(String key) throws IOException {
    if (json || parser.currentToken() != JsonToken.VALUE_NULL || parser.getTypeId() != null) {
      return Optional.empty();
    }
    return Optional.of(JOINED.matcher(key)).filter(Matcher::matches);
  }

  private void noColon(Matcher joined, Place place) {
    boolean space = joined.group(2).startsWith(" ");
    refuse(
        place,
        joined.group(),
        space ? "a key must end in a colon" : "a space must follow the colon of a key",
        "`" + joined.group(1) + ": " + joined.group(2).substring(1).trim() + "`");
  }

  private ConfigList list(Place place) throws IOException {
    List<ConfigNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new ConfigList(place, items);
  }

  private ConfigScalar scalar(Place place) throws IOException {
    String text = parser.getText();
    ConfigScalar.Form form =
        switch (parser.currentToken()) {
          // YAML of old reads `yes` and `On` as truth; here they are text.
          case VALUE_TRUE, VALUE_FALSE ->
              text.equals("true") || text.equals("false")
                  ? ConfigScalar.Form.BOOLEAN
                  : ConfigScalar.Form.TEXT;
          case VALUE_NULL -> ConfigScalar.Form.NULL;
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ConfigScalar.Form.NUMBER;
          default ->
              !json && !quoted(place) && NUMBER.matcher(text).matches()
                  ? ConfigScalar.Form.NUMBER
                  : ConfigScalar.Form.TEXT;
        };
    return new ConfigScalar(place, form, text == null ? "" : text);
  }

  /** YAML tells quoted from plain text only by the character it starts with. */
  private boolean quoted(Place place) {
    if (place.line() > lines.size()) {
      return false;
    }
    String line = lines.get(place.line() - 1);
    int at =
        line.offsetByCodePoints(
            0, Math.min(place.column() - 1, line.codePointCount(0, line.length())));
    return at < line.length() && "\"'|>".indexOf(line.charAt(at)) >= 0;
  }
}
