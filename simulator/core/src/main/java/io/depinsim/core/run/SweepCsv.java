package io.depinsim.core.run;

import io.depinsim.core.run.SweepRecord.DesignRow;
import io.depinsim.core.run.SweepRecord.EffectRow;
import io.depinsim.core.run.SweepRecord.FailureRow;
import io.depinsim.core.run.SweepRecord.SensitivityRow;
import io.depinsim.core.run.SweepRecord.ShareRow;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The tables of a sweep. */
final class SweepCsv {
  private SweepCsv() {}

  static void writeDesign(List<DesignRow> rows, Writer out) throws IOException {
    out.write("point,input,value\n");
    for (DesignRow row : rows) {
      out.write(CsvText.line(Integer.toString(row.point()), row.input(), row.value()));
    }
  }

  static void writeEffects(List<EffectRow> rows, Writer out) throws IOException {
    out.write("point,finding,policy_from,policy_to,effect,holds\n");
    for (EffectRow row : rows) {
      out.write(
          CsvText.line(
              Integer.toString(row.point()),
              row.finding(),
              row.policyFrom(),
              row.policyTo(),
              TableCsv.text(row.effect()),
              Boolean.toString(row.holds())));
    }
  }

  static void writeFailures(List<FailureRow> rows, Writer out) throws IOException {
    out.write("point,sentence\n");
    for (FailureRow row : rows) {
      out.write(CsvText.line(Integer.toString(row.point()), row.sentence()));
    }
  }

  static void writeShares(List<ShareRow> rows, Writer out) throws IOException {
    out.write(
        "finding,claim,points,failed,holds,share,wilson95_low,wilson95_high,median_effect,"
            + "effect_q05,effect_q95,limit_direction,limit,unit,relative,source\n");
    for (ShareRow row : rows) {
      out.write(
          CsvText.line(
              row.finding(),
              row.claim(),
              Integer.toString(row.points()),
              Integer.toString(row.failed()),
              Integer.toString(row.holds()),
              TableCsv.text(row.share()),
              TableCsv.text(row.wilson95Low()),
              TableCsv.text(row.wilson95High()),
              TableCsv.text(row.medianEffect()),
              TableCsv.text(row.effectQ05()),
              TableCsv.text(row.effectQ95()),
              row.limitDirection(),
              PlainNumbers.format(row.limit()),
              row.unit(),
              Boolean.toString(row.relative()),
              row.source()));
    }
  }

  static void writeSensitivities(List<SensitivityRow> rows, Writer out) throws IOException {
    out.write("finding,input,spearman\n");
    for (SensitivityRow row : rows) {
      out.write(CsvText.line(row.finding(), row.input(), TableCsv.text(row.spearman())));
    }
  }
}
