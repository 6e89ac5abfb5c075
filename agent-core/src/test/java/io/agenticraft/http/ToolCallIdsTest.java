package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ToolCallIdsTest {
    private final ToolCallIds ids = new ToolCallIds("[a-zA-Z0-9]{9}", 9);

    @Test
    void acceptedId_staysAsItIs() {
        assertEquals("abcDEF789", ids.fit("abcDEF789"));
    }

    @Test
    void otherId_isReplacedByTheSameEachTime() {
        String replaced = ids.fit("call_1234567890");

        assertTrue(replaced.matches("[a-f0-9]{9}"), replaced);
        assertEquals(replaced, ids.fit("call_1234567890"));
        assertNotEquals(replaced, ids.fit("call_1234567891"));
    }
}
