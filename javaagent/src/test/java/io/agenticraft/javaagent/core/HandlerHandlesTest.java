package io.agenticraft.javaagent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.otel.adapter.SeamHandler;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandlerHandlesTest {
    private static final Object[] NONE = {};

    @Test
    void handles_callTheHandler() throws Throwable {
        SeamHandler handler = new Echo();

        assertEquals("entered me", (Object) HandlerHandles.of(handler, "enter").invokeExact((Object) "me", NONE));
        assertEquals("token result", exit(HandlerHandles.of(handler, "exit"), "result"));
    }

    @Test
    void handlerThatThrows_changesNothing_andSaysSoOnce() throws Throwable {
        SeamHandler handler = new Broken();
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            var enter = HandlerHandles.of(handler, "enter");
            assertNull((Object) enter.invokeExact((Object) "me", NONE));
            assertNull((Object) enter.invokeExact((Object) "me", NONE));
            assertEquals("result", exit(HandlerHandles.of(handler, "exit"), "result"));
        } finally {
            System.setErr(before);
        }

        String text = said.toString(StandardCharsets.UTF_8);
        assertEquals(2, text.lines().count(), text);
        assertTrue(text.contains(Broken.class.getName() + " failed, 1 times so far"), text);
    }

    @Test
    void idleHandles_changeNothing() throws Throwable {
        assertNull((Object) HandlerHandles.idle("enter").invokeExact((Object) "me", NONE));
        assertEquals("result", exit(HandlerHandles.idle("exit"), "result"));
    }

    @Test
    void unknownKind_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> HandlerHandles.of(new Echo(), "around"));
    }

    private static @Nullable Object exit(java.lang.invoke.MethodHandle handle, String returned) throws Throwable {
        return (Object) handle.invokeExact((Object) "token", (Object) returned, (Throwable) null);
    }

    private static final class Echo implements SeamHandler {
        @Override
        public Object enter(Object self, @Nullable Object[] args) {
            return "entered " + self;
        }

        @Override
        public Object exit(Object token, @Nullable Object returned, @Nullable Throwable thrown) {
            return token + " " + returned;
        }
    }

    private static final class Broken implements SeamHandler {
        @Override
        public Object enter(Object self, @Nullable Object[] args) {
            throw new IllegalStateException("in enter");
        }

        @Override
        public Object exit(Object token, @Nullable Object returned, @Nullable Throwable thrown) {
            throw new StackOverflowError("in exit");
        }
    }
}
