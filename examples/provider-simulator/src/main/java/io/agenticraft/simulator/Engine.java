package io.agenticraft.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The simulated providers behind the HTTP surface: turns a request into an answer, a failure and their timing. */
final class Engine {

    /** Spreads the seeds of consecutive requests over the whole range. */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final SimulatorOptions options;
    private final InstantSource clock;
    private final RateLimiter limiter;
    private final FaultPlan faults;
    private final ScriptReader script;
    private final Answerer answerer;
    private final AtomicLong requests = new AtomicLong();

    Engine(SimulatorOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
        this.limiter = new RateLimiter(options, clock);
        this.faults = new FaultPlan(options.faults());
        this.script = new ScriptReader(options.script());
        this.answerer = new Answerer(options);
    }

    /** Randomness of its own for the next request. */
    RandomGenerator random() {
        return new SplittableRandom(options.seed() + GOLDEN_GAMMA * requests.incrementAndGet());
    }

    InstantSource clock() {
        return clock;
    }

    Quota quota(@Nullable String key) {
        return limiter.quota(key);
    }

    /** Answers, or throws the {@link Rejection} that says why not. All of a request's path stands here. */
    Outcome handle(Dialect dialect, MultiMap headers, String body, @Nullable String model, RandomGenerator random) {
        String key = dialect.key(headers);
        Keys.check(key, dialect.keyRequired());
        ObjectNode json = json(body);
        // Where the path names the model, the body need not and does not count.
        json = model == null ? json : json.put("model", model);
        Call call = dialect.parse(json, headers);
        Directives directives = Directives.parse(headers.get(Directives.HEADER), call.model());
        checkModel(call.model());
        limiter.take(key, call.conversation().tokens());
        Fault fault = early(faults.next(directives, body, random), directives, call);
        Reply scripted = script.reply(call.conversation());
        fault = fault != null || scripted == null ? fault : early(scripted.fault(), directives, call);
        call = directives.reasoning() ? call.withReasoning() : call;
        Answer answer = answerer.answer(call, scripted, directives, dialect.toolIdPrefix(), random);
        limiter.spend(key, answer.usage().output());
        return timed(call, answer, fault, directives, random);
    }

    private Outcome timed(
            Call call, Answer answer, @Nullable Fault fault, Directives directives, RandomGenerator random) {
        long[] pauses = pauses(
                directives.firstToken(options.firstToken()),
                directives.betweenTokens(options.betweenTokens()),
                answer.usage().output(),
                random);
        long total = LongStream.of(pauses).sum();
        Dialect.Turn turn = new Dialect.Turn(call, answer, Ids.next(random), clock.instant(), pauses[0], total);
        return new Outcome(turn, pauses, fault);
    }

    /** The time before each token; only the first one's when the others follow at once. */
    private static long[] pauses(Latency first, Latency between, int tokens, RandomGenerator random) {
        long[] pauses = new long[between.isZero() ? 1 : Math.max(1, tokens)];
        pauses[0] = first.sampleNanos(random);
        for (int i = 1; i < pauses.length; i++) {
            pauses[i] = between.sampleNanos(random);
        }
        return pauses;
    }

    /** Throws what fails before the first byte, and hands on what fails after it. */
    private static @Nullable Fault early(@Nullable Fault fault, Directives directives, Call call) {
        boolean needsStream = fault == Fault.STREAM_ERROR && !call.stream();
        if (fault != null && (needsStream || !fault.late())) {
            throw FaultPlan.rejection(fault, directives, call.model());
        }
        return fault;
    }

    private void checkModel(String model) {
        boolean known = options.models().isEmpty()
                ? !model.startsWith("unknown")
                : options.models().contains(Models.withoutTag(model)) || model.startsWith(Directives.MODEL_PREFIX);
        if (!known) {
            throw new Rejection(Fault.NOT_FOUND, "The model `" + model + "` does not exist.", model, Duration.ZERO);
        }
    }

    static ObjectNode json(String body) {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // Falls through: what is wrong with the body is of no use to a client of a simulator.
        }
        throw Rejection.of(Fault.BAD_REQUEST, "The body of the request is not a JSON object.");
    }

    /**
     * What is to be sent.
     *
     * @param pauses the nanoseconds before each token; at least one, none before tokens beyond its end
     * @param fault what goes wrong after the status line, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Outcome(
            Dialect.Turn turn, long[] pauses, @Nullable Fault fault) {}
}
