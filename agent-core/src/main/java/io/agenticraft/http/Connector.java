package io.agenticraft.http;

import io.agenticraft.provider.HttpProxy;
import io.agenticraft.provider.PoolSettings.Protocol;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.TimeUnit;

/** Opens connections to one origin. */
final class Connector {
    /** Calls at once on an HTTP/2 connection, unless the server allows fewer. */
    static final int MAX_STREAMS = 100;

    /** Gateways send long headers, such as policies and cookies; Vert.x's default is 8 KiB. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    /** Room for what all streams of a connection may hold unread, so that held ones do not starve the others. */
    private static final int CONNECTION_WINDOW = (MAX_STREAMS + 1) * 64 * 1024;

    private final HttpClientAgent client;
    private final HttpConnectOptions target;

    Connector(Vertx vertx, PoolKey key) {
        client = vertx.httpClientBuilder()
                .with(options(vertx, key))
                // No connections of its own, so none to look after.
                .with(new PoolOptions().setCleanerPeriod(0))
                .build();
        target = target(key);
    }

    private static HttpConnectOptions target(PoolKey key) {
        HttpConnectOptions options = new HttpConnectOptions()
                .setHost(key.origin().host())
                .setPort(key.origin().port());
        HttpProxy proxy = key.proxy();
        if (proxy == null) {
            return options;
        }
        if (!key.origin().isTls()) {
            return options.setServer(SocketAddress.inetSocketAddress(proxy.port(), proxy.host()));
        }
        return options.setProxyOptions(new ProxyOptions()
                .setType(ProxyType.HTTP)
                .setHost(proxy.host())
                .setPort(proxy.port())
                .setUsername(proxy.user())
                .setPassword(proxy.password()));
    }

    private static HttpClientOptions options(Vertx vertx, PoolKey key) {
        int connectMillis = (int) Math.min(key.connectTimeout().toMillis() + 1, Integer.MAX_VALUE);
        Protocol protocol = key.settings().protocol();
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(connectMillis)
                .setSslHandshakeTimeout(connectMillis)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setSsl(key.origin().isTls())
                .setVerifyHost(true)
                .setMaxHeaderSize(MAX_HEADER_BYTES);
        if (protocol == Protocol.HTTP_2_CLEARTEXT
                || (protocol == Protocol.HTTP_2 && key.origin().isTls())) {
            options.setProtocolVersion(HttpVersion.HTTP_2)
                    .setUseAlpn(key.origin().isTls())
                    .setHttp2ClearTextUpgrade(false)
                    .setHttp2MultiplexingLimit(MAX_STREAMS)
                    .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
                    .setInitialSettings(
                            new Http2Settings().setPushEnabled(false).setMaxHeaderListSize(MAX_HEADER_BYTES));
        }
        if (key.origin().isTls()) {
            VertxTls.set(vertx, options, key.tls());
        }
        return options;
    }

    /** Opens a connection whose events come on the current context. */
    Future<HttpClientConnection> connect() {
        return client.connect(target);
    }

    void close() {
        var unused = client.close();
    }
}
