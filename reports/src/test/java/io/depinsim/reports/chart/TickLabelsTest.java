package io.depinsim.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TickLabelsTest {

  @Test
  void writesThousandsAsPrefixesWithThreeDigits() {
    assertEquals("1.96G", TickLabels.compact(1_959_600_000));
    assertEquals("70.4k", TickLabels.compact(70_445));
    assertEquals("283M", TickLabels.compact(283e6));
    assertEquals("0.112", TickLabels.compact(0.11177));
    assertEquals("\u221212", TickLabels.compact(-12));
    assertEquals("0", TickLabels.compact(0));
    assertEquals("2.5×10¯⁷", TickLabels.compact(2.5e-7));
    assertEquals("10¯⁹", TickLabels.compact(1e-9));
  }

  @Test
  void roundsIntoTheNextPrefix() {
    assertEquals("1M", TickLabels.compact(999_999));
  }

  @Test
  void saysWhenThereIsNoNumber() {
    assertEquals("n/a", TickLabels.compact(Double.NaN));
  }

  @Test
  void keepsOnePrefixPerAxis() {
    assertEquals("0.5G", TickLabels.tick(BigDecimal.valueOf(500_000_000), 2e9));
    assertEquals("500M", TickLabels.tick(BigDecimal.valueOf(500_000_000), 8e8));
    assertEquals("0", TickLabels.tick(BigDecimal.ZERO, 2e9));
  }

  @Test
  void ignoresTheDefaultLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("1.96G", TickLabels.compact(1.96e9));
      assertEquals("#0072b2", ChartStyle.hex(ChartStyle.line(0)));
      assertEquals("2021-01", TimeTicks.between(18_600, 20_000, 9).get(0).label());
    } finally {
      Locale.setDefault(before);
    }
  }
}
