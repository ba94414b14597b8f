package io.depinsim.core.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

/** One decision as it was logged, with names for its numbers. */
public final class Decision {
  private static final JsonFactory JSON = new JsonFactory();

  private final DecisionHead head;
  private final DecisionBlock block;
  private final int row;
  private final int firstInput;
  private final int firstOption;

  Decision(DecisionHead head, DecisionBlock block, int row, int firstInput, int firstOption) {
    this.head = head;
    this.block = block;
    this.row = row;
    this.firstInput = firstInput;
    this.firstOption = firstOption;
  }

  private int column(int which) {
    return (int) block.columns[which][row];
  }

  private DecisionKind kind() {
    return head.kinds().get(column(DecisionBlock.KIND));
  }

  /** When, microseconds since the start of the run. */
  public long timeMicros() {
    return block.columns[DecisionBlock.TIME][row];
  }

  /** When. */
  public Instant time() {
    return head.at(timeMicros());
  }

  /** Who decided. */
  public String agent() {
    return head.agents().get(column(DecisionBlock.AGENT));
  }

  /**
   * As one line of JSON. Inputs and scores that are no numbers are null; a choice of no option is
   * null too.
   */
  public String json() {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(line)) {
      write(out);
    } catch (IOException e) {
      throw new IllegalStateException("a text can always be written to", e);
    }
    return line.toString();
  }

  private void write(JsonGenerator out) throws IOException {
    DecisionKind kind = kind();
    out.writeStartObject();
    out.writeStringField("policy", head.policy());
    out.writeStringField("regime", head.regime());
    out.writeNumberField("replicate", head.replicate());
    out.writeStringField("time", time().toString());
    out.writeStringField("agent", agent());
    out.writeStringField("decision", kind.name());
    out.writeStringField("subject", head.subjects().get(column(DecisionBlock.SUBJECT)));
    out.writeNumberField("number", block.columns[DecisionBlock.NUMBER][row]);
    out.writeObjectFieldStart("inputs");
    for (int i = 0; i < column(DecisionBlock.INPUTS); i++) {
      out.writeFieldName(kind.inputs().get(i));
      number(block.inputs[firstInput + i], out);
    }
    out.writeEndObject();
    out.writeArrayFieldStart("options");
    for (int i = 0; i < column(DecisionBlock.OPTIONS); i++) {
      out.writeStartObject();
      out.writeStringField("option", kind.option(block.optionIds[firstOption + i]));
      out.writeFieldName("score");
      score(block.scores[firstOption + i], out);
      out.writeEndObject();
    }
    out.writeEndArray();
    int choice = column(DecisionBlock.CHOICE);
    if (choice < 0) {
      out.writeNullField("choice");
    } else if (choice < column(DecisionBlock.OPTIONS)) {
      out.writeStringField("choice", kind.option(block.optionIds[firstOption + choice]));
    } else {
      throw new DecisionCoding.Malformed("a choice is none of the options");
    }
    out.writeStringField("reason", kind.reasons().get(column(DecisionBlock.REASON)));
    out.writeEndObject();
  }

  private static void number(double value, JsonGenerator out) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(PlainNumbers.format(value));
    } else {
      out.writeNull();
    }
  }

  /** A score has 24 bits, so 0.1 was logged as 0.10000000149 and is shown as 0.1. */
  private static void score(double value, JsonGenerator out) throws IOException {
    if (!Double.isFinite(value)) {
      out.writeNull();
      return;
    }
    out.writeNumber(PlainNumbers.format(shortened(value)));
  }

  /** Among decimals of few digits, the shortest that is the same float. */
  static double shortened(double value) {
    double rounded = value;
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits <= 9; digits++) {
      BigDecimal fewer = exact.round(new MathContext(digits));
      if (fewer.floatValue() == (float) value) {
        rounded = fewer.doubleValue();
        break;
      }
    }
    return rounded;
  }
}
