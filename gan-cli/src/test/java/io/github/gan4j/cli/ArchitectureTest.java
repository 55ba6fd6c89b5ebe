package io.github.gan4j.cli;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.TypeAdapter;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the arrows between the modules. Each rule is also seen to fail, on the code that is allowed
 * to break it or on a sample here.
 */
class ArchitectureTest {
  private static final String API_INTERNAL = "io.github.gan4j.internal..";
  private static final String ENGINE_INTERNAL = "io.github.gan4j.cpu.internal..";
  private static final Set<String> HIDDEN_LIBRARIES = Set.of("com.google.gson", "org.slf4j");

  /** All modules but gan-benchmarks, which measures the engine's insides and is built after. */
  private static JavaClasses all;

  @BeforeAll
  static void importModules() {
    all = importMain();
  }

  static JavaClasses importMain() {
    Set<Location> locations = new HashSet<>(Locations.ofPackage(GanModule.ROOT));
    // They are not among this module's dependencies.
    for (GanModule module : List.of(GanModule.TCK, GanModule.DL4J)) {
      Path classes =
          Path.of(System.getProperty("basedir", ""))
              .resolve("../" + module.artifact() + "/target/classes");
      assertThat(classes).as("build %s first", module.artifact()).isDirectory();
      locations.add(Location.of(classes));
    }
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importLocations(locations);
  }

  @ParameterizedTest
  @EnumSource
  void aModuleUsesOnlyTheModulesBelowIt(GanModule module) {
    ArchRule rule =
        noClasses()
            .that(module.holds())
            .should()
            .dependOnClassesThat(GanModule.anyOutside(module.mayUse()))
            .allowEmptyShould(false);

    rule.check(all);
  }

  @Test
  void everyArrowIsSeen() {
    // An arrow that no class takes would hide that the rule above sees nothing.
    for (GanModule user : GanModule.values()) {
      for (GanModule used : user.dependencies()) {
        ArchRule none = noClasses().that(user.holds()).should().dependOnClassesThat(used.holds());

        assertFails(none, all);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aModulesClassesStandInItsOwnPackages(GanModule module) {
    ArchRule rule =
        classes().that(module.comesFrom()).should(be(module.holds())).allowEmptyShould(false);

    rule.check(all);
  }

  @ParameterizedTest
  @CsvSource({"CPU,org.bytedeco..", "DL4J,org.nd4j..", "DL4J,org.deeplearning4j.."})
  void onlyOneModuleNamesALibrary(GanModule module, String library) {
    ArchRule rule =
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .allowEmptyShould(false);

    rule.check(all.that(DescribedPredicate.not(module.holds())));
    assertFails(rule, all.that(module.holds()));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "API")
  void aModuleUsesTheInternalsOfTheApiThatAreExportedToIt(GanModule module) {
    DescribedPredicate<JavaClass> hidden =
        JavaClass.Predicates.resideInAPackage(API_INTERNAL)
            .and(DescribedPredicate.not(ExportedInternals.ofTheApi().areExportedTo(module)));
    ArchRule rule = noClasses().should().dependOnClassesThat(hidden).allowEmptyShould(false);

    rule.check(all.that(module.holds()));
    assertFails(rule, all.that(GanModule.API.holds()));
  }

  @Test
  void internalsAreExportedToThoseAloneThatUseThem() {
    ExportedInternals exported = ExportedInternals.ofTheApi();

    assertThat(exported.packages()).isNotEmpty();
    for (String name : exported.packages()) {
      for (GanModule module : exported.to(name)) {
        ArchRule none =
            noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(name)
                .as(module + " uses nothing of " + name);

        assertFails(none, all.that(module.holds()));
      }
    }
  }

  @Test
  void nobodyOutsideTheEngineUsesItsInternals() {
    ArchRule rule =
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ENGINE_INTERNAL)
            .allowEmptyShould(false);

    rule.check(all.that(DescribedPredicate.not(GanModule.CPU.holds())));
    assertFails(rule, all.that(GanModule.CPU.holds()));
  }

  @Test
  void thePublicApiShowsNoLibraryOfItsOwn() {
    ArchRule rule =
        classes().that(ApiSurface.isPublic()).should(ApiSurface.showNothingOf(HIDDEN_LIBRARIES));

    rule.allowEmptyShould(false)
        .check(
            all.that(GanModule.API.holds())
                .that(JavaClass.Predicates.resideOutsideOfPackage(API_INTERNAL)));
    for (Class<?> leak : Leaks.class.getDeclaredClasses()) {
      assertFails(rule, new ClassFileImporter().importClasses(leak));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noCyclesBetweenThePackagesOfAModule(GanModule module) {
    slices()
        .matching("(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(false)
        .check(all.that(module.holds()));
  }

  @Test
  void onlyTheCommandLineAndReportsPrint() {
    ArchRule rule =
        noClasses()
            .should()
            .accessTargetWhere(
                DescribedPredicate.describe(
                    "is System.out or System.err", ArchitectureTest::isStandardStream))
            .allowEmptyShould(false);

    rule.check(
        all.that(
            DescribedPredicate.not(GanModule.CLI.holds())
                .and(DescribedPredicate.not(GanModule.REPORT.holds()))));
    assertFails(rule, all.that(GanModule.REPORT.holds()));
  }

  private static boolean isStandardStream(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(System.class)
        && Set.of("out", "err").contains(access.getName());
  }

  private static void assertFails(ArchRule rule, JavaClasses classes) {
    assertThatThrownBy(() -> rule.check(classes))
        .as(rule.getDescription())
        .isInstanceOf(AssertionError.class);
  }

  /** Public classes as none may be, each of which shows a library in another way. */
  @SuppressWarnings({"unused", "UnusedVariable"})
  public static final class Leaks {
    private Leaks() {}

    public static class ByReturning {
      public JsonArray leak() {
        return new JsonArray();
      }
    }

    public static class ByTaking {
      protected void leak(Optional<JsonArray> leak) {}
    }

    public static class ByConstructing {
      public ByConstructing(JsonArray leak) {}
    }

    public static class ByField {
      public final JsonArray leak = new JsonArray();
    }

    public abstract static class ByExtending extends TypeAdapter<String> {}
  }
}
