package io.agenticraft.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once for each option that a provider has none such and that it is therefore not sent. A conversation may move
 * to a provider that lacks an option; it then goes on without it.
 */
public final class UnsupportedOptions {
    private static final Logger LOG = LoggerFactory.getLogger(UnsupportedOptions.class);

    private final String provider;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    public UnsupportedOptions(String provider) {
        this.provider = provider;
    }

    /** Warns of an option that is set; answers whether this was the first time. */
    public boolean warnIfSet(String option, @Nullable Object value) {
        boolean first = value != null && warned.add(option);
        if (first) {
            LOG.warn(
                    "The provider {} has no option {}: it is not sent. Where it does have it under some name, set that"
                            + " name with GenerationOptions.extra",
                    provider,
                    option);
        }
        return first;
    }
}
