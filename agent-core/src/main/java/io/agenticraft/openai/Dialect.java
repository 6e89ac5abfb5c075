package io.agenticraft.openai;

import io.agenticraft.http.ToolCallIds;
import io.agenticraft.http.ToolNames;
import io.agenticraft.provider.Origin;
import java.net.URI;
import java.util.regex.Pattern;

/** How hosts with OpenAI's interface differ from each other. */
enum Dialect {
    /** OpenAI itself. */
    OPENAI("max_completion_tokens", "seed", true, true),
    /** Azure: a key goes into a header of its own. */
    AZURE("max_completion_tokens", "seed", true, true),
    /** Mistral: counts tokens in streams unasked. */
    MISTRAL("max_tokens", "random_seed", false, true),
    /** Any other host. */
    OTHER("max_tokens", "seed", true, false);

    private static final Pattern AZURE_HOST = Pattern.compile(".*\\.azure\\.(com|us|cn)");
    private static final ToolCallIds UP_TO_40 = new ToolCallIds(".{1,40}", 32);
    private static final ToolCallIds NINE = new ToolCallIds("[a-zA-Z0-9]{9}", 9);
    private static final ToolCallIds ANY = new ToolCallIds(".+", 32);

    private final String maxTokens;
    private final String seed;
    private final boolean streamOptions;
    private final boolean requiresKey;

    Dialect(String maxTokens, String seed, boolean streamOptions, boolean requiresKey) {
        this.maxTokens = maxTokens;
        this.seed = seed;
        this.streamOptions = streamOptions;
        this.requiresKey = requiresKey;
    }

    static Dialect of(URI baseUrl) {
        String host = Origin.of(baseUrl).host();
        if (host.equals("api.openai.com") || host.endsWith(".api.openai.com")) {
            return OPENAI;
        }
        if (AZURE_HOST.matcher(host).matches() || AzurePaths.isVersioned(baseUrl)) {
            return AZURE;
        }
        return host.equals("api.mistral.ai") ? MISTRAL : OTHER;
    }

    /** The field for the bound of output tokens. OpenAI's reasoning models refuse the older name. */
    String maxTokens() {
        return maxTokens;
    }

    String seed() {
        return seed;
    }

    /** Whether a stream must be asked to tell its usage. */
    boolean streamOptions() {
        return streamOptions;
    }

    /** The highest temperature that is not refused. */
    double maxTemperature() {
        return isOpenAis() ? 2 : this == MISTRAL ? 1.5 : Double.MAX_VALUE;
    }

    /** How many stop sequences are not refused. */
    int maxStops() {
        return isOpenAis() ? 4 : Integer.MAX_VALUE;
    }

    /** Whether the models are OpenAI's own. */
    boolean isOpenAis() {
        return this == OPENAI || this == AZURE;
    }

    /**
     * Whether system messages must come first, tools' messages be answered before a user speaks, and an answer that the
     * model is to go on with be marked as such.
     */
    boolean strictTurns() {
        return this == MISTRAL;
    }

    boolean requiresKey() {
        return requiresKey;
    }

    /** Whether an answer may say that it was a refusal; other hosts refuse fields that they do not know. */
    boolean refusals() {
        return isOpenAis();
    }

    /** A called tool's name, which a model may have made up, as this host takes it. */
    String toolName(String name) {
        return this == OTHER ? name : ToolNames.fit(name);
    }

    /** A tool call's identifier, of a conversation that may have begun elsewhere, as this host takes it. */
    String toolId(String id) {
        return switch (this) {
            case OPENAI, AZURE -> UP_TO_40.fit(id);
            case MISTRAL -> NINE.fit(id);
            case OTHER -> ANY.fit(id);
        };
    }
}
