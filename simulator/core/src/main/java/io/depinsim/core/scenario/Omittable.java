package io.depinsim.core.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of a spec record that a scenario may leave out. Every component without this mark is
 * required (an input of {@code evaluate} is more lenient: see {@link Evaluator}).
 *
 * <p>With a value, leaving the key out is the same as writing that text: {@code @Omittable("1
 * day")}. Without one, an omitted list or map is empty and anything else is null. Primitives need a
 * value.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Omittable {
  /** Scenario text bound when the key is left out; empty for none. */
  String value() default "";
}
