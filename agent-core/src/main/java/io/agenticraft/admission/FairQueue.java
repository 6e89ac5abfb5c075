package io.agenticraft.admission;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** First in, first out for each tenant; the tenants take turns. Not safe for use by many threads. */
final class FairQueue {
    private final Map<String, Queue<AdmittedCall>> tenants = new LinkedHashMap<>();
    private int size;
    private long tokens;

    void add(AdmittedCall call) {
        tenants.computeIfAbsent(call.tenant(), tenant -> new ArrayDeque<>()).add(call);
        size++;
        tokens += call.estimate().total();
    }

    @Nullable
    AdmittedCall peek() {
        Iterator<Queue<AdmittedCall>> turns = tenants.values().iterator();
        return turns.hasNext() ? turns.next().peek() : null;
    }

    /** Takes the first; its tenant's turn comes again after all others'. */
    void removeFirst() {
        AdmittedCall first = peek();
        if (first != null) {
            Queue<AdmittedCall> own = tenants.remove(first.tenant());
            if (own != null) {
                own.remove();
                if (!own.isEmpty()) {
                    tenants.put(first.tenant(), own);
                }
            }
            left(first);
        }
    }

    boolean remove(AdmittedCall call) {
        Queue<AdmittedCall> own = tenants.get(call.tenant());
        if (own == null || !own.remove(call)) {
            return false;
        }
        if (own.isEmpty()) {
            tenants.remove(call.tenant());
        }
        left(call);
        return true;
    }

    private void left(AdmittedCall call) {
        size--;
        tokens -= call.estimate().total();
    }

    int size() {
        return size;
    }

    /** How many will be admitted before another call of the tenant, as far as can be said now. */
    int ahead(String tenant) {
        Queue<AdmittedCall> own = tenants.get(tenant);
        int turns = own == null ? 1 : own.size() + 1;
        int others = tenants.size() - (own == null ? 0 : 1);
        long most = (long) turns * others + (turns - 1);
        return (int) Math.min(size, most);
    }

    /** About the tokens of so many calls at the head. */
    long tokensAhead(int calls) {
        return size == 0 ? 0 : (long) Math.ceil((double) tokens * calls / size);
    }
}
