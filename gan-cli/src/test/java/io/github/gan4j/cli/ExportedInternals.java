package io.github.gan4j.cli;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.github.gan4j.Gan;
import io.github.gan4j.cli.consumer.Java;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The internal packages that a module's descriptor exports to other modules of ours: what javac
 * holds on the module path is held here for those, too, that are compiled on the class path.
 */
record ExportedInternals(Set<Exports> exports) {

  /** Reads the descriptor of gan-api. */
  static ExportedInternals ofTheApi() {
    ModuleDescriptor descriptor =
        ModuleFinder.of(Java.origin(Gan.class)).find(GanModule.ROOT).orElseThrow().descriptor();
    return new ExportedInternals(
        descriptor.exports().stream().filter(Exports::isQualified).collect(Collectors.toSet()));
  }

  /** Returns the names of the packages. */
  Set<String> packages() {
    return exports.stream().map(Exports::source).collect(Collectors.toSet());
  }

  /** Returns the modules that a package is exported to. */
  Set<GanModule> to(String name) {
    return Arrays.stream(GanModule.values())
        .filter(module -> isExported(name, module))
        .collect(Collectors.toSet());
  }

  /** Returns the classes of packages that are exported to a module. */
  DescribedPredicate<JavaClass> areExportedTo(GanModule module) {
    return DescribedPredicate.describe(
        "are exported to " + module, type -> isExported(type.getPackageName(), module));
  }

  private boolean isExported(String name, GanModule module) {
    return exports.stream()
        .anyMatch(
            export ->
                export.source().equals(name) && export.targets().contains(module.moduleName()));
  }
}
