package io.depinsim.core.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the JSON Schema of scenario files from the catalogue, for editors: keys, kinds, units,
 * what each means. Draft 7, which YAML language servers know best.
 *
 * <p>It accepts what the reader accepts, save rare spellings of units, and refuses what can be seen
 * in one file by itself: not names that lead nowhere, nor values that only go wrong together. A
 * file that extends another, or has no {@code run}, is a piece: nothing is required of it.
 */
public final class ScenarioSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private final Catalogue catalogue;
  private final Meanings meanings = new Meanings();
  private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();
  private final Map<String, Class<?>> taken = new LinkedHashMap<>();
  private final Map<ObjectNode, String> values = new LinkedHashMap<>();

  /** A schema of scenarios that may name these kinds. */
  public ScenarioSchema(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The schema as text, ending in a line feed; the same for the same catalogue. */
  public String text() {
    definitions.clear();
    values.clear();
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "depinsim scenario, format 1");
    ObjectNode piece = NODES.objectNode();
    ArrayNode either = piece.putArray("anyOf");
    either.addObject().putArray("required").add("extends");
    either.addObject().putObject("not").putArray("required").add("run");
    schema.set("if", piece);
    schema.set("then", reference(ScenarioSpec.class, false));
    schema.set("else", reference(ScenarioSpec.class, true));
    ObjectNode all = schema.putObject("definitions");
    definitions.forEach(all::set);
    try {
      return new ObjectMapper()
              .writer()
              .with(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(schema)
              .replace(System.lineSeparator(), "\n")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes always prints", e);
    }
  }

  /** A reference to the definition of a record, which is made when it is first asked for. */
  private ObjectNode reference(Class<?> spec, boolean whole) {
    String name = (whole ? "whole." : "piece.") + name(spec);
    if (!definitions.containsKey(name)) {
      definitions.put(name, NODES.objectNode());
      definitions.put(name, block(spec, whole));
    }
    return NODES.objectNode().put("$ref", "#/definitions/" + name);
  }

  private String name(Class<?> spec) {
    String simple = spec.getName().substring(spec.getPackageName().length() + 1).replace('$', '.');
    String name = simple;
    for (int i = 2; taken.getOrDefault(name, spec) != spec; i++) {
      name = simple + "-" + i;
    }
    taken.put(name, spec);
    return name;
  }

  private ObjectNode block(Class<?> spec, boolean whole) {
    ObjectNode block = NODES.objectNode().put("type", "object");
    String meaning = meanings.of(spec);
    if (!meaning.isEmpty()) {
      block.put("description", meaning);
    }
    ObjectNode properties = block.putObject("properties");
    ArrayNode required = NODES.arrayNode();
    if (spec == ScenarioSpec.class) {
      properties.set("extends", extended());
    }
    for (SpecField field : SpecField.of(spec)) {
      ObjectNode value = value(field, field.type(), whole);
      properties.set(field.name(), described(field, value));
      if (!field.omittable()) {
        required.add(field.name());
      }
    }
    if (whole && !required.isEmpty()) {
      block.set("required", required);
    }
    if (whole && spec == RunSpec.class) {
      ArrayNode ends = block.putArray("oneOf");
      List.of("horizon", "end").forEach(end -> ends.addObject().putArray("required").add(end));
    }
    return block.put("additionalProperties", false);
  }

  private static ObjectNode extended() {
    ObjectNode schema = NODES.objectNode();
    schema.put("description", "Files, or `preset:NAME`, that this one is laid over.");
    ArrayNode either = schema.putArray("anyOf");
    either.addObject().put("type", "string");
    either.addObject().put("type", "array").putObject("items").put("type", "string");
    return schema;
  }

  private ObjectNode described(SpecField field, ObjectNode value) {
    StringBuilder text = new StringBuilder(meanings.of(field));
    if (!field.unit().isEmpty() && !field.unit().equals("1")) {
      text.append(text.length() > 0 ? " " : "").append('[').append(field.unit()).append(']');
    }
    if (!field.within().isEmpty()) {
      text.append(" Range: ").append(field.within()).append('.');
    }
    if (!field.whenLeftOut().isEmpty() && !field.whenLeftOut().equals("{}")) {
      text.append(" Left out: ").append(field.whenLeftOut()).append('.');
    }
    if (text.length() == 0) {
      return value;
    }
    if (value.has("$ref")) {
      // Draft 7 ignores what stands beside a reference.
      ObjectNode around = NODES.objectNode();
      around.put("description", text.toString());
      around.putArray("allOf").add(value);
      return around;
    }
    return value.put("description", text.toString());
  }

  private ObjectNode value(SpecField field, Type type, boolean whole) {
    if (type == ConfigNode.class) {
      return NODES.objectNode();
    }
    if (type instanceof ParameterizedType generic) {
      return graded(several(field, generic, whole));
    }
    Class<?> single = (Class<?>) type;
    if (single == KindChoice.class) {
      return oneKind(field.role().orElseThrow(), whole);
    }
    if (single.isRecord() && !ScalarBinder.binds(single)) {
      return reference(single, whole);
    }
    return graded(ValueSchema.of(field, single));
  }

  private ObjectNode several(SpecField field, ParameterizedType generic, boolean whole) {
    Type[] arguments = generic.getActualTypeArguments();
    ObjectNode schema = NODES.objectNode();
    if (generic.getRawType() == List.class) {
      schema.put("type", "array").set("items", value(field, arguments[0], whole));
      return schema;
    }
    schema.put("type", "object");
    ValueSchema.keys(field, arguments[0]).ifPresent(keys -> schema.set("propertyNames", keys));
    schema.set("additionalProperties", value(field, arguments[1], whole));
    return schema;
  }

  private ObjectNode oneKind(Role role, boolean whole) {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (Kind<?, ?> kind : catalogue.listKinds(role)) {
      ObjectNode choice = properties.putObject(kind.key());
      String source = meanings.source(kind.spec());
      choice.put("description", kind.summary() + (source.isEmpty() ? "" : ". Source: " + source));
      choice.putArray("allOf").add(reference(kind.spec(), whole));
    }
    return schema
        .put("minProperties", 1)
        .put("maxProperties", 1)
        .put("additionalProperties", false);
  }

  /** The value by itself, or with its evidence beside it. Each is defined once. */
  private ObjectNode graded(ObjectNode value) {
    String name = values.get(value);
    if (name == null) {
      name = "value-" + (values.size() + 1);
      values.put(value, name);
      definitions.put(name, withEvidence(value));
    }
    return NODES.objectNode().put("$ref", "#/definitions/" + name);
  }

  private static ObjectNode withEvidence(ObjectNode value) {
    ObjectNode evidence = NODES.objectNode().put("type", "object");
    ObjectNode properties = evidence.putObject("properties");
    properties.set("value", value.deepCopy());
    ArrayNode grades = properties.putObject("grade").putArray("enum");
    for (Evidence.Grade grade : Evidence.Grade.values()) {
      grades.add(grade.name());
    }
    for (String key : List.of("source", "date", "note")) {
      properties.putObject(key);
    }
    properties.putObject("range").put("type", "array").put("minItems", 2).put("maxItems", 2);
    evidence.putArray("required").add("value").add("grade");
    evidence.put("additionalProperties", false);
    String documented = Evidence.Grade.documented.name();
    evidence.putObject("if").putObject("properties").putObject("grade").put("const", documented);
    evidence.putObject("then").putArray("required").add("source");
    ObjectNode schema = NODES.objectNode();
    schema.putArray("anyOf").add(value).add(evidence);
    return schema;
  }
}
