package io.agenticraft.registry;

import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the instances of one name come to be. The specification is read when it is needed, so that a missing key harms
 * nobody before, and again when it may have changed: what {@link #isCurrent} says of it holds until then.
 */
final class Source {
    private final String name;
    private final ProviderFactory factory;
    private final Supplier<ProviderSpec> supplier;
    private final Clocks clocks;
    private volatile @Nullable ProviderSpec current;
    private volatile long readAt;
    private @Nullable ProviderSpec last;
    private volatile @Nullable Health health;

    /** The times that matter here. */
    record Clocks(LongSupplier nanos, InstantSource wall, Duration rereadAfter) {}

    Source(String name, ProviderFactory factory, Supplier<ProviderSpec> supplier, Clocks clocks) {
        this.name = name;
        this.factory = factory;
        this.supplier = supplier;
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

    /** Reads the specification; the same object as long as it says the same. */
    ProviderSpec read() {
        ProviderSpec fresh = Specs.named(specification(), name);
        synchronized (this) {
            ProviderSpec known = last;
            ProviderSpec kept = known != null && known.equals(fresh) ? known : fresh;
            last = kept;
            readAt = clocks.nanos().getAsLong();
            current = kept;
            return kept;
        }
    }

    private ProviderSpec specification() {
        try {
            return Objects.requireNonNull(supplier.get(), "No specification of " + name);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Provider " + name + " is not set up. " + e.getMessage()
                            + ". In a program: ProviderRegistry.builder().key(\"" + factory.name() + "\", ...)",
                    e);
        }
    }

    ModelProvider build(ProviderSpec spec) {
        return factory.create(spec);
    }

    /** The next one who asks reads the specification anew. */
    void doubt() {
        current = null;
    }

    /** A call begins: the moment to notice that the specification was read long ago. */
    void called() {
        if (current != null
                && clocks.nanos().getAsLong() - readAt > clocks.rereadAfter().toNanos()) {
            doubt();
        }
    }

    /** A call or a probe has ended. */
    void ended(@Nullable Throwable failure) {
        if (failure instanceof AuthenticationException) {
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
            ProviderSpec spec = Specs.named(supplier.get(), name);
            return new ProviderInfo(name, factory.name(), true, true, null, Specs.address(spec), health);
        } catch (IllegalStateException | IllegalArgumentException e) {
            return new ProviderInfo(name, factory.name(), true, false, e.getMessage(), null, health);
        }
    }
}
