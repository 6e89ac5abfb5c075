package io.agenticraft.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalStoreTest {
    private static final Budget BUDGET = Budget.of("b", Window.minute()).tokens(100);

    private static Line line(String tenant, long slot, long tokens) {
        return new Line(new Account(BUDGET, tenant, null), slot, slot, 0, tokens);
    }

    @Test
    void share_isThePartOfTheLimitThatMayBeSpent() {
        LocalStore tenth = new LocalStore(0.1);
        assertNull(tenth.take(List.of(line("t", 1, 10))));
        Verdict.Denial denial = tenth.take(List.of(line("t", 1, 1)));
        assertNotNull(denial);
        assertEquals(10, denial.limit());
    }

    @Test
    void settlingAfterTheWindow_isOfNoMatter() {
        LocalStore store = new LocalStore(1);
        List<Line> old = List.of(line("t", 1, 50));
        assertNull(store.take(old));
        assertNull(store.take(List.of(line("t", 2, 100))));
        store.settle(old, Verdict.LOCALLY, 0, 5_000);
        assertNotNull(store.take(List.of(line("t", 2, 1))));
        assertNull(store.take(List.of(line("t", 3, 100))));
    }

    @Test
    void clockSetBack_losesNothing() {
        LocalStore store = new LocalStore(1);
        assertNull(store.take(List.of(line("t", 5, 60))));
        assertNotNull(store.take(List.of(line("t", 4, 60))), "What is booked in the future counts");
        assertNull(store.take(List.of(line("t", 4, 40))));
    }

    @Test
    void accountsOfTenantsThatCameAndWent_areForgotten() {
        LocalStore store = new LocalStore(1);
        for (int i = 0; i < 200_000; i++) {
            assertNull(store.take(List.of(line("tenant" + i, i, 1))));
        }
        assertTrue(store.accounts() < 5_000, () -> "Accounts: " + store.accounts());
    }
}
