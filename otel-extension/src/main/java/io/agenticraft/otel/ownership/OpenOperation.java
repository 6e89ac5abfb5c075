package io.agenticraft.otel.ownership;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import org.jspecify.annotations.Nullable;

/**
 * An operation whose span is open, as the context knows it. The outermost layer that knows an operation opens its span
 * and stores itself here; a layer further in that finds its own operation open tells the owner what it knows and opens
 * no span. A context holds one at most: a model call made by a tool belongs to no model call around that tool.
 *
 * <p>The application's copy of this class is the one that everybody uses, the Java agent included; hence JDK and
 * OpenTelemetry types only, and no change ever.
 */
public abstract class OpenOperation implements ImplicitContextKeyed {
    private static final ContextKey<OpenOperation> KEY = ContextKey.named("agenticraft-open-operation");

    private final String operation;
    private final @Nullable String subject;

    /**
     * @param operation the value of {@code gen_ai.operation.name}
     * @param subject what tells operations of this kind apart where they nest, such as an agent's name; null: nothing does
     */
    protected OpenOperation(String operation, @Nullable String subject) {
        this.operation = operation;
        this.subject = subject;
    }

    /** The operation of this kind that is open in {@code context}, or null. */
    public static @Nullable OpenOperation find(Context context, String operation, @Nullable String subject) {
        OpenOperation open = context.get(KEY);
        return open != null && open.matches(operation, subject) && open.isOpen() ? open : null;
    }

    private boolean matches(String otherOperation, @Nullable String otherSubject) {
        return operation.equals(otherOperation) && (subject == null || subject.equals(otherSubject));
    }

    @Override
    public final Context storeInContext(Context context) {
        return context.with(KEY, this);
    }

    /** The span that the owner has opened. */
    public abstract Span span();

    /** Whether the operation is still going on. */
    public abstract boolean isOpen();

    /** Tells the owner facts under their conventional names; what the owner learns itself wins. */
    public abstract void enrich(Attributes facts);

    /** Tells the owner that a piece of a streamed answer has come. Only the first counts. */
    public abstract void firstChunk();
}
