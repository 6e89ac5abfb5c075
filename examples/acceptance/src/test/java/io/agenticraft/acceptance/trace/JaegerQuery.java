package io.agenticraft.acceptance.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks Jaeger's query API, version 3. What is waited for is asked for again until it is there or the deadline has passed. */
public final class JaegerQuery {

    /** How long to wait for what should come: {@value} seconds. */
    private static final int DEADLINE_SECONDS = 20;

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final Duration deadline;
    private final Clock clock = Clock.systemUTC();

    public JaegerQuery(URI base) {
        this(base, Duration.ofSeconds(DEADLINE_SECONDS));
    }

    JaegerQuery(URI base, Duration deadline) {
        this.base = base;
        this.deadline = deadline;
    }

    /** The trace of that id (32 hexadecimal digits), once it satisfies the condition; else the test fails and shows what was there. */
    public Trace awaitTrace(String id, Predicate<Trace> condition) {
        return await(() -> trace(id), condition);
    }

    /** The traces in which that service took part in the last hour, once they satisfy the condition; else the test fails. */
    public List<Trace> awaitTraces(String service, Predicate<List<Trace>> condition) {
        return await(() -> traces(service), condition);
    }

    /** The trace as it is stored now; without spans if there is none. */
    public Trace trace(String id) {
        List<Trace> found = get("/api/v3/traces/" + id);
        return found.isEmpty() ? new Trace(id, List.of()) : found.get(0);
    }

    /** The traces in which that service took part in the last hour, as they are stored now. */
    public List<Trace> traces(String service) {
        Instant now = clock.instant();
        // The name of the bound on traces changed between releases: num_traces, then search_depth. Each ignores the
        // other's.
        return get("/api/v3/traces?query.service_name=" + encode(service)
                + "&query.start_time_min="
                + encode(now.minus(Duration.ofHours(1)).toString())
                + "&query.start_time_max="
                + encode(now.plus(Duration.ofMinutes(5)).toString())
                + "&query.num_traces=100&query.search_depth=100");
    }

    private <T> T await(Supplier<T> question, Predicate<T> condition) {
        long end = System.nanoTime() + deadline.toNanos();
        T answer = question.get();
        while (!condition.test(answer)) {
            if (System.nanoTime() - end >= 0) {
                throw new AssertionError("not in Jaeger after " + deadline + "; there is\n" + answer);
            }
            pause();
            answer = question.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for Jaeger", e);
        }
    }

    private List<Trace> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 404) {
                return List.of();
            }
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answers " + response.statusCode() + ": " + response.body());
            }
            JsonNode json = JSON.readTree(response.body());
            return OtlpJson.traces(json.path("result").path("resourceSpans"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while asking Jaeger", e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
