package io.agenticraft.provider;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust and how to identify oneself on https connections. Names of hosts are always verified. Passwords print as
 * {@code ***}.
 *
 * @param trust certificates to trust instead of the JDK's own, or null for the JDK's
 * @param identity the certificate and key to show to servers that ask for one, or null
 */
public record TlsSettings(@Nullable Store trust, @Nullable Store identity) {
    private static final TlsSettings DEFAULT = new TlsSettings(null, null);

    /** Certificates, and perhaps keys, in files. */
    public sealed interface Store permits Pem, KeyStore {}

    /**
     * PEM files.
     *
     * @param certificates one or more certificates
     * @param key the key of the first one, in PKCS#8, or null where only trust is meant
     */
    public record Pem(Path certificates, @Nullable Path key) implements Store {
        public Pem {
            requireReadable(certificates);
            if (key != null) {
                requireReadable(key);
            }
        }
    }

    /**
     * A JDK key store, PKCS#12 or JKS.
     *
     * @param file where it is
     * @param password opens it
     */
    public record KeyStore(Path file, String password) implements Store {
        public KeyStore {
            requireReadable(file);
        }

        @Override
        public String toString() {
            return "KeyStore[" + file + ", ***]";
        }
    }

    public TlsSettings {
        if (identity instanceof Pem pem && pem.key() == null) {
            throw new IllegalArgumentException("The identity " + pem.certificates() + " needs a key beside it");
        }
    }

    private static void requireReadable(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("There is no readable file " + file);
        }
    }

    /** The JDK's trust, and no identity. */
    public static TlsSettings defaults() {
        return DEFAULT;
    }

    /** Trusts the certificates of a PEM file, and no others. */
    public TlsSettings trustPem(Path certificates) {
        return new TlsSettings(new Pem(certificates, null), identity);
    }

    /** Trusts the certificates of a JDK trust store, and no others. */
    public TlsSettings trustStore(Path file, String password) {
        return new TlsSettings(new KeyStore(file, password), identity);
    }

    /** Identifies this client by PEM files. */
    public TlsSettings identityPem(Path certificates, Path key) {
        return new TlsSettings(trust, new Pem(certificates, key));
    }

    /** Identifies this client by the first key of a JDK key store. */
    public TlsSettings identityStore(Path file, String password) {
        return new TlsSettings(trust, new KeyStore(file, password));
    }
}
