package io.agenticraft.acceptance.jaeger;

import java.net.URI;

/**
 * The base URLs of a Jaeger.
 *
 * @param query where the query API and the user interface answer
 * @param otlpHttp takes OTLP over HTTP; the signal's path is not part of it
 * @param otlpGrpc takes OTLP over gRPC
 * @param thriftHttp takes the spans of legacy Jaeger clients; their path {@code /api/traces} is not part of it
 */
public record Endpoints(URI query, URI otlpHttp, URI otlpGrpc, URI thriftHttp) {

    static Endpoints of(String host, int query, int otlpHttp, int otlpGrpc, int thriftHttp) {
        return new Endpoints(http(host, query), http(host, otlpHttp), http(host, otlpGrpc), http(host, thriftHttp));
    }

    static URI http(String host, int port) {
        return URI.create("http://" + host + ":" + port);
    }
}
