package io.agenticraft.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void sums_doNotDrift() {
        long sum = 0;
        for (int i = 0; i < 1_000_000; i++) {
            sum += Money.nanos(0.1);
        }
        assertEquals(100_000L * 1_000_000_000L, sum);
    }

    @Test
    void parts_areRoundedUp_butNoiseIsNot() {
        assertEquals(1, Money.nanos(1e-10));
        assertEquals(300, Money.nanos(0.1e-6 + 0.2e-6));
        assertEquals(0, Money.nanos(0.0));
    }

    @Test
    void texts_areReadExactly() {
        assertEquals(2_500_000_001L, Money.nanos(new BigDecimal("2.500000001")));
        assertEquals("2.5 USD", Money.text(2_500_000_000L));
        assertEquals("0 USD", Money.text(0));
        assertThrows(
                NumberFormatException.class, () -> Budget.of("b", Window.day()).usd("much"));
    }
}
