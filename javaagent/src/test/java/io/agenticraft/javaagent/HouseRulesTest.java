package io.agenticraft.javaagent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.agenticraft.rules.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest extends HouseRules {

    @Test
    void entry_knowsTheJdkOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.agenticraft.javaagent")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "io.agenticraft.javaagent", "org.jspecify..")
                .check(classes());
    }

    @Test
    void isolatedPart_usesNoJavaLogging() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging")
                .check(classes());
    }

    @Test
    void coreAndWeaver_knowNoOpenTelemetry() {
        noClasses()
                .that()
                .resideInAnyPackage("..core..", "..weave..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.opentelemetry..")
                .check(classes());
    }
}
