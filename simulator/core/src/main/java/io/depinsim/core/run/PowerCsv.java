package io.depinsim.core.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code power.csv}: what a check would notice. */
public final class PowerCsv {
  /** Columns, in order. */
  static final String HEADER =
      "scenario,parameter,path,from,to,question,policy,regime,multiple_of_matters,paired_fails,"
          + "identical,alarms,sets,power,ci95_low,ci95_high";

  private static final String NAME = "power.csv";

  private PowerCsv() {}

  /**
   * Writes the table into a folder, which is made as needed.
   *
   * @return the file
   * @throws RunDirectoryException if it cannot be written
   */
  public static Path write(Path folder, List<PowerRow> rows) {
    Path file = folder.toAbsolutePath().resolve(NAME);
    try {
      WholeFile.write(
          file,
          out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write(HEADER + "\n");
            for (PowerRow row : rows) {
              text.write(line(row));
            }
            text.flush();
          });
    } catch (IOException e) {
      throw FileTrouble.failed("write", file, e);
    }
    return folder.resolve(NAME);
  }

  private static String line(PowerRow row) throws IOException {
    return CsvText.line(
        row.scenario(),
        row.parameter(),
        row.path(),
        row.from(),
        row.to(),
        row.question(),
        row.policy(),
        row.regime(),
        Double.isFinite(row.multiple()) ? PlainNumbers.format(row.multiple()) : "",
        Boolean.toString(row.pairedFails()),
        Boolean.toString(row.identical()),
        Integer.toString(row.alarms()),
        Integer.toString(row.sets()),
        PlainNumbers.format(row.power()),
        PlainNumbers.format(row.ci95Low()),
        PlainNumbers.format(row.ci95High()));
  }
}
