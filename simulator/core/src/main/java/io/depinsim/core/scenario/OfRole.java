package io.depinsim.core.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role whose kinds a component of type {@link KindChoice} (or a map or list of them) chooses
 * from.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OfRole {
  /** The role. */
  Role value();
}
