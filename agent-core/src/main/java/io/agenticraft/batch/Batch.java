package io.agenticraft.batch;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.policy.Scheduler;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Many prompts for one agent: a bounded number at once, read as they are needed, answered in their order. No item sees
 * another or the agent's memory, and the failure of one is its own. A provider's rate limit or overload halves the number
 * at once there and is no item's failure unless it persists: such an item is run again, unless one of its tools was called.
 * While it waits as it was asked to, so do the items that go to the same target or, after a refusal that is not the target's
 * (a budget's), those of the same tenant; all others go on.
 *
 * <p>Prompts are read, and results are handed over, on the agent's executor; both may block.
 */
public final class Batch {
    /** {@value} items at once. */
    public static final int DEFAULT_CONCURRENCY = 5;

    /** {@value} further attempts for an item that met a limit. */
    public static final int DEFAULT_RETRIES = 8;

    /** {@value} minutes at most between two attempts. */
    public static final int DEFAULT_PATIENCE_MINUTES = 10;

    private static final int WINDOW_PER_CONCURRENT = 4;

    private final Agent agent;
    private RunOptions options = RunOptions.defaults();
    private int concurrency = DEFAULT_CONCURRENCY;
    private int window;
    private boolean ordered = true;
    private int retries = DEFAULT_RETRIES;
    private Duration patience = Duration.ofMinutes(DEFAULT_PATIENCE_MINUTES);
    private Consumer<? super BatchProgress> onProgress = progress -> {};
    private LongSupplier nanoClock = System::nanoTime;
    private Scheduler scheduler = Scheduler.system();
    private @Nullable Supplier<Source> source;

    private Batch(Agent agent) {
        this.agent = Objects.requireNonNull(agent, "agent");
    }

    /** A batch for the agent, whose prompts are yet to be named. */
    public static Batch of(Agent agent) {
        return new Batch(agent);
    }

    /** How many items are run at once at most; by default {@value #DEFAULT_CONCURRENCY}. */
    public Batch concurrency(int value) {
        concurrency = atLeast(1, value, "concurrency");
        return this;
    }

    /**
     * How many items may be read and not yet handed over, which bounds the memory and how far fast items may run ahead of a
     * slow one; by default four times the concurrency, and never less than the concurrency.
     */
    public Batch window(int value) {
        window = atLeast(1, value, "window");
        return this;
    }

    /**
     * Hands results over as they come, not in the order of the prompts: a slow item then holds nobody's result, and what has
     * ended is with the consumer at once. {@link BatchResult#index} and names tell which is which.
     */
    public Batch unordered() {
        ordered = false;
        return this;
    }

    /** What differs for all items from the agent's settings, unless an item has options of its own. */
    public Batch options(RunOptions value) {
        if (value.conversation() != null) {
            throw new IllegalArgumentException("Items of a batch share no conversation: they would see each other."
                    + " Give a conversation to a single item with BatchRequest.with");
        }
        options = value;
        return this;
    }

    /** How often an item is run again after a provider's limit; by default {@value #DEFAULT_RETRIES}, 0: never. */
    public Batch retries(int value) {
        retries = atLeast(0, value, "retries");
        return this;
    }

    /** Where a provider asks for a longer wait the item fails; by default {@value #DEFAULT_PATIENCE_MINUTES} minutes. */
    public Batch patience(Duration value) {
        patience = Objects.requireNonNull(value, "patience");
        return this;
    }

    /** Hears of progress, about ten times a second while items end, and once at the end. */
    public Batch onProgress(Consumer<? super BatchProgress> value) {
        onProgress = Objects.requireNonNull(value, "onProgress");
        return this;
    }

    /** Tells the time and waits; for tests. */
    public Batch time(LongSupplier nanos, Scheduler delays) {
        nanoClock = Objects.requireNonNull(nanos, "nanos");
        scheduler = Objects.requireNonNull(delays, "delays");
        return this;
    }

    /** The prompts; where their number is known, progress has an estimate of the rest. */
    public Batch prompts(Iterable<String> value) {
        return from(value, BatchRequest::of);
    }

    /** The prompts, read when they are needed; the batch can be started once. */
    public Batch prompts(Iterator<String> value) {
        return once(value, BatchRequest::of, () -> {});
    }

    /** The prompts, read when they are needed; the batch can be started once, and closes the stream. */
    public Batch prompts(Stream<String> value) {
        return once(value.iterator(), BatchRequest::of, value::close);
    }

    /** Like {@link #prompts(Iterable)}, with names and options. */
    public Batch requests(Iterable<BatchRequest> value) {
        return from(value, request -> request);
    }

    /** Like {@link #prompts(Iterator)}, with names and options. */
    public Batch requests(Iterator<BatchRequest> value) {
        return once(value, request -> request, () -> {});
    }

    /** Like {@link #prompts(Stream)}, with names and options. */
    public Batch requests(Stream<BatchRequest> value) {
        return once(value.iterator(), request -> request, value::close);
    }

    private <T> Batch from(Iterable<T> items, Function<T, BatchRequest> request) {
        Long total = items instanceof Collection<?> known ? Long.valueOf(known.size()) : null;
        source = () -> new Source(items.iterator(), request, () -> {}, total);
        return this;
    }

    private <T> Batch once(Iterator<T> items, Function<T, BatchRequest> request, Runnable close) {
        Source only = new Source(items, request, close, null);
        source = only::taken;
        return this;
    }

    /**
     * Starts the batch.
     *
     * @param consumer takes the results in order, one at a time; while it blocks, no more is read than the window holds. If it
     *     throws, the batch is cancelled and fails with that
     * @return how it went, after the last result; cancelling it sends nothing more and cancels what is in flight. If reading
     *     the prompts fails, those read before are answered and handed over, and then the future fails with that
     */
    public CompletableFuture<BatchProgress> start(Consumer<? super BatchResult> consumer) {
        BatchRun run = new BatchRun(settings(), source(), Receiver.of(consumer), Long.MAX_VALUE);
        run.begin();
        return run;
    }

    /** {@link #start}, waiting for the end. If the waiting thread is interrupted the batch is cancelled. */
    public BatchProgress run(Consumer<? super BatchResult> consumer) throws InterruptedException {
        return Ends.await(start(consumer));
    }

    /**
     * The results in order as they are asked for, one by one, on the calling thread. Closing it before its end cancels the
     * batch.
     */
    public BatchResults results() {
        return new BatchResults(receiver -> new BatchRun(settings(), source(), receiver, BatchResults.AHEAD));
    }

    /**
     * The results in order to a subscriber; each subscriber begins a batch of its own, which an {@link Iterator} or a
     * {@link Stream} of prompts allows once. A subscriber that asks for no more holds the batch; cancelling the subscription
     * cancels it. Signals come on the agent's executor, one at a time.
     */
    public Flow.Publisher<BatchResult> publish() {
        BatchSettings settings = settings();
        Supplier<Source> from = given();
        return subscriber ->
                BatchSubscription.open(subscriber, receiver -> new BatchRun(settings, from.get(), receiver, 0));
    }

    private Source source() {
        return given().get();
    }

    private Supplier<Source> given() {
        if (source == null) {
            throw new IllegalStateException("A batch needs prompts: Batch.of(agent).prompts(...)");
        }
        return source;
    }

    private BatchSettings settings() {
        return new BatchSettings(
                agent,
                "batch-" + UUID.randomUUID(),
                options,
                concurrency,
                window == 0
                        ? (int) Math.min(Integer.MAX_VALUE, WINDOW_PER_CONCURRENT * (long) concurrency)
                        : Math.max(window, concurrency),
                ordered,
                new Backoff(retries, patience, () -> ThreadLocalRandom.current().nextDouble()),
                onProgress,
                nanoClock,
                scheduler);
    }

    private static int atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException("The " + name + " of a batch is at least " + least + ", not " + value);
        }
        return value;
    }
}
