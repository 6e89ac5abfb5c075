package io.agenticraft.simulator;

import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.agenticraft.rules.HouseRules;
import org.junit.jupiter.api.Test;

class SimulatorRulesTest extends HouseRules {
    @Test
    void dialects_knowNothingOfHttpServers() {
        ArchRuleDefinition.noClasses()
                .that()
                .implement(Dialect.class)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.vertx\\.(ext|core\\.http)\\..*")
                .check(classes());
    }

    @Test
    void simulator_standsAlone() {
        onlyKnows("io.agenticraft.simulator", "io.vertx..", "com.fasterxml..", "picocli..", "org.slf4j..");
    }
}
