package io.agenticraft.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallEvent.CacheLevel;
import io.agenticraft.policy.Scheduler;
import io.agenticraft.provider.EventSink;
import io.agenticraft.redis.SharedRedis;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Answers from memory, and the calls that are under way for those that are not there. */
final class Flights {
    private static final int PARTS_OF_THE_CACHE = 8;

    private final Settings settings;
    private final Counters counters = new Counters();
    private final LocalLevel local;
    private final @Nullable SharedLevel shared;
    private final ConcurrentMap<CacheKey, Flight> underWay = new ConcurrentHashMap<>();

    /** What a cache is made of. */
    record Settings(
            long maxBytes,
            Duration ttl,
            @Nullable SharedRedis redis,
            Ticker ticker,
            LongSupplier wallClockMillis,
            Scheduler scheduler) {}

    Flights(Settings settings) {
        this.settings = settings;
        local = new LocalLevel(settings.maxBytes(), settings.ticker(), counters);
        shared = settings.redis() == null ? null : new SharedLevel(settings.redis(), settings.ttl(), counters);
    }

    Counters counters() {
        return counters;
    }

    /** The answer to a request that has a key. */
    CompletableFuture<ModelResponse> call(CacheKey key, Caller caller, @Nullable EventSink sink) {
        Entry entry = local.get(key);
        if (entry != null) {
            return hit(entry, caller, sink);
        }
        Waiter waiter = new Waiter(caller, sink, settings.scheduler());
        while (true) {
            Flight fresh = new Flight(this, key);
            Flight known = underWay.putIfAbsent(key, fresh);
            Flight flight = known == null ? fresh : known;
            // A fresh one, too, may lead nowhere: somebody else has joined and left it before its maker came in.
            if (flight.join(waiter)) {
                if (known == null) {
                    begin(key, fresh);
                }
                return waiter;
            }
            underWay.remove(key, flight);
        }
    }

    private CompletableFuture<ModelResponse> hit(Entry known, Caller caller, @Nullable EventSink sink) {
        hit(caller, known.answer(), CacheLevel.LOCAL);
        if (sink == null) {
            return CompletableFuture.completedFuture(known.hit());
        }
        Waiter waiter = new Waiter(caller, sink, settings.scheduler());
        waiter.open(new Replay(known.hit()));
        waiter.changed();
        return waiter;
    }

    private void begin(CacheKey key, Flight flight) {
        Entry known = local.get(key); // another flight may have ended since it was looked for
        if (known != null) {
            flight.settle(known.answer(), null, CacheLevel.LOCAL);
        } else if (shared == null) {
            flight.ask();
        } else {
            found(key, flight, shared.find(key));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void found(CacheKey key, Flight flight, CompletableFuture<@Nullable Stored> search) {
        search.whenComplete((stored, never) -> {
            if (stored != null && promote(key, flight, stored)) {
                flight.settle(stored.answer(), null, CacheLevel.SHARED);
            } else {
                flight.ask();
            }
        });
    }

    /** Keeps a shared answer for the rest of its time; false if that is over. */
    private boolean promote(CacheKey key, Flight flight, Stored stored) {
        long age = Math.max(0, settings.wallClockMillis().getAsLong() - stored.storedAtMillis());
        Duration left = settings.ttl().minusMillis(age);
        if (left.isNegative() || left.isZero()) {
            return false;
        }
        if (!flight.isUnwanted() && isSmallEnough(stored.bytes())) {
            local.put(key, entry(stored.answer(), stored.bytes(), left));
        }
        return true;
    }

    private boolean isSmallEnough(int bytes) {
        return bytes <= settings.maxBytes() / PARTS_OF_THE_CACHE;
    }

    /** Keeps what a call has brought, if nothing speaks against it. */
    void keep(Flight flight, CacheKey key, ModelResponse answer, Caller payer) {
        NotStored objection;
        try {
            objection = objection(flight, answer, payer);
            objection = objection == null ? store(key, answer) : objection;
        } catch (RuntimeException | StackOverflowError e) {
            objection = NotStored.UNWRITABLE;
        }
        if (objection != null) {
            counters.notStored(objection);
        }
    }

    private static @Nullable NotStored objection(Flight flight, ModelResponse answer, Caller payer) {
        NotStored objection = Keeping.objection(answer);
        if (objection == null && payer.detour().leadsAwayFrom(payer.target())) {
            objection = NotStored.OTHER_TARGET;
        }
        return objection == null && flight.isUnwanted() ? NotStored.INVALIDATED : objection;
    }

    private @Nullable NotStored store(CacheKey key, ModelResponse answer) {
        byte[] encoded =
                ResponseCodec.encode(key, answer, settings.wallClockMillis().getAsLong());
        if (!isSmallEnough(encoded.length)) {
            return NotStored.TOO_LARGE;
        }
        local.put(key, entry(answer, encoded.length, settings.ttl()));
        counters.stored();
        if (shared != null) {
            shared.store(key, encoded);
        }
        return null;
    }

    private static Entry entry(ModelResponse answer, int bytes, Duration ttl) {
        return new Entry(answer, Marks.of(answer, CacheLevel.LOCAL), bytes + LocalLevel.OVERHEAD_BYTES, ttl.toNanos());
    }

    private static long input(Usage usage) {
        return usage.inputTokens() == null ? 0 : usage.inputTokens();
    }

    private static long output(Usage usage) {
        return usage.outputTokens() == null ? 0 : usage.outputTokens();
    }

    /** Somebody is about to get an answer that they do not pay for. */
    void hit(Caller caller, ModelResponse answer, CacheLevel level) {
        counters.hit(level, input(answer.usage()), output(answer.usage()));
        caller.tellHit(level);
    }

    void ended(CacheKey key, Flight flight) {
        underWay.remove(key, flight);
    }

    boolean invalidate(CacheKey key) {
        Flight flight = underWay.get(key);
        if (flight != null) {
            flight.forget();
        }
        if (shared != null) {
            shared.remove(key);
        }
        return local.remove(key);
    }

    void clear() {
        underWay.values().forEach(Flight::forget);
        local.clear();
    }

    CacheStatistics statistics() {
        return counters.snapshot(local.size(), local.bytes());
    }
}
