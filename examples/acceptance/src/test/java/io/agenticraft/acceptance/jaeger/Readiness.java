package io.agenticraft.acceptance.jaeger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until a query API answers. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Readiness() {}

    /**
     * Returns once the API at {@code query} answers with 200.
     *
     * @param alive asked before each attempt; false ends the waiting at once
     * @throws IOException if it does not answer in time, or is no longer alive
     */
    static void await(URI query, Duration limit, BooleanSupplier alive) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(query.resolve("/api/v3/services"))
                .timeout(Duration.ofSeconds(2))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        long end = System.nanoTime() + limit.toNanos();
        String last = "nothing answered";
        while (alive.getAsBoolean() && System.nanoTime() < end) {
            try {
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                if (status == 200) {
                    return;
                }
                last = "status " + status;
            } catch (IOException notYet) {
                last = notYet.toString();
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
        throw new IOException(request.uri() + " is not ready: " + (alive.getAsBoolean() ? last : "the process ended"));
    }
}
