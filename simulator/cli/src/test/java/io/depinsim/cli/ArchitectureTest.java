package io.depinsim.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who may import what, and what nobody may call. */
@AnalyzeClasses(packages = "io.depinsim", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String CORE = "io.depinsim.core..";
  private static final String AGENTS = "io.depinsim.agents..";
  private static final String EXPERIMENTS = "io.depinsim.experiments..";
  private static final String REPORTS = "io.depinsim.reports..";
  private static final String CLI = "io.depinsim.cli..";

  // ---- every module is looked at ----

  @ArchTest
  static void allModulesAreOnTheClassPath(JavaClasses classes) {
    Map<String, Long> perModule =
        classes.stream()
            .collect(
                Collectors.groupingBy(
                    c -> c.getPackageName().split("\\.")[2], TreeMap::new, Collectors.counting()));
    assertEquals(Set.of("agents", "cli", "core", "experiments", "reports"), perModule.keySet());
    assertTrue(perModule.get("core") > 100, perModule::toString);
  }

  // ---- modules ----

  @ArchTest static final ArchRule coreImportsNoOtherModule = only(CORE, CORE);

  @ArchTest static final ArchRule agentsImportOnlyCore = only(AGENTS, AGENTS, CORE);

  @ArchTest
  static final ArchRule experimentsImportCoreAndAgents =
      only(EXPERIMENTS, EXPERIMENTS, CORE, AGENTS);

  @ArchTest static final ArchRule reportsImportOnlyCore = only(REPORTS, REPORTS, CORE);

  @ArchTest
  static final ArchRule packagesOfCoreFormNoCycle =
      slices().matching("io.depinsim.core.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfAgentsFormNoCycle =
      slices().matching("io.depinsim.agents.(*)..").should().beFreeOfCycles();

  // ---- libraries ----

  @ArchTest
  static final ArchRule masonStaysInTheEngine =
      library("MASON", List.of("io.depinsim.core.engine"), "sim..", "ec..");

  @ArchTest
  static final ArchRule jacksonDatabindStaysInScenarioAndRun =
      library(
          "Jackson databind and the schema generator",
          List.of("io.depinsim.core.scenario", "io.depinsim.core.run"),
          "com.fasterxml.jackson.core..",
          "com.fasterxml.jackson.databind..",
          "com.fasterxml.jackson.dataformat..",
          "com.github.victools..",
          "org.yaml..");

  @ArchTest
  static final ArchRule drawingStaysInCharts =
      library(
          "JFreeChart, Batik and AWT",
          List.of("io.depinsim.reports.chart"),
          "org.jfree..",
          "org.apache.batik..",
          "org.apache.pdfbox..",
          "java.awt..",
          "javax.swing..",
          "javax.imageio..");

  @ArchTest
  static final ArchRule theCommandLineStaysInCli =
      library("picocli", List.of("io.depinsim.cli"), "picocli..");

  @ArchTest
  static final ArchRule commonsMathStaysWhereItIsUsed =
      library(
          "Commons Math",
          List.of(
              "io.depinsim.core.random..",
              "io.depinsim.core.incentive..",
              EXPERIMENTS,
              AGENTS,
              "io.depinsim.reports"),
          "org.apache.commons.math3..");

  // ---- calls that make results differ between machines ----

  @ArchTest
  static final ArchRule noPlatformMathematics =
      noCalls(
          "functions of Math that differ between platforms",
          Math.class,
          (name, arguments) ->
              Set.of(
                      "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin",
                      "acos", "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot", "random")
                  .contains(name));

  @ArchTest
  static final ArchRule noDefaultLocale =
      noCalls(
          "String methods without a Locale",
          String.class,
          (name, arguments) ->
              Set.of("format", "toLowerCase", "toUpperCase").contains(name)
                      && !arguments.contains(Locale.class.getName())
                  || name.equals("formatted"));

  @ArchTest
  static final ArchRule noDefaultLocaleForPrinting =
      noCalls(
          "printf without a Locale",
          null,
          (name, arguments) ->
              name.equals("printf") && !arguments.contains(Locale.class.getName()));

  @ArchTest
  static final ArchRule noDefaultLocaleAskedFor =
      noCalls("Locale.getDefault", Locale.class, (name, arguments) -> name.equals("getDefault"));

  @ArchTest
  static final ArchRule noDefaultTimeZone =
      noClasses()
          .should()
          .callMethodWhere(
              call(
                  "the default time zone",
                  c ->
                      is(c, ZoneId.class, "systemDefault")
                          || is(c, TimeZone.class, "getDefault")
                          || is(c, Clock.class, "systemDefaultZone")
                          || is(c, LocalDate.class, "now")
                          || is(c, LocalDateTime.class, "now")
                          || is(c, ZonedDateTime.class, "now")));

  @ArchTest
  static final ArchRule noParallelStreams =
      noCalls(
          "parallel streams",
          null,
          (name, arguments) ->
              name.equals("parallelStream") || name.equals("parallel") && arguments.isEmpty());

  @ArchTest
  static final ArchRule noSleeping =
      noCalls("Thread.sleep", Thread.class, (name, arguments) -> name.equals("sleep"));

  @ArchTest
  static final ArchRule noOtherRandomNumbers =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.UUID")
          .because("every draw is keyed; see io.depinsim.core.random");

  // ---- the outside world ----

  @ArchTest
  static final ArchRule onlyTheProgramExits =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Depinsim.class)
          .should()
          .callMethodWhere(call("System.exit", c -> is(c, System.class, "exit")));

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethodWhere(call("printStackTrace", c -> c.getName().equals("printStackTrace")));

  // ---- shapes ----

  @ArchTest
  static final ArchRule nothingIsOpenForInheritanceByAccident =
      classes()
          .that()
          .arePublic()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .should(beFinalAbstractOrSealed());

  @ArchTest
  static final ArchRule noStaticStateThatChanges = fields().that().areStatic().should().beFinal();

  @ArchTest
  static void everyPackageSaysWhatItIs(JavaClasses classes) {
    Set<String> packages = new TreeSet<>();
    Set<String> described = new TreeSet<>();
    for (JavaClass c : classes) {
      (c.getSimpleName().equals("package-info") ? described : packages).add(c.getPackageName());
    }
    assertTrue(packages.size() > 10, packages::toString);
    // A package-info without annotations leaves no class file, so its source is looked for.
    packages.removeAll(described);
    packages.removeIf(ArchitectureTest::hasPackageInfo);
    assertEquals(Set.of(), packages, "packages without package-info.java");
  }

  private static boolean hasPackageInfo(String name) {
    Path root = Path.of("../..");
    return List.of("simulator/core", "simulator/experiments", "simulator/cli", "agents", "reports")
        .stream()
        .map(m -> root.resolve(m).resolve("src/main/java").resolve(name.replace('.', '/')))
        .anyMatch(folder -> Files.isRegularFile(folder.resolve("package-info.java")));
  }

  // ---- words the rules are made of ----

  private static ArchRule only(String module, String... allowed) {
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.depinsim..").and(not(resideInAnyPackage(allowed))));
  }

  private static ArchRule library(String what, List<String> homes, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .as(what + " stay in " + String.join(", ", homes));
  }

  private static ArchRule noCalls(
      String what, Class<?> owner, BiPredicate<String, List<String>> forbidden) {
    return noClasses()
        .should()
        .callMethodWhere(
            call(
                what,
                c ->
                    (owner == null || c.getOwner().getName().equals(owner.getName()))
                        && forbidden.test(
                            c.getName(),
                            Arrays.asList(
                                c.getRawParameterTypes().stream()
                                    .map(JavaClass::getName)
                                    .toArray(String[]::new)))));
  }

  private static DescribedPredicate<JavaMethodCall> call(
      String what, Predicate<MethodCallTarget> test) {
    return DescribedPredicate.describe(what, c -> test.test(c.getTarget()));
  }

  private static boolean is(MethodCallTarget call, Class<?> owner, String name) {
    return call.getOwner().getName().equals(owner.getName()) && call.getName().equals(name);
  }

  private static ArchCondition<JavaClass> beFinalAbstractOrSealed() {
    return new ArchCondition<>("be final, abstract or sealed") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean closed =
            item.getModifiers().contains(JavaModifier.FINAL)
                || item.getModifiers().contains(JavaModifier.ABSTRACT)
                || item.reflect().isSealed();
        events.add(new SimpleConditionEvent(item, closed, item.getName() + " is open"));
      }
    };
  }
}
