package io.depinsim.core.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The unit in which a number of a spec record is held. Scenario text carries a unit of the same
 * dimension and is converted exactly.
 *
 * <p>Stands on components of type {@code double}, {@code long}, {@code int}, {@code BigDecimal},
 * {@code BigInteger} (or their boxes), and on lists and maps of them, where it speaks of every
 * value. Examples: {@code "PiB/day"}, {@code "W"}, {@code "USD/kWh"}, {@code "jobs/week"}. Special
 * words:
 *
 * <ul>
 *   <li>{@code "asset"}: whole tokens of the network the block belongs to; text carries the token's
 *       key
 *   <li>{@code "currency"}: whole units of the scenario's outside asset, {@code USD} say
 *   <li>{@code "%"}: a share; {@code 12.5 %} is held as 0.125
 *   <li>{@code "points"}: a difference of shares; {@code 3 points} is held as 0.03
 *   <li>{@code "1"}: a bare number
 *   <li>{@code "1|%"}: one of several, tried from left to right
 * </ul>
 *
 * <p>A word that is no built-in unit ({@code jobs}, {@code providers}, {@code gas}) is a count of
 * its own and must be written as it stands. {@code month} and {@code year} are calendar ones and do
 * not convert to days.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface InUnit {
  /** The unit. */
  String value();
}
