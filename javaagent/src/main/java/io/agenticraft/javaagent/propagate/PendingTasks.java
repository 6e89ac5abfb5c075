package io.agenticraft.javaagent.propagate;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Which contexts tasks were handed over in that have not begun yet. Kept beside the tasks, not in a wrapper around
 * them: a queue may compare them, and callers remove and cast them. Holds no task back from the garbage collector.
 */
final class PendingTasks {
    private final ConcurrentMap<Object, Waiting> byTask = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** Remembers a context. A future runs once and its first context holds; other tasks may be handed over repeatedly. */
    void put(Object task, Snapshot snapshot) {
        if (snapshot == Snapshot.EMPTY && (byTask.isEmpty() || task instanceof Future<?>)) {
            return;
        }
        purge();
        Waiting one = new Waiting(snapshot, null);
        if (task instanceof Future<?>) {
            byTask.putIfAbsent(new Key(task, collected), one);
        } else if (snapshot != Snapshot.EMPTY || byTask.containsKey(new Probe(task))) {
            byTask.merge(new Key(task, collected), one, (before, added) -> before.then(snapshot));
        }
    }

    /** Removes and answers the context that was remembered first, or null. */
    @Nullable
    Snapshot take(Object task) {
        if (byTask.isEmpty()) {
            return null;
        }
        Probe probe = new Probe(task);
        Waiting first = byTask.get(probe);
        while (first != null && !advance(probe, first)) {
            first = byTask.get(probe);
        }
        return first == null ? null : first.snapshot;
    }

    private boolean advance(Probe probe, Waiting first) {
        return first.next == null ? byTask.remove(probe, first) : byTask.replace(probe, first, first.next);
    }

    int size() {
        purge();
        return byTask.size();
    }

    private void purge() {
        Reference<?> gone = collected.poll();
        while (gone != null) {
            byTask.remove(gone);
            gone = collected.poll();
        }
    }

    /** Contexts of one task, the first first. Compared by identity. */
    private static final class Waiting {
        private final Snapshot snapshot;
        private final @Nullable Waiting next;

        Waiting(Snapshot snapshot, @Nullable Waiting next) {
            this.snapshot = snapshot;
            this.next = next;
        }

        Waiting then(Snapshot last) {
            return new Waiting(snapshot, next == null ? new Waiting(last, null) : next.then(last));
        }
    }

    /** Finds a task's key. */
    private static final class Probe {
        private final Object task;

        Probe(Object task) {
            this.task = task;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(task);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key ? key.refersTo(task) : other instanceof Probe probe && probe.task == task;
        }
    }

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object task, ReferenceQueue<Object> collected) {
            super(task, collected);
            hash = System.identityHashCode(task);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object task = get();
            return task != null && other instanceof Key key && key.refersTo(task);
        }
    }
}
