package io.agenticraft.registry;

import io.agenticraft.provider.Credential;
import io.agenticraft.provider.ProviderSpec;
import org.jspecify.annotations.Nullable;

/**
 * What makes two provider instances the same: provider, model, URL, credential, headers, timeouts and bounds. Holds no
 * secret, only fingerprints.
 */
final class InstanceKey {
    private final String model;
    private final String credential;
    private final ProviderSpec spec;
    private final int hash;

    private InstanceKey(String model, String credential, ProviderSpec spec) {
        this.model = model;
        this.credential = credential;
        this.spec = spec;
        // Once: it is asked for at each switch.
        hash = (model.hashCode() * 31 + credential.hashCode()) * 31 + spec.hashCode();
    }

    static InstanceKey of(ProviderSpec spec, String model) {
        Credential credential = spec.credential();
        String secret = credential == null ? null : credential.revealTo(spec.baseUrl());
        return new InstanceKey(model, Fingerprint.of(secret), Specs.withoutSecrets(spec));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof InstanceKey that
                        && that.hash == hash
                        && that.model.equals(model)
                        && that.credential.equals(credential)
                        && that.spec.equals(spec));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return spec.provider() + ":" + model + " at " + Specs.address(spec);
    }
}
