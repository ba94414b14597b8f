package io.depinsim.cli;

import io.depinsim.core.ledger.CheckLevel;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;

/** The check levels in small letters, as help and manifests write them: what a shell completes. */
final class CheckLevelNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Stream.of(CheckLevel.values())
        .map(level -> level.name().toLowerCase(Locale.ROOT))
        .iterator();
  }
}
