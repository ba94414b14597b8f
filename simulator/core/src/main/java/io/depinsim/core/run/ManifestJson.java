package io.depinsim.core.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * {@code manifest.json} and {@code sweep.json}: fields in the record's order, two spaces of
 * indentation, LF line ends.
 */
final class ManifestJson {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .addModule(
              new SimpleModule()
                  .addSerializer(double.class, new NumberText(false))
                  .addSerializer(Double.class, new NumberText(false))
                  .addSerializer(Instant.class, new InstantText())
                  .addDeserializer(Instant.class, new InstantReader()))
          .build();

  /** The manifest of a run or a sweep as text. */
  String text(Record manifest) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return mapper.writer(printer).writeValueAsString(manifest) + "\n";
  }

  /** A record as text whose lists of numbers and words take one line each; NaN is null. */
  String compact(Record record) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    SimpleModule undefined = new SimpleModule();
    undefined.addSerializer(Double.class, new NumberText(true));
    return mapper.copy().registerModule(undefined).writer(printer).writeValueAsString(record)
        + "\n";
  }

  /**
   * Reads a manifest.
   *
   * @param file path for messages
   * @throws RunDirectoryException with file, line and column if a field is missing, unknown or of
   *     the wrong type
   */
  Manifest read(String file, String text) {
    return read(file, text, Manifest.class, "Maybe another version of the program wrote it.");
  }

  /**
   * Reads a record.
   *
   * @param maybe sentence that ends what is said about a damaged one
   * @throws RunDirectoryException as for a manifest
   */
  <T extends Record> T read(String file, String text, Class<T> type, String maybe) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      // Behind " (" and ";" Jackson speaks of its own classes and switches.
      String what = e.getOriginalMessage().split(" \\(|;|\n", 2)[0].replaceFirst(".*problem: ", "");
      throw new RunDirectoryException(
          String.join(" ", file + ":" + line + ":" + column + ": " + what + ".", maybe), e);
    }
  }

  private static final class NumberText extends StdScalarSerializer<Double> {
    private static final long serialVersionUID = 1L;

    private final boolean nullable;

    NumberText(boolean nullable) {
      super(Double.class);
      this.nullable = nullable;
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (nullable && value.isNaN()) {
        out.writeNull();
      } else {
        out.writeNumber(PlainNumbers.format(value));
      }
    }
  }

  private static final class InstantText extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantText() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class InstantReader extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) throws IOException {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        return (Instant)
            context.handleWeirdStringValue(
                Instant.class, text, "not a date and time like 2020-10-15T00:00:00Z");
      }
    }
  }
}
