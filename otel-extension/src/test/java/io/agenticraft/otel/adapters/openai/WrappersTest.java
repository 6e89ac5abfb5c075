package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A default method that a wrapper does not pass on would answer for the wrapper, not for the original. */
class WrappersTest {
    @Test
    void trackedResponse_passesEveryMethodOn() {
        assertEquals(List.of(), inherited(TrackedResponse.class, HttpResponseFor.class));
    }

    @Test
    void trackedStream_passesEveryMethodOn() {
        assertEquals(List.of(), inherited(TrackedStream.class, StreamResponse.class));
    }

    @Test
    void libraryOnTheClassPath_isTheVersionThatThisRunIsFor() {
        String expected = System.getProperty("agenticraft.openai-java", ".jar");
        String actual = HttpResponseFor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        assertTrue(actual.endsWith(expected), () -> actual + " is not " + expected);
    }

    private static List<Method> inherited(Class<?> wrapper, Class<?> type) {
        List<Method> inherited = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) && !declares(wrapper, method)) {
                inherited.add(method);
            }
        }
        return inherited;
    }

    private static boolean declares(Class<?> wrapper, Method method) {
        return Stream.of(wrapper.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}
