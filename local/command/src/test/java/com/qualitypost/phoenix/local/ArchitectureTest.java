package com.qualitypost.phoenix.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.qualitypost.phoenix.servers.junit.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.qualitypost.phoenix.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule noCycles = slices().matching("com.qualitypost.phoenix.local.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read alone can be changed alone");

    @ArchTest
    static final ArchRule applicationsAreProcesses = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.qualitypost.phoenix.ingest..",
                    "com.qualitypost.phoenix.projections..",
                    "com.qualitypost.phoenix.query..")
            .because("the local system talks to the applications as everybody else does");
}
