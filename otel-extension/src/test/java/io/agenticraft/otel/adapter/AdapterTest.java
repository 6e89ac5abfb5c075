package io.agenticraft.otel.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdapterTest {

    @Test
    void adapters_haveNamesOfTheirOwn() {
        List<String> names = Adapter.all().stream().map(Adapter::name).toList();

        assertEquals(names.stream().distinct().toList(), names);
    }

    @Test
    void handlers_arePublicAndCanBeMade() throws ReflectiveOperationException {
        for (Adapter adapter : Adapter.all()) {
            assertFalse(adapter.seams().isEmpty(), adapter.name());
            for (Seam seam : adapter.seams()) {
                Class<?> handler = Class.forName(seam.handler());
                assertTrue(Modifier.isPublic(handler.getModifiers()), seam.handler());
                assertTrue(
                        handler.getConstructor().newInstance() instanceof SeamHandler,
                        seam.handler() + " is no SeamHandler");
            }
        }
    }
}
