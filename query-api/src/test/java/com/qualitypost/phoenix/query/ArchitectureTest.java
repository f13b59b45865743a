package com.qualitypost.phoenix.query;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.qualitypost.phoenix.servers.junit.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.qualitypost.phoenix.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule noCycles = slices().matching("com.qualitypost.phoenix.query.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read alone can be changed alone");

    @ArchTest
    static final ArchRule applicationsDoNotKnowEachOther = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.qualitypost.phoenix.ingest..", "com.qualitypost.phoenix.projections..")
            .because("they share topics, tables and schemas, and are deployed on their own");

    @ArchTest
    static final ArchRule answersAreSentAsTheyAreStored = noClasses()
            .that()
            .resideInAnyPackage("..tracking..", "..database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
            .because("a lookup moves bytes: parsing them would be most of its cost");

    @ArchTest
    static final ArchRule noRegularExpressionsWhereInputComesIn = noClasses()
            .that()
            .doNotHaveSimpleName("ProblemPages") // It reads a document of ours.
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex")
            .orShould()
            .callMethodWhere(
                    target(owner(type(String.class))).and(target(nameMatching("matches|replaceAll|replaceFirst"))))
            .because("anybody may paste anything, and a regular expression may take for ever on it");
}
