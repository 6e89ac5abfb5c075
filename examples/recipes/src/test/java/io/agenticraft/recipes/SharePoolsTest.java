package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharePoolsTest {
    @Test
    void recipe_boundsConnectionsAndSaysWhatWasFull() throws Exception {
        List<String> printed = Printed.by(new SharePools());

        assertTrue(
                printed.get(0).matches("8 runs, 4 at a time, of 2 agents opened [1-4] connections of at most 100"),
                printed.get(0));
        assertEquals(
                List.of(
                        "With 2 connections: ACQUIRE took longer than PT0.02S",
                        "With 2 connections: ACQUIRE took longer than PT0.02S",
                        "With 2 connections: answered",
                        "With 2 connections: answered"),
                printed.subList(1, 5).stream().sorted().toList());
        assertEquals("With the registries their pools are closed: []", printed.get(5));
    }

    @Test
    void readme_showsIt() throws Exception {
        Snippets.assertShown("Connections", "SharePools");
    }
}
