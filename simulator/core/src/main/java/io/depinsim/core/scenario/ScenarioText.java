package io.depinsim.core.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads the text of a scenario file and refuses what cannot be one. */
final class ScenarioText {
  /** Largest file read, bytes. */
  static final int LARGEST = 10_000_000;

  private ScenarioText() {}

  /**
   * The bytes of a file, at most {@value #LARGEST}; a larger one is a problem, and is not read.
   *
   * @throws IOException if there is no such file, or it is a folder, or it cannot be read; the
   *     message names it
   */
  static Optional<byte[]> bytes(Path file, Problems problems) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          file.toString(), null, "this is a folder, but a file is needed");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    if (Files.size(file) > LARGEST) {
      tooLarge(file, problems, " has " + megabytes(Files.size(file)) + " MB");
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        tooLarge(file, problems, " does not end");
        return Optional.empty();
      }
      return Optional.of(bytes);
    }
  }

  private static void tooLarge(Path file, Problems problems, String how) {
    problems.add(
        new Place(file.toString(), 1, 1),
        "",
        "",
        "the file" + how + ", and at most 10 MB are read",
        "this is no scenario, or a history in it needs fewer points");
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }

  /** The text of a file; nothing, and a problem, if the bytes are no text or an empty one. */
  static Optional<String> decode(Path file, byte[] bytes, Problems problems) {
    Place top = new Place(file.toString(), 1, 1);
    if (isWide(bytes)) {
      problems.add(top, "", "", "the file is UTF-16 or UTF-32", "save it as UTF-8");
      return Optional.empty();
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      problems.add(notUtf8(file, bytes));
      return Optional.empty();
    }
    text = text.startsWith("\ufeff") ? text.substring(1) : text;
    Optional<Problem> control = control(file, text);
    if (control.isPresent()) {
      problems.add(control.get());
      return Optional.empty();
    }
    if (text.isBlank() || text.lines().allMatch(line -> line.matches("\\s*(#.*)?"))) {
      String what = text.isBlank() ? "the file is empty" : "the file holds nothing but comments";
      problems.add(top, "", "", what, "`depinsim new` writes one to start from");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** Marks of byte order, or every other byte of the first few being 0. */
  private static boolean isWide(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean mark = first == 0xff && second == 0xfe || first == 0xfe && second == 0xff;
    boolean big = bytes.length > 3 && first == 0 && bytes[2] == 0 && second != 0;
    boolean little = bytes.length > 3 && second == 0 && bytes[3] == 0 && first != 0;
    return mark || big || little;
  }

  private static Problem notUtf8(Path file, byte[] bytes) {
    int start = 0;
    int line = 1;
    for (int end = 0; end <= bytes.length; end++) {
      if (end < bytes.length && bytes[end] != '\n') {
        continue;
      }
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
      } catch (CharacterCodingException e) {
        break;
      }
      start = end + 1;
      line++;
    }
    return new Problem(
        new Place(file.toString(), line, 1),
        "",
        "",
        "this line holds bytes that are not UTF-8",
        "the file is in another encoding, or no text at all; save it as UTF-8");
  }

  /** The first character that no text holds. */
  private static Optional<Problem> control(Path file, String text) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean good = c >= 0x20 && c != 0x7f && (c < 0x80 || c >= 0xa0) || c == 0x85;
      boolean none = c >= 0xfffe;
      if (!good && c != '\n' && c != '\r' && c != '\t' || none) {
        String rule =
            String.format(Locale.ROOT, "a control character (U+%04X) stands here", (int) c);
        String maybe = c == 0 ? "this is a binary file, not text" : "remove it";
        return Optional.of(
            new Problem(new Place(file.toString(), line, column), "", "", rule, maybe));
      }
      column++;
      if (c == '\n') {
        line++;
        column = 1;
      }
    }
    return Optional.empty();
  }
}
