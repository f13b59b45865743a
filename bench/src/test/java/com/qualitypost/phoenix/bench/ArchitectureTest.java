package com.qualitypost.phoenix.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.qualitypost.phoenix.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noCycles = slices().matching("com.qualitypost.phoenix.bench.(*)..")
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
            .because("what is measured is what everybody else can call");
}
