package io.agenticraft.registry;

import io.agenticraft.provider.ModelProvider;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is built once, and the number of those that need it: the cache, and each call in flight. The last of
 * them closes it.
 */
final class Instance {
    private final AtomicInteger users = new AtomicInteger(1);
    private final AtomicBoolean cached = new AtomicBoolean(true);
    private final Executor closer;
    private int notedAt = -1;
    private boolean building;
    private volatile @Nullable ModelProvider provider;
    private @Nullable RuntimeException failure;

    Instance(Executor closer) {
        this.closer = closer;
    }

    boolean isCached() {
        return cached.get();
    }

    /** When a use of it was noted last; races only make it be noted once more. */
    int notedAt() {
        return notedAt;
    }

    void noted(int at) {
        notedAt = at;
    }

    /** Counts one more user; false if it is closed. Pairs with {@link #release}. */
    boolean retain() {
        for (int now = users.get(); now > 0; now = users.get()) {
            if (users.compareAndSet(now, now + 1)) {
                return true;
            }
        }
        return false;
    }

    void release() {
        release(closer);
    }

    /** The cache has let go of it; repeated calls change nothing. */
    void evicted(Executor closing) {
        if (cached.compareAndSet(true, false)) {
            release(closing);
        }
    }

    private void release(Executor closing) {
        if (users.decrementAndGet() == 0) {
            ModelProvider built = provider;
            if (built != null) {
                // Others may remember this object for long.
                provider = null;
                closing.execute(built::close);
            }
        }
    }

    /** Builds it, or waits for the thread that does; all who wait for a build that fails get its failure. */
    synchronized ModelProvider build(Supplier<ModelProvider> maker) {
        ModelProvider known = provider;
        if (known != null) {
            return known;
        }
        if (failure != null) {
            throw failure;
        }
        if (building) {
            throw new IllegalStateException("Making this provider needs the provider itself");
        }
        building = true;
        try {
            ModelProvider made = Objects.requireNonNull(maker.get(), "The factory made no provider");
            provider = made;
            return made;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            building = false;
        }
    }

    /** The provider, for those who have retained and built it. */
    ModelProvider provider() {
        return Objects.requireNonNull(provider);
    }
}
