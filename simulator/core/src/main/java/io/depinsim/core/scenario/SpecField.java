package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One key that a block of a scenario can hold: a component of its spec record, and how it is
 * marked.
 *
 * @param owner the record
 * @param name name of the component and key in the block
 * @param type what it binds to
 * @param unit unit of its numbers; empty for none
 * @param range in which its values lie; empty for anywhere
 * @param role whose kinds it chooses from; empty if it chooses none
 * @param omittable whether it may be left out
 * @param whenLeftOut text that is bound then; empty for none
 */
public record SpecField(
    Class<?> owner,
    String name,
    Type type,
    String unit,
    Optional<RangeRule> range,
    Optional<Role> role,
    boolean omittable,
    String whenLeftOut) {

  /** Reading marks is slow, and a sweep binds the same records thousands of times. */
  private static final ClassValue<List<SpecField>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<SpecField> computeValue(Class<?> spec) {
          return Arrays.stream(spec.getRecordComponents()).map(SpecField::of).toList();
        }
      };

  /** The fields of a record, in order. */
  public static List<SpecField> of(Class<?> spec) {
    return FIELDS.get(spec);
  }

  private static SpecField of(RecordComponent component) {
    InUnit unit = component.getAnnotation(InUnit.class);
    OfRole role = component.getAnnotation(OfRole.class);
    InRange range = component.getAnnotation(InRange.class);
    Omittable omittable = component.getAnnotation(Omittable.class);
    String units = unit == null ? "" : unit.value();
    return new SpecField(
        component.getDeclaringRecord(),
        component.getName(),
        component.getGenericType(),
        units,
        Optional.ofNullable(range).map(marked -> new RangeRule(marked, units)),
        role == null ? Optional.empty() : Optional.of(role.value()),
        omittable != null,
        omittable == null ? "" : omittable.value());
  }

  /** The range as tables show it; empty for anywhere. */
  String within() {
    return single() == Span.class && range.isPresent()
        ? "longer than nothing"
        : range.map(RangeRule::brief).orElse("");
  }

  /** What lists and maps hold in the end; the type itself if it is neither. */
  public Class<?> single() {
    Type inner = type;
    while (inner instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      inner = arguments[arguments.length - 1];
    }
    return (Class<?>) inner;
  }

  /** A word for one value made a phrase for what the field holds: lists and maps are told. */
  String holding(String word) {
    String phrase = word;
    Type inner = type;
    while (inner instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      boolean byDate = generic.getRawType() == Map.class && arguments[0] == LocalDate.class;
      phrase =
          generic.getRawType() == List.class
              ? "list of " + phrase
              : phrase + (byDate ? ", by date" : ", by name");
      inner = arguments[arguments.length - 1];
    }
    return phrase;
  }

  /** The record that its values bind to, if they are blocks of one shape. */
  public Optional<Class<?>> block() {
    Class<?> single = single();
    boolean isBlock =
        single.isRecord() && !ScalarBinder.binds(single) && single != KindChoice.class;
    return isBlock ? Optional.of(single) : Optional.empty();
  }
}
