package io.depinsim.core.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Optional;

/**
 * Runs pure rules as calculators: one JSON object in, one JSON object out.
 *
 * <p>Inputs bind as strictly as scenarios. A number whose component names a unit may be bare and
 * then is in that unit; components that are no primitives may be left out and are then null, and
 * the rule tells whether it needs them; exact decimals may be JSON numbers or strings. Outputs keep
 * the order of the record; exact decimals and big integers are strings, other numbers are numbers.
 */
public final class Evaluator {
  private static final String INPUT = "input";

  private final Catalogue catalogue;

  /** An evaluator whose inputs may choose among these kinds. */
  public Evaluator(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Applies a rule.
   *
   * @param json the input
   * @return the output, indented, ending in a line feed
   * @throws ScenarioException if the input does not parse or bind, or the rule refuses it
   * @throws ArithmeticException if a result is not finite
   */
  public <I extends Record, O extends Record> String evaluate(
      Evaluation<I, O> evaluation, String json) {
    ConfigNode node = ConfigParser.parse(INPUT, json, true);
    Problems problems = new Problems();
    RecordBinder binder = new RecordBinder(catalogue, problems, UnitWords.UNKNOWN, true);
    Optional<I> input = binder.bind(node, evaluation.input(), "");
    problems.throwIfAny();
    try {
      return print(EvaluationJson.of(evaluation.rule().apply(input.get())));
    } catch (IllegalArgumentException e) {
      binder.refuse((ConfigMap) node, "", RuleMessage.of(e.getMessage()));
      throw new ScenarioException(problems.list());
    }
  }

  /** An input that runs, as JSON, ending in a line feed. */
  public String example(Evaluation<?, ?> evaluation) {
    return print(EvaluationJson.of(evaluation.example()));
  }

  /** The JSON Schema (draft 2020-12) of inputs, ending in a line feed. */
  public String schema(Evaluation<?, ?> evaluation) {
    return print(new EvaluationSchema(catalogue).of(evaluation));
  }

  private static String print(JsonNode node) {
    try {
      ObjectMapper mapper = new ObjectMapper();
      return mapper
              .writer()
              .with(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(node)
              .replace(System.lineSeparator(), "\n")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes always prints", e);
    }
  }
}
