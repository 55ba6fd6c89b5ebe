package io.github.gan4j.cli;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a class shows to those who use it: its ancestors, and its members' types. */
final class ApiSurface {
  private ApiSurface() {}

  /** Returns the classes that can be named from everywhere. */
  static DescribedPredicate<JavaClass> isPublic() {
    return DescribedPredicate.describe("are public", ApiSurface::isPublic);
  }

  /** Returns the condition that no type of these packages, or of those beneath, is shown. */
  static ArchCondition<JavaClass> showNothingOf(Set<String> packages) {
    return new ArchCondition<>("show nothing of " + packages) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        shown(type)
            .filter(shown -> packages.stream().anyMatch(name -> isIn(name, shown)))
            .forEach(
                shown ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, "%s shows %s".formatted(type.getName(), shown.getName()))));
      }
    };
  }

  private static boolean isPublic(JavaClass type) {
    Optional<JavaClass> enclosing = type.getEnclosingClass();
    return isShown(type.getModifiers()) && (enclosing.isEmpty() || isPublic(enclosing.get()));
  }

  private static Stream<JavaClass> shown(JavaClass type) {
    Stream<JavaType> ancestors =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    Stream<JavaType> members =
        type.getMembers().stream()
            .filter(member -> isShown(member.getModifiers()))
            .flatMap(ApiSurface::types);
    return Stream.concat(ancestors, members)
        .map(JavaType::getAllInvolvedRawTypes)
        .flatMap(Collection::stream)
        .map(JavaClass::getBaseComponentType);
  }

  private static Stream<JavaType> types(JavaMember member) {
    if (member instanceof JavaCodeUnit code) {
      return Stream.of(
              Stream.of(code.getReturnType()),
              code.getParameterTypes().stream(),
              code.getExceptionTypes().stream())
          .flatMap(types -> types);
    }
    return member.getAllInvolvedRawTypes().stream().map(type -> type);
  }

  private static boolean isShown(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean isIn(String packageName, JavaClass type) {
    return (type.getPackageName() + ".").startsWith(packageName + ".");
  }
}
