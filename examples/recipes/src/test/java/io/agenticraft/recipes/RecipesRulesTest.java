package io.agenticraft.recipes;

import io.agenticraft.rules.HouseRules;
import org.junit.jupiter.api.Test;

class RecipesRulesTest extends HouseRules {
    @Test
    void recipes_knowOnlyTheRuntimeAndTheSimulator() {
        neverKnows("io.agenticraft.recipes..", "io.vertx..", "com.fasterxml..", "io.agenticraft.http..");
    }
}
