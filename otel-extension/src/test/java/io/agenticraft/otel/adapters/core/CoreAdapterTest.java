package io.agenticraft.otel.adapters.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.otel.adapter.Seam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names that the adapter hooks, held against agent-core itself. */
class CoreAdapterTest {
    private final CoreAdapter adapter = new CoreAdapter();

    @Test
    void seams_areMethodsThatTheTypesThemselvesDeclare() throws ReflectiveOperationException {
        assertEquals(7, adapter.seams().size());
        for (Seam seam : adapter.seams()) {
            Class<?> type = Class.forName(seam.type(), false, getClass().getClassLoader());
            long found = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> !method.isBridge() && method.getName().equals(seam.method()))
                    .filter(method -> parameters(method).equals(seam.parameters()))
                    .count();
            assertEquals(1, found, seam::toString);
        }
    }

    private static List<String> parameters(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(Class::getName).toList();
    }

    @Test
    void requirements_areThere() throws ReflectiveOperationException {
        for (String requirement : adapter.requires()) {
            int hash = requirement.indexOf('#');
            Class<?> type = Class.forName(requirement.substring(0, hash));
            assertTrue(
                    Arrays.stream(type.getMethods())
                            .anyMatch(method -> method.getName().equals(requirement.substring(hash + 1))),
                    requirement);
        }
    }
}
