package io.github.gan4j.cli;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The modules, and which of the others each may use. */
enum GanModule {
  API("gan-api", ""),
  DATASETS("gan-datasets", "datasets", API),
  METRICS("gan-metrics", "metrics", API),
  REPORT("gan-report", "report", API),
  VECTOR("gan-vector", "vector"),
  CPU("gan-cpu", "cpu", API, VECTOR),
  DL4J("gan-dl4j", "dl4j", API),
  TCK("gan-tck", "tck", API),
  CLI("gan-cli", "cli", API, CPU, DATASETS, METRICS, REPORT);

  static final String ROOT = "io.github.gan4j";

  private final String artifact;
  private final String name;

  @SuppressWarnings("ImmutableEnumChecker") // A copy, which nothing can change.
  private final List<GanModule> dependencies;

  GanModule(String artifact, String name, GanModule... dependencies) {
    this.artifact = artifact;
    this.name = name;
    this.dependencies = List.of(dependencies);
  }

  /** Returns the classes of every module of ours that is not one of these. */
  static DescribedPredicate<JavaClass> anyOutside(Set<GanModule> modules) {
    return DescribedPredicate.describe(
        "are of GAN4J and not in " + modules, type -> isOurs(type) && !modules.contains(of(type)));
  }

  String artifact() {
    return artifact;
  }

  /** Returns its name for the module system. */
  String moduleName() {
    return this == API ? ROOT : ROOT + "." + name;
  }

  List<GanModule> dependencies() {
    return dependencies;
  }

  /** Returns the module itself and those that it depends on. */
  Set<GanModule> mayUse() {
    Set<GanModule> modules = EnumSet.of(this);
    modules.addAll(dependencies);
    return modules;
  }

  /** Returns its classes, told by their packages. */
  DescribedPredicate<JavaClass> holds() {
    return DescribedPredicate.describe(
        "are in " + artifact, type -> isOurs(type) && of(type) == this);
  }

  /** Returns the classes that were read from its folder or jar. */
  DescribedPredicate<JavaClass> comesFrom() {
    return DescribedPredicate.describe(
        "come from " + artifact,
        type ->
            type.getSource()
                .map(Source::getUri)
                .filter(uri -> uri.toString().contains("/" + artifact + "/"))
                .isPresent());
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  private static GanModule of(JavaClass type) {
    String name = type.getPackageName() + ".";
    return Arrays.stream(values())
        .filter(module -> module != API && name.startsWith(ROOT + "." + module.name + "."))
        .findFirst()
        .orElse(API);
  }
}
