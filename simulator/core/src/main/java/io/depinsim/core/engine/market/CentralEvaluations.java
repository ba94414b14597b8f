package io.depinsim.core.engine.market;

import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.scenario.OutsideSpec;
import io.depinsim.core.time.SimulationCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a central provider asks, as an evaluation. */
public final class CentralEvaluations {
  private CentralEvaluations() {}

  /** Rows of this group. */
  static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "centralPrice",
            "Price of a central provider on a day: its list, and the list after its cuts.",
            "own rule: log-linear between dated prices, cuts compounded down to the lowest price",
            PriceList.class,
            DayPrice.class,
            CentralEvaluations::price,
            new PriceList(
                LocalDate.of(2025, 7, 2),
                LocalDate.of(2025, 1, 1),
                null,
                0,
                new TreeMap<>(Map.of(LocalDate.of(2025, 1, 1), 2.0, LocalDate.of(2026, 1, 1), 1.0)),
                0.2,
                1,
                0.5)));
  }

  /**
   * A price list and a day.
   *
   * @param day whose price is asked
   * @param start day on which {@code price} holds
   * @param price what a unit costs at the start; left out if {@code prices} are given
   * @param trend yearly change of {@code price}, compounded
   * @param prices what a unit costs by day; left out if {@code price} is given
   * @param cut by which each cut lowers the prices
   * @param cuts that hold
   * @param lowest no cut takes the price below this
   */
  public record PriceList(
      LocalDate day,
      LocalDate start,
      @InRange(atLeast = "0") @Omittable @InUnit("currency/unit") Double price,
      @InRange(above = "-100 %/year") @Omittable("0 %/year") @InUnit("%/year") double trend,
      @InRange(above = "0") @Omittable @InUnit("currency/unit") Map<LocalDate, Double> prices,
      @InRange(atLeast = "0 %", below = "100 %") @Omittable("0 %") @InUnit("%") double cut,
      @InRange(atLeast = "0") @Omittable("0") @InUnit("1") long cuts,
      @InRange(atLeast = "0") @Omittable("0 currency/unit") @InUnit("currency/unit")
          double lowest) {}

  /**
   * The price of the day.
   *
   * @param listPrice without cuts
   * @param price with them
   */
  public record DayPrice(double listPrice, double price) {}

  private static DayPrice price(PriceList in) {
    SimulationCalendar calendar = SimulationCalendar.startingOn(in.start());
    OutsideSpec spec = new OutsideSpec(in.price(), in.trend(), in.prices(), 1, null);
    double list = new CentralProvider("central", spec, calendar).price(calendar.ofDate(in.day()));
    return new DayPrice(list, CentralProvider.afterCuts(list, in.cut(), in.cuts(), in.lowest()));
  }
}
