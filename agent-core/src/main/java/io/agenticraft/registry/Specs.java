package io.agenticraft.registry;

import io.agenticraft.provider.Credential;
import io.agenticraft.provider.HttpProxy;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.TlsSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives specifications; the one place here that knows all their parts. */
final class Specs {
    private Specs() {}

    /** The same under another name, which the instance then calls itself. */
    static ProviderSpec named(ProviderSpec spec, String name) {
        return spec.provider().equals(name)
                ? spec
                : new ProviderSpec(
                        name,
                        spec.baseUrl(),
                        spec.credential(),
                        spec.headers(),
                        spec.timeouts(),
                        spec.maxResponseBytes(),
                        spec.pool(),
                        spec.tls(),
                        spec.proxy());
    }

    /** The same with fingerprints for all that may be secret, and its URL in the one form in which URLs are compared. */
    static ProviderSpec withoutSecrets(ProviderSpec spec) {
        Map<String, String> headers = new HashMap<>();
        spec.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), Fingerprint.of(value)));
        return new ProviderSpec(
                spec.provider(),
                normalised(spec.baseUrl()),
                null,
                headers,
                spec.timeouts(),
                spec.maxResponseBytes(),
                spec.pool(),
                new TlsSettings(
                        withoutSecret(spec.tls().trust()),
                        withoutSecret(spec.tls().identity())),
                withoutSecret(spec.proxy()));
    }

    private static TlsSettings.@Nullable Store withoutSecret(TlsSettings.@Nullable Store store) {
        return store instanceof TlsSettings.KeyStore keys
                ? new TlsSettings.KeyStore(keys.file(), Fingerprint.of(keys.password()))
                : store;
    }

    private static @Nullable HttpProxy withoutSecret(@Nullable HttpProxy proxy) {
        return proxy == null || proxy.password() == null
                ? proxy
                : new HttpProxy(proxy.host(), proxy.port(), proxy.user(), Fingerprint.of(proxy.password()));
    }

    private static URI normalised(URI url) {
        String path = url.getRawPath() == null ? "" : url.normalize().getRawPath();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String query = url.getRawQuery() == null ? "" : "?" + Fingerprint.of(url.getRawQuery());
        return URI.create(Credential.originOf(url) + trimmed + query);
    }

    /** Where it is, without what may be secret in it. */
    static URI address(ProviderSpec spec) {
        String path = spec.baseUrl().getRawPath();
        return URI.create(Credential.originOf(spec.baseUrl()) + (path == null ? "" : path));
    }
}
