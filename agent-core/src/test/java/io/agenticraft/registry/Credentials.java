package io.agenticraft.registry;

import io.agenticraft.provider.Credential;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import java.util.Objects;

/** Looks at secrets as the wire does. */
final class Credentials {
    private Credentials() {}

    static String reveal(ProviderSpec spec, String url) {
        Credential credential = Objects.requireNonNull(spec.credential(), "credential");
        return credential.revealTo(URI.create(url));
    }
}
