package dev.vorota.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Packages are concepts, each of them null-marked, none of them empty. */
@AnalyzeClasses(
    packages = "dev.vorota",
    importOptions = {DoNotIncludeTests.class, NoPartsOfTests.class})
final class PackagesTest {

  private static final Set<String> KINDS_NOT_CONCEPTS =
      Set.of(
          "util",
          "utils",
          "common",
          "commons",
          "impl",
          "dto",
          "dtos",
          "helper",
          "helpers",
          "misc",
          "model",
          "models",
          "manager",
          "managers",
          "service",
          "services",
          "entity",
          "entities");

  /** What must be found, so that a renamed package can't leave a rule without anything to check. */
  private static final Set<String> ROOMS_OF_THE_HOUSE =
      Set.of(
          "dev.vorota.problem",
          "dev.vorota.gateway",
          "dev.vorota.chat",
          "dev.vorota.application.gateway",
          "dev.vorota.application.chat",
          "dev.vorota.adapters.in.gateway",
          "dev.vorota.adapters.in.chat",
          "dev.vorota.adapters.out.gateway",
          "dev.vorota.adapters.out.chat",
          "dev.vorota.app.gateway",
          "dev.vorota.app.chat");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      all(new AbstractClassesTransformer<JavaPackage>("packages") {
            @Override
            public Iterable<JavaPackage> doTransform(JavaClasses classes) {
              return classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
            }
          })
          .should(
              new ArchCondition<>("be @NullMarked") {
                @Override
                public void check(JavaPackage each, ConditionEvents events) {
                  boolean marked = each.isAnnotatedWith(NullMarked.class);
                  events.add(new SimpleConditionEvent(each, marked, each.getName()));
                }
              });

  @ArchTest
  static final ArchRule noPackageIsNamedForAKind =
      noClasses()
          .should(
              ArchCondition.from(
                  DescribedPredicate.describe(
                      "live in a package named for a kind: " + KINDS_NOT_CONCEPTS,
                      each ->
                          Arrays.stream(each.getPackageName().split("\\."))
                              .anyMatch(KINDS_NOT_CONCEPTS::contains))));

  private PackagesTest() {}

  @ArchTest
  static void noRoomOfTheHouseIsEmpty(JavaClasses classes) {
    assertThat(ROOMS_OF_THE_HOUSE)
        .allSatisfy(
            room ->
                assertThat(classes)
                    .as(room)
                    .anyMatch(each -> (each.getPackageName() + ".").startsWith(room + ".")));
  }
}
