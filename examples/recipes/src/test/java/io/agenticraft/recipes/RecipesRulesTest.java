package io.agenticraft.recipes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.agenticraft.http.HttpPools;
import io.agenticraft.http.PoolStats;
import io.agenticraft.rules.HouseRules;
import org.junit.jupiter.api.Test;

class RecipesRulesTest extends HouseRules {
    @Test
    void recipes_knowOnlyTheRuntimeAndTheSimulator() {
        neverKnows("io.agenticraft.recipes..", "io.vertx..", "com.fasterxml..");
    }

    @Test
    void recipes_knowOfTheWireOnlyTheFiguresOfItsPools() {
        DescribedPredicate<JavaClass> figures =
                JavaClass.Predicates.type(HttpPools.class).or(JavaClass.Predicates.type(PoolStats.class));
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.agenticraft.http..")
                        .and(DescribedPredicate.not(figures)))
                .check(classes());
    }
}
