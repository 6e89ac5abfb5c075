package io.agenticraft.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.agenticraft.provider.ModelProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider instances that are kept: a bounded number, those that are used most (TinyLFU: by recency and frequency,
 * of switches and of calls).
 */
final class Instances {
    private static final Logger LOG = LoggerFactory.getLogger(Instances.class);

    private final Cache<InstanceKey, Instance> cache;
    private final AtomicInteger builds = new AtomicInteger();
    private volatile boolean closed;

    Instances(int maximum) {
        cache = Caffeine.newBuilder()
                .maximumSize(maximum)
                // Bookkeeping only, and soon done; what may block goes to closeLater.
                .executor(Runnable::run)
                .removalListener(Instances::removed)
                .build();
    }

    private static void removed(@Nullable InstanceKey key, @Nullable Instance instance, RemovalCause cause) {
        if (instance != null) {
            instance.evicted(Instances::closeLater);
        }
    }

    /**
     * Notes that an instance is used without being called, as a switch to it does; false if it is not kept. Who is to go
     * is asked only when another one is built, so between two builds one note is enough, and the others cost next to nothing.
     */
    boolean touch(InstanceKey key, Instance instance) {
        int now = builds.get();
        if (!instance.isCached()) {
            return false;
        }
        if (instance.notedAt() != now) {
            instance.noted(now);
            return cache.getIfPresent(key) != null;
        }
        return true;
    }

    /**
     * The instance, which is built if it is not kept, by one of all who want it. {@link Instance#release()} it once.
     *
     * @throws IllegalStateException if the registry is closed
     */
    Instance acquire(InstanceKey key, Supplier<ModelProvider> maker) {
        while (true) {
            Instance instance = cache.get(key, missing -> newInstance());
            if (instance.retain()) {
                build(key, instance, maker);
                return instance;
            }
            // It was evicted and closed after it was found.
            cache.asMap().remove(key, instance);
        }
    }

    private Instance newInstance() {
        builds.incrementAndGet();
        return new Instance(Instances::closeLater);
    }

    private void build(InstanceKey key, Instance instance, Supplier<ModelProvider> maker) {
        try {
            if (closed) {
                throw new IllegalStateException("The provider registry is closed");
            }
            instance.build(maker);
        } catch (Throwable e) {
            cache.asMap().remove(key, instance);
            instance.release();
            throw e;
        }
    }

    /** Whether an instance is kept, without counting as a use. */
    boolean keeps(InstanceKey key) {
        return cache.asMap().containsKey(key);
    }

    boolean isClosed() {
        return closed;
    }

    /** Closes those that no call needs here and now, the others after their last call. */
    void close() {
        closed = true;
        RuntimeException failure = null;
        List<Instance> kept = new ArrayList<>(cache.asMap().values());
        for (Instance instance : kept) {
            try {
                instance.evicted(Runnable::run);
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        cache.invalidateAll();
        if (failure != null) {
            throw failure;
        }
    }

    /** Elsewhere: whoever lets go last may be an event loop, or may hold the cache's lock. */
    private static void closeLater(Runnable close) {
        var unused = CompletableFuture.runAsync(close).exceptionally(failure -> {
            LOG.warn("A provider instance that is no longer needed could not be closed", failure);
            return null;
        });
    }
}
