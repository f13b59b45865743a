package com.qualitypost.phoenix.projections;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.qualitypost.phoenix.servers.junit.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ProjectionsApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule noCycles = slices().matching("com.qualitypost.phoenix.projections.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that can be understood alone can be changed alone");

    @ArchTest
    static final ArchRule debeziumInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("..projections.cdc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.debezium..", "org.apache.kafka.connect..")
            .because("the rest sees our own row types, so that Debezium can be replaced");

    @ArchTest
    static final ArchRule knowsNoOtherApplication = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.qualitypost.phoenix.ingest..", "com.qualitypost.phoenix.query..")
            .because("applications share schemas and tables, and nothing else");
}
