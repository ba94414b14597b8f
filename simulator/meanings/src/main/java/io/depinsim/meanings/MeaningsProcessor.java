package io.depinsim.meanings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Keeps what the Javadoc of types says: of each type its first paragraph and its sources, of each
 * component of a record what it means, of each constant of an enum likewise.
 *
 * <p>Writes lines of key, tab, text, sorted by key: {@code binary.Name}, {@code binary.Name#see},
 * {@code binary.Name#component}, and in {@code binary.Name#rules} the classes that hold its rules.
 */
@SupportedAnnotationTypes("*")
public final class MeaningsProcessor extends AbstractProcessor {
  /** Where the lines go in the module's output. */
  public static final String RESOURCE = "META-INF/depinsim/meanings.tsv";

  private final Map<String, String> lines = new TreeMap<>();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      collect(root);
    }
    if (round.processingOver()) {
      write();
    }
    return true;
  }

  private void collect(Element element) {
    if (!(element instanceof TypeElement type)) {
      return;
    }
    String key = processingEnv.getElementUtils().getBinaryName(type).toString();
    JavadocText text = javadoc(type);
    put(key, text.firstParagraph());
    put(key + "#see", text.see());
    put(key + "#rules", String.join(" ", text.seeCode()));
    text.parameters().forEach((name, meaning) -> put(key + "#" + name, meaning));
    for (Element inner : type.getEnclosedElements()) {
      if (inner.getKind() == ElementKind.ENUM_CONSTANT) {
        put(key + "#" + inner.getSimpleName(), javadoc(inner).firstParagraph());
      }
      collect(inner);
    }
  }

  private JavadocText javadoc(Element element) {
    String comment = processingEnv.getElementUtils().getDocComment(element);
    return new JavadocText(comment == null ? "" : comment);
  }

  private void put(String key, String text) {
    if (!text.isEmpty()) {
      lines.put(key, text);
    }
  }

  private void write() {
    try {
      FileObject file =
          processingEnv.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE);
      try (Writer out = file.openWriter()) {
        for (Map.Entry<String, String> line : lines.entrySet()) {
          out.write(line.getKey() + '\t' + line.getValue() + '\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
