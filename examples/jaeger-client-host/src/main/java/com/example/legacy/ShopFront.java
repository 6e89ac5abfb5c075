package com.example.legacy;

import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMap;
import io.opentracing.tag.Tags;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;

/** Passes customers' questions on. It was written for OpenTracing years ago and stays as it is. */
final class ShopFront {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Tracer tracer;
    private final URI desk;

    ShopFront(Tracer tracer, URI desk) {
        this.tracer = tracer;
        this.desk = desk;
    }

    String ask(String question) throws IOException, InterruptedException {
        Span span = tracer.buildSpan("ask the desk")
                .withTag(Tags.SPAN_KIND, Tags.SPAN_KIND_CLIENT)
                .start();
        try {
            HttpResponse<String> answer = client.send(request(span, question), BodyHandlers.ofString());
            Tags.HTTP_STATUS.set(span, answer.statusCode());
            if (answer.statusCode() != 200) {
                throw new IOException("the desk answers with status " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            Tags.ERROR.set(span, true);
            throw e;
        } finally {
            span.finish();
        }
    }

    private HttpRequest request(Span span, String question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve("/ask"))
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(question));
        tracer.inject(span.context(), Format.Builtin.HTTP_HEADERS, new Headers(request));
        return request.build();
    }

    private record Headers(HttpRequest.Builder request) implements TextMap {

        @Override
        public void put(String key, String value) {
            request.setHeader(key, value);
        }

        @Override
        public Iterator<Map.Entry<String, String>> iterator() {
            throw new UnsupportedOperationException();
        }
    }
}
