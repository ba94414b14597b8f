package io.depinsim.core.scenario;

/**
 * A kind chosen in a scenario: {@code emission: {simplePlusBaseline: {…}}}.
 *
 * @param role the seam
 * @param key name of the kind
 * @param spec its parameters, an instance of {@code kind.spec()}
 * @param kind the row of the catalogue
 */
public record KindChoice(Role role, String key, Record spec, Kind<?, ?> kind) {

  /**
   * Builds the behaviour.
   *
   * @param behaviour interface of the role
   * @throws ClassCastException if the kind builds something else: a wrong catalogue row
   */
  public <B> B build(Class<B> behaviour, BuildContext context) {
    return behaviour.cast(build(kind, context));
  }

  private <S extends Record> Object build(Kind<S, ?> row, BuildContext context) {
    return row.build().apply(row.spec().cast(spec), context);
  }
}
