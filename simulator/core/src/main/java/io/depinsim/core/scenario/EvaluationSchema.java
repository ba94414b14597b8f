package io.depinsim.core.scenario;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.depinsim.core.time.Span;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes the JSON Schema of an evaluation's input: what {@link Evaluator} binds, it accepts.
 *
 * <p>Required are the primitives: of the rest, a rule itself tells which it needs. Ranges that only
 * a record's constructor knows are not in it.
 */
final class EvaluationSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Catalogue catalogue;

  EvaluationSchema(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The schema, draft 2020-12, properties in component order. */
  ObjectNode of(Evaluation<?, ?> evaluation) {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
            .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .with(Option.INLINE_ALL_SCHEMAS);
    builder
        .forFields()
        .withRequiredCheck(
            field ->
                component(field).getType().isPrimitive()
                    && component(field).getAnnotation(Omittable.class) == null)
        .withDescriptionResolver(EvaluationSchema::describe)
        .withCustomDefinitionProvider(this::property);
    builder
        .forTypesInGeneral()
        .withPropertySorter((a, b) -> 0)
        .withCustomDefinitionProvider((type, context) -> single(type));
    ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(evaluation.input());
    schema.put("title", evaluation.key());
    return schema.put("description", evaluation.summary() + " Source: " + evaluation.source());
  }

  private static RecordComponent component(FieldScope field) {
    return Arrays.stream(field.getRawMember().getDeclaringClass().getRecordComponents())
        .filter(component -> component.getName().equals(field.getDeclaredName()))
        .findFirst()
        .orElseThrow();
  }

  private static String describe(FieldScope field) {
    InUnit unit = component(field).getAnnotation(InUnit.class);
    if (unit == null || unit.value().equals("1")) {
      return null;
    }
    return switch (unit.value()) {
      case "asset" -> "in whole tokens";
      case "currency" -> "in whole units of the currency";
      case "%" -> "a share: 0.125 or \"12.5 %\"";
      default -> "in " + unit.value();
    };
  }

  private static CustomDefinition single(ResolvedType type) {
    Class<?> erased = type.getErasedType();
    if (erased == BigDecimal.class || erased == BigInteger.class) {
      return new CustomDefinition(numberOrText());
    }
    boolean text =
        List.of(Span.class, Quantity.class, LocalDate.class, Instant.class).contains(erased);
    return text ? new CustomDefinition(NODES.objectNode().put("type", "string")) : null;
  }

  private static ObjectNode numberOrText() {
    ObjectNode either = NODES.objectNode();
    either.putArray("type").add("number").add("string");
    return either;
  }

  private CustomPropertyDefinition property(FieldScope field, SchemaGenerationContext context) {
    RecordComponent component = component(field);
    InUnit unit = component.getAnnotation(InUnit.class);
    if (unit != null && !unit.value().equals("1")) {
      return withDescription(inUnit(component.getGenericType()), describe(field));
    }
    OfRole role = component.getAnnotation(OfRole.class);
    if (role != null && component.getType() == KindChoice.class) {
      return withDescription(oneKind(role.value(), context), null);
    }
    return null;
  }

  private static CustomPropertyDefinition withDescription(ObjectNode schema, String description) {
    if (description != null) {
      schema.put("description", description);
    }
    return new CustomPropertyDefinition(schema, CustomDefinition.AttributeInclusion.NO);
  }

  private static ObjectNode inUnit(Type type) {
    ObjectNode schema = NODES.objectNode();
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      schema.put("type", "array").set("items", inUnit(generic.getActualTypeArguments()[0]));
      return schema;
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
      ObjectNode values = inUnit(generic.getActualTypeArguments()[1]);
      schema.put("type", "object").set("additionalProperties", values);
      return schema;
    }
    return numberOrText();
  }

  private ObjectNode oneKind(Role role, SchemaGenerationContext context) {
    ObjectNode schema = NODES.objectNode();
    ArrayNode choices = schema.putArray("oneOf");
    for (Kind<?, ?> kind : catalogue.listKinds(role)) {
      ObjectNode choice = choices.addObject().put("type", "object");
      ResolvedType spec = context.getTypeContext().resolve(kind.spec());
      choice.putObject("properties").set(kind.key(), context.createDefinition(spec));
      choice.putArray("required").add(kind.key());
      choice.put("additionalProperties", false);
    }
    return schema;
  }
}
