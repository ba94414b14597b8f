package io.depinsim.core.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CapacityBookTest {
  private final CapacityBook book = new CapacityBook();
  private final CapacityBook.Taken taken = new CapacityBook.Taken();

  @Test
  void whatEndsOnADayTakesItsCollateralWithIt() {
    book.add(0, 5, 10, 100, 30, 7);
    book.add(1, 5, 20, 50, 3, 1);
    book.add(1, 6, 1, 9, 0, 0);
    assertEquals(30, book.ending(5, 5));
    assertEquals(31, book.ending(5, 6));
    assertEquals(8, book.dailyFee());
    book.expire(5, taken);
    assertEquals(30, taken.units());
    assertEquals(150, taken.pledge());
    assertEquals(33, taken.rememberedReward());
    // Ten units are 5 days old and twenty are 4.
    assertEquals((10 * 5 + 20 * 4) / 30.0, taken.meanAge(5), 1e-12);
    assertEquals(1, book.units());
    assertEquals(9, book.pledge());
    assertEquals(0, book.dailyFee());
    book.expire(5, taken);
    assertEquals(0, taken.units());
    assertEquals(0, taken.meanAge(5));
  }

  @Test
  void extendingKeepsCollateralAndAgeAndTakesWhatEndsNowAndPartOfTheRest() {
    book.add(0, 10, 4, 40, 8, 0);
    book.add(2, 11, 6, 600, 12, 0);
    // All four ending on day 10 and, ahead of time, three of the six ending on day 11.
    assertEquals(7, book.extend(10, 10, 4, 3, Terms.of(90), 0));
    assertEquals(0, book.ending(10, 10));
    assertEquals(3, book.ending(11, 11));
    assertEquals(7, book.ending(100, 100));
    assertEquals(640, book.pledge());
    book.expire(100, taken);
    assertEquals(40 + 300, taken.pledge());
    assertEquals(8 + 6, taken.rememberedReward());
    assertEquals((4 * 100 + 3 * 98) / 7.0, taken.meanAge(100), 1e-12);
  }

  @Test
  void extendsNoMoreThanThereIs() {
    book.add(0, 10, 4, 40, 0, 0);
    book.add(0, 50, 9, 90, 0, 0);
    assertEquals(4, book.extend(10, 10, 1_000, 0, Terms.of(40), 0), "only what ends now");
    assertEquals(13, book.ending(50, 50));
    assertEquals(0, book.extend(20, 20, 0, 0, Terms.of(40), 0));
    assertEquals(13, book.extend(20, 20, 5, 1_000, Terms.of(41), 0), "all of it, ahead of time");
    assertEquals(13, book.ending(61, 61));
  }

  @Test
  void aPartWithoutUnitsGetsNoCollateral() {
    book.add(0, new Terms(10, 100, 10), 3, 900, 0, 0);
    long returned = 0;
    for (long day = 10; day <= 100; day++) {
      long units = book.ending(day, day);
      book.expire(day, taken);
      assertEquals(300 * units, taken.pledge(), "day " + day);
      returned += taken.pledge();
    }
    assertEquals(900, returned);
    assertEquals(0, book.pledge());
  }

  @Test
  void spreadsEndsEvenlyAndLosesNothing() {
    book.add(0, new Terms(180, 540, 13), 100, 1_000, 7, 5);
    assertEquals(100, book.units());
    assertEquals(1_000, book.pledge());
    assertEquals(5, book.dailyFee());
    long seen = 0;
    for (int part = 0; part < 13; part++) {
      long here = book.ending(180 + 30 * part, 180 + 30 * part);
      assertTrue(here == 7 || here == 8, "100 / 13, rounded either way: " + here);
      seen += here;
    }
    assertEquals(100, seen);
  }

  @Test
  void anExtendedUnitPaysTheFeeOfTodayUnlessItsOwnIsHigher() {
    book.add(0, 10, 4, 0, 0, 40);
    book.extend(10, 10, 2, 0, Terms.of(10), 3.9);
    assertEquals(20 + 20, book.dailyFee(), "10 a unit against 3.9");
    book.extend(10, 10, 2, 0, Terms.of(20), 12.9);
    assertEquals(20 + 25, book.dailyFee(), "floor(2 x 12.9) = 25 against 20");
  }

  @Test
  void terminatesFromEveryDayInProportion() {
    book.add(0, 10, 100, 1_000, 0, 0);
    book.add(0, 20, 300, 900, 0, 0);
    book.terminate(5, 40, taken);
    assertEquals(40, taken.units());
    assertEquals(90, book.ending(10, 10));
    assertEquals(270, book.ending(20, 20));
    assertEquals(100 + 90, taken.pledge());
    assertEquals(5, taken.meanAge(5), 1e-12);
    book.terminate(5, 1_000, taken);
    assertEquals(360, taken.units());
    assertEquals(0, book.units());
    assertEquals(0, book.pledge());
    book.terminate(5, 1, taken);
    assertEquals(0, taken.units());
  }

  @Test
  void capacityOlderThanTheRunHasItsAge() {
    book.add(-700, 10, 5, 0, 0, 0);
    book.expire(10, taken);
    assertEquals(710, taken.meanAge(10));
    // However old it is, what counts is how far ahead its end is.
    book.add(-4_096, CapacityBook.DAYS - 1, 1, 0, 0, 0);
    book.expire(CapacityBook.DAYS - 1, taken);
    assertEquals(4_096 + CapacityBook.DAYS - 1, taken.meanAge(CapacityBook.DAYS - 1));
    assertThrows(IllegalArgumentException.class, () -> book.add(-4_097, 10, 1, 0, 0, 0));
  }

  @Test
  void spreadsOpeningCollateralByUnits() {
    book.add(0, 10, 1, 0, 0, 0);
    book.add(0, 20, 2, 0, 0, 0);
    book.pledgeOpening(100);
    assertEquals(100, book.pledge());
    book.expire(10, taken);
    assertEquals(33, taken.pledge());
    book.expire(20, taken);
    assertEquals(67, taken.pledge());
  }

  @Test
  void refusesEndsThatWouldWrapAroundTheRing() {
    int most = CapacityBook.DAYS - 1;
    book.add(3, 3 + most, 1, 0, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> book.add(3, 4 + most, 1, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> book.add(3, 3, 1, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> book.add(-5, 0, 1, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> Terms.of(most + 1));
    assertThrows(IllegalArgumentException.class, () -> Terms.of(0));
    assertThrows(IllegalArgumentException.class, () -> new Terms(5, 4, 2));
    assertThrows(IllegalArgumentException.class, () -> new Terms(5, 9, 1));
    // A week settled on day 9 still holds what ended on day 3, 2,048 days before day 2,051.
    Terms longest = Terms.of(most);
    assertThrows(IllegalArgumentException.class, () -> book.extend(3, 9, 1, 1, longest, 0));
    assertEquals(0, book.extend(9, 9, 1, 0, longest, 0));
    assertEquals(1, book.units());
  }

  @Test
  void refusesSumsThatDoNotFit() {
    assertThrows(ArithmeticException.class, () -> book.add(0, 5, Long.MAX_VALUE / 2, 0, 0, 0));
    book.add(0, 5, Long.MAX_VALUE / 5_000, 0, 0, 0);
    assertThrows(ArithmeticException.class, () -> book.add(0, 5, Long.MAX_VALUE / 5_000, 0, 0, 0));
    assertEquals(Long.MAX_VALUE / 5_000, book.units());
  }
}
