package io.agenticraft.budget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Accounts in this process. One lock for all of them, held for moments: a call must be taken from several at once. */
final class LocalStore implements Store {
    private static final CompletableFuture<Verdict> GRANTED = CompletableFuture.completedFuture(Verdict.LOCALLY);
    private static final int FIRST_SWEEP = 1_024;

    /** The part of each limit that may be spent here. */
    private final double share;

    private final Map<Account, Balance> balances = new HashMap<>();
    private int sweepAt = FIRST_SWEEP;

    LocalStore(double share) {
        this.share = share;
    }

    @Override
    public CompletableFuture<Verdict> reserve(List<Line> lines) {
        Verdict.Denial denial = take(lines);
        return denial == null ? GRANTED : CompletableFuture.completedFuture(Verdict.denied(denial));
    }

    synchronized Verdict.@Nullable Denial take(List<Line> lines) {
        for (Line line : lines) {
            Verdict.Denial denial = check(line, balance(line));
            if (denial != null) {
                return denial;
            }
        }
        for (Line line : lines) {
            balance(line).add(line.slot(), line.nanoUsd(), line.tokens());
        }
        return null;
    }

    private Verdict.@Nullable Denial check(Line line, Balance balance) {
        long money = limit(line.budget().nanoUsd());
        if (line.nanoUsd() > money - balance.nanoUsd()) {
            return new Verdict.Denial(line, true, money, balance.nanoUsd(), balance.oldestSpent(line.slot()));
        }
        long tokens = limit(line.budget().tokens());
        return line.tokens() > tokens - balance.tokens()
                ? new Verdict.Denial(line, false, tokens, balance.tokens(), balance.oldestSpent(line.slot()))
                : null;
    }

    private long limit(long whole) {
        return whole == Budget.ANY || share == 1 ? whole : (long) (whole * share);
    }

    private Balance balance(Line line) {
        Balance balance = balances.get(line.account());
        if (balance == null) {
            sweep(line);
            balance = new Balance();
            balances.put(line.account(), balance);
        }
        balance.forgetBefore(line.oldest());
        return balance;
    }

    /** Forgets accounts that have nothing left which counts, now and then: tenants come and go. */
    private void sweep(Line line) {
        if (balances.size() < sweepAt) {
            return;
        }
        balances.forEach((account, balance) -> {
            if (account.budget().equals(line.budget())) {
                balance.forgetBefore(line.oldest());
            }
        });
        balances.values().removeIf(Balance::isEmpty);
        sweepAt = Math.max(FIRST_SWEEP, 2 * balances.size());
    }

    synchronized int accounts() {
        return balances.size();
    }

    @Override
    public synchronized void settle(List<Line> lines, Verdict verdict, long nanoUsd, long tokens) {
        for (Line line : lines) {
            Balance balance = balances.get(line.account());
            if (balance != null) {
                balance.correct(line.slot(), nanoUsd - line.nanoUsd(), tokens - line.tokens());
            }
        }
    }

    @Override
    public synchronized CompletableFuture<List<Spend>> read(Collection<Line> accounts) {
        List<Spend> all = new ArrayList<>(accounts.size());
        for (Line line : accounts) {
            Balance balance = balance(line);
            all.add(Spend.of(line, balance.nanoUsd(), balance.tokens(), balance.oldestSpent(line.slot())));
        }
        return CompletableFuture.completedFuture(all);
    }
}
