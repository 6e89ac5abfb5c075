package io.agenticraft.otel.ownership;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenOperationTest {

    @Test
    void find_sameOperation_isTheOneStored() {
        Fake chat = new Fake("chat", null);

        assertSame(chat, OpenOperation.find(Context.root().with(chat), "chat", null));
        assertSame(chat, OpenOperation.find(Context.root().with(chat), "chat", "anything"));
    }

    @Test
    void find_otherOperation_isNull() {
        assertNull(OpenOperation.find(Context.root().with(new Fake("chat", null)), "embeddings", null));
        assertNull(OpenOperation.find(Context.root(), "chat", null));
    }

    @Test
    void find_otherSubject_isNull() {
        Context context = Context.root().with(new Fake("invoke_agent", "router"));

        assertNull(OpenOperation.find(context, "invoke_agent", "clerk"));
        assertNull(OpenOperation.find(context, "invoke_agent", null));
    }

    @Test
    void find_closedOperation_isNull() {
        Fake chat = new Fake("chat", null);
        Context context = Context.root().with(chat);
        chat.open = false;

        assertNull(OpenOperation.find(context, "chat", null));
    }

    @Test
    void storing_replacesWhatWasOpen() {
        Context context = Context.root().with(new Fake("chat", null)).with(new Fake("execute_tool", "lookup"));

        assertNull(OpenOperation.find(context, "chat", null));
    }

    private static final class Fake extends OpenOperation {
        private boolean open = true;

        Fake(String operation, @Nullable String subject) {
            super(operation, subject);
        }

        @Override
        public Span span() {
            return Span.getInvalid();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void enrich(Attributes facts) {}

        @Override
        public void firstChunk() {}
    }
}
