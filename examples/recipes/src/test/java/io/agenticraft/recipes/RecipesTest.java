package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyRecipe_hasATestOfItsOwn() throws Exception {
        List<String> untested = Recipes.names().stream()
                .filter(name -> !Files.exists(Path.of("src/test/java/io/agenticraft/recipes", name + "Test.java")))
                .toList();
        assertEquals(List.of(), untested, "Each needs a test class that checks what it prints");
    }

    @Test
    void everyRecipe_isInTheReadme() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        assertEquals(
                List.of(),
                Recipes.names().stream()
                        .filter(name -> !readme.contains("\n| `" + name + "` | "))
                        .toList(),
                "Each needs a line in README.md");
    }

    @Test
    void noName_listsTheRecipes() throws Exception {
        assertEquals(0, run());
        List<String> listed = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(listed.contains("SwitchProviders"), listed::toString);
        assertEquals(Recipes.names(), listed);
    }

    @Test
    void name_runsTheRecipe() throws Exception {
        assertEquals(0, run("SwitchProviders"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("openai:gpt-4o-mini answered"), out::toString);
    }

    @Test
    void unknownName_saysWhichAreKnownAndRunsNothing() throws Exception {
        assertEquals(2, run("SwitchProviders", "Soup"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        String complaint = err.toString(StandardCharsets.UTF_8);
        assertTrue(complaint.startsWith("There is no recipe \"Soup\"; there are: "), complaint);
        assertTrue(complaint.contains("SwitchProviders"), complaint);
    }

    private int run(String... names) throws Exception {
        return Recipes.run(
                List.of(names),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
