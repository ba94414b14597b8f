package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "-0.0, 0",
    "1, 1",
    "-1, -1",
    "10, 10",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "0.3333333333333333, 0.3333333333333333",
    "100.25, 100.25",
    "1969999999.999999, 1969999999.999999",
    "286800, 286800",
    "-12345.678, -12345.678",
    "0.000001, 0.000001",
    "0.00000123, 0.00000123",
    "0.00000099, 9.9E-7",
    "1e-7, 1E-7",
    "123456789012345, 123456789012345",
    "999999999999999, 999999999999999",
    "999999999999999.9, 999999999999999.9",
    "100000000000000, 100000000000000",
    "1000000000000000, 1E15",
    "1234567890123456, 1.234567890123456E15",
    "9007199254740992, 9.007199254740992E15",
    "9007199254740993, 9.007199254740992E15",
    "1.2345678901234567e18, 1.2345678901234568E18",
    "1e22, 1E22",
    "1e23, 1E23",
    "2e23, 2E23",
    "2.0e-3, 0.002",
    "9.5367431640625e-7, 9.5367431640625E-7",
    "2.2250738585072014e-308, 2.2250738585072014E-308",
    "2.225073858507201e-308, 2.225073858507201E-308",
    "4.9e-324, 5E-324",
    "9.9e-324, 1E-323",
    "1.5e-323, 1.5E-323",
    "1.7976931348623157e308, 1.7976931348623157E308",
    "8.98846567431158e307, 8.98846567431158E307",
    "5.562684646268003e-309, 5.562684646268003E-309",
    "8.41e21, 8.41E21",
    "9.007199254740991e15, 9.007199254740991E15"
  })
  void writesTheShortestTextThatReadsBack(double value, String text) {
    assertEquals(text, PlainNumbers.format(value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNotANumberAndAppendsNothing(double value) {
    StringBuilder text = new StringBuilder("x");
    assertThrows(IllegalArgumentException.class, () -> PlainNumbers.append(value, text));
    assertEquals("x", text.toString());
  }

  @Test
  void appendsBehindWhatIsThere() {
    StringBuilder text = new StringBuilder("a,");
    PlainNumbers.append(-0.0025, text);
    PlainNumbers.append(-2.5E-9, text);
    PlainNumbers.append(12.5, text);
    assertEquals("a,-0.0025-2.5E-912.5", text.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "NaN", "Infinity", "1f", "1d", "0x1p3", " 1", "1,5", "--1", "1E", "1E999"})
  void refusesToReadWhatItWouldNotWrite(String text) {
    assertThrows(NumberFormatException.class, () -> PlainNumbers.parse(text));
  }

  @Test
  void readsPlainAndScientificText() {
    assertEquals(-0.25, PlainNumbers.parse("-0.25"));
    assertEquals(1.5e20, PlainNumbers.parse("1.5E20"));
    assertEquals(1.5e-20, PlainNumbers.parse("1.5e-20"));
  }
}
