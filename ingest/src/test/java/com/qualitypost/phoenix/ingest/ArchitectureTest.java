package com.qualitypost.phoenix.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.qualitypost.phoenix.servers.junit.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.qualitypost.phoenix", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule theRulesArePlainJava = classes()
            .that()
            .resideInAPackage("com.qualitypost.phoenix.ingest.shipment..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.qualitypost.phoenix.vocabulary",
                    "com.qualitypost.phoenix.ingest.shipment..")
            .because("what a status means must be readable, and testable, without any framework");

    @ArchTest
    static final ArchRule noCycles = slices().matching("com.qualitypost.phoenix.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read alone can be changed alone");

    @ArchTest
    static final ArchRule applicationsDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("com.qualitypost.phoenix.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.qualitypost.phoenix.projections..", "com.qualitypost.phoenix.query..")
            .because("they share topics, tables and schemas, and are deployed on their own");

    @ArchTest
    static final ArchRule noBacktracking = noClasses()
            .that()
            .resideInAPackage("com.qualitypost.phoenix.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex..")
            .orShould()
            .callMethod(String.class, "matches", String.class)
            .orShould()
            .callMethod(String.class, "replaceAll", String.class, String.class)
            .orShould()
            .callMethod(String.class, "replaceFirst", String.class, String.class)
            .because(
                    "what strangers send is matched by RE2/J or by a scanner of ours, in a time that grows with its length only");
}
