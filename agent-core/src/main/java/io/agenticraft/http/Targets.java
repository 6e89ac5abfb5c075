package io.agenticraft.http;

import io.agenticraft.provider.HttpProxy;
import io.agenticraft.provider.Origin;
import io.agenticraft.provider.ProviderSpec;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Where a provider's requests go. */
final class Targets {
    private Targets() {}

    /** A request's head, the same for all requests of a path. */
    static RequestOptions options(ProviderSpec spec, HttpMethod method, String path, MultiMap headers) {
        String query = spec.baseUrl().getRawQuery();
        String uri = path(spec.baseUrl(), path) + (query == null ? "" : "?" + query);
        String prefix = asksProxy(spec) ? origin(spec) : "";
        return new RequestOptions().setMethod(method).setURI(prefix + uri).setHeaders(headers);
    }

    /** The URL of a path, without a query, which may be secret. */
    static String url(ProviderSpec spec, String path) {
        return Origin.of(spec.baseUrl()) + path(spec.baseUrl(), path);
    }

    private static String path(URI base, String path) {
        String prefix = base.getRawPath() == null ? "" : base.getRawPath();
        return (prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix) + path;
    }

    /** Without TLS a proxy is asked for the whole URL; with TLS there is a tunnel through it. */
    private static boolean asksProxy(ProviderSpec spec) {
        return spec.proxy() != null && !Origin.of(spec.baseUrl()).isTls();
    }

    private static String origin(ProviderSpec spec) {
        Origin origin = Origin.of(spec.baseUrl());
        return origin.port() == 80 ? "http://" + origin.host() : origin.toString();
    }

    /** What a proxy wants to see of its user with each request. */
    static Map<String, String> proxyHeaders(ProviderSpec spec) {
        HttpProxy proxy = spec.proxy();
        if (proxy == null || proxy.user() == null || !asksProxy(spec)) {
            return Map.of();
        }
        String user = proxy.user() + ":" + (proxy.password() == null ? "" : proxy.password());
        String encoded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        return Map.of("proxy-authorization", "Basic " + encoded);
    }
}
