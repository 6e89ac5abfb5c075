package io.agenticraft.openai;

import java.net.URI;
import java.util.Locale;

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
        String host = baseUrl.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("api.openai.com") || host.endsWith(".api.openai.com")) {
            return OPENAI;
        }
        if (host.endsWith(".azure.com")) {
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

    boolean requiresKey() {
        return requiresKey;
    }

    /**
     * A tool call's identifier as this host takes it. Mistral takes nine letters and digits: others, of a conversation
     * that began elsewhere, are replaced by ones that follow from them.
     */
    String toolId(String id) {
        if (this != MISTRAL || id.matches("[a-zA-Z0-9]{9}")) {
            return id;
        }
        long hash = 7;
        for (int i = 0; i < id.length(); i++) {
            hash = 1_000_003 * hash + id.charAt(i);
        }
        String digits = "00000000" + Long.toString(hash & Long.MAX_VALUE, Character.MAX_RADIX);
        return digits.substring(digits.length() - 9);
    }
}
