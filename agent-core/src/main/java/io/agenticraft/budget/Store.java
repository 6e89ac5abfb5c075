package io.agenticraft.budget;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where accounts are kept. */
interface Store {

    /** Takes all lines from their accounts, or none. Never fails. */
    CompletableFuture<Verdict> reserve(List<Line> lines);

    /** What was reserved came to so much in truth. Never fails. */
    void settle(List<Line> lines, Verdict verdict, long nanoUsd, long tokens);

    /** What the accounts have spent; empty lines say which slots count. */
    CompletableFuture<List<Spend>> read(Collection<Line> accounts);
}
