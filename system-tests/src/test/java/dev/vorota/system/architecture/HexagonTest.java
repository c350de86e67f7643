package dev.vorota.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** {@code domain} ← {@code application} ← {@code adapters} ← {@code apps}, and never back. */
@AnalyzeClasses(
    packages = "dev.vorota",
    importOptions = {DoNotIncludeTests.class, NoPartsOfTests.class})
final class HexagonTest {

  private static final String[] DOMAIN = {
    "dev.vorota.problem..", "dev.vorota.gateway..", "dev.vorota.chat.."
  };
  private static final String APPLICATION = "dev.vorota.application..";
  private static final String ADAPTERS = "dev.vorota.adapters..";
  private static final String APPS = "dev.vorota.app..";

  /** What adapters share: the wire format of HTTP, and the pages as files. */
  private static final String[] SHARED = {"dev.vorota.wire..", "dev.vorota.web.."};

  @ArchTest
  static final ArchRule domainKnowsOnlyJava =
      classes()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(and(DOMAIN, "java..", "org.jspecify.annotations"));

  @ArchTest
  static final ArchRule applicationKnowsOnlyJavaAndTheDomain =
      classes()
          .that()
          .resideInAPackage(APPLICATION)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(and(DOMAIN, APPLICATION, "java..", "org.jspecify.annotations"));

  @ArchTest
  static final ArchRule adaptersDoNotKnowTheApps =
      noClasses()
          .that()
          .resideInAPackage(ADAPTERS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(APPS);

  @ArchTest
  static final ArchRule adaptersDoNotKnowEachOther =
      slices().matching("dev.vorota.adapters.(*).(*).(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule everythingOfOursHasItsLayer =
      classes().should().resideInAnyPackage(and(and(DOMAIN, APPLICATION, ADAPTERS, APPS), SHARED));

  @ArchTest
  static final ArchRule sharedPartsKnowNoAdapterAndNoApp =
      noClasses()
          .that()
          .resideInAnyPackage(SHARED)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(APPLICATION, ADAPTERS, APPS);

  @ArchTest
  static final ArchRule gatewayDoesNotKnowTheChat =
      noClasses()
          .that()
          .resideInAnyPackage(side("gateway"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(side("chat"));

  @ArchTest
  static final ArchRule chatDoesNotKnowTheGateway =
      noClasses()
          .that()
          .resideInAnyPackage(side("chat"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(side("gateway"));

  private HexagonTest() {}

  private static String[] side(String name) {
    return new String[] {
      "dev.vorota." + name + "..",
      "dev.vorota.application." + name + "..",
      "dev.vorota.adapters.in." + name + "..",
      "dev.vorota.adapters.out." + name + "..",
      "dev.vorota.app." + name + ".."
    };
  }

  private static String[] and(String[] packages, String... more) {
    String[] all = Arrays.copyOf(packages, packages.length + more.length);
    System.arraycopy(more, 0, all, packages.length, more.length);
    return all;
  }
}
