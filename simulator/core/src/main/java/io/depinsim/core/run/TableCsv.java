package io.depinsim.core.run;

import io.depinsim.core.scenario.ExpectSpec;
import io.depinsim.core.scenario.FindingSpec;
import java.io.IOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The small tables of a run directory: {@code summary.csv}, {@code expectations.csv} and {@code
 * findings.csv}.
 */
final class TableCsv {
  static final String SUMMARY_HEADER =
      "policy,regime,metric,unit,statistic,mean,sd,ci95_low,ci95_high,replicates";
  static final String EXPECTATIONS_HEADER =
      "name,basis,metric,statistic,history,from,to,value,low,high,outcome,policy,regime,across";
  static final String FINDINGS_HEADER =
      "finding,claim,regime,policy_from,policy_to,metric,statistic,mean_effect,sd,ci95_low,ci95_high,"
          + "limit_direction,limit,share_holding,replicates,verdict,unit,relative,source";

  private TableCsv() {}

  static void writeSummary(List<SummaryRow> rows, Writer out) throws IOException {
    out.write(SUMMARY_HEADER + "\n");
    for (SummaryRow row : rows) {
      out.write(
          CsvText.line(
              row.policy(),
              row.regime(),
              row.metric(),
              row.unit(),
              row.statistic(),
              PlainNumbers.format(row.mean()),
              text(row.sd()),
              text(row.ci95Low()),
              text(row.ci95High()),
              Integer.toString(row.replicates())));
    }
  }

  static List<SummaryRow> readSummary(CsvReader in) throws IOException {
    return read(
        in,
        SUMMARY_HEADER,
        f ->
            new SummaryRow(
                f.get(0),
                f.get(1),
                f.get(2),
                f.get(3),
                f.get(4),
                PlainNumbers.parse(f.get(5)),
                number(f.get(6)),
                number(f.get(7)),
                number(f.get(8)),
                Integer.parseInt(f.get(9))));
  }

  static void writeExpectations(List<ExpectationRow> rows, Writer out) throws IOException {
    out.write(EXPECTATIONS_HEADER + "\n");
    for (ExpectationRow row : rows) {
      out.write(
          CsvText.line(
              row.name(),
              row.basis().name(),
              row.metric(),
              row.statistic(),
              row.history(),
              row.from().toString(),
              row.to().toString(),
              PlainNumbers.format(row.value()),
              text(row.low()),
              text(row.high()),
              row.outcome().name(),
              row.policy(),
              row.regime(),
              row.across().name()));
    }
  }

  static List<ExpectationRow> readExpectations(CsvReader in) throws IOException {
    return read(
        in,
        EXPECTATIONS_HEADER,
        f ->
            new ExpectationRow(
                f.get(0),
                constant(ExpectSpec.Basis.values(), f.get(1)),
                f.get(2),
                f.get(3),
                f.get(4),
                LocalDate.parse(f.get(5)),
                LocalDate.parse(f.get(6)),
                PlainNumbers.parse(f.get(7)),
                number(f.get(8)),
                number(f.get(9)),
                constant(ExpectationRow.Outcome.values(), f.get(10)),
                f.get(11),
                f.get(12),
                constant(ExpectSpec.Across.values(), f.get(13))));
  }

  static void writeFindings(List<FindingRow> rows, Writer out) throws IOException {
    out.write(FINDINGS_HEADER + "\n");
    for (FindingRow row : rows) {
      out.write(
          CsvText.line(
              row.finding(),
              row.claim(),
              row.regime(),
              row.policyFrom(),
              row.policyTo(),
              row.metric(),
              row.statistic(),
              text(row.meanEffect()),
              text(row.sd()),
              text(row.ci95Low()),
              text(row.ci95High()),
              row.limitDirection().name(),
              PlainNumbers.format(row.limit()),
              PlainNumbers.format(row.shareHolding()),
              Integer.toString(row.replicates()),
              row.verdict().name(),
              row.unit(),
              Boolean.toString(row.relative()),
              row.source()));
    }
  }

  static List<FindingRow> readFindings(CsvReader in) throws IOException {
    return read(
        in,
        FINDINGS_HEADER,
        f ->
            new FindingRow(
                f.get(0),
                f.get(1),
                f.get(2),
                f.get(3),
                f.get(4),
                f.get(5),
                f.get(6),
                number(f.get(7)),
                number(f.get(8)),
                number(f.get(9)),
                number(f.get(10)),
                constant(FindingSpec.Direction.values(), f.get(11)),
                PlainNumbers.parse(f.get(12)),
                PlainNumbers.parse(f.get(13)),
                Integer.parseInt(f.get(14)),
                constant(FindingRow.Verdict.values(), f.get(15)),
                f.get(16),
                bool(f.get(17)),
                f.get(18)));
  }

  static boolean bool(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    }
    return Boolean.parseBoolean(text);
  }

  /** How one record of a table becomes a row; throws what parsing throws. */
  interface RowParser<T> {
    T parse(List<String> fields);
  }

  static <T> List<T> read(CsvReader in, String header, RowParser<T> parser) throws IOException {
    in.expectHeader(header);
    List<T> rows = new ArrayList<>();
    Optional<List<String>> fields = in.next();
    while (fields.isPresent()) {
      try {
        rows.add(parser.parse(fields.get()));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw in.damaged(withoutStop(e.getMessage()));
      }
      fields = in.next();
    }
    return List.copyOf(rows);
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  static String text(OptionalDouble value) {
    return value.isPresent() ? PlainNumbers.format(value.getAsDouble()) : "";
  }

  static OptionalDouble number(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(PlainNumbers.parse(text));
  }

  static <E extends Enum<E>> E constant(E[] constants, String name) {
    for (E constant : constants) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("'" + name + "' is none of " + Arrays.toString(constants));
  }
}
