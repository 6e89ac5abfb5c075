package io.agenticraft.otel.genai;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Keeps the first values made, up to a bound; beyond it values are made anew each time. Never locks a reader. */
public final class BoundedCache<K, V> {
    private final ConcurrentHashMap<K, V> values = new ConcurrentHashMap<>();
    private final int bound;
    private final Function<K, V> maker;

    /**
     * @param bound how many values are kept
     * @param maker makes the value of a key; it may be asked twice
     */
    public BoundedCache(int bound, Function<K, V> maker) {
        this.bound = bound;
        this.maker = maker;
    }

    /** The value of a key. */
    public V get(K key) {
        V value = values.get(key);
        return value != null ? value : make(key);
    }

    int size() {
        return values.size();
    }

    private V make(K key) {
        V made = maker.apply(key);
        if (values.size() >= bound) {
            return made;
        }
        V earlier = values.putIfAbsent(key, made);
        return earlier != null ? earlier : made;
    }
}
