package io.agenticraft.http;

import io.agenticraft.provider.HttpProxy;
import io.agenticraft.provider.PoolSettings.Protocol;
import io.agenticraft.provider.TlsSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.JksOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.KeyStoreOptionsBase;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.util.Locale;
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
        return key.origin().isTls() ? withTls(vertx, options, key.tls()) : options;
    }

    private static HttpClientOptions withTls(Vertx vertx, HttpClientOptions options, TlsSettings tls) {
        TlsSettings.Store trust = tls.trust();
        TlsSettings.Store identity = tls.identity();
        try {
            if (trust != null) {
                TrustOptions trusted = trust instanceof TlsSettings.Pem pem
                        ? new PemTrustOptions().addCertPath(pem.certificates().toString())
                        : keyStore((TlsSettings.KeyStore) trust);
                trusted.getTrustManagerFactory(vertx);
                options.setTrustOptions(trusted);
            }
            if (identity != null) {
                KeyCertOptions shown = identity(identity);
                shown.getKeyManagerFactory(vertx);
                options.setKeyCertOptions(shown);
            }
            return options;
        } catch (Exception e) {
            throw new IllegalArgumentException("The TLS settings cannot be used: " + words(e) + ". They are " + tls, e);
        }
    }

    private static String words(Exception failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static KeyCertOptions identity(TlsSettings.Store store) {
        return store instanceof TlsSettings.Pem pem
                ? new PemKeyCertOptions()
                        .addCertPath(pem.certificates().toString())
                        .addKeyPath(String.valueOf(pem.key()))
                : keyStore((TlsSettings.KeyStore) store);
    }

    private static KeyStoreOptionsBase keyStore(TlsSettings.KeyStore store) {
        String file = store.file().toString();
        return file.toLowerCase(Locale.ROOT).endsWith(".jks")
                ? new JksOptions().setPath(file).setPassword(store.password())
                : new PfxOptions().setPath(file).setPassword(store.password());
    }

    /** Opens a connection whose events come on the current context. */
    Future<HttpClientConnection> connect() {
        return client.connect(target);
    }

    void close() {
        var unused = client.close();
    }
}
