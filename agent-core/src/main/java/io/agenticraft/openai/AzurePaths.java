package io.agenticraft.openai;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Azure's interfaces take requests. A base URL with an {@code api-version} is of the older kind: below {@code /openai}
 * each model is a deployment with a path of its own. The newer one, {@code /openai/v1}, is as OpenAI's.
 */
final class AzurePaths {
    private static final Pattern VERSION = Pattern.compile("(^|.*&)api-version=.+");
    private static final Pattern ROOT = Pattern.compile(".*/openai/?");
    private static final Pattern LISTING = Pattern.compile(".*/openai(/v1)?/?");

    private AzurePaths() {}

    /** Whether a base URL says which version of Azure's interface it means, as no other host's does. */
    static boolean isVersioned(URI baseUrl) {
        return baseUrl.getRawQuery() != null
                && VERSION.matcher(baseUrl.getRawQuery()).matches();
    }

    /** What stands before {@code /chat/completions}: nothing, or the deployment of that name. */
    static String deployment(URI baseUrl, String model) {
        return isVersioned(baseUrl) && ROOT.matcher(path(baseUrl)).matches()
                ? "/deployments/"
                        + URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20")
                : "";
    }

    /** The list of models, or null where there is none: below a deployment, and at Foundry's {@code /models}. */
    static @Nullable String models(URI baseUrl) {
        return LISTING.matcher(path(baseUrl)).matches() ? "/models" : null;
    }

    private static String path(URI url) {
        return url.getRawPath() == null ? "" : url.getRawPath();
    }
}
