package io.agenticraft.policy;

import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderHandle;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the calls of one run have in common: on whose behalf they are made, how long they may take in all, and who
 * watches. Immutable; one attempt's scope is derived from its run's.
 */
public final class CallScope {
    private static final Logger LOG = LoggerFactory.getLogger(CallScope.class);
    private static final Duration ENDLESS = Duration.ofDays(365);
    private static final CallScope NONE = new Builder().build();

    private final Behalf behalf;
    private final CallObserver observer;
    private final CallDecorator decorator;
    private final Attempt attempt;

    /** What stays the same in all scopes that are derived from one. */
    private record Behalf(
            @Nullable String agent,
            @Nullable String tenant,
            @Nullable String conversationId,
            @Nullable LongSupplier nanoClock,
            long deadlineNanos) {}

    private CallScope(Behalf behalf, CallObserver observer, CallDecorator decorator, Attempt attempt) {
        this.behalf = behalf;
        this.observer = observer;
        this.decorator = decorator;
        this.attempt = attempt;
    }

    /** Nobody's: of calls that no run makes. */
    public static CallScope none() {
        return NONE;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The agent's name, or null. */
    public @Nullable String agent() {
        return behalf.agent;
    }

    /** Who is to pay, and whose answers may be shared with nobody else; or null. */
    public @Nullable String tenant() {
        return behalf.tenant;
    }

    public @Nullable String conversationId() {
        return behalf.conversationId;
    }

    /** What is left of the run's time: zero or less when it is over, a year where there is no limit. */
    public Duration remaining() {
        LongSupplier clock = behalf.nanoClock;
        return clock == null ? ENDLESS : Duration.ofNanos(behalf.deadlineNanos - clock.getAsLong());
    }

    public Attempt attempt() {
        return attempt;
    }

    /** The same for another attempt. */
    public CallScope with(Attempt value) {
        return new CallScope(behalf, observer, decorator, value);
    }

    /** The same with a further observer, which hears first, and a further decorator, nearer to the wire than the one there. */
    public CallScope observed(CallObserver further, CallDecorator inner) {
        CallDecorator outer = decorator;
        return new CallScope(
                behalf,
                further.andThen(observer),
                (wire, scope) -> outer.decorate(inner.decorate(wire, scope), scope),
                attempt);
    }

    /** Tells the observer, whose failure harms nobody. */
    public void tell(CallEvent event) {
        try {
            observer.on(event);
        } catch (Throwable e) { // errors too: those who tell are in the middle of a call, which would hang
            LOG.warn("An observer of calls failed on a {}", event.getClass().getSimpleName(), e);
        }
    }

    /** The provider as this scope's calls are to see it; a handle is pinned, and what it leads to is bound. */
    public ModelProvider bind(ModelProvider provider) {
        if (provider instanceof ScopedProvider scoped) {
            return scoped.in(this);
        }
        if (provider instanceof ProviderHandle handle) {
            ProviderHandle pinned = handle.pinned();
            return pinned.leadsTo(ScopedProvider.class) ? pinned.viewed(this::bind) : decorator.decorate(pinned, this);
        }
        return decorator.decorate(provider, this);
    }

    @Override
    public String toString() {
        return "CallScope[agent " + agent() + ", tenant " + tenant() + ", conversation " + conversationId() + ", "
                + attempt + "]";
    }

    /** Collects a {@link CallScope}. */
    public static final class Builder {
        private @Nullable String agent;
        private @Nullable String tenant;
        private @Nullable String conversationId;
        private @Nullable LongSupplier nanoClock;
        private long deadlineNanos;
        private CallObserver observer = CallObserver.none();
        private CallDecorator decorator = CallDecorator.none();

        private Builder() {}

        public Builder agent(@Nullable String value) {
            agent = value;
            return this;
        }

        public Builder tenant(@Nullable String value) {
            tenant = value;
            return this;
        }

        public Builder conversationId(@Nullable String value) {
            conversationId = value;
            return this;
        }

        /**
         * When all must be over.
         *
         * @param nanos a reading of {@code clock}
         * @param clock such as {@code System::nanoTime}
         */
        public Builder deadline(long nanos, LongSupplier clock) {
            deadlineNanos = nanos;
            nanoClock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        public Builder observer(CallObserver value) {
            observer = Objects.requireNonNull(value, "observer");
            return this;
        }

        public Builder decorator(CallDecorator value) {
            decorator = Objects.requireNonNull(value, "decorator");
            return this;
        }

        public CallScope build() {
            Behalf behalf = new Behalf(agent, tenant, conversationId, nanoClock, deadlineNanos);
            return new CallScope(behalf, observer, decorator, Attempt.first());
        }
    }
}
