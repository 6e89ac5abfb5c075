package io.agenticraft.provider;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A decorator of a provider: what it is called, where it is and how it is closed are the other's, its calls are its own. */
public abstract class DelegatingProvider implements ModelProvider {
    private final ModelProvider next;

    /**
     * @param next what is decorated; it gives name and endpoint, and is closed with this provider
     */
    protected DelegatingProvider(ModelProvider next) {
        this.next = Objects.requireNonNull(next, "next");
    }

    /** What is decorated. */
    protected final ModelProvider next() {
        return next;
    }

    @Override
    public final String name() {
        return next.name();
    }

    @Override
    public final @Nullable URI endpoint() {
        return next.endpoint();
    }

    @Override
    public void close() {
        next.close();
    }
}
