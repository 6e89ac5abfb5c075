package io.agenticraft.benchmark.measure;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the requests of one kind. Failures are counted apart: how long one took says nothing about the
 * answers. Not for use by several threads.
 */
public final class Recording {
    private final Distribution latency = Distribution.ofDurations();
    private final Distribution service = Distribution.ofDurations();
    private final Distribution firstToken = Distribution.ofDurations();
    private final Distribution interToken = Distribution.ofDurations();
    private final Distribution tokensPerSecond = Distribution.ofRates();
    private final Map<String, Failures> failures = new TreeMap<>();
    private long inputTokens;
    private long outputTokens;
    private long priced;
    private double usd;

    /** Adds a request that was answered. */
    public void answered(Stopwatch watch, Spent spent) {
        latency.record(watch.latency());
        service.record(watch.service());
        Long first = watch.firstToken();
        if (first != null) {
            firstToken.record(first);
        }
        watch.gapsInto(interToken);
        if (spent.outputTokens() != null) {
            Long rate = watch.rate(spent.outputTokens());
            if (rate != null) {
                tokensPerSecond.record(rate);
            }
            outputTokens += spent.outputTokens();
        }
        inputTokens += spent.inputTokens() == null ? 0 : spent.inputTokens();
        if (spent.usd() != null) {
            usd += spent.usd();
            priced++;
        }
    }

    /** Adds a request that failed. */
    public void failed(String type, String message) {
        failures.merge(
                type, new Failures(1, message), (known, one) -> new Failures(known.count() + 1, known.example()));
    }

    /** Milliseconds from when a request was meant to be sent until its answer was whole. */
    public Distribution latency() {
        return latency;
    }

    /** Milliseconds from when a request was really sent until its answer was whole. */
    public Distribution service() {
        return service;
    }

    /** Milliseconds from when a request was meant to be sent until the first piece; empty where nothing streamed. */
    public Distribution firstToken() {
        return firstToken;
    }

    /** Milliseconds between two pieces, of which most providers send one per token; empty where nothing streamed. */
    public Distribution interToken() {
        return interToken;
    }

    /** Tokens per second of each answer: after the first token where it streamed, else over its whole time. */
    public Distribution tokensPerSecond() {
        return tokensPerSecond;
    }

    /** Failures by type, sorted. */
    public Map<String, Failures> failures() {
        return Collections.unmodifiableMap(failures);
    }

    public long answers() {
        return latency.count();
    }

    public long errors() {
        return failures.values().stream().mapToLong(Failures::count).sum();
    }

    /** How many failures of this type there were. */
    public long errors(String type) {
        Failures some = failures.get(type);
        return some == null ? 0 : some.count();
    }

    public long requests() {
        return answers() + errors();
    }

    public long inputTokens() {
        return inputTokens;
    }

    public long outputTokens() {
        return outputTokens;
    }

    /** What all answers cost in US dollars; null unless the price of each is known. */
    public @Nullable Double usd() {
        return priced == 0 || priced < answers() ? null : Double.valueOf(usd);
    }

    /**
     * Failures of one type.
     *
     * @param count how many
     * @param example what the first one said
     */
    public record Failures(long count, String example) {}

    /**
     * What one answer used up. Null: not known.
     *
     * @param inputTokens tokens of the prompt
     * @param outputTokens tokens of the answer
     * @param usd its price in US dollars
     */
    public record Spent(
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            @Nullable Double usd) {}
}
