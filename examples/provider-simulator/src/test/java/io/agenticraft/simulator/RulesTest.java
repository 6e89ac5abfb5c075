package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

final class RulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.agenticraft.simulator");

    @Test
    void publicTypes_areTheApi() {
        List<String> open = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getEnclosingClass()
                        .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC))
                        .orElse(true))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "Builder",
                        "Fault",
                        "Latency",
                        "RecordedRequest",
                        "Reply",
                        "Rule",
                        "Script",
                        "Simulator",
                        "SimulatorOptions",
                        "ToolUse"),
                open);
    }

    @Test
    void package_isNullMarked() {
        assertTrue(CLASSES.get(Simulator.class).getPackage().isAnnotatedWith(NullMarked.class));
    }

    @Test
    void dialects_knowNothingOfHttpServers() {
        ArchRuleDefinition.noClasses()
                .that()
                .implement(Dialect.class)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.vertx\\.(ext|core\\.http)\\..*")
                .check(CLASSES);
    }

    @Test
    void simulator_standsAlone() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("io.agenticraft.simulator")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.agenticraft.simulator",
                        "java..",
                        "io.vertx..",
                        "com.fasterxml..",
                        "picocli..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(CLASSES);
    }
}
