package com.qualitypost.phoenix.projections;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

@AnalyzeClasses(packagesOf = ProjectionsApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("com.qualitypost.phoenix.projections.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that can be understood alone can be changed alone");

    @ArchTest
    static final ArchRule PROBLEMS_ARE_MADE_IN_ONE_PLACE = noClasses()
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
    static final ArchRule DEBEZIUM_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("..projections.cdc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.debezium..", "org.apache.kafka.connect..")
            .because("the rest sees our own row types, so that Debezium can be replaced");

    @ArchTest
    static final ArchRule NO_JACKSON_2 = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
            .because("Jackson 2 is on the class path only for Debezium and Apicurio; ours is Jackson 3");

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_APPLICATION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.qualitypost.phoenix.ingest..", "com.qualitypost.phoenix.query..")
            .because("applications share schemas and tables, and nothing else");

    @ArchTest
    static final ArchRule CLIENTS_OF_KAFKA_ARE_TOLD_HOW_TO_GET_IN = noClasses()
            .that()
            .resideInAPackage("com.qualitypost.phoenix.projections..")
            .and(DescribedPredicate.describe(
                    "do not know KafkaSettings",
                    type -> type.getDirectDependenciesFromSelf().stream()
                            .noneMatch(known ->
                                    known.getTargetClass().getSimpleName().equals("KafkaSettings"))))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org.apache.kafka.clients.(admin.Admin|consumer.KafkaConsumer|producer.KafkaProducer)"
                    + "|org.springframework.kafka.(core.DefaultKafkaProducerFactory|config.KafkaStreamsConfiguration)")
            .because("a client that is made of settings of its own stands outside when Kafka asks for a password");
}
