package io.agenticraft.redis;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A company's own authority, made when a test needs it: it vouches for certificates that the JVM does not trust. */
final class Authority {
    private static final String PASSWORD = "changeit";
    private static final String OWN = "authority";

    private final Path folder;
    private final Path store;

    /** PEM files. */
    record Issued(Path certificates, Path key) {}

    private Authority(Path folder, Path store) {
        this.folder = folder;
        this.store = store;
    }

    static Authority in(Path folder) throws Exception {
        Authority authority = new Authority(folder, folder.resolve("authority.p12"));
        authority.keytool(OWN, "-ext", "bc:c=ca:true");
        return authority;
    }

    /** Its own certificate, which is what its company has everybody trust. */
    Path certificate() throws Exception {
        return pem("authority.crt", "CERTIFICATE", keys().getCertificate(OWN).getEncoded());
    }

    /** Makes a certificate for {@code names}, such as {@code dns:localhost,ip:127.0.0.1}. */
    Issued issue(String file, String names) throws Exception {
        keytool(file, "-ext", "san=" + names, "-signer", OWN);
        Certificate own = keys().getCertificate(file);
        byte[] key = keys().getKey(file, PASSWORD.toCharArray()).getEncoded();
        return new Issued(pem(file + ".crt", "CERTIFICATE", own.getEncoded()), pem(file + ".key", "PRIVATE KEY", key));
    }

    private KeyStore keys() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void keytool(String alias, String... further) throws Exception {
        Path log = folder.resolve(alias + ".log");
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
                "CN=" + alias));
        command.addAll(List.of(further));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool failed: " + Files.readString(log));
        }
    }

    private Path pem(String file, String kind, byte[] bytes) throws Exception {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return Files.writeString(
                folder.resolve(file), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
