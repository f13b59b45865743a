package com.qualitypost.phoenix.query;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

@AnalyzeClasses(packages = "com.qualitypost.phoenix.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

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

    @ArchTest
    static final ArchRule noJackson2 = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
            .because("our JSON is Jackson 3");

    @ArchTest
    static final ArchRule clientsOfKafkaAreToldHowToGetIn = noClasses()
            .that()
            .resideInAPackage("com.qualitypost.phoenix.query..")
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
