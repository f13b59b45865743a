package com.qualitypost.phoenix;

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

@AnalyzeClasses(packages = "com.qualitypost.phoenix", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theVocabularyIsPlainJava = classes()
            .that()
            .resideInAPackage("..vocabulary")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..vocabulary")
            .because("the rules use it, and the rules are plain Java");

    @ArchTest
    static final ArchRule noRegularExpressions = noClasses()
            .that()
            .resideInAPackage("..vocabulary")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex")
            .orShould()
            .callMethodWhere(target(owner(type(String.class)))
                    .and(target(nameMatching("matches|replaceAll|replaceFirst|split"))))
            .because("numbers and texts come from outside, and a regular expression may take for ever on them");

    @ArchTest
    static final ArchRule clientsAreForApplications = noClasses()
            .that()
            .resideOutsideOfPackage("..kafka")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.apicurio..", "org.springframework..")
            .because("who wants the vocabulary or the names of topics gets no clients with them");

    @ArchTest
    static final ArchRule noCycles = slices().matching("com.qualitypost.phoenix.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read alone can be changed alone");
}
