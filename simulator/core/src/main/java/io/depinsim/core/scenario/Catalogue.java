package io.depinsim.core.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a scenario can name and {@code evaluate} can compute, in the order of the rows. */
public final class Catalogue {
  private final Map<Role, Map<String, Kind<?, ?>>> kinds = new EnumMap<>(Role.class);
  private final Map<String, Evaluation<?, ?>> evaluations = new LinkedHashMap<>();
  private final Map<String, Preset> presets = new LinkedHashMap<>();

  /**
   * Joins the rows of several modules.
   *
   * @throws IllegalArgumentException if two rows of one role, two evaluations or two presets share
   *     a key
   */
  public Catalogue(List<CatalogueRows> modules) {
    for (Role role : Role.values()) {
      kinds.put(role, new LinkedHashMap<>());
    }
    for (CatalogueRows rows : modules) {
      for (Kind<?, ?> kind : rows.kinds()) {
        Kind<?, ?> other = kinds.get(kind.role()).putIfAbsent(kind.key(), kind);
        if (other != null) {
          throw twice(kind.role().key() + "." + kind.key(), other.spec(), kind.spec());
        }
      }
      for (Evaluation<?, ?> row : rows.evaluations()) {
        Evaluation<?, ?> other = evaluations.putIfAbsent(row.key(), row);
        if (other != null) {
          throw twice("evaluation " + row.key(), other.input(), row.input());
        }
      }
      for (Preset preset : rows.presets()) {
        Preset other = presets.putIfAbsent(preset.name(), preset);
        if (other != null) {
          throw twice(preset.reference(), other.module(), preset.module());
        }
      }
    }
  }

  private static IllegalArgumentException twice(String key, Class<?> first, Class<?> second) {
    return new IllegalArgumentException(
        key
            + ": a key may stand once in the catalogue, but "
            + first.getName()
            + " and "
            + second.getName()
            + " both claim it. Maybe one module was registered twice.");
  }

  /** All kinds, by role. */
  public List<Kind<?, ?>> listKinds() {
    List<Kind<?, ?>> all = new ArrayList<>();
    for (Role role : Role.values()) {
      all.addAll(kinds.get(role).values());
    }
    return all;
  }

  /** The kinds of one role. */
  public List<Kind<?, ?>> listKinds(Role role) {
    return List.copyOf(kinds.get(role).values());
  }

  /** Keys of the kinds of one role. */
  public Collection<String> listKeys(Role role) {
    return Collections.unmodifiableCollection(kinds.get(role).keySet());
  }

  /** A kind by role and key. */
  public Optional<Kind<?, ?>> findKind(Role role, String key) {
    return Optional.ofNullable(kinds.get(role).get(key));
  }

  /**
   * A kind by role and key.
   *
   * @throws IllegalArgumentException if there is none; names the nearest
   */
  public Kind<?, ?> getKind(Role role, String key) {
    return findKind(role, key)
        .orElseThrow(() -> unknown(role.key() + " kind", key, listKeys(role)));
  }

  /** All evaluations. */
  public List<Evaluation<?, ?>> listEvaluations() {
    return List.copyOf(evaluations.values());
  }

  /** An evaluation by key. */
  public Optional<Evaluation<?, ?>> findEvaluation(String key) {
    return Optional.ofNullable(evaluations.get(key));
  }

  /**
   * An evaluation by key.
   *
   * @throws IllegalArgumentException if there is none; names the nearest
   */
  public Evaluation<?, ?> getEvaluation(String key) {
    return findEvaluation(key).orElseThrow(() -> unknown("evaluation", key, evaluations.keySet()));
  }

  /** All presets. */
  public List<Preset> listPresets() {
    return List.copyOf(presets.values());
  }

  /** A preset by name. */
  public Optional<Preset> findPreset(String name) {
    return Optional.ofNullable(presets.get(name));
  }

  /**
   * A preset by name.
   *
   * @throws IllegalArgumentException if there is none; names the nearest
   */
  public Preset getPreset(String name) {
    return findPreset(name).orElseThrow(() -> unknown("preset", name, presets.keySet()));
  }

  private static IllegalArgumentException unknown(
      String what, String key, Collection<String> known) {
    String maybe = Nearest.suggest(key, known);
    return new IllegalArgumentException(
        key + ": no such " + what + "." + (maybe.isEmpty() ? "" : " Maybe " + maybe + "."));
  }
}
