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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads YAML or JSON text into nodes with places.
 *
 * <p>Refuses duplicate keys (naming both places), anchors, aliases and tags, a second document, and
 * nesting deeper than {@value #DEEPEST}. The limits of Jackson and snakeyaml stay on.
 */
final class ConfigParser {
  /** Deepest nesting read. */
  static final int DEEPEST = 100;

  /** A decimal number, underscores between digits allowed, no leading zero, short exponent. */
  static final Pattern NUMBER =
      Pattern.compile("[-+]?(0|[1-9][0-9]*(_[0-9]+)*)(\\.[0-9]+(_[0-9]+)*)?([eE][-+]?[0-9]{1,3})?");

  private final String file;
  private final String[] lines;
  private final JsonParser parser;
  private final boolean json;
  private int depth;

  private ConfigParser(String file, String text, boolean json) throws IOException {
    this.file = file;
    this.json = json;
    this.lines = text.split("\r\n|\r|\n", -1);
    this.parser = (json ? new JsonFactory() : new YAMLFactory()).createParser(text);
  }

  /**
   * Reads one document.
   *
   * @param file what places should call it
   * @throws ScenarioException if the text is not one well-formed document
   */
  static ConfigNode parse(String file, String text, boolean json) {
    try {
      ConfigParser reader = new ConfigParser(file, text, json);
      try (JsonParser open = reader.parser) {
        if (open.nextToken() == null) {
          throw reader.refuse(new Place(file, 1, 1), "", "the file is empty", "");
        }
        ConfigNode root = reader.node();
        if (open.nextToken() != null) {
          throw reader.refuse(
              reader.here(), "", "one file holds one document", "split it, or remove the `---`");
        }
        return root;
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      Place place =
          at == null
              ? new Place(file, 1, 1)
              : new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
      String syntax = json ? "not well-formed JSON: " : "not well-formed YAML: ";
      throw new ScenarioException(
          List.of(new Problem(place, "", "", syntax + firstSentence(e.getOriginalMessage()), "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstSentence(String message) {
    String line = message.lines().filter(l -> !l.isBlank()).findFirst().orElse("").trim();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private ScenarioException refuse(Place place, String value, String rule, String maybe) {
    return new ScenarioException(List.of(new Problem(place, "", value, rule, maybe)));
  }

  private Place here() {
    JsonLocation at = parser.currentTokenLocation();
    return new Place(file, at.getLineNr(), at.getColumnNr());
  }

  private ConfigNode node() throws IOException {
    Place place = here();
    refuseReferences(place);
    if (++depth > DEEPEST) {
      throw refuse(place, "", "blocks may nest at most " + DEEPEST + " deep", "");
    }
    ConfigNode node =
        switch (parser.currentToken()) {
          case START_OBJECT -> map(place);
          case START_ARRAY -> list(place);
          default -> scalar(place);
        };
    depth--;
    return node;
  }

  private void refuseReferences(Place place) throws IOException {
    if (parser instanceof YAMLParser yaml
        && (yaml.isCurrentAlias() || yaml.getObjectId() != null)) {
      throw refuse(place, "", "anchors and aliases are not read", "share pieces by `extends`");
    }
    if (parser.getTypeId() != null) {
      throw refuse(place, "!" + parser.getTypeId(), "tags are not read", "quote the value");
    }
  }

  private ConfigMap map(Place place) throws IOException {
    Map<String, ConfigMap.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place keyPlace = here();
      refuseReferences(keyPlace);
      String key = parser.currentName();
      ConfigMap.Entry first = entries.get(key);
      if (first != null) {
        throw refuse(
            keyPlace,
            key,
            "the key stands twice, first at " + first.keyPlace(),
            "one is left over");
      }
      parser.nextToken();
      entries.put(key, new ConfigMap.Entry(keyPlace, node()));
    }
    return new ConfigMap(place, entries);
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
    if (place.line() > lines.length) {
      return false;
    }
    String line = lines[place.line() - 1];
    int at =
        line.offsetByCodePoints(
            0, Math.min(place.column() - 1, line.codePointCount(0, line.length())));
    return at < line.length() && "\"'|>".indexOf(line.charAt(at)) >= 0;
  }
}
