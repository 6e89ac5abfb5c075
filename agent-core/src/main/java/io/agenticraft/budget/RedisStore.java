package io.agenticraft.budget;

import io.agenticraft.redis.SharedRedis;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that many processes share: a hash each, with a field for each slot's money and each slot's tokens. A reservation
 * whose answer is lost counts until its window has passed, which errs on the safe side.
 */
final class RedisStore implements Store {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final SharedRedis redis;
    private final InstantSource clock;
    private final Outage outage;
    private final LocalStore meanwhile;
    final LongAdder unavailable = new LongAdder();
    final LongAdder unchecked = new LongAdder();
    final LongAdder onLocalShare = new LongAdder();
    final LongAdder unbooked = new LongAdder();

    RedisStore(SharedRedis redis, InstantSource clock, Outage outage) {
        this.redis = redis;
        this.clock = clock;
        this.outage = outage;
        this.meanwhile = new LocalStore(outage.share());
    }

    @Override
    public CompletableFuture<Verdict> reserve(List<Line> lines) {
        List<String> arguments = new ArrayList<>(lines.size() * Scripts.RESERVE_ARGUMENTS);
        for (Line line : lines) {
            Budget budget = line.budget();
            arguments.add(Long.toString(line.slot()));
            arguments.add(Long.toString(line.oldest()));
            arguments.add(Long.toString(line.nanoUsd()));
            arguments.add(Long.toString(line.tokens()));
            arguments.add(limit(budget.nanoUsd()));
            arguments.add(limit(budget.tokens()));
            arguments.add(Long.toString(timeToLive(line)));
        }
        arguments.add(Long.toString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX));
        return redis.eval(Scripts.RESERVE, keys(lines), arguments)
                .handle((answer, failure) -> failure == null ? verdict(lines, answer) : inOutage(lines));
    }

    private static String limit(long limit) {
        return limit == Budget.ANY ? "-1" : Long.toString(limit);
    }

    private static Verdict verdict(List<Line> lines, List<String> answer) {
        if (answer.get(0).equals("ok")) {
            return Verdict.shared(List.copyOf(answer.subList(1, answer.size())));
        }
        Line line = lines.get(Integer.parseInt(answer.get(0)) - 1);
        boolean money = answer.get(1).equals("u");
        long limit = money ? line.budget().nanoUsd() : line.budget().tokens();
        return Verdict.denied(
                new Verdict.Denial(line, money, limit, Long.parseLong(answer.get(2)), Long.parseLong(answer.get(3))));
    }

    private Verdict inOutage(List<Line> lines) {
        switch (outage.kind()) {
            case REFUSE -> {
                unavailable.increment();
                return Verdict.UNAVAILABLE;
            }
            case ALLOW -> {
                unchecked.increment();
                return Verdict.UNCHECKED;
            }
            default -> {
                Verdict.Denial denial = meanwhile.take(lines);
                if (denial != null) {
                    return Verdict.denied(denial);
                }
                onLocalShare.increment();
                return Verdict.LOCALLY;
            }
        }
    }

    @Override
    public void settle(List<Line> lines, Verdict verdict, long nanoUsd, long tokens) {
        boolean shared = verdict.held() == Verdict.Held.SHARED;
        if (verdict.held() == Verdict.Held.LOCALLY) {
            meanwhile.settle(lines, verdict, nanoUsd, tokens);
        }
        List<String> arguments = new ArrayList<>(lines.size() * Scripts.BOOK_ARGUMENTS);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            arguments.add(Long.toString(line.slot()));
            arguments.add(Long.toString(nanoUsd));
            arguments.add(Long.toString(line.nanoUsd()));
            arguments.add(Long.toString(tokens));
            arguments.add(Long.toString(line.tokens()));
            arguments.add(Long.toString(timeToLive(line)));
            arguments.add(shared ? verdict.hashes().get(i) : "");
        }
        CompletableFuture<List<String>> unused = redis.eval(Scripts.BOOK, keys(lines), arguments)
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        unbooked.increment();
                    }
                });
    }

    @Override
    public CompletableFuture<List<Spend>> read(Collection<Line> accounts) {
        List<Line> lines = List.copyOf(accounts);
        if (lines.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        List<String> arguments = new ArrayList<>(lines.size() * 2);
        for (Line line : lines) {
            arguments.add(Long.toString(line.slot()));
            arguments.add(Long.toString(line.oldest()));
        }
        return redis.eval(Scripts.READ, keys(lines), arguments).thenApply(answer -> {
            List<Spend> all = new ArrayList<>(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                int at = i * Scripts.READ_RESULTS;
                all.add(Spend.of(
                        lines.get(i),
                        Long.parseLong(answer.get(at)),
                        Long.parseLong(answer.get(at + 1)),
                        Long.parseLong(answer.get(at + 2))));
            }
            return all;
        });
    }

    private static List<String> keys(List<Line> lines) {
        List<String> keys = new ArrayList<>(lines.size());
        for (Line line : lines) {
            Account account = line.account();
            keys.add("budget:" + part(account.budget().name()) + ":" + part(account.tenant()) + ":"
                    + part(account.agent()));
        }
        return keys;
    }

    /** Encoded, so that no tenant's name looks like another's account. */
    private static String part(@Nullable String name) {
        return name == null
                ? "*"
                : URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A");
    }

    private long timeToLive(Line line) {
        Duration left = Duration.between(clock.instant(), line.budget().window().expiry(line.slot()));
        return Math.max(0, left.toMillis()) + MARGIN.toMillis();
    }
}
