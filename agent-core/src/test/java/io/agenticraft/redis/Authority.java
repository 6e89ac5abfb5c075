package io.agenticraft.redis;

import io.agenticraft.testing.Keytool;
import java.nio.file.Path;

/** A company's own authority, made when a test needs it: it vouches for certificates that the JVM does not trust. */
record Authority(Keytool keys) {
    private static final String OWN = "authority";

    /** PEM files. */
    record Issued(Path certificates, Path key) {}

    static Authority in(Path folder) throws Exception {
        Keytool keys = new Keytool(folder.resolve("authority.p12"));
        keys.generate(OWN, OWN, "-ext", "bc:c=ca:true");
        return new Authority(keys);
    }

    /** Its own certificate, which is what its company has everybody trust. */
    Path certificate() throws Exception {
        return keys.certificate(OWN, "authority.crt");
    }

    /** Makes a certificate for {@code names}, such as {@code dns:localhost,ip:127.0.0.1}. */
    Issued issue(String file, String names) throws Exception {
        keys.generate(file, file, "-ext", "san=" + names, "-signer", OWN);
        return new Issued(keys.certificate(file, file + ".crt"), keys.key(file, file + ".key"));
    }
}
