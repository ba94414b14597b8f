package io.depinsim.core.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The range in which a component of a spec record must lie; of a list or map, each value. The
 * binder checks it, of scenarios and of inputs of {@code evaluate}, so that constructors are left
 * with rules that tie components together.
 *
 * <p>Stands on numbers, on {@link Quantity}, whose number it limits in the unit written, and on
 * {@link io.depinsim.core.time.Span}, which it can only ask to be {@code above = "0"}. A bound is a
 * number, in the unit of the component or in the one that stands beside it: {@code atMost = "100
 * %"}. An empty one is none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface InRange {
  /** Least value that is allowed. */
  String atLeast() default "";

  /** Values must be greater. */
  String above() default "";

  /** Greatest value that is allowed. */
  String atMost() default "";

  /** Values must be smaller. */
  String below() default "";

  /** What the author of a value outside may have meant, as a clause; empty for no idea. */
  String maybe() default "";
}
