package io.agenticraft.otel.adapters.openai;

import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.core.ClientOptions;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint of a service: from its client's options, which services of this library keep to themselves. */
final class Endpoints {
    private static final String OPTIONS = "clientOptions";

    private final @Nullable MethodHandle options;
    private volatile @Nullable Known last;

    private Endpoints(@Nullable MethodHandle options) {
        this.options = options;
    }

    /** For services of {@code type}. Where the options cannot be reached, every endpoint is an unknown one. */
    static Endpoints of(Class<?> type) {
        try {
            Field field = type.getDeclaredField(OPTIONS);
            if (field.getType() == ClientOptions.class && field.trySetAccessible()) {
                return new Endpoints(MethodHandles.lookup().unreflectGetter(field));
            }
        } catch (ReflectiveOperationException | RuntimeException another) {
            // Another version's service; its spans do without an address.
        }
        return new Endpoints(null);
    }

    /** The endpoint that {@code service} calls. */
    Endpoint get(Object service) {
        ClientOptions found = optionsOf(service);
        if (found == null) {
            return Endpoint.unknown(false);
        }
        boolean azure = found.azureServiceVersion() != null || found.credential() instanceof AzureApiKeyCredential;
        String baseUrl = found.baseUrl();
        Known known = last;
        if (known == null || known.azure != azure || !known.baseUrl.equals(baseUrl)) {
            known = new Known(baseUrl, azure, Endpoint.of(baseUrl, azure));
            last = known;
        }
        return known.endpoint;
    }

    private @Nullable ClientOptions optionsOf(Object service) {
        if (options == null) {
            return null;
        }
        try {
            return (ClientOptions) options.invoke(service);
        } catch (Throwable unreachable) {
            return null;
        }
    }

    /** Most applications have one client; remembering its address spares the parsing. The client itself is not held. */
    private record Known(String baseUrl, boolean azure, Endpoint endpoint) {}
}
