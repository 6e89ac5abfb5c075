package io.agenticraft.wire;

import io.agenticraft.testing.Keytool;
import java.nio.file.Path;

/** A self-signed certificate with its key, made when a test needs it: as a key store and as PEM files. */
record Identity(Path store, Path certificate, Path key) {
    static final String PASSWORD = Keytool.PASSWORD;
    private static final String ALIAS = "it";

    /** Makes one for {@code names}, such as {@code dns:localhost,ip:127.0.0.1}. */
    static Identity create(Path folder, String file, String names) throws Exception {
        Keytool keys = new Keytool(folder.resolve(file + ".p12"));
        keys.generate(ALIAS, file, "-ext", "san=" + names);
        return new Identity(keys.store(), keys.certificate(ALIAS, file + ".crt"), keys.key(ALIAS, file + ".key"));
    }
}
