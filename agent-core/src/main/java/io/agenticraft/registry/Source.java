package io.agenticraft.registry;

import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.Credential;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the instances of one name come to be. The specification is read when it is needed, so that a missing key harms
 * nobody before, and again when it may have changed: what {@link #isCurrent} says of it holds until then.
 */
final class Source {
    private static final Logger LOG = LoggerFactory.getLogger(Source.class);

    /** How long a reading that failed is not tried again by runs. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String name;
    private final ProviderFactory factory;
    private final Supplier<ProviderSpec> supplier;
    private final String advice;
    private final Clocks clocks;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicInteger doubts = new AtomicInteger();
    private volatile @Nullable ProviderSpec current;
    private volatile @Nullable ProviderSpec last;
    private volatile long readAt;
    private volatile @Nullable Failed failed;
    private volatile @Nullable Health health;

    /** When reading failed last, and after how many doubts. */
    private record Failed(long at, int doubts) {}

    /** The times that matter here. */
    record Clocks(LongSupplier nanos, InstantSource wall, Duration rereadAfter) {
        boolean isOver(Duration limit, long since) {
            return nanos.getAsLong() - since > TimeUnit.NANOSECONDS.convert(limit);
        }
    }

    /**
     * @param name what stands before the colon
     * @param factory the provider whose interface it has
     * @param supplier reads the settings
     * @param advice where a program can set them, or has set them
     */
    Source(String name, ProviderFactory factory, Supplier<ProviderSpec> supplier, String advice, Clocks clocks) {
        this.name = name;
        this.factory = factory;
        this.supplier = supplier;
        this.advice = advice;
        this.clocks = clocks;
    }

    String name() {
        return name;
    }

    ProviderFactory factory() {
        return factory;
    }

    /** Whether this is the very specification that was read last, and need not be read anew yet. */
    @SuppressWarnings("ReferenceEquality")
    boolean isCurrent(ProviderSpec spec) {
        return spec == current;
    }

    /** Reads the specification, one thread after the other; the same object as long as it says the same. */
    @SuppressWarnings("ReferenceEquality")
    ProviderSpec read() {
        reading.lock();
        try {
            int before = doubts.get();
            ProviderSpec fresh = specification();
            ProviderSpec known = last;
            ProviderSpec kept = known != null && known.equals(fresh) ? known : fresh;
            if (kept == fresh) {
                // What the former settings came to says nothing of these.
                health = null;
            }
            last = kept;
            readAt = clocks.nanos().getAsLong();
            failed = null;
            // Who doubted meanwhile may mean what was read just now.
            current = doubts.get() == before ? kept : null;
            return kept;
        } finally {
            reading.unlock();
        }
    }

    /**
     * The specification that holds, which is read if it is in doubt.
     *
     * @param fallback holds where reading fails, which is not tried again for a second unless there is new doubt
     */
    ProviderSpec held(ProviderSpec fallback) {
        reading.lock();
        try {
            ProviderSpec known = current;
            return known != null ? known : hasJustFailed() ? fallback : read();
        } catch (RuntimeException e) {
            failed = new Failed(clocks.nanos().getAsLong(), doubts.get());
            LOG.warn("The settings of {} cannot be read any longer; runs go on with the last ones", name, e);
            return fallback;
        } finally {
            reading.unlock();
        }
    }

    private boolean hasJustFailed() {
        Failed then = failed;
        return then != null && then.doubts == doubts.get() && !clocks.isOver(PATIENCE, then.at);
    }

    private ProviderSpec specification() {
        try {
            return supplied();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Provider " + name + " is not set up. " + words(e) + (words(e).endsWith(".") ? " " : ". ") + advice,
                    e);
        }
    }

    private ProviderSpec supplied() {
        ProviderSpec spec = Objects.requireNonNull(supplier.get(), "There is no specification of it");
        if (spec.provider().equals(name)) {
            return spec;
        }
        Credential credential = spec.credential();
        ProviderSpec named = Specs.named(spec, name);
        return credential == null || credential.source() != null
                ? named
                : named.withCredentialFrom("the key in the specification \"" + name + "\"");
    }

    private static String words(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    ModelProvider build(ProviderSpec spec) {
        ModelProvider made = factory.create(spec);
        if (made == null) {
            throw new IllegalStateException("The factory of " + factory.name() + " made no provider");
        }
        return made;
    }

    /** The next one who asks reads the specification anew. */
    void doubt() {
        doubts.incrementAndGet();
        current = null;
    }

    /** A run or a call begins: the moment to notice that the specification was read long ago. */
    void called() {
        if (current != null && clocks.isOver(clocks.rereadAfter(), readAt)) {
            doubt();
        }
    }

    /** A call or a probe has ended; what happens under settings that hold no longer tells nothing of those that do. */
    @SuppressWarnings("ReferenceEquality")
    void ended(ProviderSpec spec, @Nullable Throwable failure) {
        if (spec != last) {
            return;
        }
        if (failure instanceof AuthenticationException && isCurrent(spec)) {
            doubt();
        }
        Health seen = Health.of(failure, clocks.wall().instant());
        if (seen != null) {
            health = seen;
        }
    }

    /** Reads the settings but builds nothing. */
    ProviderInfo info() {
        try {
            return new ProviderInfo(name, factory.name(), true, true, null, Specs.address(supplied()), health);
        } catch (RuntimeException e) {
            return new ProviderInfo(name, factory.name(), true, false, words(e), null, health);
        }
    }
}
