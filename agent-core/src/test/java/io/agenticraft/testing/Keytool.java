package io.agenticraft.testing;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A store of keys and certificates that the JDK's {@code keytool} makes, and what of them goes into PEM files. */
public record Keytool(Path store) {
    public static final String PASSWORD = "changeit";

    /**
     * Makes a key with its certificate.
     *
     * @param name of whom it is
     * @param further options of keytool
     */
    public void generate(String alias, String name, String... further) throws Exception {
        Path log = store.resolveSibling(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-alias",
                alias,
                "-dname",
                "CN=" + name));
        command.addAll(List.of(further));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool failed: " + Files.readString(log));
        }
    }

    /** Writes a certificate beside the store. */
    public Path certificate(String alias, String file) throws Exception {
        return pem(file, "CERTIFICATE", keys().getCertificate(alias).getEncoded());
    }

    /** Writes a key beside the store. */
    public Path key(String alias, String file) throws Exception {
        return pem(
                file,
                "PRIVATE KEY",
                keys().getKey(alias, PASSWORD.toCharArray()).getEncoded());
    }

    private KeyStore keys() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private Path pem(String file, String kind, byte[] bytes) throws Exception {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return Files.writeString(
                store.resolveSibling(file), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
