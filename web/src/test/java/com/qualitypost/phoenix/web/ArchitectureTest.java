package com.qualitypost.phoenix.web;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

@AnalyzeClasses(packages = "com.qualitypost.phoenix.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule nothingOfAnApplicationIsKnownHere = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "jakarta..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.apache..",
                    "org.springframework..",
                    "tools.jackson..",
                    "com.qualitypost.phoenix.background..",
                    "com.qualitypost.phoenix.tables..",
                    "com.qualitypost.phoenix.web..")
            .because("all applications have it");

    @ArchTest
    static final ArchRule noRegularExpressions = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex")
            .orShould()
            .callMethodWhere(
                    target(owner(type(String.class))).and(target(nameMatching("matches|replaceAll|replaceFirst"))))
            .because("all that comes here comes from outside, and a regular expression may take for ever on it");

    @ArchTest
    static final ArchRule problemsAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("com.qualitypost.phoenix.web.problem")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProblemDetail.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ResponseEntityExceptionHandler.class)
            .because("an error that is not a ProblemException has no code, no trace id, or a form of its own");

    @ArchTest
    static final ArchRule noCycles = slices().matching("com.qualitypost.phoenix.web.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read alone can be changed alone");
}
