package io.depinsim.core.run;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRecord.ArmRow;
import io.depinsim.core.run.ComparisonRecord.BestRow;
import io.depinsim.core.run.ComparisonRecord.InputRow;
import io.depinsim.core.run.ComparisonRecord.MapRow;
import io.depinsim.core.run.ComparisonRecord.VarianceRow;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/** The tables that {@code compare} adds to a run directory. */
final class ComparisonCsv {
  static final Table<ComparisonRow> COMPARISON =
      new Table<>(
          "metric,policy,base,regime,mean_difference,ci95_low,ci95_high,verdict,correlation,"
              + "variance_reduction,question,statistic,unit,base_mean,policy_mean,matters,better,"
              + "replicates,needed",
          r ->
              CsvText.line(
                  r.metric(),
                  r.policy(),
                  r.base(),
                  r.regime(),
                  TableCsv.text(r.meanDifference()),
                  TableCsv.text(r.ci95Low()),
                  TableCsv.text(r.ci95High()),
                  r.verdict().name(),
                  TableCsv.text(r.correlation()),
                  TableCsv.text(r.varianceReduction()),
                  r.question(),
                  r.statistic(),
                  r.unit(),
                  TableCsv.text(r.baseMean()),
                  TableCsv.text(r.policyMean()),
                  TableCsv.text(r.matters()),
                  r.better().name().toLowerCase(Locale.ROOT),
                  Integer.toString(r.replicates()),
                  r.needed().isPresent() ? Long.toString(r.needed().getAsLong()) : ""),
          f ->
              new ComparisonRow(
                  f.get(0),
                  f.get(1),
                  f.get(2),
                  f.get(3),
                  TableCsv.number(f.get(4)),
                  TableCsv.number(f.get(5)),
                  TableCsv.number(f.get(6)),
                  TableCsv.constant(ComparisonRow.Verdict.values(), f.get(7)),
                  TableCsv.number(f.get(8)),
                  TableCsv.number(f.get(9)),
                  f.get(10),
                  f.get(11),
                  f.get(12),
                  TableCsv.number(f.get(13)),
                  TableCsv.number(f.get(14)),
                  TableCsv.number(f.get(15)),
                  TableCsv.constant(Direction.values(), f.get(16).toUpperCase(Locale.ROOT)),
                  Integer.parseInt(f.get(17)),
                  f.get(18).isEmpty()
                      ? OptionalLong.empty()
                      : OptionalLong.of(Long.parseLong(f.get(18)))));

  static final Table<ArmRow> ARMS =
      new Table<>(
          "question,metric,statistic,policy,regime,unit,mean,sd,ci95_low,ci95_high,q05,q50,q95,"
              + "replicates",
          r ->
              CsvText.line(
                  r.question(),
                  r.metric(),
                  r.statistic(),
                  r.policy(),
                  r.regime(),
                  r.unit(),
                  TableCsv.text(r.mean()),
                  TableCsv.text(r.sd()),
                  TableCsv.text(r.ci95Low()),
                  TableCsv.text(r.ci95High()),
                  TableCsv.text(r.q05()),
                  TableCsv.text(r.q50()),
                  TableCsv.text(r.q95()),
                  Integer.toString(r.replicates())),
          f ->
              new ArmRow(
                  f.get(0),
                  f.get(1),
                  f.get(2),
                  f.get(3),
                  f.get(4),
                  f.get(5),
                  TableCsv.number(f.get(6)),
                  TableCsv.number(f.get(7)),
                  TableCsv.number(f.get(8)),
                  TableCsv.number(f.get(9)),
                  TableCsv.number(f.get(10)),
                  TableCsv.number(f.get(11)),
                  TableCsv.number(f.get(12)),
                  Integer.parseInt(f.get(13))));

  static final Table<BestRow> BEST =
      new Table<>(
          "question,regime,policy,mean,lead,lead_low,lead_high,among_best,selected",
          r ->
              CsvText.line(
                  r.question(),
                  r.regime(),
                  r.policy(),
                  PlainNumbers.format(r.mean()),
                  PlainNumbers.format(r.lead()),
                  PlainNumbers.format(r.leadLow()),
                  PlainNumbers.format(r.leadHigh()),
                  Boolean.toString(r.amongBest()),
                  Boolean.toString(r.selected())),
          f ->
              new BestRow(
                  f.get(0),
                  f.get(1),
                  f.get(2),
                  PlainNumbers.parse(f.get(3)),
                  PlainNumbers.parse(f.get(4)),
                  PlainNumbers.parse(f.get(5)),
                  PlainNumbers.parse(f.get(6)),
                  TableCsv.bool(f.get(7)),
                  TableCsv.bool(f.get(8))));

  static final Table<VarianceRow> VARIANCE =
      new Table<>(
          "question,policy,regime,luck_share,ci95_low,ci95_high,pairs",
          r ->
              CsvText.line(
                  r.question(),
                  r.policy(),
                  r.regime(),
                  TableCsv.text(r.luckShare()),
                  TableCsv.text(r.low()),
                  TableCsv.text(r.high()),
                  Integer.toString(r.pairs())),
          f ->
              new VarianceRow(
                  f.get(0),
                  f.get(1),
                  f.get(2),
                  TableCsv.number(f.get(3)),
                  TableCsv.number(f.get(4)),
                  TableCsv.number(f.get(5)),
                  Integer.parseInt(f.get(6))));

  static final Table<InputRow> INPUTS =
      new Table<>(
          "question,policy,regime,input,spearman",
          r ->
              CsvText.line(
                  r.question(), r.policy(), r.regime(), r.input(), TableCsv.text(r.spearman())),
          f -> new InputRow(f.get(0), f.get(1), f.get(2), f.get(3), TableCsv.number(f.get(4))));

  static final Table<MapRow> MAP =
      new Table<>(
          "question,x_input,x,y_input,y,policy,mean,lead,lead_low,lead_high,among_best",
          r ->
              CsvText.line(
                  r.question(),
                  r.xInput(),
                  r.x(),
                  r.yInput(),
                  r.y(),
                  r.policy(),
                  PlainNumbers.format(r.mean()),
                  PlainNumbers.format(r.lead()),
                  PlainNumbers.format(r.leadLow()),
                  PlainNumbers.format(r.leadHigh()),
                  Boolean.toString(r.amongBest())),
          f ->
              new MapRow(
                  f.get(0),
                  f.get(1),
                  f.get(2),
                  f.get(3),
                  f.get(4),
                  f.get(5),
                  PlainNumbers.parse(f.get(6)),
                  PlainNumbers.parse(f.get(7)),
                  PlainNumbers.parse(f.get(8)),
                  PlainNumbers.parse(f.get(9)),
                  TableCsv.bool(f.get(10))));

  private ComparisonCsv() {}

  /**
   * A table.
   *
   * @param header its first line
   * @param line a row as a line, with its end
   * @param parser a line's fields as a row
   */
  record Table<T>(String header, Function<T, String> line, TableCsv.RowParser<T> parser) {
    void write(List<T> rows, Writer out) throws IOException {
      out.write(header + "\n");
      for (T row : rows) {
        out.write(line.apply(row));
      }
    }

    List<T> read(CsvReader in) throws IOException {
      return TableCsv.read(in, header, parser);
    }
  }
}
