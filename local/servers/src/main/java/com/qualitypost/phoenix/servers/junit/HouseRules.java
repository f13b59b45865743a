package com.qualitypost.phoenix.servers.junit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How the code of all modules is written, as far as compiled classes show it. */
public final class HouseRules {
    private static final String LOGGER = "org.slf4j.Logger";
    private static final String SPRING = "org.springframework.";
    private static final String STATEMENT = SPRING + "jdbc.core.simple.JdbcClient$StatementSpec";

    @ArchTest
    static final ArchRule enumConstantsAreUpperCase = fields().that(
                    describe("are constants of enums", HouseRules::isEnumConstant))
            .should()
            .haveNameMatching("[A-Z][A-Z0-9_]*")
            .allowEmptyShould(true)
            .because("an enum whose names leave Java in lower case implements LowerCase");

    @ArchTest
    static final ArchRule loggersAreNamedAlike = fields().that()
            .haveRawType(LOGGER)
            .and()
            .areStatic()
            .should()
            .bePrivate()
            .andShould()
            .beFinal()
            .andShould()
            .haveName("log")
            .andShould(have(describe("the name of their own class", HouseRules::logsAsItsClass)))
            .allowEmptyShould(true)
            .because("somebody who reads a line in a log looks for it in that class");

    @ArchTest
    static final ArchRule componentsAreNamedAlike = noClasses()
            .should()
            .beAnnotatedWith(SPRING + "stereotype.Service")
            .orShould()
            .beAnnotatedWith(SPRING + "stereotype.Repository")
            .because("they say nothing that @Component does not");

    @ArchTest
    static final ArchRule partsComeByConstructor = noFields()
            .should()
            .beAnnotatedWith(SPRING + "beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith(SPRING + "beans.factory.annotation.Value")
            .because("settings are records, and an object has what it needs once it is made");

    @ArchTest
    static final ArchRule beansAreMadeInConfigurations = methods()
            .that()
            .areAnnotatedWith(SPRING + "context.annotation.Bean")
            .should()
            .beDeclaredInClassesThat()
            .areMetaAnnotatedWith(SPRING + "context.annotation.Configuration")
            .allowEmptyShould(true)
            .because("a type of ours is a component, unless a role or a library's type makes it");

    @ArchTest
    static final ArchRule problemsAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("com.qualitypost.phoenix.web.problem")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SPRING + "http.ProblemDetail")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SPRING + "web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler")
            .because("an error that is not a ProblemException has no code, no trace id, or a form of its own");

    @ArchTest
    static final ArchRule parametersOfSqlHaveNames = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(AnswerRows|BulkQueries)") // Lists of numbers, in statements of a fixed length.
            .should()
            .callMethod(STATEMENT, "param", "java.lang.Object")
            .orShould()
            .callMethod(STATEMENT, "param", "int", "java.lang.Object")
            .orShould()
            .callMethod(STATEMENT, "param", "int", "java.lang.Object", "int")
            .orShould()
            .callMethod(STATEMENT, "params", "[Ljava.lang.Object;")
            .orShould()
            .callMethod(STATEMENT, "params", "java.util.List")
            .because("SQL parameters have names: by position they are mixed up as soon as somebody adds one");

    @ArchTest
    static final ArchRule noJackson2 = noClasses()
            .that()
            .resideOutsideOfPackage("com.qualitypost.phoenix.schemas")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
            .because("Jackson 2 is on the class path for libraries only; our JSON is Jackson 3");

    @ArchTest
    static final ArchRule clientsOfKafkaAreToldHowToGetIn = noClasses()
            .that()
            .resideInAnyPackage(
                    "com.qualitypost.phoenix.ingest..",
                    "com.qualitypost.phoenix.projections..",
                    "com.qualitypost.phoenix.query..")
            .and(describe("do not know KafkaSettings", HouseRules::doesNotKnowKafkaSettings))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org.apache.kafka.clients.(admin.Admin|consumer.KafkaConsumer|producer.KafkaProducer)"
                    + "|org.springframework.kafka.(core.DefaultKafkaProducerFactory|config.KafkaStreamsConfiguration)")
            .allowEmptyShould(true)
            .because("a client that is made of settings of its own stands outside when Kafka asks for a password");

    private HouseRules() {}

    private static boolean isEnumConstant(JavaField field) {
        return field.getModifiers().contains(JavaModifier.ENUM);
    }

    private static boolean logsAsItsClass(JavaField logger) {
        return logger.getOwner().getStaticInitializer().stream()
                .flatMap(initializer -> initializer.getReferencedClassObjects().stream())
                .anyMatch(named -> named.getValue().equals(logger.getOwner()));
    }

    private static boolean doesNotKnowKafkaSettings(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .noneMatch(known -> known.getTargetClass().getSimpleName().equals("KafkaSettings"));
    }
}
