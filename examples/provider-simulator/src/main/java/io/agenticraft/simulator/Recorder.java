package io.agenticraft.simulator;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Keeps the newest requests, without their credentials. */
final class Recorder {

    private final int capacity;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    Recorder(int capacity) {
        this.capacity = capacity;
    }

    void record(String dialect, HttpServerRequest request, String body) {
        if (capacity == 0) {
            return;
        }
        Map<String, String> headers = new TreeMap<>();
        request.headers()
                .forEach(
                        (name, value) -> headers.put(name.toLowerCase(Locale.ROOT), Keys.secret(name) ? "***" : value));
        add(new RecordedRequest(
                dialect,
                request.method().name(),
                Objects.requireNonNullElse(request.path(), ""),
                request.query(),
                Map.copyOf(headers),
                body));
    }

    private synchronized void add(RecordedRequest request) {
        if (requests.size() == capacity) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    synchronized void clear() {
        requests.clear();
    }
}
