package io.agenticraft.http;

import io.agenticraft.provider.TlsSettings;
import io.vertx.core.Vertx;
import io.vertx.core.net.JksOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.KeyStoreOptionsBase;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TCPSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.util.Locale;

/** TLS settings as Vert.x wants them. */
public final class VertxTls {
    private VertxTls() {}

    /**
     * Sets whom to trust and what to show. The files are read now.
     *
     * @throws IllegalArgumentException if they cannot be used; the message holds no password
     */
    public static void set(Vertx vertx, TCPSSLOptions options, TlsSettings tls) {
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
}
