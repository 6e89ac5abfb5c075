package com.example.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopTest {

    @Test
    void knownOrder_isDescribed() {
        assertEquals(
                "Order 4711: trail running shoes, delivered on Monday",
                new Orders().lookUp("4711").describe());
    }

    @Test
    void unknownOrder_isNamed() {
        NoSuchElementException failure = assertThrows(NoSuchElementException.class, () -> new Orders().lookUp("1"));
        assertEquals("There is no order 1", failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0,full refund", "30,full refund", "31,no money"})
    void refund_dependsOnTheDays(int days, String answer) {
        assertTrue(new RefundPolicy().forDays(days).contains(answer));
    }
}
