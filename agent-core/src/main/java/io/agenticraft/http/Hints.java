package io.agenticraft.http;

import io.agenticraft.provider.Credential;
import io.agenticraft.provider.ProviderSpec;
import java.util.List;

/**
 * What a person can do about a failure.
 *
 * @param credential what to check when the credential is rejected, such as {@code Check OPENAI_API_KEY}
 * @param address what to check when the address is wrong or does not answer
 */
public record Hints(String credential, String address) {
    private static final List<String> KEY_HEADERS = List.of("authorization", "api-key", "x-api-key");

    /**
     * Where the credential came from.
     *
     * @param own the provider's name where its settings come from variables; a specification of another name is its own
     * @param variable the environment variable that holds its key
     */
    public static String key(ProviderSpec spec, String own, String variable) {
        Credential credential = spec.credential();
        if (credential == null) {
            return withoutKey(spec, spec.provider().equals(own) ? variable : ofSpecification(spec, "a key"));
        }
        String source = credential.source();
        return "Check "
                + (source != null ? source : spec.provider().equals(own) ? variable : ofSpecification(spec, "the key"));
    }

    private static String withoutKey(ProviderSpec spec, String where) {
        for (String header : spec.headers().keySet()) {
            if (KEY_HEADERS.stream().anyMatch(header::equalsIgnoreCase)) {
                return "Check " + ofSpecification(spec, "the header " + header);
            }
        }
        return "No key was sent: set " + where;
    }

    /** The variable that holds the URL, or what stands for it in a specification of another name. */
    public static String url(ProviderSpec spec, String own, String variable) {
        return spec.provider().equals(own) ? variable : ofSpecification(spec, "the base URL");
    }

    private static String ofSpecification(ProviderSpec spec, String what) {
        return what + " in the specification \"" + spec.provider() + "\"";
    }
}
