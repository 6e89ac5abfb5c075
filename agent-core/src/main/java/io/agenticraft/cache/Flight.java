package io.agenticraft.cache;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallEvent.CacheLevel;
import io.agenticraft.provider.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call upstream and all who wait for it. The first of them pays: the call is made in their scope. Any may leave; the call
 * goes on while somebody is left, and is cancelled otherwise. Its events are kept until it ends, so that each waiter has them
 * all, whenever they came and however slow they are.
 */
final class Flight implements Source {
    private final Flights flights;
    private final CacheKey key;
    private final Serial valve = new Serial(this::adjust);

    // Guarded by this object's lock.
    private List<Waiter> waiters = List.of();
    private List<ModelEvent> events = new ArrayList<>(0);
    private @Nullable Upstream upstream;
    private @Nullable Waiter payer;
    private @Nullable ModelResponse answer;
    private @Nullable Throwable failure;
    private volatile CacheLevel level = CacheLevel.JOINED;
    private boolean settled;
    private boolean abandoned;
    private boolean unwanted;

    Flight(Flights flights, CacheKey key) {
        this.flights = flights;
        this.key = key;
    }

    /** Takes somebody in; false if everybody has left, and then this flight leads nowhere. */
    boolean join(Waiter waiter) {
        waiter.open(this);
        synchronized (this) {
            if (abandoned) {
                return false;
            }
            if (!settled && !waiter.isDone()) {
                List<Waiter> more = new ArrayList<>(waiters);
                more.add(waiter);
                waiters = more;
            }
        }
        valve.changed();
        waiter.changed();
        return true;
    }

    /** Makes the call, for the first who waits. */
    void ask() {
        Upstream call = null;
        synchronized (this) {
            abandoned = waiters.isEmpty();
            if (!abandoned) {
                call = new Upstream(this, waiters.get(0));
                upstream = call;
            }
        }
        if (call == null) {
            flights.ended(key, this);
        } else {
            flights.counters().missed();
            call.begin();
        }
    }

    void event(Upstream from, ModelEvent event) {
        List<Waiter> all;
        synchronized (this) {
            if (from != upstream || settled) {
                return;
            }
            events.add(event);
            all = waiters;
        }
        all.forEach(Waiter::changed);
    }

    void opened() {
        valve.changed();
    }

    void ended(Upstream from, @Nullable ModelResponse response, @Nullable Throwable thrown) {
        synchronized (this) {
            if (from != upstream || abandoned) {
                return;
            }
        }
        if (response != null) {
            flights.keep(this, key, response, from.lead().caller());
            settle(response, null, CacheLevel.JOINED);
            return;
        }
        flights.counters().notStored(NotStored.FAILED);
        Throwable why = thrown == null ? new IllegalStateException("The provider answered null") : thrown;
        if (isThePayersOwn(from.lead(), why)) {
            from.lead().completeExceptionally(why); // who leaves thereby
            ask();
        } else {
            settle(null, why, CacheLevel.JOINED);
        }
    }

    /**
     * Whether a failure says nothing about the others' prospects: the payer's time has run out, or a policy has refused the
     * payer's agent. Then the next one pays for another call, unless part of the answer is out.
     */
    private synchronized boolean isThePayersOwn(Waiter lead, Throwable thrown) {
        int other = !waiters.isEmpty() && waiters.get(0) == lead ? 1 : 0;
        if (!events.isEmpty() || other >= waiters.size()) {
            return false;
        }
        String agent = waiters.get(other).caller().scope().agent();
        return lead.caller().isOutOfTime()
                || (!(thrown instanceof ProviderException)
                        && !Objects.equals(agent, lead.caller().scope().agent()));
    }

    /** Gives everybody what they wait for. */
    void settle(@Nullable ModelResponse response, @Nullable Throwable thrown, CacheLevel from) {
        flights.ended(key, this);
        List<Waiter> all;
        synchronized (this) {
            if (settled || abandoned) {
                return;
            }
            settled = true;
            answer = response;
            failure = thrown;
            level = from;
            payer = from == CacheLevel.JOINED && !waiters.isEmpty() ? waiters.get(0) : null;
            if (response != null && events.isEmpty()) {
                events = Replay.events(response);
            }
            all = waiters;
            waiters = List.of();
        }
        all.forEach(Waiter::changed);
    }

    @Override
    public synchronized @Nullable ModelEvent event(int index) {
        return index < events.size() ? events.get(index) : null;
    }

    @Override
    public void finish(Waiter waiter, int place) {
        ModelResponse known;
        Throwable why;
        boolean own;
        synchronized (this) {
            if (!settled || place < events.size()) {
                return;
            }
            known = answer;
            why = failure;
            own = waiter == payer;
        }
        if (known == null) {
            waiter.completeExceptionally(Objects.requireNonNull(why));
        } else if (own) {
            waiter.complete(known);
        } else {
            flights.hit(waiter.caller(), known, level);
            waiter.complete(Marks.of(known, level));
        }
    }

    @Override
    public void heldChanged() {
        valve.changed();
    }

    /** Holds the call's stream while all who wait are held; who waits for the whole answer only never is. */
    private void adjust() {
        Upstream call;
        boolean hold;
        synchronized (this) {
            call = upstream;
            hold = !waiters.isEmpty() && waiters.stream().allMatch(Waiter::isHeld);
        }
        if (call != null) {
            call.hold(hold);
        }
    }

    @Override
    public void left(Waiter waiter) {
        Upstream stopped;
        boolean empty;
        synchronized (this) {
            if (settled || !waiters.contains(waiter)) {
                return;
            }
            List<Waiter> fewer = new ArrayList<>(waiters);
            fewer.remove(waiter);
            waiters = fewer;
            empty = fewer.isEmpty();
            abandoned = empty;
            stopped = upstream;
        }
        if (!empty) {
            valve.changed();
            return;
        }
        flights.ended(key, this);
        if (stopped != null) {
            stopped.cancel();
        }
    }

    /** The answer is not to be kept. */
    synchronized void forget() {
        unwanted = true;
    }

    synchronized boolean isUnwanted() {
        return unwanted;
    }
}
